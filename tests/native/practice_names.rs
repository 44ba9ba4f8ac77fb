//! Story: on the screens with a code, the practised site and the coach each had a button "Volgende"; the words "Kies Volgende"
//! meant the one, and the keyboard was on the other. Of all that can be pressed on a practice screen, no two have one name.

use crate::support::{library, public};
use serde_json::Value;
use stapwijzer::practice::spec::{FieldKind, ScreenKind, ScreenSpec};
use std::collections::BTreeSet;
use std::fs;

/// What stands around every practice screen, as keys of the interface words.
const AROUND: &[&str] = &[
    "hint.ask",
    "hint.show",
    "practice.skip",
    "nav.back",
    "nav.restart",
    "nav.help",
    "incident.title",
    "mistakes.title",
    "helper.title",
    "mode.change",
    "step.all",
    "mode.watch",
    "mode.together",
    "mode.practise",
    "mode.alone",
    "desk.card",
    "away.keep",
    "desk.tab.computer",
    "desk.tab.phone",
    "desk.tab.mail",
    "desk.tab.letter",
];

fn json(path: &str) -> Value {
    let text = fs::read_to_string(public().join(path)).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A text without its marks.
fn plain(text: &str) -> String {
    text.replace("**", "").replace(['[', ']'], "")
}

/// The keys of the buttons that the screen itself has; the first is the one for which a flow may have words of its own.
fn drawn(spec: &ScreenSpec) -> &'static [&'static str] {
    match spec.kind {
        ScreenKind::Login => &["login.submit", "login.show", "later.button"],
        ScreenKind::SmsCode => &["sms.submit", "sms.again", "call.ask", "call.answer", "later.button"],
        ScreenKind::MailCode => &["sms.submit", "sms.again"],
        ScreenKind::LetterCode => &["sms.submit", "letter.again", "letter.open", "later.days"],
        ScreenKind::PairingCode => &["sms.submit"],
        ScreenKind::Form | ScreenKind::Map | ScreenKind::NewAccount | ScreenKind::NewPassword => &["form.next"],
        ScreenKind::PinChoose | ScreenKind::PinEnter => &["form.next", "pin.show", "pin.activate", "keypad.erase"],
        ScreenKind::Summary => &["summary.send"],
        ScreenKind::IdCheck => &["id.hold", "id.stay", "id.away"],
        ScreenKind::Scan => &["scan.for-me", "scan.again"],
        ScreenKind::Judge => &["judge.real", "judge.fake"],
        ScreenKind::Pages => &["pages.back"],
        ScreenKind::Inbox => &["inbox.settings", "inbox.attachment", "inbox.to-archive", "inbox.close"],
        ScreenKind::History
        | ScreenKind::Method
        | ScreenKind::AppChoice
        | ScreenKind::Organisation
        | ScreenKind::Tap
        | ScreenKind::Confirmation => &[],
    }
}

/// What a flow calls the things to press on a screen.
fn own(spec: &ScreenSpec, words: &Value) -> Vec<String> {
    let text = |value: &Value| plain(value.as_str().unwrap_or_default());
    let choices = spec.options.iter().map(|id| text(&words["choices"][id]["label"]));
    let uploads = spec
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::Upload)
        .flat_map(|field| field.options.iter().map(move |id| text(&words["fields"][&field.id]["options"][id])));
    let taps =
        spec.places.iter().filter(|_| spec.kind == ScreenKind::Tap).map(|place| text(&words["places"][&place.id]));
    let names: Vec<String> = if spec.kind == ScreenKind::History { vec![] } else { choices.collect() };
    names.into_iter().chain(uploads).chain(taps).filter(|name| !name.is_empty()).collect()
}

#[test]
fn no_two_buttons_of_a_practice_screen_have_one_name() {
    let mut looked_at = 0;
    let mut twins = Vec::new();
    for (flow, file) in library().files.iter().filter(|(id, _)| library().is_published(id)) {
        for lang in ["nl", "en"] {
            let (ui, words) = (json(&format!("ui/{lang}.json")), json(&format!("flows/{flow}/{lang}.json")));
            let ui = |key: &str| plain(ui[key].as_str().unwrap_or_else(|| panic!("no {key} in {lang}")));
            for step in &file.steps {
                let Some((id, spec)) = step.screen.as_ref().and_then(|id| Some((id, file.screens.get(id)?.get())))
                else {
                    continue;
                };
                let screen = &words["screens"][id];
                let mut names: Vec<String> = AROUND.iter().map(|key| ui(key)).collect();
                names.push(words["steps"][&step.id]["action"].as_str().map_or_else(|| ui("nav.next"), plain));
                names.extend(own(&spec, screen));
                let button = screen["button"].as_str().map(plain);
                let keys = drawn(&spec).iter().enumerate();
                names.extend(keys.map(|(index, key)| button.clone().filter(|_| index == 0).unwrap_or_else(|| ui(key))));
                let mut met = BTreeSet::new();
                let twice = names.iter().filter(|name| !met.insert(name.to_lowercase()));
                twins.extend(twice.map(|name| format!("{flow}, {lang}, step {}: “{name}”", step.id)));
                looked_at += 1;
            }
        }
    }
    assert!(looked_at > 150, "only {looked_at} screens");
    assert!(twins.is_empty(), "two buttons of one name:\n{}", twins.join("\n"));
}
