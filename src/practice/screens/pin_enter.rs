//! The PIN of the app, and the rehearsal of an old PIN three times: then the app is switched off.

use super::code::TRIES;
use super::pin_choose;
use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::event::Announcement;
use crate::practice::input::field::{Field, judge};
use crate::practice::persona::Persona;
use crate::practice::spec::{ScreenSpec, Trouble};
use crate::practice::verdict::{Fault, Mistake, Verdict};

/// How far the rehearsal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// No rehearsal, or it is over.
    Plain,
    /// The PIN on the old note will be tried.
    Rehearsing { tries_left: u8 },
    /// The app has to be activated again.
    SwitchedOff,
}

/// The app of one person.
#[derive(Debug)]
pub struct PinEnter {
    pin: &'static str,
    old_pin: &'static str,
    phase: Phase,
}

impl PinEnter {
    pub fn new(persona: &Persona, trouble: Trouble) -> PinEnter {
        let value = |key| persona.get(key).unwrap_or_default();
        let phase = if trouble == Trouble::PinThrice { Phase::Rehearsing { tries_left: TRIES } } else { Phase::Plain };
        PinEnter { pin: value("pin"), old_pin: value("oldPin"), phase }
    }

    /// The PIN on the card; the one on the old note can be typed in the rehearsal.
    pub fn fields(&self) -> Vec<Field> {
        let old = (self.phase != Phase::Plain).then_some(self.old_pin);
        let values: Vec<&str> = [self.pin].into_iter().chain(old).collect();
        vec![pin_choose::field("pin", &values)]
    }

    pub fn switched_off(&self) -> bool {
        self.phase == Phase::SwitchedOff
    }

    fn refuse(&self, field: &mut Field, mistake: Mistake, on_purpose: bool) -> Verdict {
        field.clear();
        field.mistake = Some(mistake);
        Verdict::Wrong(Fault { field: 0, mistake, tries_left: self.tries_left(), on_purpose })
    }
}

impl Rules for PinEnter {
    /// It is typed; in the rehearsal: the app went off, and is on again.
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages {
        if spec.trouble == Trouble::PinThrice {
            let stopped = !matches!(self.phase, Phase::Rehearsing { .. });
            return Some(vec![stopped, stopped && !self.switched_off()]);
        }
        stages::read_and_typed(false, scene)
    }

    /// The PIN on the card always works, except while the app is switched off.
    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        let old = scene.fields[0].text() == self.old_pin;
        let verdict = judge(&mut scene.fields);
        let field = &mut scene.fields[0];
        match self.phase {
            Phase::SwitchedOff => self.refuse(field, Mistake::SwitchedOff, true),
            // The old PIN is one like any other to the gate, so it was judged right.
            _ if !old || verdict != Verdict::Right => verdict,
            Phase::Rehearsing { tries_left: 1 } => {
                self.phase = Phase::SwitchedOff;
                self.refuse(field, Mistake::SwitchedOff, true)
            }
            Phase::Rehearsing { tries_left } => {
                self.phase = Phase::Rehearsing { tries_left: tries_left - 1 };
                self.refuse(field, Mistake::WrongPin, true)
            }
            Phase::Plain => self.refuse(field, Mistake::WrongPin, false),
        }
    }

    fn later(&mut self, scene: &mut Scene) -> bool {
        let off = self.switched_off();
        if off {
            self.phase = Phase::Plain;
            scene.said.push(Announcement::SwitchedOn);
        }
        off
    }

    /// The note first, the card afterwards.
    fn fill_in(&mut self, scene: &mut Scene) {
        for field in &mut scene.fields {
            field.fill_in();
            match self.phase {
                Phase::Plain => {}
                Phase::Rehearsing { .. } => field.write(self.old_pin),
                Phase::SwitchedOff => field.clear(),
            }
        }
    }

    fn locked(&self) -> bool {
        self.switched_off()
    }

    fn tries_left(&self) -> Option<u8> {
        match self.phase {
            Phase::Rehearsing { tries_left } if tries_left < TRIES => Some(tries_left),
            _ => None,
        }
    }

    fn label(&self, _field: &str) -> Option<Label> {
        Label::of("pin.label")
    }

    fn tries_words(&self) -> Option<&'static str> {
        Some("pin.left")
    }
}
