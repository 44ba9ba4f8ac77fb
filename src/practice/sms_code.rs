//! Six digits that come in on the phone, a new code for each try; and codes that are wrong or too old on purpose.

use super::device::{Arrived, What};
use super::field::{Field, judge};
use super::gate::Forgiving;
use super::spec::{FieldKind, Trouble};
use super::verdict::{Mistake, Verdict};

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
    pub(super) fn send(&mut self, field: &mut Field, phone: &mut Vec<Arrived>) {
        let code = code(self.sent);
        self.sent += 1;
        self.tries_left = TRIES;
        self.expired = false;
        phone.insert(0, Arrived { what: What::Code(shown(&code)), new: true });
        if let Some(oldest) = phone.iter().rposition(|message| matches!(message.what, What::Code(_)))
            && oldest >= KEPT
        {
            phone.remove(oldest);
        }
        let most = KEPT.min(self.sent as usize);
        field.clear();
        field.inputs.iter_mut().for_each(|input| input.gate.issue(code.clone(), most));
    }

    /// How many codes were sent.
    pub fn sent(&self) -> u32 {
        self.sent
    }

    pub fn expired(&self) -> bool {
        self.expired
    }

    /// How many tries are left, once one was used.
    pub fn tries_left(&self) -> Option<u8> {
        (self.tries_left < TRIES).then_some(self.tries_left)
    }

    /// The code was typed and sent. After three wrong ones a new code comes by itself.
    pub(super) fn submit(&mut self, fields: &mut [Field], phone: &mut Vec<Arrived>) -> Verdict {
        let verdict = judge(fields);
        let Some(field) = fields.first_mut() else { return Verdict::Right };
        match verdict {
            Verdict::Right if self.is_old(field) && !self.expired => {
                field.clear();
                self.refuse(field, Mistake::OldCode, false)
            }
            Verdict::Right if self.expired => self.refuse(field, Mistake::Expired, true),
            Verdict::Right => match std::mem::take(&mut self.trouble) {
                Trouble::WrongCode => {
                    self.send(field, phone);
                    self.refuse(field, Mistake::OldCode, true)
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
                    self.send(field, phone);
                }
                verdict.with(|fault| fault.tries_left = Some(tries_left))
            }
            Verdict::Incomplete(_) => verdict,
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
