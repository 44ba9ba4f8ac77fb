//! The rule engines and our own measures, on each kind of screen, in each language, light and dark.

use super::book::{Book, Step, flows};
use super::desk;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, dist};
use crate::browser::{ALL, Browser, Kind};
use crate::checks::{self, Floor};
use crate::failure::Outcome;
use crate::page::{Key, Page};
use crate::server::Server;
use std::collections::BTreeSet;
use std::path::Path;

pub fn stories(folder: &Path) -> Vec<Story> {
    let kinds = ["nl", "en"].map(|lang| {
        let folder = folder.to_path_buf();
        dist(format!("rules: each kind of screen, {lang}"), &[Kind::Chromium], move |browser, server| {
            each_kind(browser, server, &folder, lang)
        })
    });
    let folder = folder.to_path_buf();
    let focus = dist("focus: one sees where the keyboard is".into(), ALL, move |browser, server| {
        where_the_keyboard_is(browser, server, &folder)
    });
    kinds.into_iter().chain([focus]).collect()
}

/// On the start screen and on a screen of the practice desk, Tab goes nowhere unseen.
fn where_the_keyboard_is(browser: &mut Browser, server: &Server, folder: &Path) -> Outcome {
    let flow = flows(folder)?.into_iter().next().unwrap_or_default();
    let book = Book::read(folder, &flow, "nl")?;
    let page = browser.open(&server.url("/"))?;
    page.element(&["button"], book.title())?;
    let mut unseen = checks::focus_is_visible(&page)?;
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, &book, Hand::Mouse);
    walk.begin("mode.together")?;
    walk.to_screen("form")?;
    unseen.extend(checks::focus_is_visible(&page)?);
    ensure!(unseen.is_empty(), "{}", unseen.join("\n  "));
    Ok(())
}

/// Everything that is wrong with the screen that is there, light and dark, in a wide and in a narrow window.
pub fn wrong(page: &Page, floor: Floor) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    wrong.extend(checks::axe(page)?.into_iter().chain(checks::ibm(page)?).map(|line| format!("light: {line}")));
    // Only colours are others in the dark; one engine is enough for them.
    page.set_dark(true)?;
    wrong.extend(checks::axe(page)?.into_iter().map(|line| format!("dark: {line}")));
    page.set_dark(false)?;
    wrong.extend(small(page, floor)?);
    wrong.extend(checks::mislabelled(page)?.into_iter().chain(checks::twins(page)?));
    page.set_viewport(320, 640)?;
    wrong.extend(small(page, floor)?);
    wrong
        .extend(checks::axe(page)?.into_iter().chain(checks::mislabelled(page)?).map(|line| format!("narrow: {line}")));
    page.set_viewport(1280, 900)?;
    Ok(wrong)
}

/// What another language may bring: names, labels and lengths. Colours it has none of its own.
fn worded(page: &Page) -> Outcome<Vec<String>> {
    page.set_viewport(320, 640)?;
    let found = checks::axe(page)?.into_iter().chain(checks::ibm(page)?);
    let found = found.chain(small(page, Floor::SCREEN)?).chain(checks::mislabelled(page)?);
    let found: Vec<String> = found.chain(checks::twins(page)?).collect();
    page.set_viewport(1280, 900)?;
    Ok(found)
}

/// Whether a line tells of two things of one name that lead to one place: an answer of the search, and a door or a chip of the start.
pub fn one_place(line: &str, names: &[&str]) -> bool {
    line.split_once("two of one name: ").is_some_and(|(_, twins)| {
        twins.split(" and ").all(|one| names.iter().any(|name| one == format!("button “{name}”")))
    })
}

/// Everything that is too small or sticks out, in the window as it is.
pub fn small(page: &Page, floor: Floor) -> Outcome<Vec<String>> {
    Ok(checks::fits_width(page)?.into_iter().chain(checks::texts_and_targets(page, floor)?).collect())
}

/// Walks the flows, and looks at the first screen of each kind that is met.
fn each_kind(browser: &mut Browser, server: &Server, folder: &Path, lang: &str) -> Outcome {
    let mut judge = Judge { page: browser.page(), lang, met: BTreeSet::new(), faults: vec![] };
    for flow in flows(folder)? {
        let book = Book::read(folder, &flow, lang)?;
        if book.kinds().iter().any(|kind| !judge.met.contains(*kind)) {
            browser.open(&server.url("/"))?;
            judge.walk(&book)?;
        }
    }
    let faults = judge.faults;
    ensure!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
    Ok(())
}

