//! The documents are true.

use crate::support::{TODAY, call, copy_of_public, root};
use std::fs;

/// Everything between backquotes in a document that looks like a path of the project.
fn paths(text: &str) -> Vec<String> {
    let folders = [
        "src/", "tests/", "public/", "style/", "xtask/", "stubs/", "schema/", "fuzz/", "docs/", ".ci/", ".github/",
        ".cargo/", ".vscode/",
    ];
    let quoted = text.split('`').skip(1).step_by(2).filter(|quoted| !quoted.contains([' ', '<', '*', '{', '\n', '…']));
    quoted.filter(|quoted| folders.iter().any(|folder| quoted.starts_with(folder))).map(str::to_owned).collect()
}

#[test]
fn the_paths_in_the_documents_exist() {
    let documents =
        ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "SECURITY.md", "docs/releasing.md", "docs/developing.md"];
    for name in documents {
        let text = fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        let found = paths(&text);
        assert!(!found.is_empty(), "{name} names no path");
        for path in found {
            assert!(root().join(&path).exists(), "{name} names {path}, which is not there");
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
    let folder = copy_of_public();
    let path = folder.path().to_str().unwrap();
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
    let catalogue = || fs::read_to_string(folder.path().join("flows/catalogue.json")).unwrap();
    let before = catalogue();
    assert_eq!(run("new afval-ophalen").0, Some(0));
    let blocks: Vec<&str> = guide.split("```json").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let names = ["flow.json", "nl.json", "en.json", "find.json"];
    assert_eq!(blocks.len(), names.len());
    for (name, block) in names.iter().zip(blocks) {
        assert!(guide.contains(&format!("`{name}`")), "the guide does not name {name}");
        let file = folder.path().join("flows/afval-ophalen").join(name);
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
    let library = stapwijzer::editing::library::read(folder.path(), &mut vec![]);
    let said = stapwijzer::editing::check::check(&library, TODAY);
    assert!(said.iter().all(|one| !one.is_error()), "{said:#?}");
    let (files, problems) =
        stapwijzer::editing::pages::site::Site { library: &library, today: TODAY, base: None }.files();
    assert!(problems.is_empty() && files.iter().all(|(path, _)| !path.contains("afval-ophalen")));
    for lang in ["nl", "en"] {
        crate::journeys::walks(&library.package("afval-ophalen", lang).unwrap());
    }
}
