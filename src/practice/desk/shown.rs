//! What a view draws of the desk: everything derived, nothing kept.

use super::Desk;
use crate::practice::coach::Help;
use crate::practice::device::{Arrived, Device};
use crate::practice::event::Announcement;
use crate::practice::event::At;
use crate::practice::input::field::Field;
use crate::practice::input::sensitive_numbers::Stop;
use crate::practice::screens::rules::{Label, Rules};
use crate::practice::screens::stages;
use crate::practice::screens::summary::Line;
use crate::practice::spec::{MapPlace, Place, ScreenKind, ScreenSpec, Trouble};
use crate::practice::verdict::{Mistake, Verdict};
use std::any::Any;

impl Desk {
    pub fn kind(&self) -> ScreenKind {
        self.spec.kind
    }

    pub fn trouble(&self) -> Trouble {
        self.spec.trouble
    }

    /// The screen as the flow declares it.
    pub fn spec(&self) -> &ScreenSpec {
        &self.spec
    }

    /// The rules of this very screen, for its own face; `None` when the screen is another one.
    pub fn screen<R: Rules>(&self) -> Option<&R> {
        (&*self.rules as &dyn Any).downcast_ref()
    }

    /// Which of so many parts of the task is to be done now, from 0; all of them once it is right. `None` where nothing tells: who only
    /// looks, and on a screen that is only read.
    pub fn part(&self, parts: usize) -> Option<usize> {
        let stages = self.rules.stages(&self.scene, &self.spec).filter(|_| !self.coach.filled_in())?;
        Some(if self.passed { parts } else { stages::part(&stages, parts) })
    }

    pub fn fields(&self) -> &[Field] {
        &self.scene.fields
    }

    /// What is in an input; nothing when there is no such input.
    pub fn text(&self, at: At) -> &str {
        self.scene.fields.get(at.field).and_then(|field| field.inputs().get(at.part)).map_or("", |input| input.text())
    }

    /// Whether nothing stands in any input.
    pub fn is_blank(&self) -> bool {
        self.scene.fields.iter().flat_map(Field::inputs).all(|input| input.text().is_empty())
    }

    /// The first input, or choice, that is not right at the last try.
    pub fn first_wrong(&self) -> Option<At> {
        let index = self.fields().iter().position(|field| field.mistake().is_some())?;
        let field = &self.fields()[index];
        Some(At::new(index, field.picked().unwrap_or_else(|| field.wrong_part())))
    }

    /// The places on the map, in the order of the options of its field.
    pub fn places(&self) -> &[MapPlace] {
        &self.spec.places
    }

    /// The lines of a summary.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The number on a confirmation.
    pub fn number(&self) -> Option<&str> {
        self.number.as_deref()
    }

    pub fn has(&self, device: Device) -> bool {
        match device {
            // What is judged stands on a device of its own, see `view/practice/judge.rs`.
            Device::Computer if self.spec.kind.place() == Place::Aside => false,
            // An app is alone on the phone, unless the flow says what the computer shows meanwhile.
            Device::Computer => self.spec.kind.place() != Place::App || self.spec.computer.is_some(),
            Device::Phone => {
                matches!(self.spec.kind.place(), Place::App | Place::SiteAndPhone) || !self.messages(device).is_empty()
            }
            // It may still have to come.
            Device::Letter if self.spec.letter.is_some() => true,
            _ => !self.messages(device).is_empty(),
        }
    }

    /// What came in on a device, the newest first.
    pub fn messages(&self, device: Device) -> &[Arrived] {
        match device {
            Device::Computer => &[],
            Device::Phone => &self.scene.phone,
            Device::Mail => &self.scene.mail,
            Device::Letter => &self.scene.letter,
            Device::Other => &self.scene.other,
        }
    }

    pub fn unread(&self, device: Device) -> usize {
        self.messages(device).iter().filter(|message| message.new).count()
    }

    /// Nothing can be typed until it is "15 minuten later", or some days, or a new letter is asked for.
    pub fn locked(&self) -> bool {
        self.rules.locked()
    }

    pub fn can_ask_code(&self) -> bool {
        self.rules.can_ask_code()
    }

    /// The newest code is too old: only a new one helps.
    pub fn code_expired(&self) -> bool {
        self.rules.expired()
    }

    /// How many tries are left, where the site counts and one was used.
    pub fn tries_left(&self) -> Option<u8> {
        self.rules.tries_left()
    }

    /// The key of the words on the screen's own button.
    pub fn button(&self) -> &'static str {
        self.rules.button()
    }

    /// The keys of the words of a field, where the flow has none.
    pub fn label(&self, field: &str) -> Option<Label> {
        self.rules.label(field)
    }

    /// The key of what is heard when this happened.
    pub fn said(&self, announcement: Announcement) -> Option<&'static str> {
        self.rules.said(announcement)
    }

    /// The key of what the screen says to a mistake.
    pub fn on_mistake(&self, mistake: Mistake) -> &'static str {
        self.rules.on_mistake(mistake).unwrap_or(mistake.key())
    }

    /// The key of what it says about the tries that are left.
    pub fn tries_words(&self) -> Option<&'static str> {
        self.rules.tries_words()
    }

    /// The answer to the last try, until something changes.
    pub fn verdict(&self) -> Option<&Verdict> {
        self.verdict.as_ref()
    }

    /// Real-looking data came in: the screen that explains it is open.
    pub fn stop(&self) -> Option<Stop> {
        self.stop
    }

    pub fn hint_shown(&self) -> bool {
        self.coach.hint_shown()
    }

    pub fn hint_offered(&self) -> bool {
        self.coach.hint_offered()
    }

    pub fn show_offered(&self) -> bool {
        self.coach.show_offered()
    }

    /// The help that should stand out now.
    pub fn urged(&self) -> Option<Help> {
        self.coach.urged()
    }

    /// The help that was used: what the flow keeps as the answer.
    pub fn help(&self) -> Help {
        self.coach.help()
    }

    pub fn passed(&self) -> bool {
        self.passed
    }
}
