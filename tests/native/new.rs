//! `stapwijzer new` starts a flow that stands up to everything that our own flows stand up to.

use crate::content::rehearses;
use crate::journeys::walks;
use crate::support::{TODAY, call, root};
use stapwijzer::editing::pages::site::Site;
use stapwijzer::editing::{check, library};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A content folder with the interface words, the catalogue and nothing else.
fn empty() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in ["ui/nl.json", "ui/en.json", "flows/catalogue.json"] {
        let to = folder.path().join(name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(root().join("public").join(name), to).unwrap();
    }
    folder
}

fn new(id: &str, folder: &Path) -> (Option<i32>, String) {
    let output = call(&["new", id, folder.to_str().unwrap()]);
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_new_flow_passes_every_check() {
    let folder = empty();
    assert_eq!(new("afval-ophalen", folder.path()), (Some(0), String::new()));
    let mut problems = Vec::new();
    let library = library::read(folder.path(), &mut problems);
    problems.extend(check::check(&library, TODAY));
    // The catalogue names more flows than this folder has: that is not what is tested here.
    let found: Vec<String> =
        problems.iter().map(ToString::to_string).filter(|text| !text.contains("a folder with this flow")).collect();
    assert_eq!(found, Vec::<String>::new());
    let said = call(&["check", folder.path().to_str().unwrap(), "--today", TODAY]);
    assert!(!String::from_utf8_lossy(&said.stdout).contains("the index of now"), "it cannot be found");
    rehearses(&library.files["afval-ophalen"]);
    for lang in ["nl", "en"] {
        walks(&library.package("afval-ophalen", lang).unwrap());
    }
    let (files, problems) = Site { library: &library, today: TODAY, base: None }.files();
    assert!(problems.is_empty() && files.iter().any(|(path, _)| path == "stappenplan/nl/afval-ophalen.html"));
}

/// Whoever adds a flow sees their own flow in the changes, and nothing else.
#[test]
fn the_catalogue_gains_an_entry_and_keeps_its_lines() {
    let folder = empty();
    let catalogue = || fs::read_to_string(folder.path().join("flows/catalogue.json")).unwrap();
    let before = catalogue();
    new("afval-ophalen", folder.path());
    let after = catalogue();
    let start = before.trim_end().strip_suffix("\n  ]\n}").expect("the layout of our own catalogue");
    assert!(after.starts_with(start) && after.ends_with("\n  ]\n}\n"), "{after}");
    assert!(after[start.len()..].starts_with(",\n    {\n      \"id\": \"afval-ophalen\",\n"));
}

#[test]
fn what_will_not_do_is_refused_and_nothing_is_written() {
    #[track_caller]
    fn check(id: &str, folder: &Path, code: i32, said: &str) {
        let before = fs::read_to_string(folder.join("flows/catalogue.json")).unwrap_or_default();
        let (found, words) = new(id, folder);
        assert!(found == Some(code) && words.contains(said), "{id}: {found:?} {words}");
        assert_eq!(fs::read_to_string(folder.join("flows/catalogue.json")).unwrap_or_default(), before);
    }
    let folder = empty();
    check("Afval ophalen", folder.path(), 2, "small letters, digits and dashes");
    check("../afval", folder.path(), 2, "small letters, digits and dashes");
    check("huis", folder.path(), 2, "an address with it opens that");
    check("index", folder.path(), 2, "the page that lists all flows");
    check("verhuizing-doorgeven", folder.path(), 1, "catalogue.json has verhuizing-doorgeven already");
    fs::create_dir(folder.path().join("flows/afval")).unwrap();
    check("afval", folder.path(), 1, "is there already");
    assert_eq!(fs::read_dir(folder.path().join("flows")).unwrap().count(), 2, "the catalogue and that folder");
    let nothing = tempfile::tempdir().unwrap();
    check("afval", nothing.path(), 1, "cannot be used");
    assert_eq!(call(&["new"]).status.code(), Some(2));
}
