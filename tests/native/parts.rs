//! The parts of a task: which one is lit while somebody works at the desk, and what the check says of them; and what is no task, `home`.

use crate::mistakes::{TOWN, remarks_after};
use crate::practice_play::{PRACTISE, WATCH, coached, desk, noor, play, spec};
use crate::program::{Stage, file, flow};
use crate::support::{TODAY, library, public};
use serde_json::json;
use stapwijzer::app::event::{Effect, Event};
use stapwijzer::app::model::Options;
use stapwijzer::editing::check::{self, LONGEST_PART, MOST_PARTS, PARTS};
use stapwijzer::editing::gallery::example;
use stapwijzer::editing::pages::site::Site;
use stapwijzer::flow::mode::Mode;
use stapwijzer::practice::desk::{Desk, DeskEvent, Device};
use stapwijzer::practice::spec::{ScreenKind, ScreenSpec};
use stapwijzer::value::{Value, read};

const NL: &str = "melding-openbare-ruimte/nl.json";

/// What is to be done now of three parts: its number, `.` when all is done, `-` when no part is lit.
fn lit(desk: &Desk) -> char {
    match desk.part(MOST_PARTS) {
        None => '-',
        Some(part) if part == MOST_PARTS => '.',
        Some(part) => char::from_digit(part as u32 + 1, 10).unwrap(),
    }
}

/// Plays a script, `{p.key}` filled in, and tells what is lit on arrival and after each word of it.
fn walk(desk: &mut Desk, script: &str) -> String {
    let mut told = lit(desk).to_string();
    for word in script.split(' ') {
        play(desk, &noor().fill(word).replace(' ', "+"));
        told.push(lit(desk));
    }
    told
}

#[track_caller]
fn lights(screen: &str, script: &str, expected: &str) {
    assert_eq!(walk(&mut desk(&spec(screen)), script), expected, "{screen} {script}");
}

