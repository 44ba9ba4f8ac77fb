//! The check finds what is wrong with a municipality's own file: the sample one is broken, again and again.

use crate::mistakes::{TOWN, check_names, remarks_after};

/// A municipality edits its own file by hand. Every slip is named, and costs only its own part (see `town.rs`).
#[test]
fn a_mistake_in_a_municipality_s_file_is_named() {
    check_names(TOWN, "\"id\": \"voorbeeldstad\"", "\"id\": \"elders\"", "Write “voorbeeldstad”");
    check_names(TOWN, "\"format\": 1", "\"format\": 3", "Write 1");
    check_names(TOWN, "\"name\"", "\"naam\"", "found “naam”, expected a known field");
    check_names(TOWN, "\"mediatheek\": {", "\"media-theek\": {", "one of ontvangst mediatheek");
    check_names(TOWN, "\"08:30-17:00\"", "\"8.30-17.00\"", "hours such as 09:00-17:00");
    check_names(TOWN, "\"09:00-12:30\", \"13:30-17:00\"", "\"13:30-17:00\", \"09:00-12:30\"", "do not overlap");
    check_names(
        TOWN,
        "\"ma\": [\"08:30-17:00\"]",
        "\"ma\": \"08:30-17:00\"",
        "house.hours.ma: found “08:30-17:00”, expected a list",
    );
    check_names(TOWN, "\"day\": \"2026-12-24\"", "\"day\": \"24-12-2026\"", "a day, YYYY-MM-DD");
    check_names(TOWN, "\"nieuwjaarsdag\"", "\"oud en nieuw\"", "holidays.0: found “oud en nieuw”");
    check_names(TOWN, "\"nl\": \"kerstavond\"", "\"de\": \"Heiligabend\"", "Write them in Dutch too");
    check_names(TOWN, "\"rooms\": [\"werkcafe\"]", "\"rooms\": []", "a room of the house");
    check_names(
        TOWN,
        "\"link\": \"voorbeeldstad.nl/melding\"",
        "\"link\": \"https://voorbeeldstad.nl\"",
        "without https",
    );
    let flow = "\"melding-openbare-ruimte\": {";
    let part = |part: &str| format!("{flow} {part},");
    check_names(TOWN, flow, &part("\"off\": \"ja\""), "off: found “ja”, expected true or false");
    check_names(TOWN, flow, &part("\"words\": { \"fr\": {} }"), "a language of the flow");
    check_names(
        TOWN,
        flow,
        &part("\"words\": { \"nl\": { \"steps\": { \"bestaat-niet\": {} } } }"),
        "a step of this flow",
    );
    check_names(
        TOWN,
        flow,
        &part("\"words\": { \"nl\": { \"steps\": { \"welkom\": { \"titel\": \"Hoi\" } } } }"),
        "found “titel”",
    );
}

#[test]
fn a_mistake_in_a_municipality_s_figure_is_named() {
    #[track_caller]
    fn check(id: &str, value: &str, checked: &str, until: &str, said: &str) {
        let flow = "\"melding-openbare-ruimte\": {";
        let fact = format!(
            r#"{{ "value": "{value}", "kind": "phone", "source": "voorbeeldstad.nl", "checked": "{checked}", "validUntil": "{until}" }}"#
        );
        let place = format!("flows.melding-openbare-ruimte.facts.{id}");
        let part = format!("{flow} \"facts\": {{ \"{id}\": {fact} }},");
        check_names(TOWN, flow, &part, said);
        check_names(TOWN, flow, &part, &place);
    }
    check("niets", "3", "2026-11-23", "2027-11-23", "a figure of the flow");
    check("alarm", " ", "2026-11-23", "2027-11-23", "a value and where it stands");
    check("alarm", "3", "gisteren", "2027-11-23", "a day, YYYY-MM-DD");
    check("alarm", "3", "2026-12-31", "2027-11-23", "not in the future");
    check("alarm", "3", "2026-11-23", "ooit", "a day, YYYY-MM-DD");
    check("alarm", "3", "2025-11-23", "2025-11-23", "has not passed");
}

/// Of corrected wording only the letters were looked at: a number that could be somebody's, a figure that does not exist, or an
/// option without a name passed the check, and stood on the screens of that municipality.
#[test]
fn corrected_wording_is_looked_at_as_the_national_words_are() {
    #[track_caller]
    fn check(lang: &str, step: &str, path: &str, said: &str) {
        let flow = "\"melding-openbare-ruimte\": {";
        let part = format!("{flow} \"words\": {{ \"{lang}\": {{ \"steps\": {{ {step} }} }} }},");
        let place = format!("flows.melding-openbare-ruimte.words.{lang}.steps.{path}: found");
        check_names(TOWN, flow, &part, said);
        check_names(TOWN, flow, &part, &place);
    }
    #[track_caller]
    fn check_text(text: &str, said: &str) {
        check("nl", &format!("\"welkom\": {{ \"text\": [\"{text}\"] }}"), "welkom.text.0", said);
    }
    check_text("Het kost {f.niets}.", "found “{f.niets}”, expected a persona key, a fact");
    check_text("U bent {p.niets}.", "a persona key");
    check_text("Dat is [niets].", "take a word that the flow explains");
    check_text("Uw nummer is 111222333.", "BSN");
    check_text("Bel 06 12345678.", "a phone number as a fact");
    check_text("Klik <b>hier</b>.", "words only");
    check_text("Kijk op nep-digid.nl.", "Your own page? Write it under link");
    check_text("U hebt 3 weken.", "amounts and terms as facts");
    check_text("Indien het kan.", "a plain word");
    check_text("d\u{456}gid", "a Cyrillic letter");
    check_text("", "found “”, expected words");
    check_text(&format!("{}einde.", "heel ".repeat(39)), "this has 40");
    check("en", "\"welkom\": { \"text\": [\"You are {p.bsn}.\"] }", "welkom.text.0", "the same {…} in each language");
    let option = "{ \"zwem\": { \"label\": \"Zwemmen\" } }";
    check("nl", &format!("\"gevaar\": {{ \"options\": {option} }}"), "gevaar.options.zwem", "an option of this step");
    check("nl", "\"welkom\": { \"title\": null }", "welkom.title", "found “null”, expected a text");
}

/// What is wrong in the national words is not the municipality's, and what is well is not named.
#[test]
fn corrected_wording_that_is_well_passes() {
    #[track_caller]
    fn check(part: &str) {
        let flow = "\"melding-openbare-ruimte\": {";
        let laid = |text: &str| text.replacen(flow, &format!("{flow} {part},"), 1);
        let said: Vec<_> = remarks_after(TOWN, laid).into_iter().filter(|diagnostic| diagnostic.file == TOWN).collect();
        assert!(said.is_empty(), "{said:#?}");
    }
    check(
        r#""words": { "nl": { "steps": { "welkom": { "text": ["U leert hoe u iets meldt.", "Bel bij gevaar {f.alarm}."] } } } }"#,
    );
    let both = r#""nl": { "steps": { "welkom": { "text": ["Bel bij gevaar {f.alarm}."] } } },
        "en": { "steps": { "welkom": { "text": ["In danger, call {f.alarm}."] } } }"#;
    check(&format!(r#""words": {{ {both} }}"#));
}