struct Judge<'b> {
    page: Page<'b>,
    lang: &'b str,
    met: BTreeSet<String>,
    faults: Vec<String>,
}

impl Judge<'_> {
    /// Looks at the screen that is there, unless its kind was seen before; tells whether it was looked at.
    fn look(&mut self, kind: &str) -> Outcome<bool> {
        let first = self.lang == "nl";
        self.judge(kind, |page| {
            if !first {
                return worded(page);
            }
            let mut found = wrong(page, Floor::SCREEN)?;
            found.extend(checks::disagreements(page)?);
            Ok(found)
        })
    }

    /// The same for what comes and goes on a screen that was looked at: in one colour and one width.
    fn look_again(&mut self, kind: &str) -> Outcome {
        let look = |page: &Page| {
            let found = checks::axe(page)?.into_iter().chain(checks::ibm(page)?);
            let found = found.chain(small(page, Floor::SCREEN)?);
            Ok(found.chain(checks::mislabelled(page)?).chain(checks::twins(page)?).collect())
        };
        self.judge(kind, look).map(drop)
    }

    fn judge(&mut self, kind: &str, look: impl FnOnce(&Page) -> Outcome<Vec<String>>) -> Outcome<bool> {
        let new = self.met.insert(kind.into());
        if new {
            self.faults.extend(look(&self.page)?.into_iter().map(|line| format!("{kind}: {line}")));
        }
        Ok(new)
    }

    /// Walks a flow as far as there is a kind of screen in it that was not seen.
    fn walk(&mut self, book: &Book) -> Outcome {
        let page = self.page.again();
        page.press(if book.lang == "en" { "English" } else { "Nederlands" })?;
        page.heading(book.ui("start.title"))?;
        self.look("start")?;
        page.press(book.ui("start.all"))?;
        page.heading_has_focus(book.ui("start.all"))?;
        self.look("all exercises")?;
        page.press(book.title())?;
        page.heading_has_focus(book.title())?;
        self.look("welcome")?;
        page.press(book.ui("mode.together"))?;
        let kinds = book.kinds();
        let walk = Walk::new(&page, book, Hand::Mouse);
        let mut place = walk.arrive(None)?;
        loop {
            let step = book.step(&place.title)?;
            if self.met.len() == 3 {
                self.opened(book, &place.heading)?;
            }
            let kind = step.screen().0["type"].as_str().unwrap_or(step.kind);
            let new = self.look(kind)?;
            // The last kind is answered too.
            if step.kind == "outcome" || kinds.iter().all(|kind| self.met.contains(*kind)) && !new {
                return Ok(());
            }
            if new && step.kind == "practise" && self.lang == "nl" {
                self.answered(&walk, &step, kind)?;
                walk.go_on(&step)?;
            } else {
                walk.answer(&step)?;
            }
            place = walk.arrive(Some(&place))?;
        }
    }

    /// What opens over a step: the settings, and help.
    fn opened(&mut self, book: &Book, heading: &str) -> Outcome {
        let page = self.page.again();
        page.press(book.ui("settings.title"))?;
        page.element(&["button"], book.ui("settings.text.4"))?;
        self.look("settings")?;
        page.press(book.ui("settings.title"))?;
        page.press(book.ui("nav.help"))?;
        page.region(book.ui("help.title"))?;
        self.look("help")?;
        page.key(Key::Escape)?;
        page.heading(heading).map(drop)
    }

    /// The same screen with the coach's answer to a mistake, and to what is right; and once with the warning that no real number
    /// belongs there.
    fn answered(&mut self, walk: &Walk, step: &Step, kind: &str) -> Outcome {
        let page = self.page.again();
        if desk::mistake(walk, step)? {
            self.look_again(&format!("{kind} with a wrong answer"))?;
        }
        if let (Some(field), false) = (page.names(&["textbox"])?.first(), self.met.contains("stop")) {
            page.type_into(field, "111222333")?;
            page.see(walk.book.ui("stop.title"))?;
            self.look_again("stop")?;
            page.press(walk.book.ui("stop.button"))?;
        }
        walk.solve(step)?;
        self.look_again(&format!("{kind} with the right answer"))
    }
}
