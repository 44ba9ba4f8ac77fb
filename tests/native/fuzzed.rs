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
use std::path::{Path, PathBuf};

/// So many inputs for each parser.
const INPUTS: u32 = 300;

/// Inputs to begin with: those that `cargo xtask fuzz` gives too.
fn seeds(parser: &str) -> Vec<Vec<u8>> {
    let list = fs::read_to_string(root().join("fuzz/seeds.txt")).unwrap();
    let lines = list.lines().filter_map(|line| line.split_once(' ')).filter(|(name, _)| *name == parser);
    let mut seeds: Vec<Vec<u8>> =
        lines.flat_map(|(_, files)| matching(&root(), files.trim())).map(|file| fs::read(file).unwrap()).collect();
    assert!(!seeds.is_empty(), "{parser} has nothing to begin with");
    seeds.sort();
    seeds
}

/// The files that a line of the list means.
fn matching(folder: &Path, files: &str) -> Vec<PathBuf> {
    let (name, rest) = files.split_once('/').unwrap_or((files, ""));
    let (begin, end) = name.split_once('*').unwrap_or((name, ""));
    let fits =
        |known: &str| if name.contains('*') { known.starts_with(begin) && known.ends_with(end) } else { known == name };
    let entries =
        fs::read_dir(folder).into_iter().flatten().flatten().filter(|entry| fits(&entry.file_name().to_string_lossy()));
    let paths = entries.map(|entry| entry.path());
    if rest.is_empty() {
        paths.filter(|path| path.is_file()).collect()
    } else {
        paths.flat_map(|path| matching(&path, rest)).collect()
    }
}

#[test]
fn no_parser_panics() {
    for (name, parser) in PARSERS {
        let seeds = seeds(name);
        for round in 0..INPUTS {
            let mut input = seeds[round as usize % seeds.len()].clone();
            for change in 0..=round % 5 {
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
    use stapwijzer::editing::find_file::FindFile;
    use stapwijzer::editing::library;
    let visit = serde_json::from_slice(&seeds("saved")[0]).unwrap();
    assert!(
        Saved::from_value(&visit).is_some_and(|saved| saved.session.is_some_and(|session| session.trail.len() == 5))
    );
    for find in seeds("find") {
        let mut problems = Vec::new();
        library::parse::<FindFile>("find.json", &find, &mut problems);
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
