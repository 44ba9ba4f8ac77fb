//! The log-in with user name and password, and the rehearsal of a wrong password three times.

use super::code::TRIES;
use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::event::Announcement;
use crate::practice::input::field::{Field, judge};
use crate::practice::input::gate::Forgiving;
use crate::practice::persona::Persona;
use crate::practice::spec::{FieldKind, ScreenSpec, Trouble};
use crate::practice::verdict::{Fault, Mistake, Verdict};

/// The index of the user name.
pub const USERNAME: usize = 0;
/// The index of the password.
pub const PASSWORD: usize = 1;
/// How far the rehearsal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    /// No rehearsal, or it is over.
    Plain,
    /// The password on the old note will be tried.
    Rehearsing { tries_left: u8 },
    /// "Over 15 minuten kunt u het weer proberen."
    Blocked,
}

/// The log-in of one person.
#[derive(Debug)]
pub struct Login {
    old_password: &'static str,
    phase: Phase,
}

impl Login {
    pub fn new(persona: &Persona, trouble: Trouble) -> Login {
        let phase =
            if trouble == Trouble::PasswordThrice { Phase::Rehearsing { tries_left: TRIES } } else { Phase::Plain };
        Login { old_password: persona.get("oldPassword").unwrap_or_default(), phase }
    }

    /// User name and password, exactly as on the card; the password on the old note can be typed in the rehearsal.
    pub fn fields(&self, persona: &Persona) -> Vec<Field> {
        let value = |key| persona.get(key).unwrap_or_default();
        let mut passwords = vec![value("password")];
        if self.phase != Phase::Plain {
            passwords.push(self.old_password);
        }
        let exact = Forgiving::default();
        vec![
            Field::typed("username", FieldKind::Text, &[value("username")], exact),
            Field::typed("password", FieldKind::Text, &passwords, exact).secret(),
        ]
    }

    pub fn blocked(&self) -> bool {
        self.phase == Phase::Blocked
    }

    /// How many tries are left, once one was used.
    fn tries(&self) -> Option<u8> {
        match self.phase {
            Phase::Rehearsing { tries_left } if tries_left < TRIES => Some(tries_left),
            Phase::Blocked => Some(0),
            _ => None,
        }
    }

    fn refuse(&self, mistake: Mistake, on_purpose: bool) -> Verdict {
        Verdict::Wrong(Fault { field: PASSWORD, mistake, tries_left: self.tries(), on_purpose })
    }
}

impl Rules for Login {
    /// The user name, the password; in the rehearsal: it stopped, and is open again.
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages {
        if spec.trouble == Trouble::PasswordThrice {
            let stopped = !matches!(self.phase, Phase::Rehearsing { .. });
            return Some(vec![stopped, stopped && !self.blocked()]);
        }
        stages::first_and_all(scene)
    }

    /// "Inloggen" was pressed. The password on the card always works, except while the log-in is blocked.
    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        let fields = &mut scene.fields;
        if self.blocked() {
            return self.refuse(Mistake::Blocked, true);
        }
        let old = fields.get(PASSWORD).is_some_and(|field| field.text() == self.old_password);
        let verdict = judge(fields);
        // The old password is a password like any other to the gate, so it was judged right.
        if !old || verdict != Verdict::Right {
            return verdict;
        }
        fields[PASSWORD].clear();
        let on_purpose = self.phase != Phase::Plain;
        let mistake = match &mut self.phase {
            Phase::Rehearsing { tries_left } if *tries_left > 1 => {
                *tries_left -= 1;
                Mistake::WrongPassword
            }
            Phase::Rehearsing { .. } => {
                self.phase = Phase::Blocked;
                Mistake::Blocked
            }
            _ => Mistake::WrongPassword,
        };
        fields[PASSWORD].mistake = Some(mistake);
        self.refuse(mistake, on_purpose)
    }

    fn later(&mut self, scene: &mut Scene) -> bool {
        let blocked = self.blocked();
        if blocked {
            self.phase = Phase::Plain;
            scene.said.push(Announcement::Unlocked);
        }
        blocked
    }

    /// The note first, the card afterwards.
    fn fill_in(&mut self, scene: &mut Scene) {
        let fields = &mut scene.fields;
        fields.iter_mut().for_each(Field::fill_in);
        if let (Phase::Rehearsing { .. }, Some(input)) = (self.phase, fields[PASSWORD].inputs.first_mut()) {
            input.buffer.clear();
            input.buffer.push_str(self.old_password);
        }
        if self.blocked() {
            fields[PASSWORD].clear();
        }
    }

    fn locked(&self) -> bool {
        self.blocked()
    }

    fn tries_left(&self) -> Option<u8> {
        self.tries()
    }

    fn button(&self) -> &'static str {
        "login.submit"
    }

    fn label(&self, field: &str) -> Option<Label> {
        match field {
            "username" => Label::of("login.username"),
            _ => Label::of("login.password"),
        }
    }

    fn tries_words(&self) -> Option<&'static str> {
        Some("login.left")
    }
}
