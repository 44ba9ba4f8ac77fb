//! Files made to be too much: they are refused in no time and in little memory, and what is said of them is little.

use stapwijzer::content::catalogue::Catalogue;
use stapwijzer::content::file::FlowFile;
use stapwijzer::content::package::assemble;
use stapwijzer::content::words::{StepWords, Words};
use stapwijzer::editing::diagnostic::Diagnostic;
use stapwijzer::editing::library::{LARGEST_FILE, Library, parse};
use stapwijzer::map::Map;
use stapwijzer::value::{FromValue, MOST_MISFITS};
use std::time::{Duration, Instant};

/// As many copies as fit in a file between a beginning and an end.
fn full(begin: &str, copy: impl Fn(usize) -> String, end: &str) -> String {
    let mut text = begin.to_owned();
    for index in 0.. {
        let next = copy(index);
        if text.len() + next.len() + end.len() > LARGEST_FILE as usize {
            break;
        }
        text.push_str(&next);
    }
    format!("{}{end}", text.trim_end_matches(','))
}

#[track_caller]
fn check<T: FromValue>(text: &str) {
    let mut problems: Vec<Diagnostic> = Vec::new();
    let start = Instant::now();
    parse::<T>("file.json", text.as_bytes(), &mut problems);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert!(problems.len() <= MOST_MISFITS, "{} problems", problems.len());
    let said: usize = problems.iter().map(|problem| problem.path.len() + problem.found.len()).sum();
    assert!(said < 1024 * 1024, "{said} bytes are said");
}

/// A list of steps that are none made 128,000 empty steps and as many complaints: 64 MB out of 256 kB.
#[test]
fn a_file_of_nothing_but_faults() {
    check::<FlowFile>(&full("{\"steps\":[", |_| "0,".into(), "]}"));
    check::<FlowFile>(&full("{\"screens\":{", |index| format!("\"{index}\":0,"), "}}"));
    check::<Catalogue>(&full("{\"flows\":[", |_| "{},".into(), "]}"));
    check::<Words>(&full("{\"steps\":{\"a\":{\"text\":[", |_| "1,".into(), "]}}}"));
    check::<Map<String>>(&full("{", |index| format!("\"{index}\":0,"), "}"));
}

/// A name of 100 kB stood in every complaint about what is under it.
#[test]
fn faults_under_a_very_long_name() {
    let name = "x".repeat(100_000);
    check::<Words>(&full(&format!("{{\"steps\":{{\"{name}\":{{"), |index| format!("\"{index}\":0,"), "}}}"));
    check::<Words>(&format!("{{\"{name}\":{{\"{name}\":0}}}}"));
}

/// Forty thousand names in an unlucky order: putting each in its place took longer than anybody waits.
#[test]
fn very_many_names() {
    check::<Map<String>>(&full("{", |index| format!("\"{:x}\":\"\",", 99_999 - index), "}"));
    check::<FlowFile>(&full("{", |index| format!("\"{:x}\":{{}},", 99_999 - index), "}"));
}

/// A faultless chain of 4,501 steps, 194 kB: at each step all the others were searched for each road, and the page did not answer
/// for more than a minute. Nor did the check.
#[test]
fn very_many_steps() {
    let step = |index: usize| match index {
        4_500 => r#"{"id":"s4500","kind":"outcome"}"#.to_owned(),
        _ => format!(r#"{{"id":"s{index}","kind":"explain","next":"s{}"}}"#, index + 1),
    };
    let steps: Vec<String> = (0..=4_500).map(step).collect();
    let head = r#""format":1,"id":"veel","icon":"document","persona":"noor","minutes":1,"start":"s0""#;
    let text = format!("{{{head},\"steps\":[{}]}}", steps.join(","));
    assert!(text.len() < LARGEST_FILE as usize, "{}", text.len());
    let start = Instant::now();
    let mut problems = Vec::new();
    let file: FlowFile = parse("flow.json", text.as_bytes(), &mut problems).unwrap();
    let words = |index: usize| (format!("s{index}"), StepWords { title: "x".into(), ..StepWords::default() });
    let words =
        Words { flow: "veel".into(), lang: "nl".into(), steps: (0..=4_500).map(words).collect(), ..Words::default() };
    let package = assemble("veel", &[("veel".to_owned(), (&file, &words))].into_iter().collect());
    assert!(package.is_ok_and(|package| package.flow.steps.len() == 4_501), "it is a flow like another");
    let mut library = Library::default();
    library.files.insert("veel".into(), file);
    let said = stapwijzer::editing::check::check(&library, "2026-11-23");
    assert!(said.iter().all(|one| one.kind != "routing"), "{said:#?}");
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}
