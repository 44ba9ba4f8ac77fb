//! A PIN of one's own, twice: the one on the card. A simple one can be typed too, and is refused.

use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::input::field::{Field, judge};
use crate::practice::input::gate::Forgiving;
use crate::practice::persona::Persona;
use crate::practice::spec::{FieldKind, ScreenSpec, Trouble};
use crate::practice::verdict::{Fault, Mistake, Verdict, diagnose};

/// The index of the PIN, and of the same once more.
const PIN: usize = 0;
const AGAIN: usize = 1;
/// The id of the field for the same once more.
pub const AGAIN_ID: &str = "pin-again";
/// So many digits a PIN has.
pub const LENGTH: u8 = 5;

/// The PINs that the app refuses: five digits up or down, also through 0, and five that are the same.
pub fn weak_pins() -> Vec<String> {
    let pin = |digit: &dyn Fn(u8) -> u8| (0..LENGTH).map(|place| char::from(b'0' + digit(place) % 10)).collect();
    let up = (0..=6).map(|first| pin(&|place| first + place));
    let down = (4..=10).map(|first| pin(&|place| first + 10 - place));
    let same = (0..=9).map(|digit| pin(&|_| digit));
    up.chain(down).chain(same).collect()
}

/// A field for a PIN, with keys of its own. The first value is the one to type.
pub(in crate::practice) fn field(id: &str, values: &[&str]) -> Field {
    Field::typed(id, FieldKind::Text, values, Forgiving { case: true, spaces: true }).secret().on_pad()
}

/// Choosing a PIN.
#[derive(Debug)]
pub struct PinChoose {
    pin: &'static str,
    /// The PIN on the note, as long as it was not refused on purpose.
    idea: Option<&'static str>,
}

impl PinChoose {
    pub fn new(persona: &Persona, trouble: Trouble) -> PinChoose {
        let value = |key| persona.get(key).unwrap_or_default();
        PinChoose { pin: value("pin"), idea: (trouble == Trouble::WeakPin).then(|| value("weakPin")) }
    }

    pub fn fields(&self) -> Vec<Field> {
        let weak = weak_pins();
        let values: Vec<&str> = std::iter::once(self.pin).chain(weak.iter().map(String::as_str)).collect();
        ["pin", AGAIN_ID].map(|id| field(id, &values)).into()
    }
}

impl Rules for PinChoose {
    /// Once, and once more; of an idea that is too simple: it was refused, and another one typed.
    fn stages(&self, scene: &Scene, spec: &ScreenSpec) -> Stages {
        if spec.trouble == Trouble::WeakPin {
            return Some(vec![self.idea.is_none(), self.idea.is_none() && stages::is_typed(scene)]);
        }
        stages::first_and_all(scene)
    }

    fn submit(&mut self, scene: &mut Scene) -> Verdict {
        let fields = &mut scene.fields;
        if weak_pins().iter().any(|weak| weak == fields[PIN].text()) {
            fields.iter_mut().for_each(Field::clear);
            fields[AGAIN].mistake = None;
            fields[PIN].mistake = Some(Mistake::WeakPin);
            let on_purpose = self.idea.take().is_some();
            return Verdict::Wrong(Fault { field: PIN, mistake: Mistake::WeakPin, tries_left: None, on_purpose });
        }
        let verdict = judge(fields);
        // The gate knows the simple ones, so they were judged right.
        let mistake = diagnose(self.pin, fields[AGAIN].text());
        fields[AGAIN].mistake = mistake;
        match (verdict, mistake) {
            (Verdict::Right, Some(mistake)) => mistake.at(AGAIN),
            _ => verdict,
        }
    }

    /// The note first, the card afterwards.
    fn fill_in(&mut self, scene: &mut Scene) {
        for field in &mut scene.fields {
            field.fill_in();
            if let Some(idea) = self.idea {
                field.write(idea);
            }
        }
    }

    fn label(&self, field: &str) -> Option<Label> {
        match field {
            AGAIN_ID => Label::of("pin.again"),
            _ => Label::of("pin.label"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn twenty_four_pins_are_refused() {
        let weak: BTreeSet<String> = weak_pins().into_iter().collect();
        assert_eq!((weak.len(), weak_pins().len()), (24, 24));
        let named = "01234 12345 56789 67890 98765 43210 09876 00000 55555 99999";
        assert!(named.split(' ').all(|pin| weak.contains(pin)));
        assert!(["78901", "10987", "13579", "24680", "11112"].iter().all(|pin| !weak.contains(*pin)));
        for persona in Persona::ALL {
            assert!(weak.contains(persona.get("weakPin").unwrap_or_default()));
            assert!(!weak.contains(persona.get("pin").unwrap_or_default()));
        }
    }
}
