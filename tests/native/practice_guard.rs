//! The BSN guard stops every number that could be somebody's, and nothing else.

use crate::practice_play::{desk, login_spec, type_all};
use stapwijzer::practice::event::{At, DeskEvent};
use stapwijzer::practice::input::elfproef::is_bsn;
use stapwijzer::practice::input::sensitive_numbers::{NumberGuard, Stop};
use stapwijzer::practice::persona::Persona;

const SAMPLE: usize = 100_000;

/// Nine-digit numbers spread evenly over all there are, the same ones every time.
fn numbers() -> impl Iterator<Item = String> {
    let mut number = 20_261_123u64;
    std::iter::from_fn(move || {
        number = (number + 618_033_989) % 1_000_000_000;
        let digits = number.to_string();
        Some(["0".repeat(9 - digits.len()), digits].concat())
    })
}

fn own() -> &'static str {
    Persona::by_id("noor").and_then(|noor| noor.get("bsn")).unwrap()
}

fn watch(text: &str) -> Option<Stop> {
    let mut guard = NumberGuard::new(own());
    text.chars().find_map(|c| guard.watch(c))
}

#[test]
fn all_of_a_hundred_thousand_elfproef_numbers_are_stopped() {
    for number in numbers().filter(|number| is_bsn(number) && number != own()).take(SAMPLE) {
        assert_eq!(watch(&number), Some(Stop::Bsn), "{number}");
    }
}

#[test]
fn none_of_a_hundred_thousand_other_numbers_is_stopped() {
    for number in numbers().filter(|number| !is_bsn(number)).take(SAMPLE) {
        assert_eq!(watch(&number), None, "{number}");
    }
    for persona in Persona::ALL {
        let bsn = persona.get("bsn").unwrap();
        let mut guard = NumberGuard::new(bsn);
        assert_eq!(guard.watch_all(&mut bsn.chars()), None);
        assert_eq!(guard.watch_all(&mut bsn.chars()), None);
    }
}

#[test]
fn a_number_is_stopped_in_every_shape_and_every_field() {
    let mut desk = desk(&login_spec("none"));
    let shapes: [fn(&str) -> String; 5] = [
        |number| number.to_owned(),
        |number| [&number[..4], ".", &number[4..6], ".", &number[6..]].concat(),
        |number| [&number[..3], " ", &number[3..6], "\u{2013}", &number[6..]].concat(),
        |number| number.chars().map(|c| char::from_u32(c as u32 - 0x30 + 0x660).unwrap()).collect(),
        |number| ["Mijn nummer: ", number, "."].concat(),
    ];
    for (index, number) in numbers().filter(|number| is_bsn(number) && number != own()).take(5_000).enumerate() {
        let at = At::new(index % 2, 0);
        let text = shapes[index % shapes.len()](&number);
        // Pasted, typed key by key, and as an IME or autofill brings it.
        desk.edit(at, 0, 0, &mut "noor".chars());
        assert_eq!(desk.edit(at, 4, 4, &mut text.chars()).stop, Some(Stop::Bsn), "{text}");
        assert_eq!((desk.text(at), desk.stop()), ("", Some(Stop::Bsn)));
        desk.update(DeskEvent::StopClosed);
        type_all(&mut desk, at, &text);
        assert_eq!(desk.stop(), Some(Stop::Bsn), "{text}");
        desk.update(DeskEvent::StopClosed);
        assert_eq!(desk.set_text(at, &mut text.chars()).stop, Some(Stop::Bsn), "{text}");
        desk.update(DeskEvent::StopClosed);
        desk.wipe();
    }
}

#[test]
fn correcting_a_typing_error_hides_nothing() {
    let mut desk = desk(&login_spec("none"));
    let at = At::new(0, 0);
    for key in "12345679".chars() {
        let end = desk.text(at).len();
        desk.edit(at, end, end, &mut std::iter::once(key));
    }
    let end = desk.text(at).len();
    desk.edit(at, end - 1, end, &mut "".chars());
    for key in "82".chars() {
        let end = desk.text(at).len();
        desk.edit(at, end, end, &mut std::iter::once(key));
    }
    assert_eq!(desk.stop(), Some(Stop::Bsn));
}

#[test]
fn codes_that_follow_one_another_are_no_number() {
    // 111222 and then 333… would pass the elfproef, were the field not emptied in between.
    let mut guard = NumberGuard::new(own());
    assert_eq!(guard.watch_all(&mut "111222333".chars()), Some(Stop::Bsn), "the control");
    let mut desk = desk(&crate::practice_play::spec(r#"{ "type": "sms-code", "trouble": "wrong-code" }"#));
    let at = At::new(0, 0);
    for code in ["111222", "333444", "222333"] {
        type_all(&mut desk, at, code);
        desk.update(DeskEvent::Submitted);
        assert_eq!(desk.stop(), None);
    }
    assert!(desk.passed());
}

#[test]
fn a_number_is_watched_within_one_field_and_over_a_press_on_the_button() {
    let type_on = |desk: &mut stapwijzer::practice::desk::Desk, at, keys: &str| {
        for key in keys.chars() {
            let end = desk.text(at).len();
            desk.edit(at, end, end, &mut std::iter::once(key));
        }
    };
    let (username, password) = (At::new(0, 0), At::new(1, 0));
    let mut desk = desk(&login_spec("none"));
    type_on(&mut desk, password, "O");
    type_on(&mut desk, username, "12345678");
    type_on(&mut desk, password, "2");
    assert_eq!(desk.stop(), None);
    type_on(&mut desk, username, "12345678");
    desk.update(DeskEvent::Submitted);
    type_on(&mut desk, username, "2");
    assert_eq!(desk.stop(), Some(Stop::Bsn));
}
