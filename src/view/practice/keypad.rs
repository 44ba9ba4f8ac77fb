//! Keys on the screen: rows of large buttons. Which keys there are is data, and what a key does is up to who asks for them.

use crate::practice::input::keys::{Key, Rows};
use crate::signal::Signal;
use crate::view::app::App;
use crate::view::ui::node::{self, Node, div, el};
use crate::view::ui::pictogram::icon;
use std::rc::Rc;

/// The keys. The group needs a name: `aria-label` or its like. While `shift` is on, letters are capitals.
pub fn view(app: App, rows: Rows, shift: Signal<bool>, press: impl Fn(Key) + 'static) -> Node {
    let press: Rc<dyn Fn(Key)> = Rc::new(press);
    let one = |key: &Key| one(app, *key, shift, press.clone());
    let row = |keys: &&[Key]| div("sw-keypad__row").children(keys.iter().map(one));
    div("sw-keypad").attr("role", "group").children(rows.iter().map(row))
}

fn one(app: App, key: Key, shift: Signal<bool>, press: Rc<dyn Fn(Key)>) -> Node {
    let button = |class: &'static str| node::press(class).attr("data-device-button", "");
    let button = match key {
        Key::Gap => return el("span").attr("class", "sw-key sw-key--gap"),
        Key::Type(' ') => button("sw-key sw-key--space").child(app.say("span", "sw-key__word", "keypad.space")),
        Key::Type(letter) => {
            let shown = move || cased(letter, shift.get()).to_string();
            let label = el("span").attr("class", "sw-key__label").attr("translate", "no").live_text(shown);
            button("sw-key").child(label)
        }
        Key::Shift => button("sw-key sw-key--shift")
            .live_state("aria-pressed", move || shift.get())
            .child(el("span").attr("class", "sw-key__word").text("ABC"))
            .child(app.say("span", "sw-unseen", "keypad.shift")),
        Key::Erase => {
            button("sw-key sw-key--erase").child(icon("backspace")).child(app.say("span", "sw-unseen", "keypad.erase"))
        }
    };
    button.on_press(move || {
        press(match key {
            Key::Type(letter) => Key::Type(cased(letter, shift.get_untracked())),
            other => other,
        });
    })
}

fn cased(letter: char, capital: bool) -> char {
    if capital { letter.to_ascii_uppercase() } else { letter }
}
