//! `stapwijzer new` starts a draft, and `stapwijzer publish` puts it on offer once it stands up to everything that our own flows stand up to.

use crate::journeys::walks;
use crate::support::{TODAY, call, copy_of_public};
use stapwijzer::editing::pages::site::Site;
use stapwijzer::editing::{check, library};
use std::fs;
use std::path::Path;

/// No flow of ours, and none of the tutorial.
const ID: &str = "proef-van-de-test";

/// Calls a command about a flow: its exit status, and what it says.
fn run(command: &str, id: &str, folder: &Path) -> (Option<i32>, String) {
    let path = folder.to_str().unwrap();
    let day: &[&str] = if command == "publish" { &["--today", TODAY] } else { &[] };
    let output = call(&[&[command, id, path], day].concat());
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&said).into_owned())
}

fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

/// A flow whose every text is “Schrijf hier …” passed without a word, and stood on the start at once.
#[test]
fn a_new_flow_is_a_draft_that_nobody_meets() {
    let folder = copy_of_public();
    let before = read(folder.path(), "flows/catalogue.json");
    assert_eq!(run("new", ID, folder.path()).0, Some(0));
    assert_eq!(read(folder.path(), "flows/catalogue.json"), before, "a draft is not on the start");
    let said = call(&["check", folder.path().to_str().unwrap(), "--today", TODAY]);
    let told = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.status.success() && told.contains(" 0 errors"), "{told}");
    assert!(told.contains("Write your own words in their place"), "{told}");

    let mut problems = Vec::new();
    let library = library::read(folder.path(), &mut problems);
    let about: Vec<_> = check::check(&library, TODAY).into_iter().filter(|one| one.file.contains(ID)).collect();
    // What the template says as it is to stay: of no step it is said that something lacks.
    assert!(about.iter().all(|one| one.kind != "policy" || !one.path.starts_with("steps.")), "{about:#?}");
    let kinds: Vec<&str> = about.iter().map(|one| one.kind).collect();
    assert!(problems.is_empty() && kinds.iter().all(|kind| ["template", "policy"].contains(kind)), "{kinds:?}");
    for lang in ["nl", "en"] {
        walks(&library.package(ID, lang).unwrap());
    }
    let (files, problems) = Site { library: &library, today: TODAY, base: None }.files();
    assert!(problems.is_empty() && !files.iter().any(|(path, text)| path.contains(ID) || text.contains(ID)));

    let (status, told) = run("publish", ID, folder.path());
    assert!(status == Some(1) && told.contains("words of your own") && told.contains("en.json"), "{status:?} {told}");
    assert_eq!(read(folder.path(), "flows/catalogue.json"), before, "it is not well, and is not published");
}

/// Whoever publishes a flow sees their own flow in the changes, and nothing else.
#[test]
fn a_flow_that_lacks_nothing_is_published() {
    let folder = copy_of_public();
    let (flow, catalogue) = ("flows/e-book-lenen/flow.json", "flows/catalogue.json");
    let ours = read(folder.path(), flow);
    fs::write(folder.path().join(flow), ours.replacen("\"published\": true,\n  ", "", 1)).unwrap();
    let all = read(folder.path(), catalogue);
    let start = all.find("    {\n      \"id\": \"e-book-lenen\"").unwrap();
    let end = start + all[start..].find("\n    }").unwrap() + "\n    }".len();
    let entry: serde_json::Value = serde_json::from_str(&all[start..end]).unwrap();
    let rest = format!("{}{}", &all[..start], all[end..].trim_start_matches([',', '\n'])).replace(",\n  ]", "\n  ]");
    fs::write(folder.path().join(catalogue), rest).unwrap();
    let before = read(folder.path(), catalogue);
    assert!(call(&["index", folder.path().to_str().unwrap()]).status.success());
    assert!(
        !String::from_utf8_lossy(&call(&["find", "e-book", folder.path().to_str().unwrap()]).stdout)
            .contains("e-book-lenen")
    );

    let (status, told) = run("publish", "e-book-lenen", folder.path());
    assert_eq!(status, Some(0), "{told}");
    assert_eq!(read(folder.path(), flow), ours);
    let after = read(folder.path(), catalogue);
    assert!(after.starts_with(before.trim_end().strip_suffix("\n  ]\n}").unwrap()), "{after}");
    let after: serde_json::Value = serde_json::from_str(&after).unwrap();
    let new = after["flows"].as_array().unwrap().last().unwrap();
    for part in ["id", "icon", "minutes", "title", "summary"] {
        assert_eq!(new[part], entry[part]);
    }
    let said = call(&["check", folder.path().to_str().unwrap(), "--today", TODAY]);
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stdout));
    assert!(
        String::from_utf8_lossy(&call(&["find", "e-book", folder.path().to_str().unwrap()]).stdout)
            .contains("e-book-lenen")
    );
    assert_eq!(run("publish", "e-book-lenen", folder.path()).0, Some(1), "it is published already");
}

#[test]
fn what_will_not_do_is_refused_and_nothing_is_written() {
    let folder = copy_of_public();
    let count = || fs::read_dir(folder.path().join("flows")).unwrap().count();
    let before = count();
    let check = |id: &str, code: i32, said: &str| {
        let (found, words) = run("new", id, folder.path());
        assert!(found == Some(code) && words.contains(said), "{id}: {found:?} {words}");
        assert_eq!(count(), before, "{id}");
    };
    check("Afval ophalen", 2, "small letters, digits and dashes: afval-ophalen. Did you mean “afval-ophalen”?");
    check("../afval", 2, "small letters, digits and dashes");
    check("huis", 2, "an address with it opens that");
    check("index", 2, "the page that lists all flows");
    check("verhuizing-doorgeven", 1, "is there already");
    let nothing = tempfile::tempdir().unwrap();
    let (status, words) = run("new", "afval", nothing.path());
    assert!(status == Some(2) && words.contains("is no content folder"), "{words}");
    assert_eq!(call(&["new"]).status.code(), Some(2));
    assert_eq!(run("publish", "bestaat-niet", folder.path()).0, Some(2));
}
