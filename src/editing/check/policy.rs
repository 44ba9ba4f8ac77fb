//! Editorial policy: what every flow on offer has. For a draft it is advice; before a flow is published it is mended.

use super::readability;
use super::subject::Subject;
use crate::editing::diagnostic::{Diagnostic, Diagnostics, Severity};
use crate::editing::language::sentences::{among, sentences, words};
use crate::editing::library::Library;
use crate::editing::scaffold;
use crate::editing::texts::texts;
use crate::flow::graph::reached;
use crate::flow::mode::Mode;
use crate::flow::model::{Flow, StepKind, Way};
use crate::value::Value;
use std::collections::{BTreeSet, HashSet};

/// The languages that every flow has.
const LANGS: [(&str, &str); 2] = [("nl", "Dutch"), ("en", "English")];
/// So many things can go wrong in a flow.
const FEWEST_INCIDENTS: usize = 3;
/// So many questions come after who went alone.
const FEWEST_QUESTIONS: usize = 2;
/// A flow of fewer steps, or of fewer words, is a page of text.
const FEWEST_STEPS: usize = 6;
const FEWEST_WORDS: usize = 500;

pub(super) fn check(library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    for (id, file) in &library.files {
        let mut found = Vec::new();
        let flow = &Flow { id: id.clone(), start: file.start.clone(), steps: file.steps.clone() };
        let say = &mut Diagnostics::new(&format!("flows/{id}/flow.json"), &mut found);
        if !file.guide {
            rehearses(flow, say);
            asks_afterwards(flow, say);
        }
        if flow.steps.len() < FEWEST_STEPS {
            let mend = "Show one thing on one screen, with something to practise; or add it to a flow that is there.";
            let expected = format!("at least {FEWEST_STEPS} steps");
            say.error("policy", "steps", &flow.steps.len().to_string(), &expected, mend);
        }
        ends_in_three_ways(flow, say);
        leads_to_what_is_on_offer(library, flow, say);
        languages(library, id, &mut found);
        template(library, id, &mut found);
        if !file.published {
            found.iter_mut().for_each(|one| one.severity = Severity::Advice);
        }
        diagnostics.extend(found);
    }
}

/// Enough can go wrong, and each has a way back to where it happens.
fn rehearses(flow: &Flow, say: &mut Diagnostics) {
    let incidents: BTreeSet<&String> = flow.steps.iter().flat_map(|step| &step.incidents).collect();
    if incidents.len() < FEWEST_INCIDENTS {
        let expected = format!("at least {FEWEST_INCIDENTS} things that can go wrong");
        let mend =
            "Name steps under \"incidents\" of the step where it happens: what somebody sees then, and what to do.";
        say.error("policy", "incidents", &incidents.len().to_string(), &expected, mend);
    }
    for (index, step) in flow.steps.iter().enumerate() {
        for incident in step.incidents.iter().filter(|incident| flow.step(incident).is_some()) {
            if !reached(flow, incident)[index] {
                let place = format!("steps.{index} ({}).incidents", step.id);
                let mend = format!("Let it lead back: \"next\": \"{}\" in its last step.", step.id);
                say.error("policy", &place, incident, "something that goes wrong and leads back here", &mend);
            }
        }
    }
}

/// Who went alone is asked questions that nobody else meets.
fn asks_afterwards(flow: &Flow, say: &mut Diagnostics) {
    let mut others = flow.clone();
    others.steps.iter_mut().for_each(|step| step.roads.retain(|road| road.mode != Some(Mode::Alone)));
    let (all, without) = (reached(flow, &flow.start), reached(&others, &flow.start));
    let asked = flow.steps.iter().zip(all.iter().zip(without));
    let questions = asked.filter(|(step, (all, without))| **all && !without && step.kind == StepKind::Choose).count();
    if questions < FEWEST_QUESTIONS {
        let expected = format!("{FEWEST_QUESTIONS} questions after “alleen”");
        let mend = "Before the end, lead who went alone to a question: \"roads\": [{ \"mode\": \"alleen\", \"to\": \"terugvraag-1\" }].";
        say.error("policy", "steps", &questions.to_string(), &expected, mend);
    }
}

/// An outcome has a way for each: on the internet, by phone, at the counter.
fn ends_in_three_ways(flow: &Flow, say: &mut Diagnostics) {
    for (index, step) in flow.steps.iter().enumerate().filter(|(_, step)| step.kind == StepKind::Outcome) {
        if !Way::ALL.iter().all(|way| step.ways.contains(way)) {
            let place = format!("steps.{index} ({}).ways", step.id);
            let found = step.ways.iter().map(|way| way.name()).collect::<Vec<_>>().join(", ");
            let mend =
                "Write \"ways\": [\"online\", \"phone\", \"counter\"], and under ways of this step the words for each.";
            say.error("policy", &place, if found.is_empty() { "nothing" } else { &found }, "all three ways", mend);
        }
    }
}

