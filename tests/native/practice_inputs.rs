//! Every place to type, on every practice screen of every flow, against what does not belong there: a megabyte, and numbers
//! that could be somebody's. By key, paste and drop (`edit`), and by input method, dictation and autofill (`set_text`).

use crate::practice_play::noor;
use crate::support::{TODAY, library};
use stapwijzer::map::Map;
use stapwijzer::practice::coach::Coaching;
use stapwijzer::practice::desk::Desk;
use stapwijzer::practice::event::{At, DeskEvent, Touch};
use stapwijzer::practice::input::elfproef::is_bsn;

/// A desk for each screen that takes typing, with its inputs and what to call it.
fn desks() -> Vec<(String, Desk, Vec<At>)> {
    let mut desks = Vec::new();
    for (id, file) in &library().files {
        for (name, screen) in file.screens.iter().map(|(name, screen)| (name, screen.get())) {
            let mut desk = Desk::new(&screen, &Map::default(), noor(), TODAY, Coaching::default());
            // What has to be there before one can type: the letter.
            desk.update(DeskEvent::LaterPressed);
            desk.update(DeskEvent::Touched(Touch::EnvelopeOpened));
            let fields = desk.fields().iter().enumerate();
            let inputs: Vec<At> =
                fields.flat_map(|(field, one)| (0..one.inputs().len()).map(move |part| At::new(field, part))).collect();
            if !inputs.is_empty() {
                desks.push((format!("{id} {name}"), desk, inputs));
            }
        }
    }
    assert!(desks.len() > 40, "only {} screens take typing", desks.len());
    desks
}

/// Numbers that pass the proof and are nobody's in the exercises.
fn real_looking() -> impl Iterator<Item = String> {
    // A step that is no divisor of the range walks all over it.
    let numbers = (0..).map(|index: u64| 100_000_000 + index * 7_919 % 899_999_999);
    numbers.map(|number| number.to_string()).filter(|number| is_bsn(number) && noor().get("bsn") != Some(number))
}

/// One screen of each kind: a megabyte takes its time.
#[test]
fn a_megabyte_does_not_come_in() {
    let megabyte = "geheim wachtwoord ".repeat(58_000);
    let mut met = Vec::new();
    for (name, mut desk, inputs) in desks() {
        if met.contains(&desk.kind()) {
            continue;
        }
        met.push(desk.kind());
        for (index, at) in inputs.into_iter().enumerate() {
            if index % 2 == 0 {
                desk.edit(at, 0, usize::MAX, &mut megabyte.chars());
            } else {
                desk.set_text(at, &mut megabyte.chars());
            }
            assert!(desk.text(at).chars().count() <= 3, "{name} {at:?}: “{}”", desk.text(at));
        }
    }
    assert!(met.len() >= 9, "only {met:?}");
}

#[test]
fn a_hundred_thousand_numbers_that_could_be_somebodys_are_stopped() {
    let mut desks = desks();
    let mut numbers = real_looking().take(100_000);
    let mut stopped = 0;
    'all: loop {
        for (name, desk, inputs) in &mut desks {
            for at in inputs.iter().copied() {
                for by_key in [true, false] {
                    let Some(number) = numbers.next() else { break 'all };
                    desk.edit(at, 0, usize::MAX, &mut "".chars());
                    let stop = if by_key {
                        let strike = |digit: char| {
                            let end = desk.text(at).encode_utf16().count();
                            desk.edit(at, end, end, &mut std::iter::once(digit)).stop
                        };
                        number.chars().filter_map(strike).last()
                    } else {
                        desk.set_text(at, &mut number.chars()).stop
                    };
                    assert!(stop.is_some(), "{name} {at:?} took {number}");
                    assert_eq!(desk.text(at), "", "{name} {at:?} kept some of {number}");
                    desk.update(DeskEvent::StopClosed);
                    stopped += 1;
                }
            }
        }
    }
    assert_eq!(stopped, 100_000);
}
