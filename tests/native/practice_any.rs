//! Whatever is done at the practice desk, in whatever order: it never breaks, and there is always a way on.

use crate::practice_play::{FORM, PRACTISE, can_pass, coached, spec};
use crate::support::library;
use proptest::prelude::*;
use stapwijzer::practice::coach::Coaching;
use stapwijzer::practice::device::Device;
use stapwijzer::practice::event::{At, DeskEvent, Touch};
use stapwijzer::practice::input::field::Field;
use stapwijzer::practice::screens::sms_code::code;
use stapwijzer::practice::spec::{FieldKind, ScreenKind, ScreenSpec, Trouble};

/// Every kind of screen with every kind of trouble, and forms that no editor should write.
pub fn specs() -> Vec<ScreenSpec> {
    let mut specs = Vec::new();
    for kind in ScreenKind::ALL {
        for trouble in Trouble::ALL {
            let one = ScreenSpec { kind, trouble, ..ScreenSpec::default() };
            specs.push(ScreenSpec {
                letter: Some("l".into()),
                mail: vec!["m".into()],
                phone: vec!["p".into()],
                ..one.clone()
            });
            specs.push(one);
        }
    }
    for trouble in ["no-sms", "code-thrice"] {
        specs.push(spec(&format!(r#"{{ "type": "sms-code", "trouble": "{trouble}", "letter": "briefje" }}"#)));
    }
    for trouble in ["none", "expired-code", "wrong-code"] {
        for mail in [r#"["nieuw"]"#, r#"["nieuw", "oud"]"#, "[]"] {
            specs.push(spec(&format!(
                r#"{{ "type": "mail-code", "code": "mailCode", "trouble": "{trouble}", "mail": {mail} }}"#
            )));
        }
    }
    for trouble in ["none", "newer-letter", "expired-code", "code-thrice"] {
        for more in ["", r#", "oldLetter": "oud""#, r#", "sealed": true"#, r#", "wait": true"#] {
            let both = [more, r#", "sealed": true, "wait": true, "oldLetter": "oud""#].concat();
            for more in [more, if more.is_empty() { &both } else { more }] {
                specs.push(spec(&format!(
                    r#"{{ "type": "letter-code", "code": "recoveryCode", "letter": "brief", "trouble": "{trouble}"{more} }}"#
                )));
            }
        }
    }
    specs.push(spec(r#"{ "type": "letter-code", "code": "niets", "trouble": "code-thrice" }"#));
    specs.push(spec(r#"{ "type": "pairing-code" }"#));
    for (kind, trouble) in [
        ("pin-choose", "none"),
        ("pin-choose", "weak-pin"),
        ("pin-enter", "none"),
        ("pin-enter", "pin-thrice"),
        ("organisation", "none"),
        ("id-check", "none"),
        ("id-check", "moved-away"),
        ("scan", "none"),
        ("scan", "expired-code"),
    ] {
        specs.push(spec(&format!(
            r#"{{ "type": "{kind}", "trouble": "{trouble}", "letter": "l", "options": ["ja", "stop"], "right": "stop" }}"#
        )));
        specs.push(spec(&format!(r#"{{ "type": "{kind}", "trouble": "{trouble}", "computer": "c" }}"#)));
    }
    specs.push(spec(FORM));
    specs.push(spec(
        r#"{ "type": "form", "fields": [
        { "id": "a", "kind": "text", "value": " Zoë\u200b\n😀 {p.niets} " }, { "id": "a", "kind": "text" },
        { "id": "", "kind": "bsn", "value": "123456789" }, { "id": "c", "kind": "choice" },
        { "id": "d", "kind": "choice", "value": "q", "options": ["a", "a"] }, { "id": "e", "kind": "date" },
        { "id": "f", "kind": "date", "value": "{p.birthDate}", "inDays": 2147483647 },
        { "id": "g", "kind": "date", "inDays": -2147483648, "optional": true },
        { "id": "h", "kind": "upload", "options": ["x"], "optional": true }, { "id": "i", "kind": "confirm", "optional": true } ] }"#,
    ));
    for kind in ["new-account", "new-password", "inbox", "history", "judge", "tap", "pages"] {
        for right in ["b", "fake", "weg"] {
            specs.push(spec(&format!(
                r#"{{ "type": "{kind}", "trouble": "weak-password", "letter": "l", "item": "m", "right": "{right}",
                "options": ["a", "b", "klopt"], "tasks": ["open:a", "attachment:b", "archive:b", "notices", "open:weg"],
                "times": [{{ "daysAgo": 1, "time": "9:00" }}], "places": [{{ "id": "p", "x": 1, "y": 1 }}] }}"#
            )));
        }
        specs.push(spec(&format!(r#"{{ "type": "{kind}" }}"#)));
    }
    specs.push(spec(r#"{ "type": "map", "place": "weg", "places": [{ "id": "a", "x": 255, "y": 0 }] }"#));
    specs
}

#[derive(Debug, Clone)]
enum Doing {
    Event(DeskEvent),
    Edit(At, usize, usize, String),
    Set(At, String),
}

fn touch() -> impl Strategy<Value = Touch> {
    prop_oneof![
        (0usize..4).prop_map(Touch::Opened),
        (0usize..4).prop_map(Touch::Tapped),
        (0usize..4).prop_map(Touch::Followed),
        any::<bool>().prop_map(Touch::NoticesOn),
        prop::sample::select(vec![
            Touch::WentBack,
            Touch::AttachmentOpened,
            Touch::Archived,
            Touch::Closed,
            Touch::SettingsOpened,
            Touch::CallAsked,
            Touch::CallAnswered,
            Touch::EnvelopeOpened,
            Touch::Held,
            Touch::LetGo,
            Touch::PutRight,
        ]),
        any::<(i8, i8)>().prop_map(|(right, down)| Touch::Moved { right, down }),
        any::<(u8, u8)>().prop_map(|(x, y)| Touch::PutAt { x, y }),
    ]
}

fn doings() -> impl Strategy<Value = Vec<Doing>> {
    use DeskEvent::{AskedNewCode, HintAsked, LaterPressed, PageHidden, PageShown, ShowAsked, StopClosed, Submitted};
    let at = || (0usize..11, 0usize..4).prop_map(|(field, part)| At::new(field, part));
    let text = || {
        prop_oneof![
            Just("noorvoorbeeld".to_owned()),
            Just("Oefen-19".to_owned()),
            Just("Oefen-7dagen".to_owned()),
            Just("13579".to_owned()),
            Just("24680".to_owned()),
            Just("12345".to_owned()),
            Just("oefenen1".to_owned()),
            (0u32..4).prop_map(code),
            prop::sample::select(vec!["123456", "hoefen123", "HOEFEN 789", "EOEFEN123", "EOEFEN789", "oefe"])
                .prop_map(str::to_owned),
            "[0-9 .]{0,12}",
            any::<String>(),
        ]
    };
    let event = prop_oneof![
        Just(Submitted),
        Just(Submitted),
        Just(AskedNewCode),
        Just(LaterPressed),
        Just(HintAsked),
        Just(ShowAsked),
        Just(PageHidden),
        Just(PageShown),
        Just(StopClosed),
        prop::sample::select(Device::ALL.to_vec()).prop_map(DeskEvent::Looked),
        Just(DeskEvent::LeftAlone),
        touch().prop_map(DeskEvent::Touched),
        (0usize..11, 0usize..5).prop_map(|(field, option)| DeskEvent::Picked { field, option }),
        (0usize..11, any::<bool>()).prop_map(|(field, on)| DeskEvent::Ticked { field, on }),
    ];
    let doing = prop_oneof![
        2 => event.prop_map(Doing::Event),
        1 => (at(), 0usize..20, 0usize..20, text()).prop_map(|(at, start, end, text)| Doing::Edit(at, start, end, text)),
        // Into the first inputs, whole: so that something often comes of it.
        2 => (0usize..2, text()).prop_map(|(field, text)| Doing::Edit(At::new(field, 0), 0, usize::MAX, text)),
        1 => (at(), text()).prop_map(|(at, text)| Doing::Set(at, text)),
    ];
    prop::collection::vec(doing, 0..25)
}

/// A new screen compiled, and its field was called "Code uit de sms": defaults spoke another screen's words.
#[test]
fn every_screen_says_its_own_words() {
    let ui = &library().ui["nl"];
    for (kind, trouble) in ScreenKind::ALL.into_iter().flat_map(|kind| Trouble::ALL.map(|trouble| (kind, trouble))) {
        let desk = coached(&ScreenSpec { kind, trouble, ..ScreenSpec::default() }, PRACTISE);
        assert!(ui.get(desk.button()).is_some(), "{kind:?}: {}", desk.button());
        // A choice has its words in the flow, and so has a form.
        let typed = |field: &&Field| !matches!(field.kind(), FieldKind::Choice | FieldKind::Upload);
        for field in desk.fields().iter().filter(typed).filter(|_| kind != ScreenKind::Form) {
            let label = desk.label(field.id()).unwrap_or_else(|| panic!("{kind:?}: {} has no label", field.id()));
            assert!(ui.get(label.label).is_some() && label.help.is_none_or(|help| ui.get(help).is_some()), "{label:?}");
        }
        if matches!(trouble, Trouble::PasswordThrice | Trouble::PinThrice | Trouble::CodeThrice)
            && desk.tries_words().is_some()
        {
            assert!(ui.get(desk.tries_words().unwrap()).is_some_and(|words| words.contains("{n}")), "{kind:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_makes_it_panic_and_nobody_gets_stuck(
        spec in prop::sample::select(specs()),
        doings in doings(),
        (hint_at_once, hints, show_me, filled_in) in any::<(bool, bool, bool, bool)>(),
    ) {
        let coaching = Coaching { hint_at_once, hints, show_me, filled_in };
        let mut desk = coached(&spec, coaching);
        let mut help = desk.help();
        for doing in doings {
            match doing {
                Doing::Event(event) => {
                    let outcome = desk.update(event);
                    prop_assert_eq!(outcome.passed, desk.passed());
                    let counted = outcome.verdict.and_then(|verdict| verdict.fault()?.tries_left);
                    prop_assert!(counted.is_none() || desk.tries_words().is_some(), "who counts says so");
                    // Touches and "laat zien" may be answers too.
                    if !matches!(event, DeskEvent::Touched(_) | DeskEvent::ShowAsked) {
                        prop_assert_eq!(outcome.verdict.is_some(), event == DeskEvent::Submitted);
                    }
                    // A touch can be an answer, and so can "laat zien" where there is no button.
                    let may = matches!(event, DeskEvent::Touched(_) | DeskEvent::ShowAsked);
                    prop_assert!(may || outcome.verdict.is_some() == (event == DeskEvent::Submitted));
                }
                Doing::Edit(at, start, end, text) => { desk.edit(at, start, end, &mut text.chars()); }
                Doing::Set(at, text) => { desk.set_text(at, &mut text.chars()); }
            }
            for input in desk.fields().iter().flat_map(|field| field.inputs()) {
                prop_assert!(input.text().chars().count() <= input.length().max(8) + 2);
            }
            prop_assert!(desk.help() >= help, "help that was used is not taken back");
            help = desk.help();
        }
        prop_assert!(can_pass(&mut desk), "by oneself");
        desk.wipe();
        prop_assert!(desk.fields().iter().flat_map(|field| field.inputs()).all(|input| input.text().is_empty()));
    }

    #[test]
    fn show_me_gets_there_too(spec in prop::sample::select(specs()), doings in doings()) {
        let mut desk = coached(&spec, PRACTISE);
        for doing in doings {
            match doing {
                Doing::Event(event) => { desk.update(event); }
                Doing::Edit(at, start, end, text) => { desk.edit(at, start, end, &mut text.chars()); }
                Doing::Set(at, text) => { desk.set_text(at, &mut text.chars()); }
            }
        }
        for _ in 0..4 {
            desk.fill_in();
            desk.update(DeskEvent::Submitted);
        }
        prop_assert!(desk.passed());
    }
}
