//! The documents are true.

use crate::support::root;
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

/// CONTRIBUTING promises a flow in ten minutes. This does what it says, word for word, and runs the check that it names.
#[test]
fn the_flow_in_the_contributing_guide_passes_the_check() {
    use stapwijzer::editing::{check, library};
    let guide = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let blocks: Vec<&str> = guide.split("```json").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(blocks.len(), 3, "flow.json, nl.json and find.json");
    let folder = tempfile::tempdir().unwrap();
    let flow = folder.path().join("flows/afval-ophalen");
    fs::create_dir_all(&flow).unwrap();
    fs::create_dir_all(folder.path().join("ui")).unwrap();
    fs::write(flow.join("flow.json"), blocks[0]).unwrap();
    fs::write(flow.join("nl.json"), blocks[1]).unwrap();
    fs::write(flow.join("find.json"), blocks[2]).unwrap();
    fs::copy(root().join("public/ui/nl.json"), folder.path().join("ui/nl.json")).unwrap();
    let catalogue = r#"{"format":1,"flows":[{"id":"afval-ophalen","icon":"document","minutes":5,
        "title":{"nl":"Afval laten ophalen"},"summary":{"nl":"Vraag de gemeente om uw grof afval op te halen."}}]}"#;
    fs::write(folder.path().join("flows/catalogue.json"), catalogue).unwrap();
    let mut diagnostics = Vec::new();
    let library = library::read(folder.path(), &mut diagnostics);
    diagnostics.extend(check::check(&library, crate::support::TODAY));
    assert!(diagnostics.is_empty(), "{diagnostics:#?}");
}
