//! The demonstration of *kijken* and of "Laat zien": what is done on the desk, deed after deed, and that nothing of it is an answer.

use crate::practice_any::specs;
use crate::practice_play::{FORM, PRACTISE, TODAY, WATCH, coached, desk, login_spec, noor, play, spec, type_all};
use crate::support::library;
use stapwijzer::map::Map;
use stapwijzer::practice::coach::Help;
use stapwijzer::practice::desk::{Deed, Desk};
use stapwijzer::practice::device::Device;
use stapwijzer::practice::event::{At, DeskEvent, Touch};
use stapwijzer::practice::screens::inbox::{Inbox, Open};
use stapwijzer::practice::spec::ScreenKind;
use std::collections::BTreeSet;

/// Does these deeds, and tells how many letters were typed.
fn perform(desk: &mut Desk, deeds: &[Deed]) -> usize {
    let mut letters = 0;
    for deed in deeds {
        let mut more = true;
        while more {
            more = desk.perform(*deed).expect("the demonstration runs");
            letters += usize::from(matches!(deed, Deed::Type(_)));
            assert!(letters < 10_000, "{deed:?} has no end");
        }
    }
    letters
}

/// What stands in the fields, typed, chosen and ticked.
fn filled(desk: &Desk) -> String {
    let one = |field: &stapwijzer::practice::input::field::Field| {
        let texts: Vec<&str> = field.inputs().iter().map(|input| input.text()).collect();
        format!("{} {texts:?} {:?} {}", field.id(), field.picked(), field.ticked())
    };
    desk.fields().iter().map(one).collect::<Vec<_>>().join("; ")
}

/// Whatever the screen and its trouble: the deeds come to what *kijken* fills in at once, and after the last of them, or after any of
/// them, all of it stands there as if there had been no demonstration.
#[test]
fn the_deeds_come_to_what_is_filled_in_at_once() {
    for spec in specs() {
        let there = coached(&spec, WATCH);
        let mut desk = coached(&spec, WATCH);
        let deeds = desk.demonstrate();
        if deeds.is_empty() {
            continue;
        }
        perform(&mut desk, &deeds);
        assert_eq!(filled(&desk), filled(&there), "{spec:?}: {deeds:?}");
        desk.complete();
        let state = |desk: &Desk| format!("{desk:?}").replace("new: true", "new: false");
        assert_eq!(state(&desk), state(&there), "{spec:?}: {deeds:?}");
        for count in 0..deeds.len() {
            desk.demonstrate();
            perform(&mut desk, &deeds[..count]);
            desk.complete();
            assert_eq!(state(&desk), state(&there), "after {count} of {deeds:?}");
        }
    }
}

/// Every kind of screen of the real flows can be demonstrated; only a confirmation is nothing but read.
#[test]
fn every_kind_of_screen_has_deeds() {
    let mut met = BTreeSet::new();
    for flow in library().files.values() {
        for (id, screen) in flow.screens.iter().map(|(id, screen)| (id, screen.get())) {
            let mut desk = Desk::new(&screen, &Map::default(), noor(), TODAY, WATCH);
            let deeds = desk.deeds();
            assert_eq!(deeds.is_empty(), screen.kind == ScreenKind::Confirmation, "{id}: {deeds:?}");
            assert_eq!(desk.demonstrate(), deeds, "{id}");
            met.insert(screen.kind.name());
        }
    }
    for kind in ScreenKind::ALL {
        assert!(met.contains(kind.name()), "no flow has a {kind:?}");
    }
}

