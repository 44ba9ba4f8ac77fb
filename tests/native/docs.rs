//! The documents are true.

use crate::support::{PUBLIC, TODAY, call, copy, public, root};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Where the names of files begin: in the root, or in the folder that a document is about.
const ABOUT: [&str; 8] = ["", "src", "src/editing", "src/practice", "src/view", "public", "tests/e2e", "tests/e2e/src"];

/// Folders that are made, and are not there before that.
const MADE: [&str; 4] = ["target/", "dist/", "stappenplan/", "r/"];

/// Everything between backquotes in a document that looks like a path of the project.
fn paths(text: &str) -> Vec<&str> {
    let is_path = |quoted: &&str| {
        quoted.contains('/')
            && !quoted.starts_with('/')
            && !quoted.contains([' ', '<', '*', '{', '\n', '…', '#'])
            && !MADE.iter().any(|folder| quoted.starts_with(folder))
    };
    text.split('`').skip(1).step_by(2).filter(is_path).collect()
}

/// The documents that name files: what lies in the root and in `docs/`, and some that stand alone.
fn documents() -> Vec<String> {
    let inside = |folder: &'static str| {
        let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().file_name());
        entries.map(move |name| format!("{folder}{}", name.to_string_lossy()))
    };
    let all = inside("").chain(inside("docs/")).filter(|name| name.ends_with(".md"));
    // The one names no file, the other names files as they were.
    let all = all.filter(|name| !["CODE_OF_CONDUCT.md", "CHANGELOG.md"].contains(&name.as_str()));
    all.chain(["tests/e2e/README.md", "deny.toml", "Cargo.toml"].map(str::to_owned)).collect()
}

