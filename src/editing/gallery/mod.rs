//! `/schermen.html`: every practice screen, every kind of step and the small parts of the interface on one page, in every state, theme and
//! width. For developers, picture tests and rule engines; `cargo xtask serve` makes it, and no release holds it.

mod example;
mod parts;
mod steps;

pub use example::{BLOCKED, Example, PRACTISED, example};

use crate::practice::spec::ScreenKind;
use serde_json::{Value, json};

/// Where the content of the page is, below the site.
pub const FOLDER: &str = "schermen";

const PAGE: [(&str, &str); 3] = [
    ("schermen.html", include_str!("schermen.html")),
    ("schermen/schermen.css", include_str!("schermen.css")),
    ("schermen/schermen.js", include_str!("schermen.js")),
];

/// One thing to see: a flow that begins with it.
struct Shown {
    id: String,
    /// As the list of the page groups it.
    group: &'static str,
    /// The state that this flow is made for; the others are reached by pressing.
    state: &'static str,
    flow: Value,
    words: Value,
}

impl Shown {
    /// As the page reads it.
    fn listed(&self) -> Value {
        json!({ "name": self.id, "group": self.group, "state": self.state, "attributes": { "flow": self.id }, "deeds": [] })
    }
}

/// All files of the page below the site, with their texts. `interface` are the interface words: a language with its file's text.
pub fn files<'a>(interface: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    let shown: Vec<Shown> = ScreenKind::ALL.into_iter().flat_map(screens).chain(steps::all()).collect();
    let list: Vec<Value> = shown.iter().map(Shown::listed).chain(parts::all()).collect();
    let mut files: Vec<(String, String)> =
        PAGE.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let mut add = |path: String, value: &Value| files.push((format!("{FOLDER}/{path}"), format!("{value:#}\n")));
    add("list.json".into(), &json!({ "shown": list }));
    add("flows/catalogue.json".into(), &json!({ "format": 1, "flows": [] }));
    for one in &shown {
        add(format!("flows/{}/flow.json", one.id), &one.flow);
        add(format!("flows/{}/nl.json", one.id), &one.words);
    }
    files.extend(interface.map(|(lang, text)| (format!("{FOLDER}/ui/{lang}.json"), text.to_owned())));
    files
}

/// A practice screen, and once more where it can be blocked.
fn screens(kind: ScreenKind) -> Vec<Shown> {
    let example = example(kind);
    let states = [(PRACTISED, "open"), (BLOCKED, "dicht")];
    let there = states.into_iter().filter(|(screen, _)| example.screens.get(*screen).is_some());
    there
        .map(|(screen, state)| {
            let id = if state == "dicht" { format!("{}-dicht", kind.name()) } else { kind.name().to_owned() };
            let steps = json!([
                { "id": "oefenen", "kind": "practise", "screen": screen, "next": "klaar" },
                { "id": "klaar", "kind": "outcome", "ways": ["online"] }
            ]);
            let words = json!({
                "oefenen": {
                    "title": kind.name(),
                    "text": ["Doe wat op het scherm staat."],
                    "hint": "Kijk op het oefenkaartje, of op een ander apparaat.",
                    "safety": ["Gebruik nooit uw echte gegevens."],
                    "helper": ["Laat de bezoeker zelf typen."]
                },
                "klaar": { "title": "Klaar", "after": ["Dit was het."], "ways": { "online": "Op een site." } }
            });
            let mut flow = flow(&id, &steps, "oefenen");
            flow["screens"] = example.screens.clone();
            let mut words = self::words(&id, kind.name(), &words);
            words["screens"] = example.words.clone();
            Shown { id, group: "Oefenschermen", state, flow, words }
        })
        .collect()
}

fn flow(id: &str, steps: &Value, start: &str) -> Value {
    json!({ "format": 1, "id": id, "icon": "document", "persona": "noor", "minutes": 5, "start": start, "facts": {}, "steps": steps })
}

fn words(id: &str, title: &str, steps: &Value) -> Value {
    json!({ "format": 1, "flow": id, "lang": "nl", "title": title, "summary": "Voor wie aan Stapwijzer bouwt.",
        "terms": { "DigiD": "Met DigiD laat u op internet zien wie u bent." }, "steps": steps })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::file::FlowFile;
    use crate::content::words::Words;
    use crate::editing::library::parse;

    /// The page showed what no flow could: a screen that does not exist, a word that is missing.
    #[test]
    fn what_is_shown_is_content_like_any_other() {
        let files = files([("nl", "{}")].into_iter());
        let mut diagnostics = Vec::new();
        for (path, text) in files.iter().filter(|(path, _)| path.ends_with("/flow.json")) {
            let flow: FlowFile = parse(path, text.as_bytes(), &mut diagnostics).unwrap();
            let words = path.replace("flow.json", "nl.json");
            let (_, text) = files.iter().find(|(path, _)| *path == words).unwrap();
            let words: Words = parse(&words, text.as_bytes(), &mut diagnostics).unwrap();
            let mut problems = Vec::new();
            crate::content::missing_words::missing_words(&flow, &words, &mut problems);
            assert!(problems.is_empty(), "{problems:?}");
        }
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        assert!(files.iter().filter(|(path, _)| path.ends_with("flow.json")).count() > ScreenKind::ALL.len());
    }
}
