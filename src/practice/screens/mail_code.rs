//! A code that comes by e-mail; the older e-mail's code does not count, and a code can be too old.

use super::code;
use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::device::{Arrived, Device, What};
use crate::practice::event::Announcement;
use crate::practice::input::field::{Field, judge};
use crate::practice::persona::Persona;
use crate::practice::spec::{ScreenSpec, Trouble};
use crate::practice::verdict::{Mistake, Verdict};

/// The e-mails with a code, and how the site takes them.
#[derive(Debug)]
pub struct MailCode {
    code: &'static str,
    /// The code of the older e-mail, where there is one.
    old_code: Option<&'static str>,
    /// The id of the e-mail with the code.
    newest: Option<String>,
    /// What will still go wrong on purpose.
    trouble: Trouble,
    /// The code was refused: only a new one helps.
    expired: bool,
}

impl MailCode {
    pub fn new(persona: &'static Persona, spec: &ScreenSpec) -> MailCode {
        let key = spec.code.as_deref().unwrap_or("mailCode");
        let has_old = spec.trouble != Trouble::None && spec.mail.len() > 1;
        MailCode {
            code: persona.get(key).unwrap_or_default(),
            old_code: persona.get(&code::old_key(key)).filter(|_| has_old),
            newest: spec.mail.first().cloned(),
            trouble: spec.trouble,
            expired: false,
        }
    }

    /// The field for the code.
    pub fn field(&self) -> Field {
        code::field(self.code)
    }

    /// Whether only the older e-mail came so far, whose code is too old.
    fn only_old(&self) -> bool {
        self.trouble == Trouble::ExpiredCode && self.old_code.is_some()
    }

    fn accept(&self, scene: &mut Scene) {
        let newest = (!self.only_old()).then_some(self.code);
        let codes: Vec<String> = newest.into_iter().chain(self.old_code).map(str::to_owned).collect();
        code::accept(scene, &codes);
    }
}

impl Rules for MailCode {
    /// The e-mail is read, the field full; of a code that is too old: it was refused, and a new one asked for.
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages {
        if spec.trouble == Trouble::ExpiredCode {
            let asked = self.trouble == Trouble::None;
            return Some(vec![asked || self.expired, asked]);
        }
        stages::read_and_typed(scene.mail.iter().all(|message| !message.new), scene)
    }

    fn begin(&mut self, scene: &mut Scene) {
        if self.only_old() {
            scene.mail.remove(0);
        }
        // What came in before the newest one was seen.
        scene.mail.iter_mut().skip(1).for_each(|message| message.new = false);
        self.accept(scene);
    }

    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        if self.expired {
            return code::refuse(scene, Mistake::Expired, true);
        }
        let verdict = judge(&mut scene.fields);
        if verdict != Verdict::Right {
            return verdict;
        }
        if self.trouble == Trouble::ExpiredCode {
            self.expired = true;
            code::clear(scene);
            return code::refuse(scene, Mistake::Expired, true);
        }
        if code::typed(scene) != self.code {
            code::clear(scene);
            return code::refuse(scene, Mistake::OldCode, false);
        }
        Verdict::Right
    }

    /// The e-mail with the code comes, or comes once more.
    fn send_code(&mut self, scene: &mut Scene) -> bool {
        self.trouble = if self.expired || self.only_old() { Trouble::None } else { self.trouble };
        self.expired = false;
        scene.mail.iter_mut().for_each(|message| message.new = false);
        if let Some(newest) = &self.newest {
            let what = What::Words(newest.clone());
            // Twice is enough: the words are the same.
            if scene.mail.iter().filter(|message| message.what == what).count() > 1 {
                scene.mail.remove(0);
            }
            scene.mail.insert(0, Arrived { what, new: true });
        }
        self.accept(scene);
        scene.said.push(Announcement::NewMessage(Device::Mail));
        true
    }

    fn can_ask_code(&self) -> bool {
        true
    }

    fn expired(&self) -> bool {
        self.expired
    }

    fn button(&self) -> &'static str {
        code::BUTTON
    }

    fn label(&self, _field: &str) -> Option<Label> {
        Label::helped("mail.label", "letter.help")
    }

    fn on_mistake(&self, mistake: Mistake) -> Option<&'static str> {
        (mistake == Mistake::OldCode).then_some("mistake.mail.old-code")
    }
}
