//! How long the search takes for each key, without a browser: `cargo xtask bench` runs this beside the same in Chromium.
//!
//!     cargo bench --no-default-features --features check --bench search -- FOLDER
//!
//! FOLDER is a content folder with an index. Prints one line of JSON; times are in milliseconds.

use serde_json::{Value, json};
use stapwijzer::editing::search_index::write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// Each question is typed so many times; of each key the middle one counts, so that another program's turn does not.
const TIMES: usize = 9;
const LANG: &str = "nl";
const QUESTIONS: &str = include_str!("../tests/data/questions-bench.json");

fn main() -> ExitCode {
    // Cargo itself adds `--bench`.
    let folder = std::env::args().skip(1).find(|arg| !arg.starts_with("--")).map_or("public".into(), PathBuf::from);
    let mut problems = Vec::new();
    let start = Instant::now();
    let finder = write::finder(&folder, &mut problems);
    let load = milliseconds(start);
    problems.iter().for_each(|problem| eprintln!("{problem}"));
    if !problems.is_empty() || finder.flows(LANG).is_empty() {
        eprintln!("{} has no index; make it with: stapwijzer index", folder.display());
        return ExitCode::from(2);
    }
    #[expect(clippy::expect_used, reason = "the file is a part of this program")]
    let questions: Vec<String> = serde_json::from_str(QUESTIONS).expect("a list of questions");
    let mut keys: Vec<(f64, String)> = Vec::new();
    for question in &questions {
        let ends = question.char_indices().map(|(at, c)| at + c.len_utf8());
        let typed: Vec<&str> = ends.map(|end| &question[..end]).collect();
        let rounds: Vec<Vec<f64>> =
            (0..TIMES).map(|_| typed.iter().map(|typed| one(&finder, typed)).collect()).collect();
        for (place, typed) in typed.iter().enumerate() {
            let mut times: Vec<f64> = rounds.iter().map(|round| round[place]).collect();
            times.sort_by(f64::total_cmp);
            keys.push((times[TIMES / 2], (*typed).to_owned()));
        }
    }
    println!("{}", report(keys, finder.flows(LANG).len(), load));
    ExitCode::SUCCESS
}

fn one(finder: &stapwijzer::search::Finder, typed: &str) -> f64 {
    let start = Instant::now();
    std::hint::black_box(finder.find(typed, LANG));
    milliseconds(start)
}

fn report(mut keys: Vec<(f64, String)>, flows: usize, load: f64) -> Value {
    keys.sort_by(|one, other| one.0.total_cmp(&other.0));
    let at = |share: f64| keys[((keys.len() - 1) as f64 * share).round() as usize].0;
    let worst = keys.last().map(|(_, typed)| typed.as_str());
    json!({
        "flows": flows, "keys": keys.len(), "load": load,
        "median": at(0.5), "p95": at(0.95), "worst": at(1.0), "worst_at": worst,
    })
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}
