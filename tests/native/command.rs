//! The command for editors, as they call it.

use crate::support::{TODAY, call, library};
use stapwijzer::editing::{check, freshness};
use std::process::Output;

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn all_is_well_and_only_what_changes_each_year_expires_soon() {
    let output = call(&["check", "--today", TODAY]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains(" 0 errors, "), "{}", said(&output));
    // But what changes each 1 January, in the last weeks of the year.
    let soon = freshness::expiring(library(), TODAY);
    let other: Vec<_> = soon.iter().filter(|one| !one.found.ends_with("-12-31")).collect();
    assert!(other.is_empty(), "{other:#?}");
}

/// An editor hears in time what has to be looked at again, and a machine can read it.
#[test]
fn what_expires_is_told_before_it_does() {
    let soon = call(&["check", "--today", "2026-12-15"]);
    assert!(soon.status.success(), "what is still valid is no problem: {}", said(&soon));
    let said_soon = said(&soon);
    let (_, listed) = said_soon.split_once("== EXPIRES SOON").unwrap();
    let (_, listed) = listed.split_once("flows/kvk-inschrijven-zzp/flow.json\n").unwrap();
    assert!(listed.contains("  facts.kosten.validUntil\n    found:     2026-12-31\n"), "{listed}");
    // A municipality hears it of its own figures too, before the day on which they are wrong.
    let (_, own) = said_soon.split_once("municipalities/voorbeeldstad.json\n").unwrap();
    assert!(own.contains(".facts.leges.validUntil\n"), "{own}");
    let late = call(&["check", "--today", "2029-05-24", "--json"]);
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

/// All figures shared one last day: an editor would have had 180 to look at, and a resident a note of doubt at each, on the same morning.
#[test]
fn figures_go_out_of_date_a_few_at_a_time() {
    let mut days: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    for row in stapwijzer::editing::figures_table::rows(library(), TODAY) {
        *days.entry(row.changes).or_default() += 1;
    }
    assert!(days.len() > 12 && days.values().all(|many| *many <= check::MOST_ON_A_DAY), "{days:?}");
}

/// An editor goes through all figures in an afternoon: by the terminal, or in a spreadsheet.
#[test]
fn all_figures_stand_in_one_table() {
    let table = said(&call(&["facts", "--today", TODAY]));
    assert!(table.starts_with("changes "), "{table}");
    let helpdesk = table.lines().find(|line| line.contains("088 123 65 55")).unwrap();
    for cell in [" helpdesk ", " phone ", " official ", " flows "] {
        assert!(helpdesk.contains(cell), "{helpdesk}");
    }
    let csv = said(&call(&["facts", "--csv", "--today", TODAY]));
    assert!(csv.starts_with("file,figure,value,kind,seen,source,dated,checked,age,changes,used\r\n"), "{csv}");
    assert_eq!(csv.lines().count(), table.lines().count() - 2);
    assert!(csv.lines().any(|line| line.starts_with("facts/national.json,helpdesk,088 123 65 55,phone,")), "{csv}");
    assert!(csv.lines().all(|line| !line.starts_with(['=', '+', '-', '@'])));
}

/// What CI prints: one line a flow and language, and one for all.
#[test]
fn the_table_shows_all_content_at_a_glance() {
    let table = said(&call(&["table", "--today", TODAY]));
    assert!(table.starts_with("flow "), "{table}");
    let at = |day: &str| -> serde_json::Value {
        serde_json::from_str(&said(&call(&["table", "--json", "--today", day]))).unwrap()
    };
    let (json, later) = (at(TODAY), at("2026-12-03"));
    let fresh = |rows: &serde_json::Value| {
        let row =
            rows.as_array().unwrap().iter().find(|row| row["flow"] == "digid-inloggen-sms" && row["lang"] == "nl");
        row.unwrap()["fresh"].as_i64().unwrap()
    };
    assert_eq!(fresh(&json) - fresh(&later), 3);
    let line = table.lines().find(|line| line.starts_with("digid-inloggen-sms ") && line.contains(" nl ")).unwrap();
    assert!(line.contains(&format!(" {} days ", fresh(&json))), "{line}");
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
