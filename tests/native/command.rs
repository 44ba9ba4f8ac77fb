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
    let late = call(&["check", "--today", "2027-05-24", "--json"]);
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
    for row in rows {
        assert!(row["steps"].as_u64().is_some_and(|steps| steps > 5), "{row}");
        assert!(row["words"].as_u64().is_some_and(|words| words > 500), "{row}");
        assert!(row["readability"].as_f64().is_some_and(|figure| figure > 80.0), "{row}");
    }
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

#[test]
fn a_wrong_call_says_how_it_is_done() {
    for call_ in [&["check", "--today", "morgen"][..], &["graf"], &["check", "--jason"], &["graph"], &[]] {
        let output = call(call_);
        assert_eq!(output.status.code(), Some(2), "{call_:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("usage: stapwijzer check"), "{call_:?}");
    }
    assert_eq!(call(&["routes", "bestaat-niet"]).status.code(), Some(1));
}
