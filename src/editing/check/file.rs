//! What `flow.json` says about the flow as a whole, and what its practice screens must declare.

use super::codes;
use crate::content::file::{FORMAT, FlowFile};
use crate::editing::diagnostic::Diagnostics;
use crate::editing::{naming, reserved};
use crate::practice::persona::Persona;

pub(super) fn check(file: &FlowFile, say: &mut Diagnostics) {
    let persona = Persona::by_id(&file.persona);
    if file.format != FORMAT {
        let mend = &format!("Write {FORMAT}: no other format exists yet.");
        say.error("format", "format", &file.format.to_string(), &FORMAT.to_string(), mend);
    }
    if let Some(why) = reserved::taken(&file.id) {
        say.error("name", "id", &file.id, "another name", &format!("Rename the flow and its folder: {why}."));
    }
    for (index, step) in file.steps.iter().enumerate() {
        if let Some((why, mend)) = naming::of_step(&step.id) {
            say.error("name", &format!("steps.{index}.id"), &step.id, &format!("the name of a step: {why}"), &mend);
        }
    }
    if persona.is_none() {
        let known: Vec<&str> = Persona::ALL.iter().map(|persona| persona.id).collect();
        let mend = &format!("Choose one of: {}.", known.join(", "));
        say.error("persona", "persona", &file.persona, "a persona of practice/persona.rs", mend);
    }
    for (screen, spec) in &file.screens {
        for (field, expected) in codes::faults(&spec.get(), persona) {
            let mend =
                &format!("Give the screen a field “{field}”: without it somebody on the desk cannot read the code.");
            say.error("practice-screen", &format!("screens.{screen}.{field}"), "nothing that fits", expected, mend);
        }
    }
    for both in file.local.iter().filter(|id| file.facts.contains_key(id)) {
        let mend = "Keep it in one of the two: in facts when it is national, in local when each municipality sets it.";
        say.error("fact", "local", both, "a figure that is not in facts too", mend);
    }
}
