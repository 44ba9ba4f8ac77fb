//! "Wij hebben uw bericht": a number to keep. There is nothing to do wrong here.

use super::rules::{Rules, Scene};
use super::stages::Stages;
use crate::practice::persona::Persona;
use crate::practice::spec::ScreenSpec;

/// The number of the report, with the values of the person in it.
pub fn number(spec: &ScreenSpec, persona: &Persona) -> Option<String> {
    spec.number.as_deref().map(|number| persona.fill(number))
}

/// Reading it is all.
#[derive(Debug)]
pub struct Confirmation;

impl Rules for Confirmation {
    fn stages(&self, _scene: &Scene, _spec: &ScreenSpec) -> Stages {
        None
    }
}
