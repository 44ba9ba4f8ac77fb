//! The rules of the house that a compiler does not know.

use crate::support::{library, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, ending: &str, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, ending, found);
            } else if path.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), ending, &mut found);
    assert!(!found.is_empty(), "{folder} has no {ending}");
    found
}

/// The code before its own tests.
fn code(text: &str) -> &str {
    let before = text.split("#[cfg(test)]").next().unwrap_or(text);
    before.split("\nmod tests").next().unwrap_or(before)
}

#[track_caller]
fn forbid(folder: &str, words: &[&str]) {
    for (path, text) in files(folder, ".rs") {
        for word in words {
            assert!(!code(&text).contains(word), "{} holds “{word}”", path.display());
        }
    }
}

#[test]
fn pure_modules_know_no_browser_and_no_clock() {
    for folder in ["src/flow", "src/practice", "src/content", "src/municipality", "src/search", "src/app"] {
        forbid(folder, &["web_sys", "leptos", "js_sys", "wasm_bindgen", "std::time", "serde_json"]);
    }
}

#[test]
fn views_call_no_browser_api() {
    // Handles of elements are passed on; what is done with them is the platform's.
    forbid("src/view", &["window()", "document()", "js_sys", "Closure::", "local_storage", "set_timeout"]);
}

#[test]
fn no_module_keeps_mutable_state() {
    // Two widgets work on one page.
    forbid(
        "src",
        &[
            "static mut ",
            "thread_local!",
            "OnceLock",
            "LazyLock",
            "OnceCell",
            "Mutex<",
            "RwLock<",
            "AtomicBool",
            "AtomicU",
            "AtomicI",
        ],
    );
}

/// A timer that was forgotten kept its closure for the life of the page: seven a visit, and forty where no voice came.
#[test]
fn nothing_of_the_browser_is_forgotten() {
    // `platform::timer` frees what it ran. (The guard of the practice fields forgets too: digits, which is what it is for.)
    for folder in ["src/app", "src/embed", "src/platform", "src/view"] {
        forbid(folder, &[".forget()", "mem::forget"]);
    }
}

#[test]
fn practice_fields_are_no_real_fields() {
    // safety.md, practice input 3: nothing that a password manager or a browser would keep.
    forbid("src/view", &["el(\"form\")", "\"password\")", "one-time-code", "inner_html", "set_inner_html"]);
}

#[test]
fn files_stay_small() {
    for folder in ["src", "xtask/src", "tests"] {
        for (path, text) in files(folder, ".rs") {
            let lines = text.lines().count();
            assert!(lines <= 400, "{} has {lines} lines", path.display());
        }
    }
}

#[test]
fn every_interface_word_that_the_code_asks_for_exists() {
    let words: BTreeSet<&str> = library().ui["nl"].keys().collect();
    let mut asked = BTreeSet::new();
    for (_, text) in files("src", ".rs") {
        // Every string that looks like a key: `nav.back`. One that ends with a dot begins a family: see interface_words.rs.
        for part in code(&text).split('"').skip(1).step_by(2) {
            let is_key =
                part.contains('.') && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
            if is_key && !part.ends_with('.') {
                asked.insert(part.to_owned());
            }
        }
    }
    let prefixes: BTreeSet<&str> = words.iter().filter_map(|word| word.split('.').next()).collect();
    for key in &asked {
        let prefix = key.split('.').next().unwrap_or_default();
        let file = [".json", ".js", ".css", ".rs"].iter().any(|ending| key.ends_with(ending));
        assert!(file || !prefixes.contains(prefix) || words.contains(key.as_str()), "{key} is not in ui/nl.json");
    }
}

#[test]
fn colours_are_named_in_one_place() {
    for (path, text) in files("style", ".css") {
        if path.ends_with("tokens.css") {
            continue;
        }
        for line in text.lines() {
            let hex = line.split('#').skip(1).any(|rest| {
                let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
                matches!(digits, 3 | 4 | 6 | 8) && line.contains(':')
            });
            assert!(!hex, "{}: {line}", path.display());
        }
        assert!(!text.contains("rem;") && !text.contains("rem "), "{} uses rem", path.display());
    }
}
