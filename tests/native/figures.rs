//! Figures that live: they turn over on their day, say how sure they are, and are looked at in time.

use crate::mistakes::{TOWN, remarks_after};
use crate::program::{Stage, file, flow};
use stapwijzer::app::texts::Texts;
use stapwijzer::content::file::FlowFile;
use stapwijzer::content::package;
use stapwijzer::content::words::Words;
use stapwijzer::editing::{freshness, library};
use stapwijzer::practice::persona::Persona;
use stapwijzer::value::{Value, read};
use std::fs;

const FLOW: &str = "melding-openbare-ruimte/flow.json";

/// What is wrong, and what is advised, with this in the place of the first figure of the flow.
fn said_of(figure: &str) -> Vec<String> {
    let remarks =
        remarks_after(FLOW, |text| text.replacen("\"facts\": {", &format!("\"facts\": {{ \"nieuw\": {figure},"), 1));
    remarks.iter().filter(|one| one.path.starts_with("facts.nieuw")).map(ToString::to_string).collect()
}

#[track_caller]
fn check(figure: &str, expected: &[&str]) {
    let said = said_of(figure);
    assert_eq!(said.len(), expected.len(), "{said:#?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.contains(expected), "expected “{expected}”, found “{said}”");
    }
}

fn period(from: &str, kind: &str, until: &str) -> String {
    let from = if from.is_empty() { String::new() } else { format!("\"from\": \"{from}\", ") };
    format!(
        r#"{{ {from}"kind": "{kind}", "value": "5", "source": "kvk.nl", "seen": "official", "checked": "2026-11-23", "validUntil": "{until}" }}"#
    )
}

#[test]
fn a_figure_is_believed_no_longer_than_its_kind_allows() {
    check(&period("", "amount", "2026-12-31"), &[]);
    check(&period("", "amount", "2027-01-31"), &["Write 2026-12-31 at the latest: an amount changes on 1 January."]);
    check(&period("", "phone", "2027-11-01"), &[]);
    check(&period("", "emergency", "2028-11-01"), &["every year"]);
    check(&period("", "term", "2028-11-01"), &[]);
    check(&period("", "term", "2029-11-01"), &["every two years"]);
}

#[test]
fn next_year_s_amount_stands_there_before_it_counts() {
    let (now, next) = (period("", "amount", "2026-12-31"), period("2027-01-01", "amount", "2027-12-31"));
    check(&format!("[{now}, {next}]"), &[]);
    check(&format!("[{next}, {now}]"), &["periods, each from a later day", "a period that has begun"]);
    check(&format!("[{now}, {}]", period("2027-01-01", "amount", "2028-12-31")), &["facts.nieuw.1.validUntil"]);
    check(&format!("[{next}]"), &["a period that has begun"]);
    check("[]", &["a period that has begun"]);
    check(
        &format!("[{}, {next}]", period("ooit", "amount", "2026-12-31")),
        &["the first day on which the figure counts", "an amount changes", "periods", "a period that has begun"],
    );
}

/// A widget that a municipality has embedded turns over by itself, at midnight in the Netherlands.
#[test]
fn an_amount_turns_over_at_midnight() {
    let mut stage = Stage::start(flow("zorgtoeslag-aanvragen"));
    stage.send(stapwijzer::app::event::Event::ModeChosen(stapwijzer::flow::mode::Mode::Together));
    let (now, next) =
        (period("", "amount", "2026-12-31"), period("2027-01-01", "amount", "2027-12-31").replace("\"5\"", "\"6\""));
    let value: Value = serde_json::from_str(&format!(r#"{{ "nieuw": [{now}, {next}] }}"#)).unwrap();
    let mut package = package::Package::clone(stage.model.package.as_ref().unwrap());
    package.facts = read(&value).0;
    let shown = |today: &str| {
        let texts = Texts { package: &package, persona: Persona::by_id("noor").unwrap(), today };
        texts.plain("{f.nieuw}")
    };
    assert_eq!((shown("2026-12-31"), shown("2027-01-01")), ("5".to_owned(), "6".to_owned()));
}

/// What stands only in the national file is in every flow of the site that names it.
#[test]
fn a_national_figure_stands_once_and_is_everywhere() {
    let flow = file("flows/digid-aanvragen/flow.json").unwrap();
    let words = file("flows/digid-aanvragen/nl.json").unwrap();
    let (flow, words) = (read::<FlowFile>(&flow).0, read::<Words>(&words).0);
    let sources = [("digid-aanvragen".to_owned(), (&flow, &words))].into_iter().collect();
    let package = package::whole("digid-aanvragen", &sources).unwrap();
    assert_eq!(package.facts["helpdesk"].shown("nl", "2026-11-23").0, "088 123 65 55");
    let whole = crate::support::library();
    assert!(whole.national_name("digid-aanvragen", "helpdesk").is_some());
}

/// A widget that is embedded for years shows old figures with a doubt, and numbers for who is in danger without.
#[test]
fn nobody_in_danger_is_told_to_look_a_number_up() {
    let library = crate::support::library();
    for (id, file) in &library.files {
        for (fact, figure) in file.facts.iter() {
            let (value, fresh) = figure.shown("nl", "2031-01-01");
            let helps = ["112", "0800-2000", "113", "0800-0113", "0800-0432", "0900-8844"].contains(&value.as_str());
            assert_eq!(fresh, helps, "{id} {fact} {value}");
        }
    }
}

#[test]
fn an_example_that_was_left_standing_is_named() {
    let said = remarks_after("nl.json", |text| text.replacen("\"title\": \"", "\"title\": \"(voorbeeld) ", 1));
    assert!(said.iter().any(|one| one.kind == "example" && one.is_error()), "{said:?}");
    assert!(remarks_after(TOWN, str::to_owned).iter().all(|one| one.kind != "example"));
}

/// A municipality heard nothing of its own fees until the day on which they had expired.
#[test]
fn a_municipality_is_warned_of_its_own_figures() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("municipalities")).unwrap();
    let fact = r#"{ "value": "€ 9", "source": "stad.nl", "checked": "2026-11-23", "validUntil": "2026-12-31" }"#;
    let town = format!(r#"{{ "flows": {{ "afval": {{ "facts": {{ "leges": {fact} }} }} }} }}"#);
    fs::write(folder.path().join("municipalities/stad.json"), town).unwrap();
    let library = library::read(folder.path(), &mut vec![]);
    let soon = freshness::expiring(&library, "2026-11-23");
    assert_eq!(soon.iter().map(|one| one.path.as_str()).collect::<Vec<_>>(), ["flows.afval.facts.leges.validUntil"]);
    assert!(freshness::expiring(&library, "2026-10-01").is_empty());
}
