//! What can be seen, heard and felt.

use super::Page;
use crate::failure::Outcome;
use crate::webdriver::Element;
use serde_json::{Value, json};
use std::cell::RefCell;

/// Where the keyboard is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Focus {
    pub role: String,
    pub name: String,
    pub tag: String,
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_string()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(string).collect()
}

impl Page<'_> {
    /// All text that can be seen.
    pub fn text(&self) -> Outcome<String> {
        Ok(string(&self.look("eyes.text()", json!([]))?))
    }

    /// Waits until this text can be seen.
    pub fn see(&self, text: &str) -> Outcome {
        let wanted = text.split_whitespace().collect::<Vec<_>>().join(" ");
        self.wait_for(&format!("the text “{text}”"), || Ok(self.text()?.contains(&wanted).then_some(())))
    }

    /// Fails when this text can be seen now.
    pub fn see_not(&self, text: &str) -> Outcome {
        ensure!(!self.text()?.contains(text), "this text should not be there: “{text}”");
        Ok(())
    }

    /// The names of all headings, in reading order.
    pub fn headings(&self) -> Outcome<Vec<String>> {
        self.names(&["heading"])
    }

    /// The names of all elements with one of these roles, in reading order.
    pub fn names(&self, roles: &[&str]) -> Outcome<Vec<String>> {
        Ok(strings(&self.look("eyes.list(arguments[0]).map((one) => one[1])", json!([roles]))?))
    }

    /// As [`Page::names`], inside an element.
    pub fn names_in(&self, element: &Element, roles: &[&str]) -> Outcome<Vec<String>> {
        let script = "eyes.list(arguments[0], arguments[1]).map((one) => one[1])";
        Ok(strings(&self.look(script, json!([roles, element.value()]))?))
    }

    /// Waits for a heading with this name; an ellipsis at the end stands for the rest.
    pub fn heading(&self, name: &str) -> Outcome<Element> {
        self.element(&["heading"], name)
    }

    /// Waits for the region (or dialog) with this name.
    pub fn region(&self, name: &str) -> Outcome<Element> {
        self.element(&["region", "dialog", "group", "radiogroup"], name)
    }

    /// The text that can be seen in an element.
    pub fn text_in(&self, element: &Element) -> Outcome<String> {
        Ok(string(&self.look("eyes.text(arguments[0])", json!([element.value()]))?))
    }

    /// What live regions say now.
    pub fn announced(&self) -> Outcome<Vec<String>> {
        Ok(strings(&self.look("eyes.announced()", json!([]))?))
    }

    /// Waits until a live region says something with this text in it.
    pub fn hear(&self, text: &str) -> Outcome {
        self.wait_for(&format!("an announcement of “{text}”"), || {
            Ok(self.announced()?.iter().any(|words| words.contains(text)).then_some(()))
        })
    }

    /// Where the keyboard is, if it is anywhere.
    pub fn focus(&self) -> Outcome<Option<Focus>> {
        let focus = self.look("eyes.focus()", json!([]))?;
        if focus.is_null() {
            return Ok(None);
        }
        Ok(Some(Focus { role: string(&focus["role"]), name: string(&focus["name"]), tag: string(&focus["tag"]) }))
    }

    /// The name of what has the keyboard; empty when nothing has it.
    pub fn focus_name(&self) -> Outcome<String> {
        Ok(self.focus()?.unwrap_or_default().name)
    }

    /// Waits until the keyboard is at a heading with this name, as after each change of step.
    pub fn heading_has_focus(&self, name: &str) -> Outcome {
        let begin = name.trim_end_matches('…').trim_end();
        let focus = RefCell::new(None);
        let waited = self.wait_for(&format!("focus on the heading “{name}”"), || {
            let here = self.focus()?;
            let there = here.as_ref().is_some_and(|here| here.role == "heading" && here.name.starts_with(begin));
            focus.replace(here);
            Ok(there.then_some(()))
        });
        waited.map_err(|failure| match focus.into_inner() {
            Some(Focus { role, name, tag }) => failure.and(format!("\n  the keyboard is at: {role} “{name}” ({tag})")),
            None => failure.and("\n  the keyboard is nowhere"),
        })
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> Outcome<String> {
        let field = self.element(super::TYPED, name)?;
        Ok(string(&self.run("return arguments[0].value", json!([field.value()]))?))
    }

    /// Whether a box or a radio button is ticked.
    pub fn is_checked(&self, name: &str) -> Outcome<bool> {
        let one = self.element(&["checkbox", "radio", "switch"], name)?;
        Ok(self.run("return arguments[0].checked", json!([one.value()]))? == true)
    }

    /// Role and name of an element as the browser itself works them out.
    pub fn computed(&self, element: &Element) -> Outcome<(String, String)> {
        let session = self.browser.session();
        let ask = |what: &str| session.get(&format!("element/{}/{what}", element.0));
        Ok((string(&ask("computedrole")?), string(&ask("computedlabel")?)))
    }
}
