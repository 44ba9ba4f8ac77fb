//! A document that the phone reads: choose it, hold it against the phone, and go on holding it.

use super::rules::{Rules, Scene};
use super::stages::Stages;
use crate::practice::event::Touch;
use crate::practice::input::field::{Field, judge};
use crate::practice::spec::{FieldKind, ScreenSpec, Trouble};
use crate::practice::verdict::{Fault, Mistake, Verdict};

/// In so many steps the phone reads a document.
pub const STEPS: u8 = 3;

/// How far the phone is.
#[derive(Debug)]
pub struct IdCheck {
    read: u8,
    /// The card will be taken away too early on purpose.
    slips: bool,
}

/// The documents; the phone reads one of them.
pub fn field(spec: &ScreenSpec) -> Field {
    let (options, right) = (spec.options.clone(), spec.right.as_deref());
    Field::pick("document", FieldKind::Choice, options, right, Mistake::WrongDocument)
}

impl IdCheck {
    pub fn new(trouble: Trouble) -> IdCheck {
        IdCheck { read: 0, slips: trouble == Trouble::MovedAway }
    }

    /// How many steps are read; none while the document is not held against the phone.
    pub fn read(&self) -> u8 {
        self.read
    }

    fn moved_away(&mut self, on_purpose: bool) -> Option<Verdict> {
        self.read = 0;
        Some(Verdict::Wrong(Fault { field: 0, mistake: Mistake::MovedAway, tries_left: None, on_purpose }))
    }
}

impl Rules for IdCheck {
    /// A document is chosen, and held; or taken away too early, where that is rehearsed.
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages {
        let chosen = scene.fields.iter().all(Field::is_right);
        let held = if spec.trouble == Trouble::MovedAway { !self.slips } else { self.read > 0 };
        Some(vec![chosen, held])
    }

    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        match judge(&mut scene.fields) {
            Verdict::Right if self.read < STEPS => Mistake::Empty.at(0),
            verdict => verdict,
        }
    }

    fn touch(&mut self, touch: Touch, scene: &mut Scene) -> Option<Verdict> {
        match touch {
            // A document is laid ready; a wrong one is told at once.
            Touch::Tapped(option) => {
                let field = scene.fields.first_mut()?;
                let picked = (option < field.options().len()).then_some(option);
                if field.picked != picked {
                    self.read = 0;
                }
                field.picked = picked;
                Some(judge(&mut scene.fields)).filter(|verdict| *verdict != Verdict::Right)
            }
            Touch::Held => {
                let verdict = judge(&mut scene.fields);
                if verdict != Verdict::Right {
                    self.read = 0;
                    return Some(verdict);
                }
                if self.slips && self.read + 1 == STEPS {
                    self.slips = false;
                    return self.moved_away(true);
                }
                self.read = (self.read + 1).min(STEPS);
                (self.read == STEPS).then_some(Verdict::Right)
            }
            Touch::LetGo if self.read > 0 => self.moved_away(false),
            _ => None,
        }
    }

    /// All but the last moment of reading, in which it may be taken away too early.
    fn touches(&self, scene: &Scene) -> Vec<Touch> {
        let document = scene.fields.first().and_then(Field::answer);
        document.map(Touch::Tapped).into_iter().chain([Touch::Held; STEPS as usize - 1]).collect()
    }

    fn fill_in(&mut self, scene: &mut Scene) {
        scene.fields.iter_mut().for_each(Field::fill_in);
        self.slips = false;
        self.read = STEPS;
    }

    fn shown_is_done(&self) -> bool {
        true
    }

    fn on_mistake(&self, mistake: Mistake) -> Option<&'static str> {
        (mistake == Mistake::WrongDocument).then_some("id.wrong")
    }
}
