//! What nobody would write, thrown at every parser: some thousands of changed real files in each run of the tests, from the same
//! sources as the millions of `cargo xtask fuzz`.

#[path = "../../fuzz/src/mutate.rs"]
mod mutate;
#[path = "../../fuzz/src/parsers.rs"]
mod parsers;

use crate::support::root;
use parsers::PARSERS;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// So many inputs for each parser.
const INPUTS: u32 = 600;

/// Inputs to begin with: those that `cargo xtask fuzz` gives too.
fn seeds(parser: &str) -> Vec<Vec<u8>> {
    let public = root().join("public");
    let flows =
        || fs::read_dir(public.join("flows")).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let read = |path: &Path| fs::read(path).ok();
    let mut seeds: Vec<Vec<u8>> = match parser {
        "flow" => flows().filter_map(|flow| read(&flow.join("flow.json"))).collect(),
        "words" => flows().filter_map(|flow| read(&flow.join("nl.json"))).collect(),
        "find" => flows().filter_map(|flow| read(&flow.join("find.json"))).collect(),
        "catalogue" => read(&public.join("flows/catalogue.json")).into_iter().collect(),
        "interface" => read(&public.join("ui/nl.json")).into_iter().collect(),
        _ => vec![],
    };
    let own = root().join("fuzz/seeds").join(parser);
    seeds.extend(fs::read_dir(own).into_iter().flatten().filter_map(|entry| read(&entry.ok()?.path())));
    assert!(!seeds.is_empty(), "{parser} has nothing to begin with");
    seeds.sort();
    seeds
}

#[test]
fn no_parser_panics() {
    for (name, parser) in PARSERS {
        let seeds = seeds(name);
        for round in 0..INPUTS {
            let mut input = seeds[round as usize % seeds.len()].clone();
            for change in 0..1 + round % 5 {
                input = mutate::mutated(&input, round * 8 + change);
            }
            let calm = catch_unwind(AssertUnwindSafe(|| parser(&input))).is_ok();
            assert!(calm, "{name}, round {round}: {:.2000}", String::from_utf8_lossy(&input));
        }
    }
}

/// What is thrown should be caught to begin with, or changes to it say little.
#[test]
fn our_own_seeds_are_read() {
    use stapwijzer::app::saved::Saved;
    use stapwijzer::content::{finding::FindFile, read};
    let visit = serde_json::from_slice(&seeds("saved")[0]).unwrap();
    assert!(
        Saved::from_value(&visit).is_some_and(|saved| saved.session.is_some_and(|session| session.trail.len() == 5))
    );
    for find in seeds("find") {
        let mut problems = Vec::new();
        read::parse::<FindFile>("find.json", &find, &mut problems);
        assert!(problems.is_empty(), "{problems:?}");
    }
}

/// A parser that is in the list is fuzzed.
#[test]
fn every_parser_has_a_target() {
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).unwrap();
    for (name, _) in PARSERS {
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name} has no [[bin]]");
        let target = fs::read_to_string(root().join(format!("fuzz/targets/{name}.rs"))).unwrap();
        assert!(target.contains(&format!("target!(\"{name}\")")), "{name}");
    }
}
