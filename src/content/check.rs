//! The content check: everything that can be wrong with flows and words, found natively before a resident does.

use super::codes;
use super::upl;
use super::file::{FORMAT, Fact, FlowFile, SITE};
use super::inline::{Inline, Lookup, parse};
use super::problem::Problem;
use super::read::Library;
use super::texts::texts;
use super::words::Words;
use crate::practice::date::Date;
use crate::practice::elfproef::is_bsn;
use crate::practice::persona::Persona;
use std::collections::BTreeSet;

/// A sentence with more words than this is too long to read with ease (product.md: about 12, with some room).
pub const LONGEST_SENTENCE: usize = 20;

/// All the problems of a library, as seen on a day (`YYYY-MM-DD`).
pub fn check(library: &Library, today: &str) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (id, file) in &library.files {
        check_file(id, file, today, &mut problems);
        for lang in library.langs(id) {
            if let Err(found) = library.package(id, lang) {
                problems.extend(found);
            }
            check_words(&library.words[&(id.clone(), lang.to_owned())], file, library, &mut problems);
        }
        if !library.langs(id).contains(&"nl") {
            problems.push(Problem::new(&format!("flows/{id}"), "", "no nl.json", "Dutch words for every flow"));
        }
    }
    check_finding(library, &mut problems);
    check_catalogue(library, &mut problems);
    check_ui(library, &mut problems);
    problems.dedup();
    problems
}

fn check_file(id: &str, file: &FlowFile, today: &str, problems: &mut Vec<Problem>) {
    let name = format!("flows/{id}/flow.json");
    let mut say =
        |path: String, found: &str, expected: &str| problems.push(Problem::new(&name, &path, found, expected));
    if file.format != FORMAT {
        say("format".into(), &file.format.to_string(), &FORMAT.to_string());
    }
    if Persona::by_id(&file.persona).is_none() {
        say("persona".into(), &file.persona, "a persona of practice/persona.rs");
    }
    for (screen, spec) in &file.screens {
        for (field, expected) in codes::faults(&spec.get(), Persona::by_id(&file.persona)) {
            say(format!("screens.{screen}.{field}"), "nothing that fits", expected);
        }
    }
    for both in file.local.iter().filter(|id| file.facts.contains_key(id)) {
        say("local".into(), both, "a figure that is not in facts too");
    }
    for (fact, Fact { value, source, checked, valid_until }) in &file.facts {
        let path = |part: &str| format!("facts.{fact}.{part}");
        if value.is_empty() || source.is_empty() {
            say(path("source"), source, "a value and where it stands");
        }
        if Date::parse(checked).is_none() {
            say(path("checked"), checked, "a day, YYYY-MM-DD");
        }
        match Date::parse(valid_until) {
            None => say(path("validUntil"), valid_until, "a day, YYYY-MM-DD"),
            Some(_) if valid_until.as_str() < today => {
                say(path("validUntil"), valid_until, "a day that has not passed")
            }
            Some(_) => {}
        }
    }
}

/// What the marks of a text refer to, before includes are expanded.
struct Known<'a> {
    words: &'a Words,
    facts: BTreeSet<&'a str>,
    persona: Option<&'static Persona>,
}

impl Lookup for Known<'_> {
    fn term(&self, word: &str) -> Option<String> {
        self.words.terms.get(word).cloned()
    }
    fn persona(&self, key: &str) -> Option<String> {
        if key == "site" { Some(SITE.to_owned()) } else { self.persona?.get(key).map(str::to_owned) }
    }
    fn fact(&self, id: &str) -> Option<(String, bool)> {
        self.facts.contains(id).then(|| ("1".to_owned(), true))
    }
}

fn check_words(words: &Words, file: &FlowFile, library: &Library, problems: &mut Vec<Problem>) {
    let name = format!("flows/{}/{}.json", words.flow, words.lang);
    let mut say = |path: &str, found: &str, expected: &str| problems.push(Problem::new(&name, path, found, expected));
    let known = Known { words, facts: file.facts.keys().chain(file.local.iter().map(String::as_str)).collect(), persona: Persona::by_id(&file.persona) };
    let dutch = library.words.get(&(words.flow.clone(), "nl".to_owned()));
    for id in words.steps.keys().filter(|id| !file.steps.iter().any(|step| step.id == *id)) {
        say(&format!("steps.{id}"), id, "the id of a step in flow.json");
    }
    for id in words.screens.keys().filter(|id| !file.screens.contains_key(id)) {
        say(&format!("screens.{id}"), id, "the id of a screen in flow.json");
    }
    for (path, text) in texts(words).iter().map(|(path, text)| (path, text.as_str())) {
        for piece in parse(text, &known) {
            if let Inline::Unknown(mark) = piece {
                say(path, &mark, "a persona key, a fact of flow.json, or a word in terms");
            }
        }
        if text.trim().is_empty() {
            say(path, text, "words");
        }
        if let Some(odd) = text.chars().find(|c| is_odd(*c)) {
            say(path, &format!("U+{:04X}", odd as u32), "plain letters: no hidden, turning or look-alike characters");
        }
        if let Some(mark) =
            ["<", "javascript:", "data:", "http:", "https:", "//"].iter().find(|mark| text.contains(**mark))
        {
            say(path, mark, "words only: an address is written as one types it");
        }
        for sentence in text.split(['.', '!', '?', ':', ';']) {
            let count = sentence.split_whitespace().count();
            if count > LONGEST_SENTENCE {
                say(path, sentence.trim(), &format!("at most {LONGEST_SENTENCE} words, this has {count}"));
            }
        }
        for number in digit_runs(text).filter(|number| is_bsn(number)) {
            if known.persona.and_then(|persona| persona.get("bsn")) != Some(number.as_str()) {
                say(path, &number, "no number that could be somebody's BSN");
            }
        }
    }
    // A translator may change words, never what they point at.
    if let Some(dutch) = dutch.filter(|dutch| dutch.lang != words.lang) {
        let marks = |words: &Words| -> BTreeSet<String> {
            texts(words).into_iter().flat_map(|(_, text)| braces(&text)).collect()
        };
        for lost in marks(dutch).symmetric_difference(&marks(words)) {
            say("", lost, "the same {…} marks as in nl.json");
        }
    }
}

