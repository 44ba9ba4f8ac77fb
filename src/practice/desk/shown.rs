//! What a view draws of the desk: everything derived, nothing kept.

use super::{Desk, Rules};
use crate::practice::coach::Help;
use crate::practice::device::{Arrived, Device};
use crate::practice::event::At;
use crate::practice::field::Field;
use crate::practice::guard::Stop;
use crate::practice::spec::{Place, ScreenKind, Trouble};
use crate::practice::summary::Line;
use crate::practice::verdict::Verdict;

impl Desk {
    pub fn kind(&self) -> ScreenKind {
        self.kind
    }

    pub fn trouble(&self) -> Trouble {
        self.trouble
    }

    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// What is in an input; nothing when there is no such input.
    pub fn text(&self, at: At) -> &str {
        self.fields.get(at.field).and_then(|field| field.inputs().get(at.part)).map_or("", |input| input.text())
    }

    /// The places on the map, in the order of the options of its field.
    pub fn places(&self) -> &[Place] {
        &self.places
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
        device == Device::Computer || !self.messages(device).is_empty()
    }

    /// What came in on a device, the newest first.
    pub fn messages(&self, device: Device) -> &[Arrived] {
        match device {
            Device::Computer => &[],
            Device::Phone => &self.phone,
            Device::Mail => &self.mail,
            Device::Letter => &self.letter,
        }
    }

    pub fn unread(&self, device: Device) -> usize {
        self.messages(device).iter().filter(|message| message.new).count()
    }

    /// The log-in is blocked until it is "15 minuten later".
    pub fn locked(&self) -> bool {
        matches!(&self.rules, Rules::Login(login) if login.blocked())
    }

    pub fn can_ask_code(&self) -> bool {
        self.kind == ScreenKind::SmsCode
    }

    /// The newest code is too old: only a new one helps.
    pub fn code_expired(&self) -> bool {
        matches!(&self.rules, Rules::SmsCode(sms) if sms.expired())
    }

    /// How many tries are left, where the site counts and one was used.
    pub fn tries_left(&self) -> Option<u8> {
        match &self.rules {
            Rules::Login(login) => login.tries_left(),
            Rules::SmsCode(sms) => sms.tries_left(),
            Rules::Fields => None,
        }
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
