//! A code in a letter: waiting for it, opening the envelope, and a letter that is older, too old, or wrong.

use super::code;
use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::device::{Arrived, Device, What};
use crate::practice::event::{Announcement, Touch};
use crate::practice::input::field::{Field, judge};
use crate::practice::persona::Persona;
use crate::practice::spec::{ScreenSpec, Trouble};
use crate::practice::verdict::{Mistake, Verdict};

/// The letters, and how the site takes their codes.
#[derive(Debug)]
pub struct LetterCode {
    code: &'static str,
    /// The code of the older letter.
    old_code: &'static str,
    letter: Option<String>,
    old_letter: Option<String>,
    sealed: bool,
    /// What will still go wrong on purpose.
    trouble: Trouble,
    /// Three tries with the older letter are rehearsed.
    rehearses_note: bool,
    /// The letter is on its way.
    waiting: bool,
    /// The letter lies on the desk.
    here: bool,
    /// It is in its envelope.
    closed: bool,
    /// The code was refused as too old.
    expired: bool,
    /// Three wrong codes.
    blocked: bool,
    tries_left: u8,
}

impl LetterCode {
    pub fn new(persona: &'static Persona, spec: &ScreenSpec) -> LetterCode {
        let key = spec.code.as_deref().unwrap_or("activationCode");
        let renews = matches!(spec.trouble, Trouble::ExpiredCode | Trouble::CodeThrice);
        // A letter that is of no use lies there alone; the good one comes when it is asked for.
        let only_old = renews && spec.old_letter.is_some();
        let waiting = spec.wait && !only_old;
        LetterCode {
            code: persona.get(key).unwrap_or_default(),
            old_code: persona.get(&code::old_key(key)).unwrap_or_default(),
            letter: spec.letter.clone(),
            old_letter: spec.old_letter.clone(),
            sealed: spec.sealed,
            trouble: spec.trouble,
            rehearses_note: spec.trouble == Trouble::CodeThrice,
            waiting,
            here: !waiting && !only_old,
            closed: spec.sealed,
            expired: false,
            blocked: false,
            tries_left: code::TRIES,
        }
    }

    /// The field for the code.
    pub fn field(&self) -> Field {
        code::field(self.code)
    }

    /// The letter was sent, and is not there yet.
    pub fn waiting(&self) -> bool {
        self.waiting
    }

    /// The newest letter on the desk is in its envelope.
    pub fn closed(&self) -> bool {
        self.here && self.closed
    }

    /// Three wrong codes: only a new letter helps.
    pub fn blocked(&self) -> bool {
        self.blocked
    }

    /// Puts the letters that are there on the desk, the newest first; only what can be read there can be typed.
    fn lay(&self, scene: &mut Scene, new: bool) {
        let lying = |id: &Option<String>, new| id.clone().map(|id| Arrived { what: What::Words(id), new });
        let letter = lying(&self.letter, new).filter(|_| self.here);
        scene.letter = letter.into_iter().chain(lying(&self.old_letter, false)).collect();
        let newest = (self.here && !self.closed).then_some(self.code);
        let old = self.old_letter.as_ref().map(|_| self.old_code);
        let codes: Vec<String> = newest.into_iter().chain(old).map(str::to_owned).collect();
        code::accept(scene, &codes);
    }

    fn open(&mut self, scene: &mut Scene) {
        self.closed = false;
        self.lay(scene, false);
    }

    /// A wrong code where three are rehearsed.
    fn count(&mut self, scene: &mut Scene, verdict: Verdict) -> Verdict {
        self.tries_left = self.tries_left.saturating_sub(1);
        let left = self.tries_left;
        self.blocked = left == 0;
        code::clear(scene);
        let verdict = if self.blocked { code::refuse(scene, Mistake::Blocked, true) } else { verdict };
        verdict.with(|fault| fault.tries_left = Some(left))
    }
}

impl Rules for LetterCode {
    /// The letter is there, the envelope open, or the field full; of one that is of no use: it was refused, and another one came.
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages {
        let asked = self.trouble == Trouble::None;
        match spec.trouble {
            Trouble::ExpiredCode | Trouble::CodeThrice => Some(vec![asked || self.expired(), asked && !self.waiting]),
            _ if spec.wait && spec.sealed => Some(vec![!self.waiting, self.here && !self.closed]),
            _ if spec.wait => stages::read_and_typed(!self.waiting, scene),
            _ => stages::read_and_typed(spec.sealed && !self.closed, scene),
        }
    }