#[test]
fn a_code_is_read_before_it_is_typed() {
    let code = At::new(0, 0);
    let look = |device| Deed::Look(device);
    assert_eq!(
        coached(&spec(r#"{ "type": "sms-code" }"#), WATCH).deeds(),
        [look(Device::Phone), look(Device::Computer), Deed::Type(code), Deed::Press]
    );
    let letter =
        r#"{ "type": "letter-code", "code": "activationCode", "letter": "brief", "sealed": true, "wait": true }"#;
    assert_eq!(
        coached(&spec(letter), WATCH).deeds(),
        [
            Deed::Later,
            look(Device::Letter),
            Deed::Touch(Touch::EnvelopeOpened),
            look(Device::Computer),
            Deed::Type(code),
            Deed::Press
        ]
    );
    assert_eq!(
        coached(&spec(r#"{ "type": "sms-code", "trouble": "no-sms" }"#), WATCH).deeds()[..2],
        [Deed::AskCode, look(Device::Phone)]
    );
    let choice = spec(r#"{ "type": "method", "options": ["app", "sms"], "right": "sms" }"#);
    assert_eq!(coached(&choice, WATCH).deeds(), [Deed::Pick { field: 0, option: 1 }]);
    // What may stay empty, and what the card does not say, is left alone.
    let typed = coached(&spec(FORM), WATCH).deeds();
    assert!(!typed.contains(&Deed::Type(At::new(4, 0))) && typed.contains(&Deed::Tick { field: 8 }), "{typed:?}");
}

/// The hand opens what it says that it opens.
#[test]
fn a_box_of_messages_is_opened_before_ones_eyes() {
    let spec = spec(r#"{ "type": "inbox", "options": ["a", "b"], "tasks": ["archive:b", "notices"] }"#);
    let mut desk = coached(&spec, WATCH);
    let deeds = desk.demonstrate();
    let open = |desk: &Desk| desk.screen::<Inbox>().map(Inbox::open);
    assert_eq!(open(&desk), Some(Open::List));
    perform(&mut desk, &deeds[..1]);
    assert_eq!(open(&desk), Some(Open::Message(1)));
    perform(&mut desk, &deeds[1..]);
    assert_eq!(open(&desk), Some(Open::List));
}

#[test]
fn letters_come_one_by_one_and_nothing_is_answered() {
    let mut desk = coached(&login_spec("none"), WATCH);
    let deeds = desk.demonstrate();
    assert!(desk.is_blank() && desk.demonstrating());
    let typing: Vec<_> = deeds.iter().filter(|deed| matches!(deed, Deed::Type(_))).copied().collect();
    assert_eq!(desk.perform(typing[0]), Some(true));
    assert_eq!(desk.text(At::new(0, 0)), "n");
    assert_eq!(perform(&mut desk, &deeds) + 1, "noorvoorbeeldOefen-7dagen".len());
    assert!(!desk.passed() && desk.verdict().is_none() && desk.help() == Help::Shown);
    desk.complete();
    assert!(!desk.demonstrating() && desk.perform(typing[0]).is_none());
    // Once more.
    assert_eq!(desk.demonstrate(), deeds);
    assert!(desk.is_blank());
}

/// Whatever the visitor does ends it, with all filled in: half a word is nobody's answer.
#[test]
fn what_the_visitor_does_ends_it() {
    let begun = || {
        let mut desk = coached(&login_spec("none"), WATCH);
        let deeds = desk.demonstrate();
        desk.perform(*deeds.iter().find(|deed| matches!(deed, Deed::Type(_))).unwrap());
        desk
    };
    assert_eq!(play(&mut begun(), "!"), "right");
    let mut typed = begun();
    type_all(&mut typed, At::new(0, 0), "x");
    assert!(!typed.demonstrating() && typed.text(At::new(1, 0)) == "Oefen-7dagen");
    let mut left = begun();
    assert!(left.update(DeskEvent::PageHidden).announcements.is_empty() && left.is_blank() && !left.demonstrating());
    assert!(left.update(DeskEvent::PageShown).announcements.is_empty(), "nothing was lost");
    assert_eq!(left.text(At::new(0, 0)), "noorvoorbeeld");
    let mut gone = begun();
    gone.wipe();
    gone.complete();
    assert!(gone.is_blank());
}

/// Who works there themselves is shown nothing unasked; and what they typed stays.
#[test]
fn who_practises_is_shown_what_they_ask_for() {
    let mut own = desk(&login_spec("none"));
    type_all(&mut own, At::new(0, 0), "noor");
    assert!(own.demonstrate().is_empty() && own.retype().is_empty() && own.text(At::new(0, 0)) == "noor");
    own.complete();
    assert_eq!(own.text(At::new(0, 0)), "noor");
    play(&mut own, "hint show");
    assert_eq!(own.retype(), [Deed::Type(At::new(0, 0)), Deed::Type(At::new(1, 0))]);
    assert!(own.is_blank());
    own.perform(Deed::Type(At::new(0, 0)));
    assert_eq!(play(&mut own, "!"), "right");
    assert!(own.retype().is_empty(), "it is done");
    let mut picked = coached(&spec(FORM), PRACTISE);
    play(&mut picked, "hint show");
    let deeds = picked.retype();
    assert!(picked.fields()[5].picked() == Some(1) && picked.fields()[8].ticked(), "only letters come one by one");
    perform(&mut picked, &deeds);
    assert_eq!(play(&mut picked, "!"), "right");
}
