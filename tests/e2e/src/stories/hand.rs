//! How a user works the page: with the keyboard alone, with a finger, or with the mouse.

use crate::failure::Outcome;
use crate::page::{Key, Page};
use std::time::Duration;

/// A way of working.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hand {
    Keyboard,
    Finger,
    Mouse,
}

impl Hand {
    /// The name in the names of stories.
    pub fn name(self) -> &'static str {
        match self {
            Hand::Keyboard => "by keyboard",
            Hand::Finger => "by finger",
            Hand::Mouse => "by mouse",
        }
    }

    /// Presses a button.
    pub fn press(self, page: &Page, name: &str) -> Outcome {
        match self {
            Hand::Keyboard => page.enter_on(name),
            Hand::Finger => page.tap(name),
            Hand::Mouse => page.press(name),
        }
    }

    /// Presses a button of a region. By keyboard one may be there already.
    pub fn press_in(self, page: &Page, region: &str, name: &str) -> Outcome {
        match self {
            Hand::Keyboard if page.focus_name()? == name => page.key(Key::Enter),
            Hand::Keyboard => page.enter_on(name),
            Hand::Finger => page.tap_in(region, name),
            Hand::Mouse => page.press_in(region, name),
        }
    }

    /// Ticks a box, unless it is ticked already.
    pub fn tick(self, page: &Page, name: &str) -> Outcome {
        if page.is_checked(name)? {
            return Ok(());
        }
        match self {
            Hand::Keyboard => {
                page.tab_to(name)?;
                page.key(Key::Space)
            }
            _ => self.press(page, name),
        }
    }

    /// Picks one of a group of radio buttons. By keyboard: Tab to the group, arrows to the one.
    pub fn pick(self, page: &Page, group: &[&str], name: &str) -> Outcome {
        if self != Hand::Keyboard {
            return self.press(page, name);
        }
        page.tab_to_one_of(group)?;
        for _ in group {
            if page.focus_name()? == name {
                return page.key(Key::Space);
            }
            page.key(Key::Down)?;
        }
        fail!("the arrow keys never came to “{name}”")
    }

    /// Types into a field, unless that stands there already, and looks whether it came in. What else stood there goes.
    pub fn fill(self, page: &Page, field: &str, text: &str) -> Outcome {
        if self == Hand::Keyboard {
            // A difficult word that explains itself may have the same name.
            page.tab_to(field)?;
            if page.focus()?.is_none_or(|focus| focus.role == "button") {
                page.tab_to(field)?;
            }
        }
        let there = page.value(field)?;
        if there == text {
            return Ok(());
        }
        // Where one looks on, the desk has filled in what the exercise tries first.
        if !there.is_empty() {
            page.clear(field)?;
        }
        match self {
            Hand::Keyboard => page.keys(text)?,
            Hand::Finger => {
                // Right after a tap Chromium's driver sends keys that type nothing: a page sees `keydown`, and no `beforeinput`.
                // Only another tap mends that. So first a tap and one letter, until it is there.
                let first: String = text.chars().take(1).collect();
                page.wait_for(&format!("a letter in “{field}”"), || {
                    page.tap_field(field)?;
                    page.keys(&first)?;
                    let there = || Ok((!page.value(field)?.is_empty()).then_some(()));
                    Ok(page.wait_at_most(Duration::from_secs(1), "it", there).ok())
                })?;
                page.keys(&text[first.len()..])?;
            }
            Hand::Mouse => page.type_into(field, text)?,
        }
        // A driver may be back before the last stroke has come in. What is lost never comes.
        page.wait_for(&format!("all of “{text}” in “{field}”"), || {
            Ok((page.value(field)? == text).then_some(()))
        })
        .or_else(|failure| {
            let focus = page.focus_name()?;
            Err(failure.and(format!("\n  in the field: “{}”; the keyboard is at “{focus}”", page.value(field)?)))
        })
    }
}
