//! Makes the index from the content. Native only: the browser gets it ready-made.

use super::elsewhere;
use crate::content::file::FORMAT;
use crate::editing::library::Library;
use crate::editing::texts::{Role, Text, texts, without_languages};
use crate::search::compound;
use crate::search::index::{Found, HEAVIEST, IndexFile, OTHER};
use crate::search::stem::Stem;
use crate::search::stop_words::is_stop_word;
use crate::search::words::words;
use std::collections::BTreeMap;

/// So many flows a part has at most, so that it stays below 256 kB.
pub const FLOWS_A_PART: usize = 50;

/// The parts of the index of one language; of [`OTHER`], those of all languages in which a flow has need phrases and no words.
pub fn index(library: &Library, lang: &str) -> Vec<IndexFile> {
    let ids: Vec<&str> = library.catalogue.flows.iter().map(|entry| entry.id.as_str()).collect();
    let words_in = if lang == OTHER { FALLBACK } else { lang };
    let ids: Vec<&str> = ids.into_iter().filter(|id| library.langs(id).contains(&words_in)).collect();
    let stem = Stem::of(lang);
    let count = ids.chunks(FLOWS_A_PART).len();
    let none = elsewhere::phrases(library, lang, &ids, &stem);
    // The first part has what no flow answers, for all parts.
    let part = |(number, ids): (usize, &[&str])| part(library, lang, ids, &stem, if number == 0 { &none } else { &[] });
    let mut parts: Vec<IndexFile> = ids.chunks(FLOWS_A_PART).enumerate().map(part).collect();
    for (number, part) in parts.iter_mut().enumerate().take(count.saturating_sub(1)) {
        part.next = Some(part_name(lang, number + 1));
    }
    parts
}

/// The language in which a flow is shown that has no words in another.
const FALLBACK: &str = "nl";

/// What somebody says who needs the flow.
pub(super) fn needs(library: &Library, id: &str, lang: &str) -> Vec<String> {
    let Some(find) = library.finds.get(id) else { return vec![] };
    let known = library.all_langs();
    let spoken = find.needs.iter().filter(|(other, _)| *other == lang || (lang == OTHER && !known.contains(other)));
    let products = find.upl.iter().filter(|_| lang == FALLBACK);
    spoken.flat_map(|(_, needs)| needs).chain(products).cloned().collect()
}

/// The name of a part without its ending: `nl`, `nl-2`, `nl-3`.
pub fn part_name(lang: &str, number: usize) -> String {
    if number == 0 { lang.to_owned() } else { format!("{lang}-{}", number + 1) }
}

/// What a word in a place says about the flow, 0 to 1.
const IN_TITLE: f32 = 0.9;
const IN_NEED: f32 = 0.8;
const IN_SUMMARY: f32 = 0.4;
const IN_STEP_TITLE: f32 = 0.2;
const IN_TEXT: f32 = 0.08;
/// What a part of a compound says, against the whole.
const IN_COMPOUND: f32 = 0.5;

