//! Six digits that come in on the phone, by message or by a call, a new code for each try; and codes that do not come, are
//! wrong or too old on purpose.

use super::code;
use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::device::{Arrived, Device, What};
use crate::practice::event::{Announcement, Touch};
use crate::practice::input::field::{Field, judge};
use crate::practice::persona::Persona;
use crate::practice::spec::{ScreenSpec, Trouble};
use crate::practice::verdict::{Mistake, Verdict};

/// So many codes are kept, on the phone and in the gate.
pub const KEPT: usize = 6;

/// The codes that were sent, and how the site takes them.
#[derive(Debug)]
pub struct SmsCode {
    /// The number of the next code.
    next: u32,
    /// The number of the first code that came; the ones before it got lost.
    first: u32,
    tries_left: u8,
    /// Three tries with the note are rehearsed.
    rehearses_note: bool,
    /// What will still go wrong on purpose.
    trouble: Trouble,
    /// No code came yet, or the newest is too old.
    expired: bool,
    /// The wrong code on the note.
    note: Option<String>,
    ringing: bool,
    /// Three wrong codes: no more for now.
    blocked: bool,
}

/// The code with that number, counted from 0: 111222, 222333, … Nobody can take these for a real one, and no two that
/// follow each other within 72 are the same.
pub fn code(number: u32) -> String {
    let first = number % 9;
    let second = (first + 1 + number / 9 % 8) % 9;
    [first, second].into_iter().flat_map(|digit| [char::from(b'1' + digit as u8); 3]).collect()
}

/// The code as the phone shows it: `111 222`.
pub fn shown(code: &str) -> String {
    let (first, second) = code.split_at(3);
    [first, " ", second].concat()
}

/// The code as a voice reads it: `1 1 1 2 2 2`.
pub fn spoken(code: &str) -> String {
    code.chars().flat_map(|digit| [digit, ' ']).collect::<String>().trim_end().to_owned()
}

impl SmsCode {
    pub fn new(persona: &Persona, trouble: Trouble) -> SmsCode {
        // The first one of all was sent, and is lost on its way.
        let first = u32::from(trouble == Trouble::NoSms);
        let note = persona.get("oldSmsCode").filter(|_| trouble == Trouble::CodeThrice);
        SmsCode {
            next: first,
            first,
            tries_left: code::TRIES,
            rehearses_note: trouble == Trouble::CodeThrice,
            trouble,
            expired: false,
            note: note.map(|note| note.replace(' ', "")),
            ringing: false,
            blocked: false,
        }
    }

    /// The field for the digits.
    pub fn field() -> Field {
        code::field(&code(0))
    }

    /// The phone rings, and waits to be picked up.
    pub fn ringing(&self) -> bool {
        self.ringing
    }

    /// Sends a new code to the phone; only this one counts from now on.
    fn send(&mut self, scene: &mut Scene) {
        let code = code(self.next);
        self.issue(scene, What::Code(shown(&code)));
        scene.said.push(Announcement::NewMessage(Device::Phone));
    }

    fn issue(&mut self, scene: &mut Scene, what: What) {
        self.next += 1;
        self.tries_left = code::TRIES;
        self.expired = false;
        self.ringing = false;
        let phone = &mut scene.phone;
        phone.insert(0, Arrived { what, new: true });
        if let Some(oldest) = phone.iter().rposition(|message| !matches!(message.what, What::Words(_)))
            && oldest >= KEPT
        {
            phone.remove(oldest);
        }
        let codes: Vec<String> = (self.first..self.next).rev().take(KEPT).map(code).chain(self.note.clone()).collect();
        code::accept(scene, &codes);
    }

    /// A wrong code. After three a new one comes by itself; where that is rehearsed, the site stops for now.
    fn count(&mut self, scene: &mut Scene, verdict: Verdict) -> Verdict {
        self.tries_left = self.tries_left.saturating_sub(1);
        let left = self.tries_left;
        let verdict = if left > 0 {
            verdict
        } else if self.trouble == Trouble::CodeThrice {
            self.trouble = Trouble::None;
            self.blocked = true;
            self.ringing = false;
            code::clear(scene);
            code::refuse(scene, Mistake::Blocked, true)
        } else {
            self.send(scene);
            scene.said.push(Announcement::Restarted);
            verdict
        };
        verdict.with(|fault| fault.tries_left = Some(left))
    }

