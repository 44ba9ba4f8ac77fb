//! "Say it in your own words" finds the right flow, as `stapwijzer find` and the browser ask it.

use crate::support::{library, root};
use stapwijzer::editing::search_index::write;
use stapwijzer::search::Finder;
use std::collections::BTreeMap;
use std::fs;

/// What the browser has once the index is loaded.
fn finder() -> Finder {
    let mut problems = Vec::new();
    let finder = write::finder(&root().join("public"), &mut problems);
    assert!(problems.is_empty(), "{problems:?}");
    finder
}

/// So many in a hundred questions have their flow as the first answer, and among the first three.
fn measured(finder: &Finder, file: &str, lang: &str) -> (f64, f64) {
    let text = fs::read_to_string(root().join("tests/data").join(file)).unwrap();
    let all: BTreeMap<String, Vec<(String, String)>> = serde_json::from_str(&text).unwrap();
    let (mut first, mut among) = (0, 0);
    let mut missed = Vec::new();
    for (question, flow) in &all[lang] {
        assert!(library().files.contains_key(flow), "{file} asks for {flow}");
        let hits = finder.find(question, lang);
        first += usize::from(hits.first().is_some_and(|hit| &hit.id == flow));
        match hits.iter().take(3).any(|hit| &hit.id == flow) {
            true => among += 1,
            false => missed.push(question),
        }
    }
    let of = |count: usize| count as f64 * 100.0 / all[lang].len() as f64;
    println!("{file} {lang}: first {:.1}, first three {:.1}; missed {missed:?}", of(first), of(among));
    (of(first), of(among))
}

#[test]
fn questions_lead_to_the_right_flow() {
    let finder = finder();
    // The first set was at hand while the weights were chosen, the second when some words were added. The third was not: when it was
    // first asked, 89.7 % of its Dutch questions had their flow first and 98.0 % among the first three (English: 97.6 % and all).
    for (file, lang) in ["questions-dev.json", "questions-held.json", "questions-fresh.json"]
        .map(|file| [(file, "nl"), (file, "en")])
        .into_iter()
        .flatten()
    {
        let (first, among) = measured(&finder, file, lang);
        assert!(first >= 85.0 && among >= 95.0, "{file} {lang}: first {first:.1}, first three {among:.1}");
    }
}

/// The examples of the people who asked for this.
#[test]
fn everyday_words_and_slips_of_the_pen_are_understood() {
    let finder = finder();
    #[track_caller]
    fn check(finder: &Finder, question: &str, lang: &str, flow: &str) {
        let found: Vec<String> = finder.find(question, lang).into_iter().map(|hit| hit.id).collect();
        assert_eq!(found.first().map(String::as_str), Some(flow), "{question}: {found:?}");
    }
    for (question, flow) in [
        ("verhuisen", "verhuizing-doorgeven"),
        ("zorg toeslag", "zorgtoeslag-aanvragen"),
        ("wmo huishoudelike hulp", "wmo-melding"),
        ("hulp bij poetsen", "wmo-melding"),
        ("mijn man is dement", "wmo-melding"),
        ("lantaarnpaal stuk", "melding-openbare-ruimte"),
        ("ik snap de brief niet", "ik-heb-een-brief"),
        ("wc voor mijn cafe bouwen", "vergunningcheck-dakkapel"),
        ("WC voor mijn CAFÉ bouwen!!", "vergunningcheck-dakkapel"),
        ("e book", "e-book-lenen"),
        ("zorgtoeslagaanvraag", "zorgtoeslag-aanvragen"),
    ] {
        check(&finder, question, "nl", flow);
    }
    check(&finder, "I am moving house", "en", "verhuizing-doorgeven");
    // Who speaks another language than the screen is understood too.
    check(&finder, "I am moving house", "nl", "verhuizing-doorgeven");
    check(&finder, "verhuizen", "en", "verhuizing-doorgeven");
    let found = finder.find("didgid", "nl");
    assert!(found.iter().take(3).all(|hit| hit.id.starts_with("digid-")), "{found:?}");
}

/// While somebody types, what is not whole yet finds already.
#[test]
fn answers_come_while_one_types() {
    let finder = finder();
    for typed in ["verhui", "verhuiz", "verhuize", "verhuizen"] {
        assert_eq!(finder.find(typed, "nl")[0].id, "verhuizing-doorgeven", "{typed}");
    }
}

/// What is kept between two keys changes nothing: who erases a question meets the same answers as who types it.
#[test]
fn the_way_to_a_question_makes_no_difference() {
    let (typing, erasing) = (finder(), finder());
    let questions: Vec<String> =
        serde_json::from_str(&fs::read_to_string(root().join("tests/data/questions-bench.json")).unwrap()).unwrap();
    for question in &questions {
        let ends: Vec<usize> = question.char_indices().map(|(at, c)| at + c.len_utf8()).collect();
        let typed: Vec<_> = ends.iter().map(|end| typing.find(&question[..*end], "nl")).collect();
        let erased: Vec<_> = ends.iter().rev().map(|end| erasing.find(&question[..*end], "nl")).collect();
        assert!(typed.iter().eq(erased.iter().rev()), "{question}");
        assert!(!typed.last().unwrap().is_empty(), "{question} finds nothing");
    }
}

#[test]
fn what_is_no_question_finds_nothing() {
    let finder = finder();
    for nothing in ["", " ", "?!", "de het een", "xqzvw", "ik wil", &"a".repeat(100_000), "\u{202e}\u{0}", "123456789"]
    {
        assert_eq!(finder.find(nothing, "nl"), vec![], "{nothing:.20}");
    }
    assert_eq!(Finder::default().find("verhuizen", "nl"), vec![]);
}

/// The index is made from the content by `stapwijzer index`, and committed: nobody may forget it.
#[test]
fn the_index_is_as_new_as_the_content() {
    for (path, text) in write::files(library()) {
        let found = fs::read_to_string(root().join("public").join(&path)).unwrap_or_default();
        assert!(found == text, "{path} is not what the content gives; run: stapwijzer index");
    }
}