/// Nobody is led into what is still being written.
fn leads_to_what_is_on_offer(library: &Library, flow: &Flow, say: &mut Diagnostics) {
    for (index, step) in flow.steps.iter().enumerate() {
        for other in step.flow.iter().chain(&step.opens).filter(|id| library.files.contains_key(*id)) {
            if !library.is_published(other) {
                let mend = &format!("Publish “{other}” first, or lead to another flow.");
                say.error("policy", &format!("steps.{index} ({})", step.id), other, "a flow that is published", mend);
            }
        }
    }
}

fn languages(library: &Library, id: &str, found: &mut Vec<Diagnostic>) {
    for (lang, name) in LANGS {
        let file = format!("flows/{id}/{lang}.json");
        let say = &mut Diagnostics::new(&file, found);
        let Some(words_of) = library.words.get(&(id.to_owned(), lang.to_owned())) else {
            // Without Dutch nothing works: that is said elsewhere.
            if lang != "nl" && !library.is_spoilt(&file) {
                let mend = &format!("Write {lang}.json: the same keys as nl.json, with other words.");
                say.error("policy", "", "nothing", &format!("words in {name}"), mend);
            }
            continue;
        };
        let all = texts(words_of);
        let count: usize = all.iter().flat_map(|text| sentences(&text.text)).map(|one| words(one).len()).sum();
        if count < FEWEST_WORDS {
            let mend = "Give the steps hints, what often goes wrong, what keeps one safe, and what a helper can say.";
            say.error("policy", "", &format!("{count} words"), &format!("at least {FEWEST_WORDS} words"), mend);
        }
        let subject = &Subject::new(&library.files[id], words_of);
        readability::whole(subject, say);
        nothing_need_be_ticked(subject, say);
    }
}

/// How a sentence says that nothing need be ticked: its language, words that it may tick with, those for nothing, and an example.
const UNTICKED: [(&str, &str, &str, &str); 2] = [
    (
        "nl",
        "tik tikt tikken aantikken aantikt vink vinkt vinken aanvinken aanvinkt kruis kruist kruisen aankruisen",
        "niets",
        "Niets aantikken mag ook.",
    ),
    ("en", "tick ticks ticked ticking tap taps tapped tapping", "nothing", "It is fine to tick nothing."),
];

/// A checklist says it in its own words, since the interface does not: else somebody who has nothing on it thinks that they cannot go on.
fn nothing_need_be_ticked(subject: &Subject, say: &mut Diagnostics) {
    let Some((_, ticks, nothing, example)) = UNTICKED.iter().find(|(lang, ..)| *lang == subject.words.lang) else {
        return;
    };
    let says = |text: &String| {
        sentences(text).into_iter().any(|sentence| {
            let small = sentence.to_lowercase();
            let words = words(&small);
            words.contains(nothing) && words.iter().any(|word| among(ticks, word))
        })
    };
    for step in subject.file.steps.iter().filter(|step| step.kind == StepKind::Checklist) {
        // A step without words is told as that.
        let Some(own) = subject.words.steps.get(&step.id) else { continue };
        if !own.text.iter().any(says) {
            let found = if own.text.is_empty() { "no text" } else { &own.text.join(" ") };
            let mend = format!("Add to the text: “{example}”");
            let place = format!("steps.{}.text", step.id);
            say.error("policy", &place, found, "a sentence that nothing need be ticked", &mend);
        }
    }
}

/// Texts that say what to write in their place.
fn template(library: &Library, id: &str, found: &mut Vec<Diagnostic>) {
    for (name, text) in scaffold::files(id) {
        let file = format!("flows/{id}/{name}");
        let Some(written) = library.written.get(&file) else { continue };
        let Ok(blank) = serde_json::from_str::<Value>(&text) else { continue };
        let blank: HashSet<&str> =
            all_texts(&blank).into_iter().filter(|text| scaffold::is_instruction(text)).collect();
        let left: Vec<&str> = all_texts(written).into_iter().filter(|text| blank.contains(text)).collect();
        if let Some(first) = left.first() {
            let mend = format!("Write your own words in their place. {} of them are left in this file.", left.len());
            Diagnostics::new(&file, found).error("template", "", first, "words of your own", &mend);
        }
    }
}

fn all_texts(value: &Value) -> Vec<&str> {
    match value {
        Value::Text(text) => vec![text],
        Value::List(list) => list.iter().flat_map(all_texts).collect(),
        Value::Map(map) => map.values().flat_map(all_texts).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Odd(_) => vec![],
    }
}
