//! A demonstration: what is to be done, deed after deed, as somebody does it who can do it. The desk knows the deeds and does them on
//! itself; a view draws the hand, and says when the next one comes.
//!
//! Nothing of it is an answer, and nothing of it goes through the gate. Whatever the visitor does themselves ends it, with all filled in.

use super::Desk;
use crate::practice::coach::Help;
use crate::practice::device::Device;
use crate::practice::event::{At, Touch};
use crate::practice::input::field::Field;
use crate::practice::screens;
use crate::practice::screens::rules::{Rules, Scene};
use crate::practice::spec::{Place, ScreenKind};

/// One deed of a demonstration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// A device comes to the front, and what is on it is read.
    Look(Device),
    /// An input gets its text, a letter at a time.
    Type(At),
    Pick {
        field: usize,
        option: usize,
    },
    Tick {
        field: usize,
    },
    /// Something on a drawn device, as this very screen has it.
    Touch(Touch),
    AskCode,
    /// "Het is 15 minuten later", or some days.
    Later,
    /// The screen's own button: pointed at and not pressed, since nobody answered.
    Press,
}

/// What a demonstration that runs has to know.
#[derive(Debug)]
pub(super) struct Demonstration {
    /// What comes to stand in each input.
    goal: Vec<(At, String)>,
}

impl Desk {
    /// The deeds that fill this screen in, in their order. None where there is nothing to do but to read.
    pub fn deeds(&self) -> Vec<Deed> {
        self.plan().0
    }

    /// Begins a demonstration for who looks on: the desk is as it was before anything was done. The deeds to [`Desk::perform`]; none
    /// where the visitor works, and when it is right already.
    pub fn demonstrate(&mut self) -> Vec<Deed> {
        self.complete();
        if !self.coach.filled_in() || self.passed {
            return vec![];
        }
        let (deeds, goal) = self.plan();
        if !deeds.is_empty() {
            (self.rules, self.scene) = self.afresh();
            self.verdict = None;
            self.demonstration = Some(Demonstration { goal });
        }
        deeds
    }

    /// "Laat zien" has just filled in the fields: empties them, to be typed before somebody's eyes. The deeds to [`Desk::perform`].
    pub fn retype(&mut self) -> Vec<Deed> {
        self.complete();
        if self.passed || self.coach.filled_in() || self.help() != Help::Shown {
            return vec![];
        }
        let goal = typed(&self.scene);
        let deeds: Vec<Deed> = goal.iter().map(|(at, _)| Deed::Type(*at)).collect();
        if !deeds.is_empty() {
            self.scene.fields.iter_mut().for_each(Field::clear);
            self.demonstration = Some(Demonstration { goal });
        }
        deeds
    }

    /// Whether a demonstration runs.
    pub fn demonstrating(&self) -> bool {
        self.demonstration.is_some()
    }

    /// Does a deed, or of a text one more letter: `true` when more letters follow. `None` when the demonstration was ended.
    pub fn perform(&mut self, deed: Deed) -> Option<bool> {
        let goal = &self.demonstration.as_ref()?.goal;
        let mut more = false;
        match deed {
            Deed::Look(device) => self.scene.inbox(device).iter_mut().for_each(|message| message.new = false),
            Deed::Type(at) => {
                let goal = goal.iter().find(|(of, _)| *of == at).map_or("", |(_, goal)| goal);
                let input = self.scene.fields.get_mut(at.field).and_then(|field| field.inputs.get_mut(at.part));
                if let Some(input) = input {
                    let typed = input.text().chars().count();
                    let mut left = goal.chars().skip(typed);
                    if let Some(letter) = left.next() {
                        input.buffer.push_str(letter.encode_utf8(&mut [0; 4]));
                    }
                    more = left.next().is_some();
                }
            }
            Deed::Pick { field, option } => {
                if let Some(field) = self.scene.fields.get_mut(field) {
                    field.picked = Some(option);
                }
            }
            Deed::Tick { field } => {
                if let Some(field) = self.scene.fields.get_mut(field) {
                    field.ticked = true;
                }
            }
            Deed::Touch(touch) => {
                // Right or not, nobody answered.
                let _ = self.rules.touch(touch, &mut self.scene);
            }
            Deed::AskCode => {
                self.rules.send_code(&mut self.scene);
            }
            Deed::Later => {
                self.rules.later(&mut self.scene);
            }
            Deed::Press => {}
        }
        self.scene.said.clear();
        Some(more)
    }

