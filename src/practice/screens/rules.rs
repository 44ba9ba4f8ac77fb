//! What a screen of the desk does by itself: one file of rules a screen, all of them behind one trait.

use super::stages::Stages;
use crate::practice::device::{Arrived, Device, What};
use crate::practice::event::{Announcement, Touch};
use crate::practice::input::field::{Field, judge};
use crate::practice::spec::ScreenSpec;
use crate::practice::verdict::{Mistake, Verdict};
use std::any::Any;
use std::fmt::Debug;

/// What stands on the desk, for rules to work on.
#[derive(Debug, Default)]
pub struct Scene {
    pub fields: Vec<Field>,
    pub phone: Vec<Arrived>,
    pub mail: Vec<Arrived>,
    pub letter: Vec<Arrived>,
    /// The screen of a second person.
    pub other: Vec<Arrived>,
    /// What should be heard of what just happened.
    pub said: Vec<Announcement>,
}

impl Scene {
    /// What a screen begins with: its fields, and what came in. The letter lay there already, and so did the other screen.
    pub(in crate::practice) fn laid(spec: &ScreenSpec, fields: Vec<Field>) -> Scene {
        let lay = |ids: &[String]| ids.iter().map(|id| Arrived { what: What::Words(id.clone()), new: false }).collect();
        Scene {
            fields,
            phone: Arrived::words(&spec.phone),
            mail: Arrived::words(&spec.mail),
            letter: lay(spec.letter.as_slice()),
            other: lay(spec.other.as_slice()),
            said: vec![],
        }
    }

    /// What came in on a device, the newest first.
    pub fn inbox(&mut self, device: Device) -> &mut Vec<Arrived> {
        match device {
            // A page shows itself; messages come in elsewhere.
            Device::Computer | Device::Other => &mut self.other,
            Device::Phone => &mut self.phone,
            Device::Mail => &mut self.mail,
            Device::Letter => &mut self.letter,
        }
    }
}

/// The keys of interface words for a field: its label, and what helps to fill it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    pub label: &'static str,
    pub help: Option<&'static str>,
}

impl Label {
    /// A label that says it all.
    pub const fn of(label: &'static str) -> Option<Label> {
        Some(Label { label, help: None })
    }

    /// A label with a line of help under it.
    pub const fn helped(label: &'static str, help: &'static str) -> Option<Label> {
        Some(Label { label, help: Some(help) })
    }
}

/// The rules of one screen, and the keys of what it says by itself. What a screen has no rule for, it leaves as it is here; no default
/// speaks the words of another screen.
pub trait Rules: Debug + Any {
    /// How far one is with the task. (No default: each screen has its own way through it.)
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages;

    /// The desk is set up.
    fn begin(&mut self, _scene: &mut Scene) {}

    /// The screen's own button was pressed.
    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        judge(&mut scene.fields)
    }

    /// Something on the screen was touched. `Some` when that is an answer to be judged.
    fn touch(&mut self, _touch: Touch, _scene: &mut Scene) -> Option<Verdict> {
        None
    }

    /// What is touched to do it right, in order, besides the fields and the button: for a demonstration. Done one after the other it
    /// comes to what `fill_in` does, or so near that the last of it is nothing to point at.
    fn touches(&self, _scene: &Scene) -> Vec<Touch> {
        vec![]
    }

    /// A new code was asked for; `false` when the screen sends none.
    fn send_code(&mut self, _scene: &mut Scene) -> bool {
        false
    }

    /// "Het is 15 minuten later", or some days; `false` when nothing waited for it.
    fn later(&mut self, _scene: &mut Scene) -> bool {
        false
    }

    /// Fills in what the exercise asks for now.
    fn fill_in(&mut self, scene: &mut Scene) {
        scene.fields.iter_mut().for_each(Field::fill_in);
    }

    /// The screen has no button of its own: once it is shown how, it is done.
    fn shown_is_done(&self) -> bool {
        false
    }

    /// Once it is done one may still look around in it.
    fn stays_open(&self) -> bool {
        false
    }

    /// Nothing can be typed until it is later.
    fn locked(&self) -> bool {
        false
    }

    /// A new code can be asked for.
    fn can_ask_code(&self) -> bool {
        false
    }

    /// The newest code is too old: only a new one helps.
    fn expired(&self) -> bool {
        false
    }

    /// How often one may still try, where the site counts and one try was used.
    fn tries_left(&self) -> Option<u8> {
        None
    }

    /// The key of the words on the screen's own button, where the flow has none of its own.
    fn button(&self) -> &'static str {
        "form.next"
    }

    /// The keys of the words of a field that the screen makes itself; `None` where the flow has them.
    fn label(&self, _field: &str) -> Option<Label> {
        None
    }

    /// The key of what is heard; `None` for what is seen to happen, or is said in another way.
    fn said(&self, announcement: Announcement) -> Option<&'static str> {
        announcement.key()
    }

    /// The key of what this screen says to a mistake; `None` where the general words (`mistake.<id>`) fit.
    fn on_mistake(&self, _mistake: Mistake) -> Option<&'static str> {
        None
    }

    /// The key of what it says about the tries that are left; every screen that counts them has one.
    fn tries_words(&self) -> Option<&'static str> {
        None
    }
}
