//! The other kinds of steps, each as a flow that begins with it.

use super::{Shown, flow, words};
use serde_json::{Value, json};

/// An explanation, a choice, a checklist and an outcome.
pub fn all() -> impl Iterator<Item = Shown> {
    let one = |id: &str, step: Value, text: Value| {
        let end = json!({ "id": "klaar", "kind": "outcome", "ways": ["online", "phone", "counter"] });
        let after = json!({
            "title": "Klaar",
            "after": ["U krijgt een brief."],
            "bring": ["Uw identiteitskaart"],
            "ways": { "online": "Op een site.", "phone": "Bel de gemeente.", "counter": "Kom naar het loket." }
        });
        let (steps, said) = match step {
            Value::Null => (json!([end]), json!({ "klaar": after })),
            step => (json!([step, end]), json!({ "stap": text, "klaar": after })),
        };
        let start = if said.get("stap").is_some() { "stap" } else { "klaar" };
        Shown {
            id: format!("stap-{id}"),
            group: "Stappen",
            state: "open",
            flow: flow(&format!("stap-{id}"), &steps, start),
            words: words(&format!("stap-{id}"), id, &said),
        }
    };
    let more = json!({ "hint": "Lees rustig.", "safety": ["Er loopt hier geen klok."], "mistakes": ["Te snel willen gaan."],
        "helper": ["Kijk mee, typ niet mee."] });
    let with = |mut text: Value| {
        text.as_object_mut().zip(more.as_object()).into_iter().for_each(|(text, more)| text.extend(more.clone()));
        text
    };
    [
        one(
            "uitleg",
            json!({ "id": "stap", "kind": "explain", "next": "klaar" }),
            with(json!({ "title": "Een uitleg", "text": ["Met [DigiD] logt u in.", "**Dit is een oefening.**"] })),
        ),
        one(
            "keuze",
            json!({ "id": "stap", "kind": "choose", "options": [{ "id": "a" }, { "id": "b" }], "next": "klaar" }),
            with(json!({ "title": "Een keuze", "text": ["Wat past bij u?"],
                "options": { "a": { "label": "Ik verhuis", "text": "Binnen Nederland." }, "b": { "label": "Ik verhuis niet" } } })),
        ),
        one(
            "lijst",
            json!({ "id": "stap", "kind": "checklist", "items": [{ "id": "a" }, { "id": "b" }], "next": "klaar" }),
            with(json!({ "title": "Een lijst", "text": ["Leg dit klaar."],
                "items": { "a": { "label": "Uw papieren" }, "b": { "label": "Uw telefoon", "text": "Met batterij." } } })),
        ),
        one("afloop", Value::Null, Value::Null),
    ]
    .into_iter()
}
