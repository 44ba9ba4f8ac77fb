//! Which folder of `src/` may use which: the arrows of ARCHITECTURE.md, read from all `crate::` paths.

use crate::support::root;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// A folder or file of `src/`, and all that it may use there. What has no line here may use nothing, so that a new folder is asked about.
const MAY_USE: &[(&str, &[&str])] = &[
    ("hash", &[]),
    ("map", &[]),
    ("date", &[]),
    ("placeholders", &[]),
    ("signal", &[]),
    ("value", &["map"]),
    ("flow", &["hash", "map", "value"]),
    ("practice", &["date", "map", "placeholders", "value"]),
    ("content", &["flow", "map", "placeholders", "practice", "value"]),
    ("municipality", &["content", "date", "map", "value"]),
    ("search", &["hash", "map", "value"]),
    ("app", &["content", "date", "flow", "map", "municipality", "placeholders", "practice", "search", "value"]),
    ("platform", &["app", "content", "date", "map", "signal", "value"]),
    (
        "view",
        &[
            "app",
            "content",
            "date",
            "flow",
            "map",
            "municipality",
            "placeholders",
            "platform",
            "practice",
            "search",
            "signal",
            "value",
        ],
    ),
    ("embed", &["app", "flow", "platform", "signal", "value", "view"]),
    (
        "editing",
        &["app", "content", "date", "flow", "map", "municipality", "placeholders", "practice", "search", "value"],
    ),
];

/// What a folder uses, with one file that does.
type Arrows = BTreeMap<String, BTreeMap<String, String>>;

fn arrows() -> Arrows {
    let src = root().join("src");
    let mut arrows = Arrows::new();
    walk(&src, &mut |path, text| {
        let below = path.strip_prefix(&src).unwrap();
        let first = below.iter().next().unwrap().to_string_lossy();
        let from = first.trim_end_matches(".rs").to_owned();
        if ["lib", "main", "bin"].contains(&from.as_str()) {
            return;
        }
        let uses = arrows.entry(from.clone()).or_default();
        for to in used(text) {
            if to != from {
                uses.entry(to).or_insert_with(|| path.display().to_string());
            }
        }
    });
    arrows
}

fn walk(folder: &Path, each: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() {
            walk(&path, each);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            each(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}

/// The folders after `crate::` in a file, `use crate::{a, b::c}` included. Macros of the root (`record`, `names`) belong to `value`.
fn used(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    // A comment may name any folder.
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).map(|line| format!("{line}\n")).collect();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(group) => found.extend(heads(group)),
            None => found.extend(word(after)),
        }
    }
    found
        .into_iter()
        .map(|name| if ["record", "names"].contains(&name.as_str()) { "value".into() } else { name })
        .collect()
}

/// The first names of the parts of `a, b::{c, d}, e};…`.
fn heads(group: &str) -> Vec<String> {
    let (mut depth, mut heads, mut at_start) = (0, Vec::new(), true);
    for (index, letter) in group.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            _ if at_start && !letter.is_whitespace() => {
                heads.extend(word(&group[index..]));
                at_start = false;
            }
            _ => {}
        }
    }
    heads
}

fn word(text: &str) -> Option<String> {
    let word: String = text.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect();
    (!word.is_empty()).then_some(word)
}

#[test]
fn arrows_point_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut wrong = Vec::new();
    for (from, uses) in arrows() {
        let Some(may) = allowed.get(from.as_str()) else {
            wrong.push(format!("src/{from} is new: say in tests/native/layers.rs what it may use"));
            continue;
        };
        wrong.extend(
            uses.iter().filter(|(to, _)| !may.contains(&to.as_str())).map(|(to, file)| format!("{file} uses {to}")),
        );
    }
    assert!(wrong.is_empty(), "not in tests/native/layers.rs:\n{}", wrong.join("\n"));
}

#[test]
fn no_folder_reaches_itself() {
    // Story: content and find, value and raw used each other, and nobody saw it come.
    let allowed: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    for (start, _) in MAY_USE {
        let (mut seen, mut next) = (BTreeSet::new(), vec![*start]);
        while let Some(folder) = next.pop() {
            for to in allowed[folder].iter().filter(|to| seen.insert(**to)) {
                assert_ne!(to, start, "{start} reaches itself by {folder}");
                next.push(to);
            }
        }
    }
}

#[test]
fn paths_are_read_as_they_are_written() {
    let text = "use crate::{app::model, view::{a, b}, record};\n// crate::embed\nfn f() { crate::date::now() }\nuse crate::map::Map;";
    let expected = ["app", "date", "map", "value", "view"].map(String::from);
    assert_eq!(used(text).into_iter().collect::<Vec<_>>(), expected);
}
