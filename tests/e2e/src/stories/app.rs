//! Does what a screen of the app on the phone asks, and scans.

use super::book::plain;
use super::desk::{self, on_card};
use super::hand::Hand;
use super::walk::Walk;
use crate::failure::Outcome;
use crate::page::Key;
use serde_json::Value;

/// Presses a button on the phone.
fn press(walk: &Walk, name: &str) -> Outcome {
    press_on(walk, "desk.phone", name)
}

/// Presses a button on a device. By keyboard it may be where one is already.
fn press_on(walk: &Walk, device: &str, name: &str) -> Outcome {
    let page = walk.page;
    match walk.hand {
        Hand::Keyboard if page.focus_name()? == name => page.key(Key::Enter),
        Hand::Keyboard => page.enter_on(name),
        _ => page.press_in(walk.book.ui(device), name),
    }
}

/// The label of an option.
fn label(words: &Value, option: &Value) -> String {
    plain(words["choices"][option.as_str().unwrap_or_default()]["label"].as_str().unwrap_or_default())
}

/// Presses the right answer; the first when each is right.
pub fn choose(walk: &Walk, device: &str, screen: &Value, words: &Value) -> Outcome {
    let right = if screen["right"].is_null() { &screen["options"][0] } else { &screen["right"] };
    press_on(walk, device, &walk.shown(&["button"], &label(words, right))?)
}

/// Types a PIN: on the keyboard, or on the keys of the phone.
fn type_pin(walk: &Walk, field: &str, pin: &str) -> Outcome {
    let page = walk.page;
    // In *kijken* it stands there already.
    if page.value(field)? == pin {
        return Ok(());
    }
    if walk.hand == Hand::Keyboard {
        if page.focus_name()? != field {
            page.tab_to(field)?;
        }
        page.keys(pin)?;
    } else {
        pin.chars().try_for_each(|digit| walk.hand.press(page, &digit.to_string()))?;
    }
    page.wait_for(&format!("the PIN in “{field}”"), || Ok((page.value(field)? == pin).then_some(())))
}

/// Sends a PIN that is not taken, with the screen's own button.
fn send_pin(walk: &Walk, button: &str) -> Outcome {
    press(walk, button)
}

/// Sends the right PIN: with the button, or by Enter where the PIN was typed by keyboard.
fn send_right_pin(walk: &Walk, field: &str, button: &str) -> Outcome {
    if walk.hand == Hand::Keyboard && walk.sends_by_enter() {
        return desk::enter(walk, field);
    }
    press(walk, button)
}

/// The PIN on the note that lies on the desk.
fn on_note(walk: &Walk) -> Outcome<String> {
    walk.page.wait_for("a PIN on the note", || {
        let text = walk.page.text_in(&walk.page.region(walk.book.ui("desk.letter"))?)?;
        let is_pin = |word: &&str| word.len() == 5 && word.bytes().all(|byte| byte.is_ascii_digit());
        Ok(text.split_whitespace().find(is_pin).map(String::from))
    })
}

/// Chooses a PIN; in the rehearsal first the one on the note.
pub fn choose_pin(walk: &Walk, screen: &Value, button: &str) -> Outcome {
    let (first, again) = (walk.book.ui("pin.label"), walk.book.ui("pin.again"));
    if screen["trouble"] == "weak-pin" {
        type_pin(walk, first, &on_note(walk)?)?;
        send_pin(walk, button)?;
    }
    let pin = on_card(walk, first)?;
    type_pin(walk, first, &pin)?;
    type_pin(walk, again, &pin)?;
    send_right_pin(walk, again, button)
}

/// Enters a PIN; in the rehearsal first three times the one on the note.
pub fn enter_pin(walk: &Walk, screen: &Value, button: &str) -> Outcome {
    let field = walk.book.ui("pin.label");
    if screen["trouble"] == "pin-thrice" {
        let old = on_note(walk)?;
        for _ in 0..3 {
            type_pin(walk, field, &old)?;
            send_pin(walk, button)?;
        }
        press(walk, walk.book.ui("pin.activate"))?;
        walk.page.hear(walk.book.ui("pin.on"))?;
        walk.page.focus_on(crate::page::TYPED, field)?;
    }
    type_pin(walk, field, &on_card(walk, field)?)?;
    send_right_pin(walk, field, button)
}

/// Holds the right document against the phone until it is read.
pub fn hold_card(walk: &Walk, screen: &Value, words: &Value) -> Outcome {
    choose(walk, "desk.phone", screen, words)?;
    // In *kijken* it is read already.
    if walk.page.text()?.contains(walk.book.ui("id.read")) {
        return Ok(());
    }
    let hold = words["button"].as_str().map_or_else(|| walk.book.ui("id.hold").to_string(), plain);
    let rounds = if screen["trouble"] == "moved-away" { 2 } else { 1 };
    for _ in 0..rounds {
        press(walk, &hold)?;
        press(walk, walk.book.ui("id.stay"))?;
        press(walk, walk.book.ui("id.stay"))?;
    }
    Ok(())
}

/// Brings the phone over the code: with the arrow keys, with a finger, or with the button.
pub fn scan(walk: &Walk, screen: &Value) -> Outcome {
    bring_over(walk)?;
    if screen["trouble"] == "expired-code" {
        let again = walk.book.ui("scan.again");
        match walk.hand {
            Hand::Keyboard => walk.page.enter_on(again)?,
            hand => hand.press(walk.page, again)?,
        }
        walk.page.hear(walk.book.ui("scan.fresh"))?;
        bring_over(walk)?;
    }
    Ok(())
}

fn bring_over(walk: &Walk) -> Outcome {
    let (page, book) = (walk.page, walk.book);
    let frame = page.element(&["application"], book.ui("scan.frame"))?;
    match walk.hand {
        Hand::Keyboard => {
            page.focus_on(&["application"], book.ui("scan.frame"))?;
            [Key::Up, Key::Right, Key::Right, Key::Right, Key::Right, Key::Right]
                .into_iter()
                .try_for_each(|key| page.key(key))
        }
        Hand::Finger => page.drag(&frame, &page.element(&["img"], book.ui("scan.code"))?),
        Hand::Mouse => press(walk, book.ui("scan.for-me")),
    }
}