/// Story: a list of folders and of documents, kept by hand, had neither `data/` nor `deny.toml`: files were named that had moved long ago.
#[test]
fn the_paths_in_the_documents_exist() {
    let documents = documents();
    assert!(documents.len() > 10, "{documents:?}");
    for name in documents {
        let text = fs::read_to_string(root().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = paths(&text);
        assert!(!found.is_empty(), "{name} names no path");
        for path in found {
            let is_there = ABOUT.iter().any(|folder| root().join(folder).join(path).exists());
            assert!(is_there, "{name} names {path}, which is not there");
        }
    }
}

#[test]
fn every_dependency_earns_its_place_in_a_line() {
    let architecture = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    for (file, one) in [
        ("Cargo.toml", "leptos"),
        ("xtask/Cargo.toml", "brotli"),
        ("tests/e2e/Cargo.toml", "minreq"),
        ("fuzz/Cargo.toml", "libfuzzer-sys"),
    ] {
        let manifest = fs::read_to_string(root().join(file)).unwrap();
        let from = manifest.find("\n[dependencies]").unwrap();
        let lines = manifest[from..].lines().skip(2).take_while(|line| !line.starts_with("[profile"));
        let names: Vec<&str> = lines
            .filter(|line| !line.starts_with([' ', ']', '[', '#']))
            .filter_map(|line| line.split_once(" = "))
            .map(|(name, _)| name)
            .filter(|name| !["xtask", "stapwijzer"].contains(name))
            .collect();
        assert!(names.contains(&one), "{file} is read wrong");
        for name in names {
            assert!(architecture.contains(&format!("`{name}`")), "ARCHITECTURE.md does not say why {name} is there");
        }
    }
}

/// The version of wasm-bindgen stands in three places; who has Trunk types the one of README.md.
#[test]
fn the_readme_names_the_wasm_bindgen_that_is_used() {
    let read = |file: &str| fs::read_to_string(root().join(file)).unwrap();
    let tools = read("xtask/Cargo.toml");
    let pinned =
        tools.split_once("wasm-bindgen-cli-support = \"=").and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
    assert!(read("README.md").contains(&format!("wasm-bindgen-cli --version {pinned}`")), "not {pinned}");
    assert!(read("Cargo.lock").contains(&format!("name = \"wasm-bindgen\"\nversion = \"{pinned}\"\n")), "not {pinned}");
}

/// CONTRIBUTING promises a flow in ten minutes. It was written for an empty folder: in the real one, with what `new` makes, it gave 34
/// errors, seven red tests, and an English text of the template on the start. This does what it says, word for word.
#[test]
fn the_flow_in_the_contributing_guide_stands_up_in_the_real_folder() {
    let guide = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let (_, guide) = guide.split_once("## Add a flow in ten minutes").unwrap();
    let (guide, _) = guide.split_once("\n## ").unwrap();
    let place = tempfile::tempdir().unwrap();
    let folder = &place.path().join("public");
    copy(&public(), folder);
    let path = folder.to_str().unwrap();
    let run = |command: &str| {
        assert!(guide.contains(&format!("`cargo stapwijzer {command}")), "the guide does not say {command}");
        let mut words: Vec<&str> = command.split(' ').collect();
        words.push(path);
        if words[0] != "new" && words[0] != "index" {
            words.extend(["--today", TODAY]);
        }
        let output = call(&words);
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let catalogue = || fs::read_to_string(folder.join("flows/catalogue.json")).unwrap();
    let before = catalogue();
    assert_eq!(run("new afval-ophalen").0, Some(0));
    let blocks: Vec<&str> = guide.split("```json").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let names = ["flow.json", "nl.json", "en.json", "find.json"];
    assert_eq!(blocks.len(), names.len());
    for (name, block) in names.iter().zip(blocks) {
        assert!(guide.contains(&format!("`{name}`")), "the guide does not name {name}");
        let file = folder.join("flows/afval-ophalen").join(name);
        assert!(file.exists(), "new makes no {name}");
        fs::write(file, block).unwrap();
    }
    let (status, told) = run("check");
    assert!(status == Some(0) && told.contains(" 0 errors"), "{told}");
    let (status, told) = run("publish afval-ophalen");
    assert!(status == Some(1) && told.contains("things that can go wrong"), "{told}");
    assert_eq!(catalogue(), before, "a draft that lacks something is not on the start");
    let (status, told) = run("index");
    assert_eq!(status, Some(0), "{told}");
    assert_eq!(run("check").0, Some(0), "a draft changes nothing of what is on offer");

    // The rules that our own flows are held to leave a draft in peace.
    let library = stapwijzer::editing::library::read(folder, &mut vec![]);
    let said = stapwijzer::editing::check::check(&library, TODAY);
    assert!(said.iter().all(|one| !one.is_error()), "{said:#?}");
    // What the guide writes in a step lacks nothing.
    let of_steps = said.iter().filter(|one| one.file.contains("afval-ophalen") && one.path.starts_with("steps."));
    assert_eq!(of_steps.filter(|one| one.kind == "policy").count(), 0, "{said:#?}");
    let (files, problems) =
        stapwijzer::editing::pages::site::Site { library: &library, today: TODAY, base: None }.files();
    assert!(problems.is_empty() && files.iter().all(|(path, _)| !path.contains("afval-ophalen")));
    for lang in ["nl", "en"] {
        crate::journeys::walks(&library.package("afval-ophalen", lang).unwrap());
    }
    // A second draft is as `new` leaves it.
    assert!(call(&["new", "ook-een-begin", path]).status.success());
    // Without what reads no flows, what breaks a copy of one flow of ours, and a megabyte in every field: most of the time goes there.
    let others = ["docs::", "fuzzed::", "made_flows::", "mistakes", "policy::", "practice_inputs::", "too_much::"];
    let after = suite_on(folder, &others.map(|module| ["--skip", module]).concat());
    assert!(after.status.success(), "{}", String::from_utf8_lossy(&after.stdout));
}

/// These tests again, on another content folder.
fn suite_on(folder: &Path, which: &[&str]) -> Output {
    Command::new(std::env::current_exe().unwrap()).args(which).env(PUBLIC, folder).output().unwrap()
}

/// Story: the guide was done in a copy, and the suite then looked at the folder in which it was not done: it was green, and would have been
/// red. What breaks the copy has to be seen.
#[test]
fn the_suite_looks_at_the_folder_that_it_is_given() {
    let place = tempfile::tempdir().unwrap();
    let folder = &place.path().join("public");
    copy(&public(), folder);
    let which = ["content::our_own_content_has_no_problems", "--exact"];
    assert!(suite_on(folder, &which).status.success());
    fs::remove_file(folder.join("flows/eerste-keer/en.json")).unwrap();
    let said = suite_on(folder, &which);
    assert!(!said.status.success() && String::from_utf8_lossy(&said.stdout).contains("eerste-keer/en.json"));
}
