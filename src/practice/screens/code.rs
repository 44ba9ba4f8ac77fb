//! What the screens with a code have in common: one field, and the codes that it takes at the moment.

use super::rules::Scene;
use crate::practice::input::field::Field;
use crate::practice::input::gate::Forgiving;
use crate::practice::spec::FieldKind;
use crate::practice::verdict::{Mistake, Verdict};

/// So often a wrong code may be tried, where the site counts.
pub(in crate::practice) const TRIES: u8 = 3;
/// The key of the words on the button of a screen with a code.
pub(in crate::practice) const BUTTON: &str = "sms.submit";
/// The key of what is said to the wrong code of a note.
pub(in crate::practice) const NOTE: &str = "mistake.note";

/// The field. `longest` is as long as any code that it will ever take.
pub(in crate::practice) fn field(longest: &str) -> Field {
    Field::typed("code", FieldKind::Text, &[longest], Forgiving { case: true, spaces: true })
}

/// From now on only these codes fit: those that can be read on the desk, the one to type first. What was typed is gone.
pub(in crate::practice) fn accept(scene: &mut Scene, codes: &[String]) {
    if let Some(field) = scene.fields.first_mut() {
        field.clear();
        field.inputs.iter_mut().for_each(|input| input.gate.accept_only(codes.to_vec()));
    }
}

/// What is in the field.
pub(in crate::practice) fn typed(scene: &Scene) -> &str {
    scene.fields.first().map_or("", Field::text)
}

/// Empties the field.
pub(in crate::practice) fn clear(scene: &mut Scene) {
    scene.fields.iter_mut().for_each(Field::clear);
}

/// Fills in a code that is not the first of those that fit.
pub(in crate::practice) fn fill_in(scene: &mut Scene, code: &str) {
    clear(scene);
    for input in scene.fields.iter_mut().flat_map(|field| &mut field.inputs) {
        input.buffer.push_str(code);
    }
}

/// The code was not taken.
pub(in crate::practice) fn refuse(scene: &mut Scene, mistake: Mistake, on_purpose: bool) -> Verdict {
    if let Some(field) = scene.fields.first_mut() {
        field.mistake = Some(mistake);
    }
    mistake.at(0).with(|fault| fault.on_purpose = on_purpose)
}

/// The persona's key of the older code: `oldMailCode` for `mailCode`.
pub(in crate::practice) fn old_key(key: &str) -> String {
    let mut letters = key.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    ["old".to_owned(), first.into_iter().chain(letters).collect()].concat()
}
