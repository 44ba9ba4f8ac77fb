//! Types a code from where it comes in: a message, an e-mail, a letter, the app. What goes wrong on purpose is met first.

use super::desk::press;
use super::hand::Hand;
use super::walk::Walk;
use crate::failure::Outcome;
use serde_json::Value;

/// Does what a screen with a code asks; `button` is its own.
pub fn type_in(walk: &Walk, screen: &Value, button: &str) -> Outcome {
    let trouble = screen["trouble"].as_str().unwrap_or("none");
    let ui = |key: &str| walk.book.ui(key).to_owned();
    let send = |label: &str, code: &str| {
        walk.hand.fill(walk.page, &ui(label), code)?;
        press(walk, button)
    };
    match screen["type"].as_str().unwrap_or_default() {
        "pairing-code" => send("pairing.label", &code_on(walk, "desk.phone", 4, "")?),
        "mail-code" => {
            open_mail(walk)?;
            let first = code_on(walk, "desk.mail", 9, "")?;
            send("mail.label", &first)?;
            if trouble == "expired-code" {
                press(walk, &ui("sms.again"))?;
                // The words may be the same: what counts is that it came.
                walk.page.hear(&ui("desk.arrived.mail"))?;
                open_mail(walk)?;
                send("mail.label", &code_on(walk, "desk.mail", 9, "")?)?;
            }
            Ok(())
        }
        "letter-code" => {
            let arrive = || {
                press(walk, &ui("later.days"))?;
                walk.page.hear(&ui("desk.arrived.letter"))
            };
            let open =
                || if screen["sealed"] == true { press_on(walk, "desk.letter", &ui("letter.open")) } else { Ok(()) };
            let old = screen["oldLetter"].is_string() && matches!(trouble, "expired-code" | "code-thrice");
            if !old && screen["wait"] == true {
                arrive()?;
            }
            if !old {
                open()?;
            }
            let first = code_on(walk, "desk.letter", 9, "")?;
            send("letter.label", &first)?;
            if trouble == "code-thrice" && old {
                send("letter.label", &first)?;
                send("letter.label", &first)?;
            }
            if old || trouble == "expired-code" {
                press(walk, &ui("letter.again"))?;
                arrive()?;
                open()?;
                send("letter.label", &code_on(walk, "desk.letter", 9, if old { &first } else { "" })?)?;
            }
            Ok(())
        }
        _ => {
            if trouble == "no-sms" {
                press(walk, &ui("call.ask"))?;
                press_on(walk, "desk.phone", &ui("call.answer"))?;
            }
            let first = newest_code(walk, "")?;
            send("sms.label", &first)?;
            if trouble == "expired-code" {
                press(walk, &ui("sms.again"))?;
            }
            if matches!(trouble, "expired-code" | "wrong-code") {
                send("sms.label", &newest_code(walk, &first)?)?;
            }
            Ok(())
        }
    }
}

/// Presses a button on a device.
fn press_on(walk: &Walk, device: &str, name: &str) -> Outcome {
    match walk.hand {
        Hand::Keyboard => walk.page.enter_on(name),
        _ => walk.page.press_in(walk.book.ui(device), name),
    }
}

/// Opens the newest e-mail.
fn open_mail(walk: &Walk) -> Outcome {
    let inbox = walk.page.region(walk.book.ui("desk.mail"))?;
    let names = walk.page.names_in(&inbox, &["button"])?;
    let newest = names.first().cloned().unwrap_or_default();
    press_on(walk, "desk.mail", &newest)
}

/// The first word on a device that looks like a code of so many capitals and digits, and is not `other_than`.
fn code_on(walk: &Walk, device: &str, length: usize, other_than: &str) -> Outcome<String> {
    walk.page.wait_for("a code to type", || {
        let region = walk.page.region(walk.book.ui(device))?;
        let text = walk.page.text_in(&region)?;
        let code = |word: &&str| {
            word.len() == length && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        };
        let words = text.split(|c: char| !c.is_alphanumeric());
        Ok(words.filter(code).find(|word| *word != other_than).map(str::to_owned))
    })
}

/// The newest code on the phone, which stands on top: in two groups, or digit by digit when a voice read it.
pub fn newest_code(walk: &Walk, other_than: &str) -> Outcome<String> {
    walk.page.wait_for("a code on the phone", || {
        let phone = walk.page.region(walk.book.ui("desk.phone"))?;
        let text = walk.page.text_in(&phone)?;
        let words = text.split(|c: char| !c.is_ascii_digit() && c != ' ');
        let mut codes = words.map(|digits| digits.replace(' ', "")).filter(|digits| digits.len() == 6);
        Ok(codes.next().filter(|code| code != other_than))
    })
}
