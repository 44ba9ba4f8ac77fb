//! Reading one content file natively: how large it may be, whether it is JSON, and what in it does not fit. All faults are told, not the first.

use super::diagnostic::{Diagnostic, Diagnostics};
use super::json_fault::{self, JsonFault};
use crate::value::{self, FromValue, Misfit, Value};
use std::fs;
use std::path::Path;

/// No content file may be larger, in bytes: wasm memory never shrinks.
pub const LARGEST_FILE: u64 = 256 * 1024;

/// But for the catalogue, of which the program keeps the beginning.
const LARGEST_CATALOGUE: u64 = 8 * LARGEST_FILE;

/// The catalogue, below the content folder.
pub(super) const CATALOGUE: &str = "flows/catalogue.json";

/// The names of the folders, or of the JSON files without their ending, in a folder.
pub fn names(folder: &Path, folders: bool) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_dir() == folders)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            if folders { Some(name) } else { name.strip_suffix(".json").map(str::to_owned) }
        })
        .collect();
    names.sort();
    names
}

/// Reads one file below a content folder; what is wrong with it becomes a problem.
pub fn read_file<T: FromValue>(root: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> Option<T> {
    parse(name, &bytes(root, name, problems)?, problems)
}

/// How large a file may be, in bytes, and what to do about one that is larger.
fn limit(name: &str) -> (u64, &'static str) {
    match name.split_once('/') {
        // The browser takes a large catalogue too, and keeps only its beginning: that is what the start shows.
        _ if name == CATALOGUE => (LARGEST_CATALOGUE, "Write shorter summaries, or take out flows that nobody needs."),
        Some(("flows", rest)) if rest.ends_with("/find.json") => {
            (LARGEST_FILE, "Keep the ways to say it that people use, and take the others out.")
        }
        Some(("flows", _)) => (LARGEST_FILE, "Make two flows of it, and let one include the other."),
        Some(("municipalities", _)) => {
            (LARGEST_FILE, "Keep what differs from the national content, and shorten what is laid over it.")
        }
        Some(("find", _)) => {
            (LARGEST_FILE, "Run: stapwijzer index. It makes the index anew, in parts that are not larger.")
        }
        _ => (LARGEST_FILE, "Take out what is not needed."),
    }
}

pub(super) fn bytes(root: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    let (path, (most, mend)) = (root.join(name), limit(name));
    let bytes = match fs::metadata(&path).map(|meta| meta.len()) {
        Ok(size) if size > most => {
            let expected = &format!("at most {} kB", most / 1024);
            Diagnostics::new(name, problems).error("size", "", &format!("{size} bytes"), expected, mend);
            return None;
        }
        Ok(_) => fs::read(&path),
        Err(error) => Err(error),
    };
    let say = |error: std::io::Error| {
        Diagnostics::new(name, problems).error("file", "", &error.to_string(), "a file", "Put it there, readable.");
    };
    bytes.map_err(say).ok()
}

/// Reads one JSON text; everything that does not fit becomes a problem. `None` when it cannot be used at all.
pub fn parse<T: FromValue>(name: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Option<T> {
    fitting(name, &value(name, bytes, problems)?, problems)
}

pub(super) fn fitting<T: FromValue>(name: &str, value: &Value, problems: &mut Vec<Diagnostic>) -> Option<T> {
    let (read, misfits) = value::read(value);
    say_misfits(&misfits, &mut Diagnostics::new(name, problems));
    misfits.iter().all(|misfit| misfit.unknown).then_some(read)
}

pub(super) fn value(name: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Option<Value> {
    let parsed = match json_fault::of_bytes(bytes) {
        Some(fault) => Err(fault),
        // The parser itself stops at 128 values within values.
        None => serde_json::from_slice::<Value>(bytes)
            .map_err(|error| json_fault::of_error(&String::from_utf8_lossy(bytes), &error)),
    };
    let say = |JsonFault { line, found, expected, mend }| {
        let place = if line == 0 { String::new() } else { format!("line {line}") };
        Diagnostics::new(name, problems).error("json", &place, &found, expected, &mend);
    };
    parsed.map_err(say).ok()
}

pub(super) fn say_misfits(misfits: &[Misfit], say: &mut Diagnostics) {
    for misfit in misfits {
        if misfit.unknown {
            let mend = &format!(
                "Mend the name of “{}”, or take it out: CONTRIBUTING.md says which fields there are.",
                misfit.found
            );
            say.error("unknown-field", &misfit.path, &misfit.found, misfit.expected, mend);
        } else {
            let fraction = misfit.found.parse::<f64>().ok().filter(|_| misfit.expected == "a whole number");
            let mend = &match fraction.filter(|number| number.fract() != 0.0 && number.abs() < 1e9) {
                Some(number) => format!("Write {:.0}, not {}.", number.round(), misfit.found),
                None => format!("Write {} here.", misfit.expected),
            };
            say.error("field", &misfit.path, &misfit.found, misfit.expected, mend);
        }
    }
}
