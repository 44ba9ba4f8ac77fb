//! Types a code from where it comes in: a message, an e-mail, a letter, the app. What goes wrong on purpose is met first.

use super::desk::{self, press};
use super::hand::Hand;
use super::walk::Walk;
use crate::failure::Outcome;
use crate::page::Key;
use serde_json::Value;
use std::cell::Cell;

/// Does what a screen with a code asks; `button` is its own.
pub fn type_in(walk: &Walk, screen: &Value, button: &str) -> Outcome {
    let desk = Desk { walk, button, trouble: screen["trouble"].as_str().unwrap_or("none"), past: Cell::new(false) };
    match screen["type"].as_str().unwrap_or_default() {
        "pairing-code" => desk.send_right("pairing.label", &desk.code_on("desk.phone", 4, "")?),
        "mail-code" => desk.mail(),
        "letter-code" => desk.letter(screen),
        _ => desk.sms(),
    }
}

struct Desk<'d> {
    walk: &'d Walk<'d>,
    button: &'d str,
    trouble: &'d str,
    /// The keyboard is past the field already.
    past: Cell<bool>,
}

impl Desk<'_> {
    fn sms(&self) -> Outcome {
        if self.trouble == "no-sms" {
            self.press("call.ask")?;
            self.press_at_hand("desk.phone", "call.answer")?;
        }
        let first = self.newest_sms("")?;
        if !matches!(self.trouble, "expired-code" | "wrong-code") {
            return self.send_right("sms.label", &first);
        }
        self.send("sms.label", &first)?;
        if self.trouble == "expired-code" {
            self.press("sms.again")?;
        }
        self.send_right("sms.label", &self.newest_sms(&first)?)
    }

    fn mail(&self) -> Outcome {
        self.open_mail()?;
        if self.trouble == "expired-code" {
            self.send("mail.label", &self.code_on("desk.mail", 9, "")?)?;
            self.press("sms.again")?;
            // The words may be the same: what counts is that it came.
            self.walk.page.hear(self.walk.book.ui("desk.arrived.mail"))?;
            self.open_mail()?;
        }
        self.send_right("mail.label", &self.code_on("desk.mail", 9, "")?)
    }

    fn letter(&self, screen: &Value) -> Outcome {
        let sealed = screen["sealed"] == true;
        let came = self.walk.book.ui("desk.arrived.letter");
        // Only the old letter lies there, and it is open.
        let only_old = screen["oldLetter"].is_string() && matches!(self.trouble, "expired-code" | "code-thrice");
        if !only_old && screen["wait"] == true {
            self.press("later.days")?;
            self.walk.page.hear(came)?;
        }
        if !only_old && sealed {
            self.press_on("desk.letter", "letter.open")?;
        }
        let first = self.code_on("desk.letter", 9, "")?;
        if !only_old && self.trouble != "expired-code" {
            return self.send_right("letter.label", &first);
        }
        let tries = if only_old && self.trouble == "code-thrice" { 3 } else { 1 };
        for _ in 0..tries {
            self.send("letter.label", &first)?;
        }
        self.press("letter.again")?;
        self.press_at_hand("desk.computer", "later.days")?;
        self.walk.page.hear(came)?;
        if sealed {
            self.press_on("desk.letter", "letter.open")?;
        }
        let code = self.code_on("desk.letter", 9, if only_old { &first } else { "" })?;
        self.send_right("letter.label", &code)
    }

    /// Types a code that is not taken, and sends it.
    fn send(&self, label: &str, code: &str) -> Outcome {
        self.fill(label, code)?;
        press(self.walk, self.button)
    }

    /// Types the right code and sends it.
    fn send_right(&self, label: &str, code: &str) -> Outcome {
        self.fill(label, code)?;
        desk::send(self.walk, self.walk.book.ui(label), self.button)
    }

    fn fill(&self, label: &str, code: &str) -> Outcome {
        let label = self.walk.book.ui(label);
        if self.walk.hand == Hand::Keyboard && self.past.get() {
            self.walk.page.tab_back_before(label)?;
        }
        self.past.set(true);
        self.walk.hand.fill(self.walk.page, label, code)
    }

    /// Presses a button of the practised page.
    fn press(&self, key: &str) -> Outcome {
        self.past.set(true);
        press(self.walk, self.walk.book.ui(key))
    }

    /// Presses a button on a device.
    fn press_on(&self, device: &str, key: &str) -> Outcome {
        self.press_named(device, self.walk.book.ui(key))
    }

    fn press_named(&self, device: &str, name: &str) -> Outcome {
        self.past.set(true);
        match self.walk.hand {
            Hand::Keyboard => self.walk.page.enter_on(name),
            _ => self.walk.page.press_in(self.walk.book.ui(device), name),
        }
    }

    /// Presses a button that the keyboard was brought to.
    fn press_at_hand(&self, device: &str, key: &str) -> Outcome {
        if self.walk.hand != Hand::Keyboard {
            return self.press_on(device, key);
        }
        let (page, name) = (self.walk.page, self.walk.book.ui(key));
        page.wait_for(&format!("the keyboard on “{name}”"), || Ok((page.focus_name()? == name).then_some(())))?;
        page.key(Key::Enter)
    }

    /// Opens the newest e-mail.
    fn open_mail(&self) -> Outcome {
        let inbox = self.walk.page.region(self.walk.book.ui("desk.mail"))?;
        let names = self.walk.page.names_in(&inbox, &["button"])?;
        self.press_named("desk.mail", names.first().map_or("", String::as_str))
    }

    /// The first word on a device that looks like a code of so many capitals and digits, and is not `other_than`.
    fn code_on(&self, device: &str, length: usize, other_than: &str) -> Outcome<String> {
        let page = self.walk.page;
        page.wait_for("a code to type", || {
            let text = page.text_in(&page.region(self.walk.book.ui(device))?)?;
            let code = |word: &&str| {
                word.len() == length && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
            };
            let words = text.split(|c: char| !c.is_alphanumeric());
            Ok(words.filter(code).find(|word| *word != other_than).map(str::to_owned))
        })
    }

    /// The newest code on the phone, which stands on top: in two groups, or digit by digit when a voice read it.
    fn newest_sms(&self, other_than: &str) -> Outcome<String> {
        let page = self.walk.page;
        page.wait_for("a code on the phone", || {
            let text = page.text_in(&page.region(self.walk.book.ui("desk.phone"))?)?;
            let words = text.split(|c: char| !c.is_ascii_digit() && c != ' ');
            let mut codes = words.map(|digits| digits.replace(' ', "")).filter(|digits| digits.len() == 6);
            Ok(codes.next().filter(|code| code != other_than))
        })
    }
}
