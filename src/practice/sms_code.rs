//! Six digits that come in on the phone, a new code for each try; and codes that are wrong or too old on purpose.

use super::device::{Arrived, Device, What};
use super::event::Announcement;
use super::field::{Field, judge};
use super::gate::Forgiving;
use super::rules::{Rules, Scene};
use super::spec::{FieldKind, Trouble};
use super::verdict::{Mistake, Verdict};
use std::any::Any;

const TRIES: u8 = 3;
/// So many codes are kept, on the phone and in the gate.
pub const KEPT: usize = 6;

/// The codes that were sent, and how the site takes them.
#[derive(Debug)]
pub struct SmsCode {
    sent: u32,
    tries_left: u8,
    /// What will still go wrong on purpose.
    trouble: Trouble,
    /// The newest code is too old.
    expired: bool,
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

impl SmsCode {
    pub fn new(trouble: Trouble) -> SmsCode {
        SmsCode { sent: 0, tries_left: TRIES, trouble, expired: false }
    }

    pub fn field() -> Field {
        // The codes come with `send`; this one is replaced by the first, and is as long as any.
        Field::typed("code", FieldKind::Text, &[&code(0)], Forgiving { case: true, spaces: true })
    }

    /// Sends a new code to the phone; only this one counts from now on.
    fn send(&mut self, scene: &mut Scene) {
        let code = code(self.sent);
        self.sent += 1;
        self.tries_left = TRIES;
        self.expired = false;
        let phone = &mut scene.phone;
        phone.insert(0, Arrived { what: What::Code(shown(&code)), new: true });
        if let Some(oldest) = phone.iter().rposition(|message| matches!(message.what, What::Code(_)))
            && oldest >= KEPT
        {
            phone.remove(oldest);
        }
        scene.said.push(Announcement::NewMessage(Device::Phone));
        let most = KEPT.min(self.sent as usize);
        if let Some(field) = scene.fields.first_mut() {
            field.clear();
            field.inputs.iter_mut().for_each(|input| input.gate.issue(code.clone(), most));
        }
    }

    /// Whether an older code than the newest was typed in full.
    fn is_old(&self, field: &Field) -> bool {
        field
            .inputs
            .first()
            .is_some_and(|input| input.gate.values().first().is_none_or(|newest| newest != input.text()))
    }

    fn refuse(&self, field: &mut Field, mistake: Mistake, on_purpose: bool) -> Verdict {
        field.mistake = Some(mistake);
        mistake.at(0).with(|fault| fault.on_purpose = on_purpose)
    }
}

impl Rules for SmsCode {
    fn begin(&mut self, scene: &mut Scene) {
        self.send(scene);
    }

    /// The code was typed and sent. After three wrong ones a new code comes by itself.
    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        let verdict = judge(&mut scene.fields);
        let Some(field) = scene.fields.first_mut() else { return Verdict::Right };
        match verdict {
            Verdict::Right if self.is_old(field) && !self.expired => {
                field.clear();
                self.refuse(field, Mistake::OldCode, false)
            }
            Verdict::Right if self.expired => self.refuse(field, Mistake::Expired, true),
            Verdict::Right => match std::mem::take(&mut self.trouble) {
                Trouble::WrongCode => {
                    self.send(scene);
                    self.refuse(&mut scene.fields[0], Mistake::OldCode, true)
                }
                Trouble::ExpiredCode => {
                    self.expired = true;
                    field.clear();
                    self.refuse(field, Mistake::Expired, true)
                }
                _ => Verdict::Right,
            },
            Verdict::Wrong(_) => {
                let tries_left = self.tries_left.saturating_sub(1);
                self.tries_left = tries_left;
                if tries_left == 0 {
                    self.send(scene);
                    scene.said.push(Announcement::Restarted);
                }
                verdict.with(|fault| fault.tries_left = Some(tries_left))
            }
            Verdict::Incomplete(_) => verdict,
        }
    }

    fn send_code(&mut self, scene: &mut Scene) -> bool {
        self.send(scene);
        true
    }

    fn can_ask_code(&self) -> bool {
        true
    }

    fn expired(&self) -> bool {
        self.expired
    }

    fn tries_left(&self) -> Option<u8> {
        (self.tries_left < TRIES).then_some(self.tries_left)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
