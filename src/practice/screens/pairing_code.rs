//! Four letters that the app on the phone shows, typed on the computer.

use super::code;
use super::rules::{Label, Rules};
use crate::practice::input::field::Field;
use crate::practice::persona::Persona;

/// The code that the app shows.
pub fn shown(persona: &'static Persona) -> &'static str {
    persona.get("pairingCode").unwrap_or_default()
}

/// The field for the letters.
pub fn field(persona: &'static Persona) -> Field {
    code::field(shown(persona))
}

/// All letters right is right.
#[derive(Debug)]
pub struct PairingCode;

impl Rules for PairingCode {
    fn button(&self) -> &'static str {
        code::BUTTON
    }

    fn label(&self, _field: &str) -> Option<Label> {
        Label::helped("pairing.label", "pairing.help")
    }
}