    /// A code that fits: it may still be too old, or the one of the note.
    fn take(&mut self, scene: &mut Scene) -> Verdict {
        let typed = code::typed(scene);
        let noted = self.note.as_deref() == Some(typed);
        let newest = self.next.checked_sub(1).is_some_and(|newest| code(newest) == typed);
        if noted && self.trouble == Trouble::CodeThrice {
            code::clear(scene);
            let refused = code::refuse(scene, Mistake::OldCode, true);
            return self.count(scene, refused);
        }
        if self.expired {
            return code::refuse(scene, Mistake::Expired, true);
        }
        if !newest {
            code::clear(scene);
            return code::refuse(scene, Mistake::OldCode, false);
        }
        match self.trouble {
            Trouble::WrongCode => {
                self.trouble = Trouble::None;
                self.send(scene);
                code::refuse(scene, Mistake::OldCode, true)
            }
            Trouble::ExpiredCode => {
                self.trouble = Trouble::None;
                self.expired = true;
                code::clear(scene);
                code::refuse(scene, Mistake::Expired, true)
            }
            _ => Verdict::Right,
        }
    }
}

impl Rules for SmsCode {
    /// The message is read, the field full; where something goes wrong: it went wrong, and what helps is done.
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages {
        let rehearsed = self.trouble == Trouble::None;
        let newest = scene.phone.first().filter(|message| !matches!(message.what, What::Words(_)));
        let read = newest.is_some_and(|message| !message.new || matches!(message.what, What::Call(_)));
        match spec.trouble {
            Trouble::NoSms => Some(vec![self.ringing || newest.is_some(), read || stages::begun(scene)]),
            Trouble::WrongCode => Some(vec![rehearsed, read || stages::begun(scene)]),
            Trouble::ExpiredCode => Some(vec![rehearsed, rehearsed && !self.expired]),
            Trouble::CodeThrice => Some(vec![rehearsed, rehearsed && !self.blocked]),
            _ => stages::read_and_typed(read, scene),
        }
    }

    fn begin(&mut self, scene: &mut Scene) {
        if self.trouble == Trouble::NoSms {
            self.expired = true;
            code::accept(scene, &[]);
        } else {
            self.send(scene);
        }
    }

    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        if self.blocked {
            return code::refuse(scene, Mistake::Blocked, true).with(|fault| fault.tries_left = Some(0));
        }
        if self.next == self.first {
            return code::refuse(scene, Mistake::NoCode, true);
        }
        match judge(&mut scene.fields) {
            Verdict::Right => self.take(scene),
            verdict @ Verdict::Wrong(_) => self.count(scene, verdict),
            verdict => verdict,
        }
    }

    /// "Bel mij met de code", and picking up.
    fn touch(&mut self, touch: Touch, scene: &mut Scene) -> Option<Verdict> {
        match touch {
            Touch::CallAsked if !self.blocked => {
                self.ringing = true;
                scene.said.push(Announcement::Ringing);
            }
            Touch::CallAnswered if self.ringing => {
                let code = code(self.next);
                self.issue(scene, What::Call(spoken(&code)));
                scene.said.push(Announcement::CodeRead);
            }
            _ => {}
        }
        None
    }

    fn send_code(&mut self, scene: &mut Scene) -> bool {
        if !self.blocked {
            self.send(scene);
        }
        !self.blocked
    }

    fn later(&mut self, scene: &mut Scene) -> bool {
        let blocked = std::mem::take(&mut self.blocked);
        if blocked {
            scene.said.push(Announcement::Unlocked);
            self.send(scene);
        }
        blocked
    }

    /// The note first, the phone afterwards.
    fn fill_in(&mut self, scene: &mut Scene) {
        match &self.note {
            _ if self.blocked => code::clear(scene),
            Some(note) if self.trouble == Trouble::CodeThrice => code::fill_in(scene, note),
            _ => scene.fields.iter_mut().for_each(Field::fill_in),
        }
    }

    fn locked(&self) -> bool {
        self.blocked
    }

    fn can_ask_code(&self) -> bool {
        !self.blocked
    }

    fn expired(&self) -> bool {
        self.expired
    }

    fn tries_left(&self) -> Option<u8> {
        (self.tries_left < code::TRIES).then_some(self.tries_left)
    }

    fn button(&self) -> &'static str {
        code::BUTTON
    }

    fn label(&self, _field: &str) -> Option<Label> {
        Label::helped("sms.label", "sms.help")
    }

    fn said(&self, announcement: Announcement) -> Option<&'static str> {
        match announcement {
            Announcement::Unlocked => Some("sms.unlocked"),
            other => other.key(),
        }
    }

    fn on_mistake(&self, mistake: Mistake) -> Option<&'static str> {
        match mistake {
            Mistake::OldCode if self.rehearses_note => Some(code::NOTE),
            Mistake::Differs { .. } => Some("mistake.sms.differs"),
            Mistake::Blocked => Some("mistake.sms.blocked"),
            _ => None,
        }
    }

    fn tries_words(&self) -> Option<&'static str> {
        Some(if self.rehearses_note { "sms.left.stop" } else { "sms.left" })
    }
}
