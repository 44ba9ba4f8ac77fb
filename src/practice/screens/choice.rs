//! One out of a few, chosen by pressing it: how to log in, a question in the app.

use super::rules::{Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::input::field::Field;
use crate::practice::spec::{FieldKind, ScreenSpec};
use crate::practice::verdict::Mistake;

/// The id of the only field.
pub const CHOICE: &str = "choice";

/// The choice; its options are those of the screen.
pub fn field(spec: &ScreenSpec) -> Field {
    Field::pick(CHOICE, FieldKind::Choice, spec.options.clone(), spec.right.as_deref(), Mistake::WrongChoice)
}

/// Pressing is choosing: there is no other button.
#[derive(Debug)]
pub struct Choice;

impl Rules for Choice {
    fn stages(&self, scene: &Scene, _spec: &ScreenSpec) -> Stages {
        stages::answered(scene)
    }

    fn shown_is_done(&self) -> bool {
        true
    }
}
