//! The page as a person meets it: by role and name, by sight, by keyboard, by finger. Never by markup.

mod act;
mod keys;
mod look;
mod setting;
mod spy;
mod touch;

pub use keys::Key;
pub use touch::{Witness, may_repeat, repeated};

use crate::browser::Browser;
use crate::failure::{Failure, Outcome};
use crate::webdriver::{Answer, Element, Refusal};
use serde_json::{Value, json};
use std::thread;
use std::time::{Duration, Instant};

/// The script that looks: roles, names, seen text, focus.
pub const EYES: &str = include_str!("eyes.js");

/// How long something may take to appear.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// The time between two looks.
const BLINK: Duration = Duration::from_millis(40);

/// The roles of things that are pressed.
pub const PRESSED: &[&str] = &["button", "link", "radio", "checkbox", "switch", "tab", "menuitem", "option"];

/// The roles of things that are typed in.
pub const TYPED: &[&str] = &["textbox", "searchbox", "spinbutton", "combobox"];

/// The page that a browser shows.
pub struct Page<'b> {
    pub(crate) browser: &'b Browser,
}

impl<'b> Page<'b> {
    pub(crate) fn new(browser: &'b Browser) -> Self {
        Page { browser }
    }

    /// The same page, for another hand.
    pub fn again(&self) -> Page<'b> {
        Page { browser: self.browser }
    }

    /// Evaluates an expression with `eyes` at hand (see `eyes.js`) and `arguments`.
    pub fn look(&self, expression: &str, args: Value) -> Answer {
        self.browser.session().execute(&format!("{EYES}\nreturn {expression};"), args)
    }

    /// Runs a script in the page.
    pub fn run(&self, script: &str, args: Value) -> Answer {
        self.browser.session().execute(script, args)
    }

    /// The one element with one of these roles and this name, now.
    fn seek(&self, roles: &[&str], name: &str, within: Option<&Element>) -> Answer<Element> {
        let mut found = self.seek_all(roles, name, within)?;
        match (found.pop(), found.len()) {
            (Some(one), 0) => Ok(one),
            (None, _) => Err(Refusal::absent(format!("no {} “{name}”", roles.join("/")))),
            _ => Err(Refusal::absent(format!("more than one {} “{name}”", roles.join("/")))),
        }
    }

    /// The last element with one of these roles and this name, now.
    fn seek_last(&self, roles: &[&str], name: &str) -> Answer<Element> {
        let last = self.seek_all(roles, name, None)?.pop();
        last.ok_or_else(|| Refusal::absent(format!("no {} “{name}”", roles.join("/"))))
    }

    fn seek_all(&self, roles: &[&str], name: &str, within: Option<&Element>) -> Answer<Vec<Element>> {
        let within = within.map_or(Value::Null, Element::value);
        let found = self.look("eyes.find(arguments[0], arguments[1], arguments[2])", json!([roles, name, within]))?;
        Ok(found.as_array().into_iter().flatten().filter_map(Element::from_value).collect())
    }

    /// Tries until it works; the page may be on its way to another step. A touch that the driver lost is done again only as often as
    /// the story may ([`may_repeat`]).
    pub(crate) fn insist<T>(&self, mut attempt: impl FnMut() -> Answer<T>) -> Outcome<T> {
        let start = Instant::now();
        loop {
            match attempt() {
                Ok(value) => return Ok(value),
                Err(refusal) if refusal.is_of_the_driver() && !(refusal.is_passing() && touch::repeat()) => {
                    return Err(refusal.into());
                }
                Err(refusal) if refusal.is_passing() && start.elapsed() < PATIENCE => thread::sleep(BLINK),
                Err(refusal) if refusal.is_passing() => {
                    return Err(Failure::from(refusal).and(format!("\n  there is: {}", self.inventory())));
                }
                Err(refusal) => return Err(refusal.into()),
            }
        }
    }

    /// The element with one of these roles and this name, as soon as it is there.
    pub fn element(&self, roles: &[&str], name: &str) -> Outcome<Element> {
        self.insist(|| self.seek(roles, name, None))
    }

    /// Waits until a question has an answer; `what` says what was waited for.
    pub fn wait_for<T>(&self, what: &str, question: impl FnMut() -> Outcome<Option<T>>) -> Outcome<T> {
        self.wait_at_most(PATIENCE, what, question)
    }

    /// As [`Page::wait_for`], with another patience.
    pub fn wait_at_most<T>(
        &self,
        patience: Duration,
        what: &str,
        mut question: impl FnMut() -> Outcome<Option<T>>,
    ) -> Outcome<T> {
        let start = Instant::now();
        loop {
            if let Some(value) = question()? {
                return Ok(value);
            }
            if start.elapsed() >= patience {
                fail!("after {} s not there: {what}\n  there is: {}", patience.as_secs_f32(), self.inventory());
            }
            thread::sleep(BLINK);
        }
    }

    /// What is on the page, for messages: headings, what can be pressed or typed in, and the beginning of the text.
    fn inventory(&self) -> String {
        let roles: Vec<&str> = ["heading", "region", "dialog"].iter().chain(PRESSED).chain(TYPED).copied().collect();
        let list = self.look("eyes.list(arguments[0])", json!([roles])).unwrap_or_default();
        let names: Vec<String> = list
            .as_array()
            .into_iter()
            .flatten()
            .map(|one| format!("{} “{}”", one[0].as_str().unwrap_or_default(), one[1].as_str().unwrap_or_default()))
            .collect();
        let text = self.text().unwrap_or_default();
        format!("{}\n  text: {}", names.join(", "), text.chars().take(300).collect::<String>())
    }
}
