//! What flows, steps, municipalities and languages are called: the check, `new` and the loader take the same names.

use crate::mistakes::{TOWN, check_names, remarks_after_in};
use crate::slips::input;
use crate::support::root;
use std::fs;
use std::path::Path;

/// What is said of a folder of content after this was done to it.
#[track_caller]
fn said_after(act: impl Fn(&Path)) -> Vec<String> {
    let said = remarks_after_in(act);
    said.iter().filter(|diagnostic| diagnostic.is_error()).map(ToString::to_string).collect()
}

/// “Den Haag.json” passed with 0 errors; and the widget took `municipality="Den Haag"` as absent, without a word.
#[test]
fn a_municipality_that_the_widget_does_not_take_is_named() {
    #[track_caller]
    fn check(name: &str, right: &str) {
        let said = said_after(|folder| {
            fs::write(folder.join(format!("municipalities/{name}.json")), input("Proef Stad.json")).unwrap();
        });
        let [one] = &said[..] else { panic!("{name}: {said:#?}") };
        let mend = format!("Call it {right}.json, and write “{right}” as its id.");
        assert!(one.contains(&format!("municipalities/{name}.json")) && one.ends_with(&mend), "{one}");
    }
    check("Proef Stad", "proef-stad");
    check("Den Haag", "den-haag");
    check("den_haag", "den-haag");
    check("Súdwest-Fryslân", "sudwest-fryslan");
    check("'s-hertogenbosch", "s-hertogenbosch");
    check(&"a".repeat(70), &"a".repeat(64));
}

/// A flow in the folder `ww_aanvragen` opened by its card, and was lost at a reload.
#[test]
fn a_flow_that_has_no_address_is_named() {
    #[track_caller]
    fn check(name: &str, right: &str) {
        let said = said_after(|folder| {
            let flows = folder.join("flows");
            fs::rename(flows.join("melding-openbare-ruimte"), flows.join(name)).unwrap();
        });
        assert!(
            said.iter().any(|one| one.starts_with(&format!("flows/{name}: "))
                && one.contains(&format!("Call the folder “{right}”"))),
            "{said:#?}"
        );
    }
    check("Afval ophalen", "afval-ophalen");
    check("afval_ophalen", "afval-ophalen");
    check("AFVAL", "afval");
    check(&"a".repeat(70), &"a".repeat(64));
}

/// Steps “Stap 1” and “__proto__” passed: no address leads to the one, and JavaScript has a meaning for the other.
#[test]
fn a_step_that_has_no_address_is_named() {
    #[track_caller]
    fn check(id: &str, right: &str) {
        let find = "\"id\": \"welkom\"";
        check_names(
            "melding-openbare-ruimte/flow.json",
            find,
            &format!("\"id\": \"{id}\""),
            &format!("Call it “{right}”"),
        );
    }
    check("Stap 1", "stap-1");
    check("a/b", "a-b");
    check("<b>", "b");
    check("__proto__", "proto");
    check(&"a".repeat(200), &"a".repeat(64));
}

/// `EN.json`, `en_GB.json` and `Engels.json` were languages of which the widget never asked; a copy, and what a Mac leaves, were too.
#[test]
fn files_that_are_no_language_are_told_by_what_they_are() {
    #[track_caller]
    fn check(from: &str, name: &str, part: &str) {
        let said = said_after(|folder| {
            let flow = folder.join("flows/melding-openbare-ruimte");
            let text = fs::read(flow.join(from)).unwrap();
            if part.starts_with("Call it") {
                fs::remove_file(flow.join(from)).unwrap();
            }
            fs::write(flow.join(format!("{name}.json")), text).unwrap();
        });
        let [one] = &said[..] else { panic!("{name}: {said:#?}") };
        assert!(one.starts_with(&format!("flows/melding-openbare-ruimte/{name}.json")) && one.contains(part), "{one}");
    }
    check("en.json", "EN", "Call it en.json");
    check("en.json", "en_GB", "Call it en.json");
    check("en.json", "Engels", "Call it en.json");
    check("nl.json", "nl - kopie", "a copy of nl.json");
    check("nl.json", "nl (1)", "a copy of nl.json");
    check("en.json", "en-GB", "a copy of en.json");
    check("flow.json", "flow - kopie", "a copy of flow.json");
    check("nl.json", "._nl", "a hidden file");
    check("nl.json", "vertaling", "plain letters");
}

/// What the check takes, the loader takes.
#[test]
fn the_loader_knows_the_same_names() {
    let loader = fs::read_to_string(root().join("src/embed/element.js")).unwrap();
    for pattern in ["[a-z0-9-]{1,64}", "[a-z0-9.-]{1,128}", "[a-z]{2,3}(-[a-z0-9]{2,8})*"] {
        assert!(loader.contains(pattern), "{pattern}: say in src/editing/identifier.rs what the loader takes now");
    }
    check_names(TOWN, "\"id\": \"voorbeeldstad\"", "\"id\": \"Voorbeeld Stad\"", "Write “voorbeeldstad”");
}
