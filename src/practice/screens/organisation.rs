//! "Bij welke organisatie logt u in?": yes, or stop when it is another one.

use super::rules::{Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::spec::ScreenSpec;
use crate::practice::verdict::Mistake;

/// The answer of somebody who was about to log in elsewhere.
pub const STOP: &str = "stop";

/// Pressing is choosing, and the answer says whose organisation it is.
#[derive(Debug)]
pub struct Organisation {
    /// It is not the organisation that one wanted.
    other: bool,
}

impl Organisation {
    pub fn new(spec: &ScreenSpec) -> Organisation {
        Organisation { other: spec.right.as_deref() == Some(STOP) }
    }
}

impl Rules for Organisation {
    fn stages(&self, scene: &Scene, _spec: &ScreenSpec) -> Stages {
        stages::answered(scene)
    }

    fn shown_is_done(&self) -> bool {
        true
    }

    fn on_mistake(&self, mistake: Mistake) -> Option<&'static str> {
        let words = if self.other { "organisation.not-yours" } else { "organisation.yours" };
        (mistake == Mistake::WrongChoice).then_some(words)
    }
}
