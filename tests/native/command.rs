//! The command for editors, as they call it.

use crate::support::{TODAY, call};
use std::process::Output;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn all_is_well_and_nothing_expires_soon() {
    let output = call(&["check", "--today", TODAY]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains(" 0 errors, "), "{}", said(&output));
    assert!(said(&output).ends_with(" 0 figures that expire within 60 days\n"), "{}", said(&output));
}

/// An editor hears in time what has to be looked at again, and a machine can read it.
#[test]
fn what_expires_is_told_before_it_does() {
    let soon = call(&["check", "--today", "2027-01-15"]);
    assert!(soon.status.success(), "what is still valid is no problem");
    let said_soon = said(&soon);
    let (_, listed) = said_soon.split_once("== EXPIRES SOON").unwrap();
    let (_, listed) = listed.split_once("flows/kvk-inschrijven-zzp/flow.json\n").unwrap();
    assert!(listed.contains("  facts.kosten.validUntil\n    found:     2027-01-31\n"), "{listed}");
    let late = call(&["check", "--today", "2029-01-01", "--json"]);
    assert_eq!(late.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&said(&late)).unwrap();
    let problems = json["problems"].as_array().unwrap();
    let expired = problems.iter().find(|problem| problem["path"] == "facts.helpdesk.validUntil").unwrap();
    assert_eq!((&expired["kind"], &expired["severity"]), (&"expired".into(), &"error".into()));
    for field in ["file", "found", "expected", "mend"] {
        assert!(expired[field].as_str().is_some_and(|text| !text.is_empty()), "{expired}");
    }
    assert_eq!(json["expiring"], serde_json::json!([]));
}

/// What CI prints: one line a flow and language, and one for all.
#[test]
fn the_table_shows_all_content_at_a_glance() {
    let table = said(&call(&["table", "--today", "2027-05-20"]));
    assert!(table.starts_with("flow "), "{table}");
    let line = table.lines().find(|line| line.starts_with("digid-inloggen-sms ") && line.contains(" nl ")).unwrap();
    assert!(line.contains(" 3 days "), "{line}");
    let json: serde_json::Value = serde_json::from_str(&said(&call(&["table", "--json", "--today", TODAY]))).unwrap();
    let rows = json.as_array().unwrap();
    assert_eq!(rows.len() + 2, table.lines().count());
    let whole = |row: &serde_json::Value| ["steps", "words", "readability"].iter().all(|name| row[*name].is_number());
    assert!(rows.iter().all(whole), "{rows:?}");
}

#[test]
fn a_flow_is_drawn_and_its_ways_are_listed() {
    let drawn = said(&call(&["graph", "digid-inloggen-sms"]));
    assert!(
        drawn.starts_with("flowchart TD\n") && drawn.contains("([\"Goed gedaan, u kunt inloggen met sms\"])"),
        "{drawn}"
    );
    assert!(drawn.contains(" -.-> "), "nothing goes wrong in {drawn}");
    assert!(said(&call(&["graph", "digid-inloggen-sms", "--lang", "en"])).contains("Well done"), "not in English");
    let ways = said(&call(&["routes", "digid-inloggen-sms"]));
    assert!(!ways.is_empty());
    for way in ways.lines() {
        assert!(way.starts_with("welkom ") && way.ends_with(" klaar"), "{way}");
    }
}

/// A call, its exit status, and a part of what is said on one of the two ways out.
#[track_caller]
fn check(arguments: &[&str], status: i32, part: &str) {
    let output = call(arguments);
    let told = format!("{}{}", said(&output), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.code() == Some(status) && told.contains(part), "{arguments:?}: {:?} {told}", output.status);
}

/// Options that a command does not have, and words too many, were taken in silence.
#[test]
fn a_wrong_call_is_refused_with_a_word() {
    check(&["check", "--today", "morgen"], 2, "write a day as YYYY-MM-DD");
    check(&["graf"], 2, "graph");
    check(&["check", "--jason"], 2, "--json");
    check(&["check", "--svg"], 2, "unexpected argument '--svg'");
    check(&["check", "public", "te", "veel"], 2, "unexpected argument 'te'");
    check(&["find", "mijn", "man", "is", "dement"], 2, "unexpected argument 'is'");
    check(&["graph"], 2, "<FLOW>");
}

/// `--help` was “unknown option --help”, and `help` “there is no command help”.
#[test]
fn help_is_there_for_every_command() {
    check(&[], 2, "Usage: stapwijzer");
    check(&["--help"], 0, "The exit status is 0 when all is well");
    check(&["help"], 0, "Usage: stapwijzer");
    for command in ["check", "table", "new", "publish", "graph", "routes", "index", "find", "pages", "schema"] {
        check(&["--help"], 0, command);
        check(&[command, "--help"], 0, &format!("Usage: stapwijzer {command}"));
        check(&["help", command], 0, &format!("Usage: stapwijzer {command}"));
    }
}

/// `graph X --lang de` said that flow.json was not there; `find q /wrong` said nothing; `index` made a folder in a mistyped path.
#[test]
fn what_is_missing_is_told_by_its_name() {
    check(&["routes", "bestaat-niet"], 1, "there is no flow “bestaat-niet”. There are: afspraak-");
    check(
        &["graph", "e-book-lenen", "--lang", "de"],
        1,
        "e-book-lenen/de.json is not there; the languages of e-book-lenen are: en, nl",
    );
    check(&["find", "paspoort", "/wrong"], 2, "“/wrong” is no content folder");
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("flows")).unwrap();
    check(&["find", "paspoort", folder.path().to_str().unwrap()], 1, "Run: stapwijzer index");
    let wrong = folder.path().join("publiek");
    for command in ["index", "check", "table"] {
        check(&[command, wrong.to_str().unwrap()], 2, "is no content folder");
    }
    check(&["schema", "--out", wrong.join("schema").to_str().unwrap()], 2, "cannot be made");
    assert!(!wrong.exists(), "a mistyped path made a folder");
}