/// The whole task of three parts stood there as grey text, and said the same at the end as at the start ("the letter is on its way").
#[test]
fn each_kind_of_screen_lights_one_part_after_the_other() {
    for kind in ScreenKind::ALL {
        let name = kind.name();
        let one = |more: &str| format!("{{ \"type\": \"{name}\"{more} }}");
        match kind {
            ScreenKind::Login => lights(&one(""), "username={p.username} password=O password={p.password} !", "1223."),
            ScreenKind::SmsCode => lights(&one(""), "code=1 code=111222 code= code=111222 !", "12313."),
            ScreenKind::MailCode => {
                lights(&one(r#", "code": "mailCode", "mail": ["m"]"#), "code=E code={p.mailCode} !", "123.");
            }
            ScreenKind::LetterCode => {
                let letter = |more: &str| one(&format!(r#", "code": "activationCode", "letter": "b"{more}"#));
                lights(&letter(""), "code=A code={p.activationCode} !", "123.");
                lights(&letter(r#", "sealed": true"#), "@envelope code=A code={p.activationCode} !", "1223.");
                let both = letter(r#", "sealed": true, "wait": true"#);
                lights(&both, "later @envelope code={p.activationCode} !", "1233.");
            }
            ScreenKind::PairingCode => lights(&one(""), "code=O code={p.pairingCode} !", "123."),
            ScreenKind::Form => {
                let fields = r#", "fields": [{ "id": "a", "kind": "text", "value": "Een lamp" },
                    { "id": "b", "kind": "choice", "value": "y", "options": ["x", "y"] }]"#;
                lights(&one(fields), "a=Een a=Een+lamp b:0 ! b:1 !", "112323.");
            }
            ScreenKind::Map => {
                let places =
                    r#", "place": "p", "places": [{ "id": "q", "x": 1, "y": 1 }, { "id": "p", "x": 2, "y": 2 }]"#;
                lights(&one(places), "place:0 ! place:1 !", "1313.");
            }
            ScreenKind::Summary => lights(&one(""), "!", "1."),
            // There is nothing to do but to read: a tick would say that it was read.
            ScreenKind::Confirmation => lights(&one(""), "!", "--"),
            ScreenKind::Method | ScreenKind::AppChoice | ScreenKind::Organisation => {
                lights(&one(r#", "options": ["ja", "stop"], "right": "stop""#), "choice:0 ! choice:1 !", "1333.");
            }
            ScreenKind::History => {
                lights(&one(r#", "options": ["a", "klopt"], "right": "a""#), "choice:1 ! choice:0 !", "1333.");
            }
            ScreenKind::Judge => lights(&one(r#", "right": "fake""#), "choice:0 ! choice:1 !", "1333."),
            ScreenKind::NewAccount => {
                let script = "username={p.username} password={p.password} repeat={p.password} !";
                lights(&one(""), script, "1223.");
            }
            ScreenKind::NewPassword => {
                lights(&one(""), "new-password={p.newPassword} repeat={p.newPassword} !", "123.");
            }
            ScreenKind::PinChoose => lights(&one(""), "pin={p.pin} pin-again={p.pin} !", "123."),
            ScreenKind::PinEnter => lights(&one(""), "pin=1 pin={p.pin} !", "123."),
            ScreenKind::IdCheck => {
                lights(&one(r#", "options": ["a", "b"], "right": "b""#), "@tap,0 @tap,1 @hold @hold @hold", "11233.");
            }
            ScreenKind::Scan => lights(&one(""), "@move,1,0 @put-right", "13."),
            ScreenKind::Inbox => {
                let tasks = r#", "options": ["a", "b"], "tasks": ["attachment:a", "archive:b"]"#;
                lights(&one(tasks), "@open,0 @attachment @close @open,1 @archive", "11223.");
                lights(&one(r#", "options": ["a"], "tasks": ["notices"]"#), "@settings @notices,1", "13.");
            }
            ScreenKind::Tap => {
                let places = r#", "places": [{ "id": "a", "x": 1, "y": 1 }, { "id": "b", "x": 2, "y": 1 }, { "id": "c", "x": 3, "y": 1 }]"#;
                lights(&one(places), "@tap,2 @tap,2 @tap,0 @tap,1", "1223.");
            }
            ScreenKind::Pages => {
                lights(
                    &one(r#", "options": ["a", "b", "c"], "right": "b""#),
                    "@back @follow,2 @back @follow,1",
                    "1313.",
                );
            }
        }
    }
}

/// Where something goes wrong on purpose, the parts are what goes wrong, what helps, and doing it again.
#[test]
fn a_rehearsal_lights_what_went_wrong_what_helps_and_the_second_time() {
    let sms = |trouble: &str| format!(r#"{{ "type": "sms-code", "trouble": "{trouble}", "letter": "l" }}"#);
    lights(&sms("no-sms"), "new code=222333 !", "123.");
    lights(&sms("no-sms"), "@call @answer code=222333 !", "1233.");
    lights(&sms("wrong-code"), "code=111222 ! code=222333 !", "1123.");
    lights(&sms("expired-code"), "code=111222 ! new code=222333 !", "11233.");
    lights(&sms("code-thrice"), "code=123456 ! code=123456 ! code=123456 ! later code=222333 !", "111111233.");
    lights(
        r#"{ "type": "login", "trouble": "password-thrice", "letter": "l" }"#,
        "username={p.username} password={p.oldPassword} ! password={p.oldPassword} ! password={p.oldPassword} ! later password={p.password} !",
        "1111111233.",
    );
    let mail = r#"{ "type": "mail-code", "code": "mailCode", "mail": ["a"], "trouble": "expired-code" }"#;
    lights(mail, "code={p.mailCode} ! new code={p.mailCode} !", "11233.");
    let letter = r#"{ "type": "letter-code", "code": "activationCode", "letter": "l", "oldLetter": "o", "trouble": "expired-code" }"#;
    lights(letter, "code={p.oldActivationCode} ! new later code={p.activationCode} !", "112233.");
    let weak = r#"{ "type": "new-password", "trouble": "weak-password", "letter": "l" }"#;
    let script =
        "new-password={p.weakPassword} repeat={p.weakPassword} ! new-password={p.newPassword} repeat={p.newPassword} !";
    lights(weak, script, "112333.");
    let weak = r#"{ "type": "pin-choose", "trouble": "weak-pin", "letter": "l" }"#;
    lights(weak, "pin={p.weakPin} pin-again={p.weakPin} ! pin={p.pin} pin-again={p.pin} !", "111223.");
    let pin = r#"{ "type": "pin-enter", "trouble": "pin-thrice", "letter": "l" }"#;
    lights(pin, "pin={p.oldPin} ! pin={p.oldPin} ! pin={p.oldPin} ! later pin={p.pin} !", "111111233.");
    lights(r#"{ "type": "scan", "trouble": "expired-code" }"#, "@put-right new @put-right", "123.");
    let id = r#"{ "type": "id-check", "options": ["a"], "right": "a", "trouble": "moved-away" }"#;
    lights(id, "@tap,0 @hold @hold @hold @hold @hold @hold", "1222333.");
}

/// Who looked at the phone has read the message; who types without looking has read it too (on a wide desk it is in sight).
#[test]
fn looking_at_the_telephone_is_the_first_part() {
    let mut desk = desk(&spec(r#"{ "type": "sms-code" }"#));
    assert_eq!(lit(&desk), '1');
    desk.update(DeskEvent::Looked(Device::Phone));
    assert_eq!(lit(&desk), '2');
    desk.update(DeskEvent::AskedNewCode);
    assert_eq!(lit(&desk), '1', "a new message is to be read");
}

/// The examples of every kind: nothing is ticked on arrival, all of it after the right answer; in *kijken* nothing is lit at all.
#[test]
fn nothing_is_done_on_arrival_and_all_of_it_in_the_end() {
    for kind in ScreenKind::ALL {
        for (name, screen) in example(kind).screens.as_object().unwrap() {
            let (spec, _) = read::<ScreenSpec>(&serde_json::from_value::<Value>(screen.clone()).unwrap());
            let mut desk = coached(&spec, PRACTISE);
            let only_read = spec.kind == ScreenKind::Confirmation;
            assert_eq!(desk.part(3), (!only_read).then_some(0), "{kind:?} {name}");
            for _ in 0..12 {
                desk.fill_in();
                desk.update(DeskEvent::Submitted);
            }
            assert!(desk.passed(), "{kind:?} {name}");
            assert_eq!(desk.part(3), (!only_read).then_some(3), "{kind:?} {name}");
            assert_eq!(coached(&spec, WATCH).part(3), None, "{kind:?} {name}");
        }
    }
}

/// In “Vul in, kijk na, verstuur. Thuis kan het ook met de app.” nobody found what to do.
#[test]
fn the_check_advises_short_parts_and_a_place_for_what_is_no_task() {
    #[track_caller]
    fn advises(step: &str, text: &[&str], found: &[&str]) {
        let remarks = remarks_after(NL, |words| {
            let mut words: serde_json::Value = serde_json::from_str(words).unwrap();
            words["steps"][step]["text"] = json!(text);
            words.to_string()
        });
        let place = format!("steps.{step}.text");
        let mine = remarks.iter().filter(|remark| remark.file.ends_with(NL) && remark.path.starts_with(&place));
        let of_parts = mine.filter(|remark| remark.kind == PARTS);
        let told: Vec<_> = of_parts.map(|remark| (remark.found.as_str(), remark.is_error())).collect();
        assert_eq!(told, found.iter().map(|found| (*found, false)).collect::<Vec<_>>(), "{text:?}");
    }
    let step = "beschrijf-lamp";
    advises(step, &["Typ de tekst over.", "Kies een dag.", "Kies “Verder”."], &[]);
    advises(step, &["Typ.", "Kies.", "Kijk.", "Kies “Verder”."], &["4 paragraphs"]);
    let long = "Typ eerst de tekst van het kaartje over en kies dan de dag van gisteren.";
    assert_eq!(long.split(' ').count(), LONGEST_PART + 1);
    advises(step, &[long], &[long]);
    advises(step, &["Typ de tekst. Thuis kan het ook later."], &["Thuis kan het ook later."]);
    advises(step, &["In het echt ziet het er anders uit."], &["In het echt ziet het er anders uit."]);
    advises(step, &["Kies “Thuis”."], &[]);
    // An explanation is text, and no task.
    advises("welkom", &[long, "Thuis kan het ook.", "a", "b", "c"], &[]);
}

/// A municipality words a task anew, and reads of it what we would.
#[test]
fn a_municipality_s_own_task_is_looked_at_too() {
    let remarks = remarks_after(TOWN, |town| {
        let mut town: serde_json::Value = serde_json::from_str(town).unwrap();
        town["flows"]["melding-openbare-ruimte"]["words"]["nl"]["steps"]["beschrijf-lamp"] =
            json!({ "text": ["Thuis kan het ook."], "home": ["Bij ons komt {f.niets} ook."] });
        town.to_string()
    });
    let place = "flows.melding-openbare-ruimte.words.nl.steps.beschrijf-lamp";
    let told = |kind: &str, part: &str| {
        remarks.iter().any(|remark| remark.kind == kind && remark.path == format!("{place}.{part}"))
    };
    assert!(told(PARTS, "text.0") && told("mark", "home.0"), "{remarks:#?}");
    assert!(remarks.iter().all(|remark| remark.kind != "unknown-field"), "{remarks:#?}");
}

/// What stands under `home` is a text like any other: checked, read aloud after the task, on paper.
#[test]
fn what_is_other_at_home_is_checked_read_aloud_and_on_paper() {
    let remarks = remarks_after(NL, |words| {
        words.replacen("\"hint\": \"", "\"home\": [\"Indien het kan: {f.niets} [niets] {nl:a\"], \"hint\": \"", 1)
    });
    for kind in ["officialese", "mark"] {
        assert!(remarks.iter().any(|remark| remark.kind == kind && remark.path.ends_with(".home.0")), "{remarks:#?}");
    }

    let path = "flows/e-book-lenen/nl.json";
    let mut words: serde_json::Value = serde_json::from_slice(&std::fs::read(public().join(path)).unwrap()).unwrap();
    let start = file("flows/e-book-lenen/flow.json").unwrap();
    let Some(Value::Text(start)) = start.at("start") else { panic!("no start") };
    words["steps"][start]["home"] = json!(["Thuis leest u op uw eigen telefoon."]);
    let own: Value = serde_json::from_value(words).unwrap();
    let mut stage = Stage::start_with_files(Options { lang: "nl".into(), ..flow("e-book-lenen") }, vec![(path, own)]);
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::ReadAloudToggled);
    let said = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Speak(speech) => Some(speech.parts.iter().map(|part| part.text.clone()).collect::<Vec<_>>()),
        _ => None,
    });
    assert!(said.unwrap().iter().any(|part| part == "Thuis leest u op uw eigen telefoon."));

    let mut all = stapwijzer::editing::library::read(&public(), &mut vec![]);
    let words = all.words.get_mut(&("e-book-lenen".to_owned(), "nl".to_owned())).unwrap();
    let step = words.steps.get_mut(start).unwrap();
    step.home = vec!["Thuis leest u op uw eigen telefoon.".into()];
    let (files, problems) = Site { library: &all, today: TODAY, base: None }.files();
    assert!(problems.is_empty(), "{problems:?}");
    let page = &files.iter().find(|(name, _)| name.ends_with("nl/e-book-lenen.html")).unwrap().1;
    assert!(page.contains("Thuis leest u op uw eigen telefoon."));
}

/// What is advice for a municipality and of a draft, our own flows keep to.
#[test]
fn our_own_tasks_have_short_parts() {
    let remarks = check::check(library(), TODAY);
    let flow = |file: &str| file.strip_prefix("flows/").and_then(|rest| rest.split('/').next()).map(str::to_owned);
    let is_draft = |file: &str| flow(file).is_some_and(|id| !library().is_published(&id));
    let of_parts = remarks.iter().filter(|one| one.kind == PARTS && !is_draft(&one.file));
    let of_parts: String = of_parts.map(|one| format!("{one}\n")).collect();
    assert!(of_parts.is_empty(), "{of_parts}");
}
