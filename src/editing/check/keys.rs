//! A translator changes words, never what they belong to: every language has the same keys and the same marks.

use super::subject::Subject;
use crate::content::inline;
use crate::content::missing_words::way_id;
use crate::content::words::{ScreenWords, StepWords, Words};
use crate::editing::diagnostic::Diagnostics;
use crate::editing::texts::texts;
use std::collections::{BTreeMap, BTreeSet};

/// The kind of keys that are not the same in all languages.
pub(super) const KIND: &str = "keys";

pub(super) fn check(subject: &Subject, dutch: Option<&Words>, say: &mut Diagnostics) {
    unused(subject, say);
    let words = subject.words;
    let Some(dutch) = dutch.filter(|dutch| dutch.lang != words.lang) else { return };
    let (here, there) = (keys(words), keys(dutch));
    for lost in there.difference(&here).filter(|key| !inside(&there, &here, key)) {
        say.error(KIND, lost, "nothing", "the same keys as in nl.json", "Translate this part of nl.json too.");
    }
    for extra in here.difference(&there).filter(|key| !inside(&here, &there, key)) {
        say.error(
            KIND,
            extra,
            "a key that nl.json does not have",
            "the same keys as in nl.json",
            "Add it to nl.json too, or take it out here.",
        );
    }
    let (here, there) = (marks(words), marks(dutch));
    let expected = "the same {…} marks as in nl.json";
    for (lost, path) in there.iter().filter(|(mark, _)| !here.contains_key(*mark)) {
        let mend = &format!("Use {lost} in the translation too, and not the value itself.");
        say.error("placeholders", path, &format!("no {lost}"), expected, mend);
    }
    for (extra, path) in here.iter().filter(|(mark, _)| !there.contains_key(*mark)) {
        say.error("placeholders", path, extra, expected, &format!("Take {extra} out, or use it in nl.json too."));
    }
}

/// Words that belong to nothing in flow.json.
fn unused(subject: &Subject, say: &mut Diagnostics) {
    let Subject { file, words, .. } = subject;
    let mut extra = |path: String, id: &str, expected: &str| {
        let mend = "Mend the name as flow.json writes it, or take these words out.";
        say.error("words-unused", &path, id, expected, mend);
    };
    for (id, found) in &words.steps {
        let Some(step) = file.steps.iter().find(|step| step.id == id) else {
            extra(format!("steps.{id}"), id, "the id of a step in flow.json");
            continue;
        };
        for option in found.options.keys().filter(|key| !step.options.iter().any(|option| option.id == *key)) {
            extra(format!("steps.{id}.options.{option}"), option, "an option of this step in flow.json");
        }
        for item in found.items.keys().filter(|key| !step.items.iter().any(|item| item.id == *key)) {
            extra(format!("steps.{id}.items.{item}"), item, "an item of this step in flow.json");
        }
        for way in found.ways.keys().filter(|key| !step.ways.iter().any(|way| way_id(*way) == *key)) {
            extra(format!("steps.{id}.ways.{way}"), way, "a way of this step in flow.json");
        }
    }
    for id in words.screens.keys().filter(|id| !file.screens.contains_key(id)) {
        extra(format!("screens.{id}"), id, "the id of a screen in flow.json");
    }
}

/// Whether a larger part that holds this key is missing as a whole; then that is said once.
fn inside(has: &BTreeSet<String>, lacks: &BTreeSet<String>, key: &str) -> bool {
    let mut above = key;
    while let Some((part, _)) = above.rsplit_once('.') {
        above = part;
        if has.contains(above) && !lacks.contains(above) {
            return true;
        }
    }
    false
}

/// The keys under which words stand. Which terms are explained, and in how many paragraphs, is up to each language.
fn keys(words: &Words) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (id, step) in &words.steps {
        all.insert(format!("steps.{id}"));
        let StepWords { options, items, ways, .. } = step;
        add(&mut all, &format!("steps.{id}.options"), options.keys());
        add(&mut all, &format!("steps.{id}.items"), items.keys());
        add(&mut all, &format!("steps.{id}.ways"), ways.keys());
    }
    for (id, screen) in &words.screens {
        all.insert(format!("screens.{id}"));
        let ScreenWords { fields, places, messages, choices, mistakes, .. } = screen.get();
        let part = |part: &str| format!("screens.{id}.{part}");
        add(&mut all, &part("fields"), fields.keys());
        for (field, found) in &fields {
            add(&mut all, &part(&format!("fields.{field}.options")), found.options.keys());
        }
        add(&mut all, &part("places"), places.keys());
        add(&mut all, &part("messages"), messages.keys());
        add(&mut all, &part("choices"), choices.keys());
        add(&mut all, &part("mistakes"), mistakes.keys());
    }
    all
}

fn add<'a>(all: &mut BTreeSet<String>, path: &str, keys: impl Iterator<Item = &'a str>) {
    all.extend(keys.map(|key| format!("{path}.{key}")));
}

/// Each `{…}` mark, with a place where it stands.
fn marks(words: &Words) -> BTreeMap<String, String> {
    texts(words)
        .into_iter()
        .flat_map(|text| braces(&text.text).into_iter().map(move |mark| (mark, text.path.clone())))
        // Which words are of another language is up to each language.
        .filter(|(mark, _)| inline::language(mark.trim_start_matches('{')).is_none())
        .collect()
}

/// The `{…}` marks of a text.
pub(super) fn braces(text: &str) -> Vec<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(inner, _)| format!("{{{inner}}}")).collect()
}
