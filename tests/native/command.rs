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
    assert!(said(&output).ends_with("0 problems, 0 figures that expire within 60 days\n"), "{}", said(&output));
}

/// An editor hears in time what has to be looked at again, and a machine can read it.
#[test]
fn what_expires_is_told_before_it_does() {
    let soon = call(&["check", "--today", "2027-05-01"]);
    assert!(soon.status.success(), "what is still valid is no problem");
    let line = "soon: flows/digid-inloggen-sms/flow.json: facts.helpdesk.validUntil: found “2027-05-23”";
    assert!(said(&soon).contains(line), "{}", said(&soon));
    let late = call(&["check", "--today", "2027-05-24", "--json"]);
    assert_eq!(late.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_str(&said(&late)).unwrap();
    let problems = json["problems"].as_array().unwrap();
    assert!(problems.iter().any(|problem| problem["path"] == "facts.helpdesk.validUntil"), "{json}");
    assert_eq!(json["expiring"], serde_json::json!([]));
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
