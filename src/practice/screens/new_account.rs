//! A user name and a password of one's own, typed twice; and the rehearsal of a password that is not strong enough.

use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::input::field::{Field, judge};
use crate::practice::input::gate::Forgiving;
use crate::practice::persona::Persona;
use crate::practice::spec::{FieldKind, ScreenKind, ScreenSpec, Trouble};
use crate::practice::verdict::{Mistake, Verdict};

/// The id of the password typed again; the card does not say it twice.
pub const REPEAT: &str = "repeat";

/// What a password must have: the five rules that the real site ticks as one types (domain-facts.md, section 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Demand {
    Length,
    Small,
    Capital,
    Digit,
    Sign,
}

impl Demand {
    pub const ALL: [Demand; 5] = [Demand::Length, Demand::Small, Demand::Capital, Demand::Digit, Demand::Sign];

    /// The name in the interface words.
    pub fn id(self) -> &'static str {
        match self {
            Demand::Length => "length",
            Demand::Small => "small",
            Demand::Capital => "capital",
            Demand::Digit => "digit",
            Demand::Sign => "sign",
        }
    }

    /// Whether a password has it.
    pub fn met(self, password: &str) -> bool {
        let has = |wanted: fn(char) -> bool| password.chars().any(wanted);
        match self {
            Demand::Length => (8..=32).contains(&password.chars().count()) && !has(char::is_whitespace),
            Demand::Small => has(char::is_lowercase),
            Demand::Capital => has(char::is_uppercase),
            Demand::Digit => has(char::is_numeric),
            Demand::Sign => has(|c| !c.is_alphanumeric() && !c.is_whitespace()),
        }
    }
}

/// A new account, or a new password for the account that is there.
#[derive(Debug)]
pub struct NewAccount {
    weak: &'static str,
    /// The password of the note will be tried first.
    rehearsing: bool,
}

impl NewAccount {
    pub fn new(persona: &Persona, trouble: Trouble) -> NewAccount {
        NewAccount {
            weak: persona.get("weakPassword").unwrap_or_default(),
            rehearsing: trouble == Trouble::WeakPassword,
        }
    }

    /// The user name (for a new account only) and twice the password, exactly as on the card.
    pub fn fields(&self, spec: &ScreenSpec, persona: &Persona) -> Vec<Field> {
        let value = |key| persona.get(key).unwrap_or_default();
        let exact = Forgiving::default();
        let (id, key) = match spec.kind {
            ScreenKind::NewPassword => ("new-password", "newPassword"),
            _ => ("password", "password"),
        };
        let values = [value(key), self.weak];
        let values = if self.rehearsing { &values[..] } else { &values[..1] };
        let secret = |id| Field::typed(id, FieldKind::Text, values, exact).secret();
        let name = Field::typed("username", FieldKind::Text, &[value("username")], exact);
        let name = (spec.kind != ScreenKind::NewPassword).then_some(name);
        name.into_iter().chain([secret(id), secret(REPEAT)]).collect()
    }

    /// What the password on the note lacks.
    pub fn lacking(&self) -> impl Iterator<Item = Demand> {
        let weak = self.weak;
        Demand::ALL.into_iter().filter(move |demand| !demand.met(weak))
    }
}

impl Rules for NewAccount {
    /// The first field, then all; of a password that is too weak: it was typed, and refused.
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages {
        if spec.trouble == Trouble::WeakPassword {
            return Some(vec![!self.rehearsing || stages::is_typed(scene), !self.rehearsing]);
        }
        stages::first_and_all(scene)
    }

    /// The password on the card always works. That of the note is a password like any other to the gate, so it is looked at
    /// here.
    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        let verdict = judge(&mut scene.fields);
        let [.., password, repeat] = &mut scene.fields[..] else { return verdict };
        if verdict != Verdict::Right || (password.text() != self.weak && repeat.text() != self.weak) {
            return verdict;
        }
        let first = password.text() == self.weak;
        repeat.clear();
        let mistake = if first { Mistake::WeakPassword } else { Mistake::NotSame };
        if first {
            password.clear();
            password.mistake = Some(mistake);
        } else {
            repeat.mistake = Some(mistake);
        }
        let on_purpose = first && std::mem::take(&mut self.rehearsing);
        let at = scene.fields.len() - if first { 2 } else { 1 };
        mistake.at(at).with(|fault| fault.on_purpose = on_purpose)
    }

    /// The note first, the card afterwards.
    fn fill_in(&mut self, scene: &mut Scene) {
        scene.fields.iter_mut().for_each(Field::fill_in);
        if self.rehearsing {
            for input in scene.fields.iter_mut().rev().take(2).flat_map(|field| &mut field.inputs) {
                input.buffer.clear();
                input.buffer.push_str(self.weak);
            }
        }
    }

    fn label(&self, field: &str) -> Option<Label> {
        match field {
            "username" => Label::of("login.username"),
            "new-password" => Label::of("account.new-password"),
            REPEAT => Label::of("account.repeat"),
            _ => Label::of("login.password"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_rules() {
        #[track_caller]
        fn check(password: &str, lacking: &str) {
            let found: Vec<&str> = Demand::ALL.iter().filter(|demand| !demand.met(password)).map(|d| d.id()).collect();
            assert_eq!(found.join(" "), lacking, "{password}");
        }
        check("", "length small capital digit sign");
        check("o", "length capital digit sign");
        check("oefenen1", "capital sign");
        check("Leren-8weken", "");
        check("Oefen-7", "length");
        check("Oefen-7 dagen", "length");
        check(&"aB3-".repeat(8), "");
        check(&"aB3-".repeat(9), "length");
    }
}
