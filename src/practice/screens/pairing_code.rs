//! Four letters that the app on the phone shows, typed on the computer.

use super::code;
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
