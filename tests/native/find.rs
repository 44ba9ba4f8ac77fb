//! "Say it in your own words" finds the right flow, as `stapwijzer find` and the browser ask it.

use crate::support::{library, public, root};
use stapwijzer::editing::search_index::write;
use stapwijzer::search::Finder;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// What the browser has once the index is loaded.
fn finder() -> Finder {
    let mut problems = Vec::new();
    let finder = write::finder(&public(), &mut problems);
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
    // first asked, 89.7 % of its Dutch questions had their flow first and 98.0 % among the first three (English: 97.6 % and all). The
    // fourth was written before there was a floor under answers, and nothing was tuned on it: 94.0 % and all (English: all and all).
    for (file, lang) in ["questions-dev.json", "questions-held.json", "questions-fresh.json", "questions-new.json"]
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

/// Story: “WOZ waarde” got four DigiD flows, “trouwen” the healthcare benefit, “vacatures gemeente” the unemployment benefit. No flow answers
/// these questions, as a town hall counter hears them. The held-out half was not looked at while the list of `data/elsewhere-*.txt` and the
/// floor were made, but the same hand wrote both: with the first version 81.5 % of it in Dutch, 80.0 % in English, got no answer.
/// A question about a fine made place for another when the guide to letters came to answer it.
#[test]
fn a_question_that_no_flow_answers_gets_no_answer() {
    let finder = finder();
    let text = fs::read_to_string(root().join("tests/data/questions-none.json")).unwrap();
    let halves: BTreeMap<String, BTreeMap<String, Vec<String>>> = serde_json::from_str(&text).unwrap();
    assert!(halves.values().flat_map(BTreeMap::values).map(Vec::len).sum::<usize>() >= 60);
    for (half, langs) in &halves {
        let (mut none, mut all) = (0, 0);
        for (lang, questions) in langs {
            let answered: Vec<&String> =
                questions.iter().filter(|question| !finder.find(question, lang).is_empty()).collect();
            println!(
                "{half} {lang}: {} of {} have no answer; answered {answered:?}",
                questions.len() - answered.len(),
                questions.len()
            );
            all += questions.len();
            none += questions.len() - answered.len();
        }
        assert!(none * 100 >= all * 80, "{half}: {none} of {all} have no answer");
    }
}

/// Story: “uitkerin”, “kwijtscheldin”, “overhei” found nothing, and one letter later the right flow was there again; slow typists read
/// that there is nothing. Over all beginnings of all words of all need phrases.
#[test]
fn what_was_found_is_not_lost_one_letter_later() {
    let finder = finder();
    let mut lost = Vec::new();
    for lang in ["nl", "en"] {
        // A draft is not searched: after the guide of CONTRIBUTING its words were looked for.
        let finds = library().finds.values().filter(|find| library().is_published(&find.flow));
        let needs = finds.flat_map(|find| find.needs.iter().filter(|(known, _)| *known == lang));
        let words: BTreeSet<String> = needs
            .flat_map(|(_, needs)| needs)
            .flat_map(|need| need.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect::<Vec<_>>())
            .collect();
        let mut asked = 0;
        for word in &words {
            // A word that says nothing by itself ("moet"), or that is something else of the town hall too ("overlijden"), stays without.
            if finder.find(word, lang).is_empty() {
                continue;
            }
            asked += 1;
            let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
            let mut found = false;
            for begun in ends.map(|end| &word[..end]) {
                let finds = !finder.find(begun, lang).is_empty();
                if found && !finds {
                    lost.push(format!("{begun}({word})"));
                }
                found |= finds;
            }
        }
        assert!(asked * 100 >= words.len() * 90, "{lang}: only {asked} of {} words find something", words.len());
    }
    assert!(lost.is_empty(), "{} beginnings find nothing: {lost:?}", lost.len());
}

/// Story: a question from a PDF or a Mac (NFD), or with a ligature, had words that nobody knows.
#[test]
fn the_same_question_in_another_encoding_finds_the_same() {
    let finder = finder();
    for (other, question) in [
        ("wc voor mijn cafe\u{301} bouwen", "wc voor mijn café bouwen"),
        ("ik snap deze oﬃciële brief niet", "ik snap deze officiële brief niet"),
        ("r\u{133}bew\u{133}s verlengen", "rijbewijs verlengen"),
        ("ver\u{ad}huizing door\u{200b}geven", "verhuizing doorgeven"),
    ] {
        assert_eq!(finder.find(other, "nl"), finder.find(question, "nl"), "{other}");
        assert!(!finder.find(other, "nl").is_empty(), "{other}");
    }
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
        let found = fs::read_to_string(public().join(&path)).unwrap_or_default();
        assert!(found == text, "{path} is not what the content gives; run: stapwijzer index");
    }
}
