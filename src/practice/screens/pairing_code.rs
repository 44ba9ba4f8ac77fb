//! Four letters that the app on the phone shows, typed on the computer.

use super::code;
use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::input::field::Field;
use crate::practice::persona::Persona;
use crate::practice::spec::ScreenSpec;

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
    fn stages(&self, scene: &Scene, _spec: &ScreenSpec) -> Stages {
        stages::read_and_typed(false, scene)
    }

    fn button(&self) -> &'static str {
        code::BUTTON
    }

    fn label(&self, _field: &str) -> Option<Label> {
        Label::helped("pairing.label", "pairing.help")
    }
}