fn part(library: &Library, lang: &str, ids: &[&str], stem: &Stem, elsewhere: &[Vec<String>]) -> IndexFile {
    let mut weights: BTreeMap<String, BTreeMap<usize, f32>> = BTreeMap::new();
    let mut flows = Vec::new();
    let mut phrases: Vec<Vec<Vec<String>>> = Vec::new();
    // Words whose beginnings are no beginnings of their stem: "uitkering" is "uitker", "gebruiken" is "bruik".
    let mut forms: BTreeMap<String, String> = BTreeMap::new();
    for (place, id) in ids.iter().enumerate() {
        let shown_in = if lang == OTHER { FALLBACK } else { lang };
        let words_file = &library.words[&((*id).to_owned(), shown_in.to_owned())];
        let find = library.finds.get(*id);
        let mut needs = needs(library, id, lang);
        let mut add = |text: &str, weight: f32| {
            let mut denied = false;
            for word in words(text) {
                // "Inloggen zonder computer" is not about computers.
                let weight = if denied { IN_STEP_TITLE } else { weight };
                denied |= matches!(word.as_str(), "zonder" | "geen" | "without" | "no");
                let flows = weights.entry(stem.stem(&word)).or_default();
                let known = flows.entry(place).or_insert(0.0);
                // Said again elsewhere, a word counts a little more, never twice.
                *known = known.max(weight) + known.min(weight) * 0.1;
            }
        };
        needs.iter().for_each(|need| add(need, IN_NEED));
        let own: &[Text] = if lang == OTHER { &[] } else { &texts(words_file) };
        if lang != OTHER {
            needs.push(words_file.title.clone());
            add(&words_file.title, IN_TITLE);
            add(&words_file.summary, IN_SUMMARY);
            words_file.steps.values().for_each(|step| add(&without_languages(&step.title), IN_STEP_TITLE));
        }
        for Text { path, text, role } in own {
            // What somebody else writes on the desk, and what may go wrong, leads nobody here.
            if *role == Role::Term
                || (*role == Role::Prose && [".text.", ".home."].iter().any(|part| path.contains(part)))
            {
                add(&without_languages(text), IN_TEXT);
            }
        }
        for word in needs.iter().flat_map(|need| words(need)) {
            let stem = stem.stem(&word);
            if !stem.starts_with(&word) {
                forms.insert(word, stem);
            }
        }
        phrases.push(needs.iter().map(|need| words(need).iter().map(|word| stem.stem(word)).collect()).collect());
        let entry = library.catalogue.flows.iter().find(|entry| entry.id == *id);
        flows.push(Found {
            id: (*id).to_owned(),
            icon: entry.map_or(String::new(), |entry| entry.icon.clone()),
            minutes: entry.map_or(0, |entry| entry.minutes),
            title: words_file.title.clone(),
            summary: words_file.summary.clone(),
            rooms: find.iter().flat_map(|find| &find.rooms).map(|room| room.name().to_owned()).collect(),
            needs: String::new(),
        });
    }
    add_parts_of_compounds(&mut weights, stem);
    weights.retain(|word, _| word.chars().count() > 1);
    for flows in weights.values_mut() {
        flows.retain(|_, weight| *weight >= 0.05);
    }
    weights.retain(|_, flows| !flows.is_empty());
    for word in elsewhere.iter().flatten() {
        weights.entry(word.clone()).or_default();
    }
    let places: BTreeMap<&str, usize> =
        weights.keys().enumerate().map(|(place, word)| (word.as_str(), place)).collect();
    for (flow, phrases) in flows.iter_mut().zip(&phrases) {
        flow.needs = written(phrases, &places);
    }
    let line = |(word, flows): (&String, &BTreeMap<usize, f32>)| {
        let postings =
            flows.iter().map(|(flow, weight)| format!(" {flow}:{}", (weight.min(1.0) * f32::from(HEAVIEST)).round()));
        format!("{word}{}", postings.collect::<String>())
    };
    let terms = weights.iter().map(line).collect();
    let form = |(word, stem): (&String, &String)| Some(format!("{word} {}", places.get(stem.as_str())?));
    IndexFile {
        format: FORMAT,
        lang: lang.to_owned(),
        next: None,
        flows,
        terms,
        synonyms: synonyms(lang, stem, &places),
        forms: forms.iter().filter_map(form).collect(),
        elsewhere: written(elsewhere, &places),
    }
}

/// Phrases as the index has them: a space between phrases, a dot between the places of their words.
fn written(phrases: &[Vec<String>], places: &BTreeMap<&str, usize>) -> String {
    let mut written: Vec<String> = phrases
        .iter()
        .map(|phrase| {
            let mut terms: Vec<usize> = phrase.iter().filter_map(|word| places.get(word.as_str()).copied()).collect();
            terms.dedup();
            terms.iter().map(usize::to_string).collect::<Vec<_>>().join(".")
        })
        .filter(|phrase| !phrase.is_empty())
        .collect();
    written.sort();
    written.dedup();
    written.join(" ")
}

/// The groups of synonyms, as far as they lead anywhere.
fn synonyms(lang: &str, stem: &Stem, places: &BTreeMap<&str, usize>) -> Vec<String> {
    let list = match lang {
        "nl" => include_str!("../../../data/synonyms-nl.txt"),
        "en" => include_str!("../../../data/synonyms-en.txt"),
        _ => "",
    };
    let groups = list.lines().filter(|line| !line.starts_with('#')).map(|line| {
        // "e-book" is one word here, as people join what they hear as one.
        let mut stems: Vec<String> = line.split_whitespace().map(|word| stem.stem(&words(word).concat())).collect();
        stems.sort();
        stems.dedup();
        stems
    });
    let groups = groups.filter(|stems| stems.len() > 1 && stems.iter().any(|stem| places.contains_key(stem.as_str())));
    groups.map(|stems| stems.join(" ")).collect()
}

/// `zorgtoeslag` also leads those who say `toeslag`.
fn add_parts_of_compounds(weights: &mut BTreeMap<String, BTreeMap<usize, f32>>, stem: &Stem) {
    let strong = |word: &str| {
        weights.get(word).filter(|flows| flows.values().any(|weight| *weight >= IN_SUMMARY)).map(|_| word.to_owned())
    };
    let known = |part: &str| strong(&stem.stem(part)).filter(|stem| !is_stop_word(stem) && part.len() > 3);
    let mut more: Vec<(String, usize, f32)> = Vec::new();
    for (word, flows) in weights.iter().filter(|(word, _)| word.len() > 7) {
        for part in compound::parts(word, &known) {
            more.extend(flows.iter().map(|(flow, weight)| (part.clone(), *flow, weight * IN_COMPOUND)));
        }
    }
    for (part, flow, weight) in more {
        let known = weights.entry(part).or_default().entry(flow).or_insert(0.0);
        *known = known.max(weight);
    }
}