/// Characters that hide, turn the reading direction, or look like Latin letters and are not.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || matches!(c, '\u{0370}'..='\u{052f}')
        || (c.is_control() && c != '\n')
}

fn digit_runs(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 9).map(str::to_owned)
}

fn braces(text: &str) -> Vec<String> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(inner, _)| format!("{{{inner}}}")).collect()
}

/// So many ways to say it a flow has in every language; fewer, and nobody finds it.
pub const FEWEST_NEEDS: usize = 12;

fn check_finding(library: &Library, problems: &mut Vec<Problem>) {
    for id in library.files.keys() {
        let name = format!("flows/{id}/find.json");
        let mut say =
            |path: &str, found: &str, expected: &str| problems.push(Problem::new(&name, path, found, expected));
        let Some(find) = library.finds.get(id) else {
            say("", "nothing", "the words by which residents find the flow");
            continue;
        };
        if find.format != FORMAT || &find.flow != id {
            say("flow", &find.flow, id);
        }
        if find.rooms.is_empty() {
            say("rooms", "nothing", "a room of the house");
        }
        for product in &find.upl {
            if upl::uri(product).is_none() {
                say("upl", product, "a name of the national list of products (data/upl.csv)");
            }
            let others = library.finds.values().filter(|other| other.flow != find.flow);
            if let Some(other) = others.into_iter().find(|other| other.upl.contains(product)) {
                say("upl", product, &format!("a name that no other flow has; {} has it", other.flow));
            }
        }
        for lang in library.langs(id) {
            let needs = find.needs.get(lang).map_or(&[][..], Vec::as_slice);
            if needs.len() < FEWEST_NEEDS {
                say(&format!("needs.{lang}"), &needs.len().to_string(), "at least 12 ways to say it");
            }
            if let Some(empty) = needs.iter().position(|need| need.trim().is_empty()) {
                say(&format!("needs.{lang}.{empty}"), "nothing", "words");
            }
        }
    }
}

fn check_catalogue(library: &Library, problems: &mut Vec<Problem>) {
    let mut say = |path: String, found: &str, expected: &str| {
        problems.push(Problem::new("flows/catalogue.json", &path, found, expected));
    };
    for entry in &library.catalogue.flows {
        let Some(file) = library.files.get(&entry.id) else {
            say(entry.id.clone(), &entry.id, "a folder with this flow");
            continue;
        };
        if entry.icon != file.icon || entry.minutes != file.minutes {
            say(entry.id.clone(), &format!("{} {}", entry.icon, entry.minutes), "the icon and minutes of the flow");
        }
        for lang in library.langs(&entry.id) {
            let words = &library.words[&(entry.id.clone(), lang.to_owned())];
            if entry.title.get(lang) != Some(&words.title) || entry.summary.get(lang) != Some(&words.summary) {
                say(format!("{}.{lang}", entry.id), &words.title, "the title and summary of the flow");
            }
        }
    }
    for id in library.files.keys().filter(|id| !library.catalogue.flows.iter().any(|entry| &entry.id == *id)) {
        say(id.clone(), "nothing", "an entry for every flow");
    }
}

fn check_ui(library: &Library, problems: &mut Vec<Problem>) {
    let Some(dutch) = library.ui.get("nl") else {
        problems.push(Problem::new("ui/nl.json", "", "nothing", "the Dutch interface words"));
        return;
    };
    for (lang, words) in &library.ui {
        let name = format!("ui/{lang}.json");
        for (key, text) in dutch {
            match words.get(key) {
                None => problems.push(Problem::new(&name, key, "nothing", "the words for this key")),
                Some(found) => {
                    let (mut here, mut there) = (braces(found), braces(text));
                    here.sort();
                    there.sort();
                    if here != there {
                        problems.push(Problem::new(&name, key, found, &format!("the placeholders {there:?}")));
                    }
                }
            }
        }
        for key in words.keys().filter(|key| !dutch.contains_key(key)) {
            problems.push(Problem::new(&name, key, key, "a key that nl.json has too"));
        }
    }
}