    /// Ends the demonstration: all that it would have filled in stands there. Nothing when there is none.
    pub fn complete(&mut self) {
        if self.demonstration.take().is_some() {
            bring_on(&mut *self.rules, &mut self.scene);
            self.rules.fill_in(&mut self.scene);
            self.scene.said.clear();
        }
    }

    pub(super) fn afresh(&self) -> (Box<dyn Rules>, Scene) {
        let (mut rules, fields) = screens::set_up(&self.spec, self.persona, self.today);
        let mut scene = Scene::laid(&self.spec, fields);
        rules.begin(&mut scene);
        scene.said.clear();
        (rules, scene)
    }

    /// The deeds, and what comes to stand in the inputs: found on a second desk, which the screen's own rules fill in.
    fn plan(&self) -> (Vec<Deed>, Vec<(At, String)>) {
        let (mut rules, mut scene) = self.afresh();
        let kind = self.spec.kind;
        let mut deeds = bring_on(&mut *rules, &mut scene);
        let home = self.home();
        let mut touches = rules.touches(&scene);
        let mut read = vec![];
        for device in [Device::Phone, Device::Mail, Device::Letter] {
            let app = device == Device::Phone && kind == ScreenKind::PairingCode;
            if device != home && (app || !scene.inbox(device).is_empty()) {
                read.push(Deed::Look(device));
            }
        }
        // A letter is opened where it lies, before one goes back to the screen.
        if touches.first() == Some(&Touch::EnvelopeOpened) {
            read.push(Deed::Touch(touches.remove(0)));
            rules.touch(Touch::EnvelopeOpened, &mut scene);
        }
        for touch in &touches {
            let _ = rules.touch(*touch, &mut scene);
        }
        let begin: Vec<(Option<usize>, bool)> = scene.fields.iter().map(|field| (field.picked, field.ticked)).collect();
        rules.fill_in(&mut scene);
        let goal = typed(&scene);
        let mut fields = vec![];
        for (index, (field, (picked, ticked))) in scene.fields.iter().zip(begin).enumerate() {
            fields.extend(goal.iter().filter(|(at, _)| at.field == index).map(|(at, _)| Deed::Type(*at)));
            fields.extend(
                field.picked.filter(|_| field.picked != picked).map(|option| Deed::Pick { field: index, option }),
            );
            fields.extend((field.ticked && !ticked).then_some(Deed::Tick { field: index }));
        }
        let presses = !rules.shown_is_done() && kind != ScreenKind::Confirmation;
        if touches.is_empty() && fields.is_empty() && !presses {
            return (vec![], goal);
        }
        if !read.is_empty() {
            deeds.append(&mut read);
            deeds.push(Deed::Look(home));
        }
        deeds.extend(touches.into_iter().map(Deed::Touch));
        deeds.append(&mut fields);
        deeds.extend(presses.then_some(Deed::Press));
        (deeds, goal)
    }

    /// The device on which this screen is worked at.
    pub fn home(&self) -> Device {
        if self.spec.kind.place() == Place::App { Device::Phone } else { Device::Computer }
    }
}

/// Brings what the exercise waits for: what comes later, and a code that counts. What had to be done for it.
pub(super) fn bring_on(rules: &mut dyn Rules, scene: &mut Scene) -> Vec<Deed> {
    let mut deeds = vec![];
    deeds.extend(rules.later(scene).then_some(Deed::Later));
    if rules.expired() {
        deeds.extend(rules.send_code(scene).then_some(Deed::AskCode));
        // A letter takes some days.
        deeds.extend(rules.later(scene).then_some(Deed::Later));
    }
    deeds
}

/// What stands in the inputs that are not empty.
fn typed(scene: &Scene) -> Vec<(At, String)> {
    let inputs = scene.fields.iter().enumerate().flat_map(|(index, field)| {
        field.inputs.iter().enumerate().map(move |(part, input)| (At::new(index, part), input.text().to_owned()))
    });
    inputs.filter(|(_, text)| !text.is_empty()).collect()
}
