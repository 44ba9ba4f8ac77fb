//! Keys on the screen: rows of large buttons. Which keys there are is data, and what a key does is up to who asks for them.

use crate::view::app::App;
use crate::view::ui::node::{Node, div, el, text};
use crate::view::ui::pictogram::icon;
use std::rc::Rc;

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Type(char),
    /// Takes back the last character.
    Erase,
    /// No key: an open place in a row.
    Gap,
}

/// The keys of a phone for a PIN.
pub const DIGITS: &[&[Key]] = &[
    &[Key::Type('1'), Key::Type('2'), Key::Type('3')],
    &[Key::Type('4'), Key::Type('5'), Key::Type('6')],
    &[Key::Type('7'), Key::Type('8'), Key::Type('9')],
    &[Key::Gap, Key::Type('0'), Key::Erase],
];

/// The keys. The group needs a name: `aria-label` or its like.
pub fn view(app: App, rows: &[&[Key]], press: impl Fn(Key) + 'static) -> Node {
    let press: Rc<dyn Fn(Key)> = Rc::new(press);
    let row = |keys: &&[Key]| div("sw-keypad__row").children(keys.iter().map(|key| one(app, *key, press.clone())));
    div("sw-keypad").attr("role", "group").children(rows.iter().map(row))
}

fn one(app: App, key: Key, press: Rc<dyn Fn(Key)>) -> Node {
    let button = el("button").attr("type", "button").attr("data-device-button", "");
    let button = match key {
        Key::Gap => return el("span").attr("class", "sw-key sw-key--gap"),
        Key::Type(letter) => {
            let letter = letter.to_string();
            button.attr("class", "sw-key").child(text("span", "sw-key__label", letter).attr("translate", "no"))
        }
        Key::Erase => button.attr("class", "sw-key sw-key--erase").child(icon("backspace")).child(app.say(
            "span",
            "sw-unseen",
            "keypad.erase",
        )),
    };
    button.on_press(move || press(key))
}
