//! Editorial policy is told as everything else: what was found, what was expected, and how to mend it. It stood in tests in Rust, so that
//! an editor heard nothing of it, and a contributor saw a panic.

use crate::mistakes::remarks_after_in;
use stapwijzer::editing::diagnostic::Severity;
use std::fs;
use std::path::Path;

const FLOW: &str = "flows/melding-openbare-ruimte";

/// Does this to a flow that is published, and expects an error of which these are parts; to a draft, and it is advice.
#[track_caller]
fn check(act: impl Fn(&Path), file: &str, found: &str, mend: &str) {
    for (published, severity) in [(true, Severity::Error), (false, Severity::Advice)] {
        let said = remarks_after_in(|folder| {
            act(folder);
            if !published {
                replace(folder, "flow.json", "\"published\": true,", "");
            }
        });
        let named = said.iter().any(|one| {
            (one.severity, one.file.as_str()) == (severity, &format!("{FLOW}/{file}"))
                && one.found.contains(found)
                && one.mend.contains(mend)
        });
        assert!(named, "expected {severity:?} “{found}” of {file}, found {said:#?}");
    }
}

#[track_caller]
fn replace(folder: &Path, name: &str, find: &str, with: &str) {
    let file = folder.join(FLOW).join(name);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains(find), "{name} does not hold {find}");
    fs::write(file, text.replace(find, with)).unwrap();
}

#[test]
fn a_flow_on_offer_is_there_in_dutch_and_english() {
    check(|folder| fs::remove_file(folder.join(FLOW).join("en.json")).unwrap(), "en.json", "nothing", "Write en.json");
}

#[test]
fn three_things_can_go_wrong_and_each_leads_back() {
    let rename = |folder: &Path| replace(folder, "flow.json", "\"incidents\":", "\"ways\": [], \"incidentsX\":");
    // (An unknown field: the file is read on, and has no incidents.)
    check(rename, "flow.json", "0", "Name steps under \"incidents\"");
}

#[test]
fn who_goes_alone_is_asked_two_questions() {
    check(
        |folder| replace(folder, "flow.json", "\"mode\": \"alleen\"", "\"mode\": \"samen\""),
        "flow.json",
        "0",
        "terugvraag-1",
    );
}

/// Above each checklist "Niets aantikken mag ook" stood twice, so the interface says it no more, and the step must. The rule stood in a test,
/// for drafts too: after the guide of CONTRIBUTING, whose checklist had no text, the tests were red.
#[test]
fn a_checklist_says_that_nothing_need_be_ticked() {
    let dutch = ["U hoeft niets aan te tikken.", "Tik iets aan, of niets."];
    let english = ["You may also tick nothing.", "Ticking nothing is fine too.", "Tick something, or nothing."];
    for (file, says, rest, others) in [
        ("nl.json", "Niets aantikken mag ook.", "U hoeft niets te zoeken. Tik aan", dutch.as_slice()),
        ("en.json", "It is fine to tick nothing.", "Tick what you would have at home.", english.as_slice()),
    ] {
        check(|folder| replace(folder, file, says, ""), file, rest, says);
        for other in others {
            let said = remarks_after_in(|folder| replace(folder, file, says, other));
            assert!(said.iter().all(|one| one.kind != "policy"), "{other}: {said:#?}");
        }
    }
    check(|folder| without_text(folder, "nodig"), "nl.json", "no text", "Niets aantikken mag ook.");
}

/// Takes the text of a step out of its Dutch words.
fn without_text(folder: &Path, step: &str) {
    let file = folder.join(FLOW).join("nl.json");
    let mut words: serde_json::Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    words["steps"][step].as_object_mut().unwrap().remove("text").unwrap();
    fs::write(file, words.to_string()).unwrap();
}

#[test]
fn an_outcome_shows_the_three_ways() {
    let two = |folder: &Path| {
        replace(folder, "flow.json", "\"online\", \"phone\", \"counter\"", "\"phone\", \"phone\", \"counter\"");
    };
    check(two, "flow.json", "phone, phone, counter", "\"online\"");
}

/// A guide is only asked one's way with: nothing goes wrong in it.
#[test]
fn a_guide_rehearses_nothing() {
    let said = remarks_after_in(|folder| {
        replace(folder, "flow.json", "\"published\": true,", "\"published\": true, \"guide\": true,");
        replace(folder, "flow.json", "\"mode\": \"alleen\"", "\"mode\": \"samen\"");
    });
    assert!(said.iter().all(|one| one.kind != "policy"), "{said:#?}");
}

#[test]
fn a_text_of_the_template_is_named() {
    let act = |folder: &Path| {
        replace(
            folder,
            "nl.json",
            "\"summary\": \"",
            "\"summary\": \"Schrijf hier in één zin wat iemand leert.\", \"x\": \"",
        );
    };
    check(act, "nl.json", "Schrijf hier in één zin", "1 of them are left");
}

#[test]
fn a_flow_that_is_hard_to_read_or_has_few_words_is_named() {
    let hard = "Authenticatieproblematiek belemmert communicatiemogelijkheden. ".repeat(300);
    let act = |folder: &Path| replace(folder, "nl.json", "\"summary\": \"", &format!("\"summary\": \"{hard}"));
    check(act, "nl.json", "-", "Shorten sentences");
    let act = |folder: &Path| {
        let words = r#"{"format":1,"flow":"melding-openbare-ruimte","lang":"en","title":"X","summary":"Y","steps":{}}"#;
        fs::write(folder.join(FLOW).join("en.json"), words).unwrap();
    };
    check(act, "en.json", "2 words", "Give the steps hints");
    let act = |folder: &Path| {
        replace(
            folder,
            "flow.json",
            "\"steps\": [",
            "\"steps\": [{ \"id\": \"eind\", \"kind\": \"outcome\" }], \"x\": [",
        );
    };
    check(act, "flow.json", "1", "Show one thing on one screen");
}

/// An English visitor read “Write here in one sentence what somebody learns” on the start, of a flow that had no English words.
#[test]
fn the_catalogue_speaks_only_languages_that_the_flow_has() {
    let said = remarks_after_in(|folder| fs::remove_file(folder.join(FLOW).join("en.json")).unwrap());
    let paths = said.iter().filter(|one| one.kind == "catalogue").map(|one| one.path.as_str()).collect::<Vec<_>>();
    assert_eq!(paths, ["melding-openbare-ruimte.title.en", "melding-openbare-ruimte.summary.en"]);
    let said = remarks_after_in(|folder| replace(folder, "flow.json", "\"published\": true,", ""));
    assert!(said.iter().any(|one| one.is_error() && one.found == "a draft" && one.mend.contains("stapwijzer publish")));
}
