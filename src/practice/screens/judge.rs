//! Real or fake? The explanation follows on either answer, and after a wrong one it can be answered again.

use super::choice::CHOICE;
use crate::practice::input::field::Field;
use crate::practice::spec::{FieldKind, ScreenSpec};
use crate::practice::verdict::Mistake;

/// The two answers, in the order of the buttons.
pub const ANSWERS: [&str; 2] = ["real", "fake"];

/// The choice between the two; its rules are those of `choice.rs`.
pub fn field(spec: &ScreenSpec) -> Field {
    let answers = ANSWERS.map(str::to_owned).to_vec();
    Field::pick(CHOICE, FieldKind::Choice, answers, spec.right.as_deref(), Mistake::WrongChoice)
}