    fn begin(&mut self, scene: &mut Scene) {
        self.lay(scene, false);
    }

    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        if self.blocked {
            return code::refuse(scene, Mistake::Blocked, true);
        }
        if self.waiting {
            return code::refuse(scene, Mistake::NoCode, true);
        }
        if self.expired {
            return code::refuse(scene, Mistake::Expired, true);
        }
        let typed = code::typed(scene);
        let (newest, old) = (typed == self.code, typed == self.old_code);
        if self.closed() && !old {
            return code::refuse(scene, Mistake::Sealed, false);
        }
        match (judge(&mut scene.fields), self.trouble) {
            (Verdict::Right, Trouble::ExpiredCode) => {
                self.expired = true;
                code::clear(scene);
                code::refuse(scene, Mistake::Expired, true)
            }
            (Verdict::Right, Trouble::CodeThrice) if !newest => {
                let refused = code::refuse(scene, Mistake::OldCode, true);
                self.count(scene, refused)
            }
            (Verdict::Right, _) if !newest => {
                code::clear(scene);
                code::refuse(scene, Mistake::OldCode, false)
            }
            (verdict @ Verdict::Wrong(_), Trouble::CodeThrice) => self.count(scene, verdict),
            (verdict, _) => verdict,
        }
    }

    fn touch(&mut self, touch: Touch, scene: &mut Scene) -> Option<Verdict> {
        if touch == Touch::EnvelopeOpened && self.closed() {
            self.open(scene);
            scene.said.push(Announcement::EnvelopeOpened);
        }
        None
    }

    fn touches(&self, _scene: &Scene) -> Vec<Touch> {
        if self.closed() { vec![Touch::EnvelopeOpened] } else { vec![] }
    }

    /// A new letter is asked for, and is on its way.
    fn send_code(&mut self, scene: &mut Scene) -> bool {
        let can = self.can_ask_code();
        if can {
            self.trouble = Trouble::None;
            self.waiting = true;
            self.here = false;
            self.expired = false;
            self.blocked = false;
            self.tries_left = code::TRIES;
            self.lay(scene, false);
            scene.said.push(Announcement::LetterAsked);
        }
        can
    }

    /// Some days later the letter is there.
    fn later(&mut self, scene: &mut Scene) -> bool {
        let waiting = std::mem::take(&mut self.waiting);
        if waiting {
            self.here = true;
            self.closed = self.sealed;
            self.lay(scene, true);
            scene.said.push(Announcement::NewMessage(Device::Letter));
        }
        waiting
    }

    /// Opens the envelope too.
    fn fill_in(&mut self, scene: &mut Scene) {
        if self.waiting || self.blocked {
            return code::clear(scene);
        }
        if self.closed() {
            self.open(scene);
        }
        scene.fields.iter_mut().for_each(Field::fill_in);
    }

    fn locked(&self) -> bool {
        self.waiting || self.blocked
    }

    fn can_ask_code(&self) -> bool {
        let rehearsed = matches!(self.trouble, Trouble::ExpiredCode | Trouble::CodeThrice);
        !self.waiting && (rehearsed || self.expired || self.blocked)
    }

    fn expired(&self) -> bool {
        self.expired || self.blocked
    }

    fn tries_left(&self) -> Option<u8> {
        (self.tries_left < code::TRIES).then_some(self.tries_left)
    }

    fn button(&self) -> &'static str {
        code::BUTTON
    }

    fn label(&self, _field: &str) -> Option<Label> {
        Label::helped("letter.label", "letter.help")
    }

    fn on_mistake(&self, mistake: Mistake) -> Option<&'static str> {
        match mistake {
            Mistake::OldCode if self.rehearses_note => Some(code::NOTE),
            Mistake::OldCode => Some("mistake.letter.old-code"),
            Mistake::Expired => Some("mistake.letter.expired"),
            Mistake::NoCode => Some("mistake.letter.no-code"),
            Mistake::Blocked => Some("mistake.letter.blocked"),
            _ => None,
        }
    }

    fn tries_words(&self) -> Option<&'static str> {
        Some("letter.left")
    }
}
