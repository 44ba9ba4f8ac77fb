//! The screens of the app on the phone, and scanning: what they say, and what goes wrong on purpose.

use crate::practice_play::{WATCH, can_pass, coached, desk, play, spec};
use stapwijzer::practice::device::Device;
use stapwijzer::practice::event::At;
use stapwijzer::practice::screens::id_check::{IdCheck, STEPS};
use stapwijzer::practice::screens::scan::Scan;
use stapwijzer::practice::spec::ScreenSpec;

#[track_caller]
fn check(spec: &ScreenSpec, script: &str, expected: &str) {
    assert_eq!(play(&mut desk(spec), script), expected, "{script}");
}

#[test]
fn a_pin_is_chosen_twice() {
    let spec = &spec(r#"{ "type": "pin-choose" }"#);
    check(spec, "pin=13579 pin-again=13579 !", "right");
    check(spec, "! pin=13579 !", "empty hint-urged empty@1 show-urged");
    check(spec, "pin=135 pin-again=13579 !", "short(2) hint-urged");
    check(spec, "pin=13579 pin-again=13578 !", "differs(5)@1 hint-urged");
    check(spec, "pin=13579 pin-again=12345 !", "differs(2)@1 hint-urged");
    check(spec, "pin=4827 !", "differs(2) hint-urged");
    check(
        spec,
        "pin=55555 ! pin=09876 ! ! pin=13579 pin-again=13579 !",
        "weak-pin hint-urged weak-pin show-urged empty right",
    );
    check(spec, "hint show !", "hint-shown filled-in right");
    // Of a PIN of one's own two digits fit at most, or what it has in common with one that is refused.
    let mut desk = desk(spec);
    play(&mut desk, "pin=45827");
    assert_eq!(desk.text(At::new(0, 0)), "4582");
}

#[test]
fn a_weak_pin_is_refused_on_purpose_once() {
    let spec = &spec(r#"{ "type": "pin-choose", "trouble": "weak-pin", "letter": "briefje" }"#);
    check(spec, "pin=12345 ! pin=13579 pin-again=13579 !", "weak-pin* right");
    check(spec, "pin=12345 pin-again=12345 ! pin=12345 !", "weak-pin* weak-pin hint-urged");
    check(spec, "hint show ! show !", "hint-shown filled-in weak-pin* filled-in right");
    assert_eq!(play(&mut coached(spec, WATCH), "! !"), "weak-pin* right");
    assert!(desk(spec).has(Device::Letter) && !desk(spec).has(Device::Computer));
}

#[test]
fn three_times_the_pin_of_the_note_and_then_the_card() {
    let plain = &spec(r#"{ "type": "pin-enter" }"#);
    check(plain, "pin=13579 !", "right");
    check(plain, "! pin=24680 ! pin=12345 !", "empty hint-urged differs(1) show-urged differs(2)");
    let spec = &spec(r#"{ "type": "pin-enter", "trouble": "pin-thrice", "letter": "briefje", "computer": "wacht" }"#);
    let tries = "pin=24680 ! pin=24680 ! pin=24680 !";
    let said = "wrong-pin/2* wrong-pin/1* switched-off*";
    check(spec, &[tries, " ! later pin=13579 !"].concat(), &[said, " switched-off* switched-on right"].concat());
    check(spec, &[tries, " pin=13579 !"].concat(), &[said, " switched-off*"].concat());
    check(spec, &[tries, " later pin=24680 !"].concat(), &[said, " switched-on wrong-pin hint-urged"].concat());
    check(spec, "pin=24680 ! pin=13579 !", "wrong-pin/2* right");
    check(spec, "later pin=13579 !", "right");
    check(
        spec,
        "hint show ! show ! show ! show !",
        &["hint-shown filled-in ", &said.replace("* ", "* filled-in "), " switched-on filled-in right"].concat(),
    );
    let mut desk = desk(spec);
    play(&mut desk, tries);
    assert!(desk.locked() && desk.urged().is_none() && desk.has(Device::Computer));
    assert!(can_pass(&mut desk));
}

#[test]
fn a_document_is_held_until_it_is_read() {
    let kinds = r#""type": "id-check", "options": ["bankpas", "paspoort"], "right": "paspoort""#;
    let spec = &spec(&format!("{{ {kinds} }}"));
    check(spec, "@tap,1 @hold @hold @hold", "right");
    check(spec, "@tap,0 @tap,1 @hold @hold @hold", "wrong-document hint-urged right");
    check(spec, "@hold @let-go @tap,7", "empty hint-urged empty show-urged");
    check(spec, "@tap,1 @let-go @hold @let-go @hold @hold @hold", "moved-away hint-urged right");
    check(spec, "@tap,1 @hold @tap,0 @hold", "wrong-document hint-urged wrong-document show-urged");
    check(spec, "@tap,1 @hold !", "empty hint-urged");
    check(spec, "hint show", "hint-shown right filled-in");
    let mut watched = coached(spec, WATCH);
    assert_eq!(watched.screen::<IdCheck>().map(IdCheck::read), Some(STEPS));
    assert_eq!(play(&mut watched, "!"), "right");
}

#[test]
fn the_card_slips_away_on_purpose_once() {
    let kinds = r#""type": "id-check", "options": ["rijbewijs"], "trouble": "moved-away""#;
    let spec = &spec(&format!("{{ {kinds} }}"));
    check(spec, "@tap,0 @hold @hold @hold @hold @hold @hold", "moved-away* right");
    check(spec, "@tap,0 @hold @let-go @hold @hold @hold @hold @hold @hold", "moved-away hint-urged moved-away* right");
}

#[test]
fn the_phone_is_moved_over_the_code() {
    let spec = &spec(r#"{ "type": "scan" }"#);
    check(spec, "@put-right", "right");
    check(spec, "@put,0,7 @put,9,4", "right");
    check(spec, "@move,1,0 @move,1,0 @move,1,0 @move,1,0 @move,1,0 @move,0,-1", "right");
    check(spec, "@move,-128,127 @move,127,-128", "right");
    check(spec, "@move,127,127 @put,6,3 !", "empty hint-urged");
    check(spec, "@put-right @put,0,0 !", "right right");
    check(spec, "new hint show", "hint-shown right filled-in");
    let desk = desk(spec);
    assert!(desk.has(Device::Computer) && desk.has(Device::Phone) && !desk.can_ask_code());
    assert!(desk.screen::<Scan>().is_some_and(|scan| !scan.over() && scan.fresh() == 0));
    assert!(coached(spec, WATCH).screen::<Scan>().is_some_and(Scan::over));
}

#[test]
fn a_code_on_the_computer_that_is_too_old() {
    let spec = &spec(r#"{ "type": "scan", "trouble": "expired-code" }"#);
    check(spec, "new @put-right @put,0,0 @put-right new @put-right", "expired* expired* fresh-code right");
    check(spec, "hint show show", "hint-shown expired* filled-in right fresh-code filled-in");
    let mut desk = desk(spec);
    play(&mut desk, "@put-right new");
    assert!(desk.screen::<Scan>().is_some_and(|scan| !scan.over() && scan.fresh() == 1));
}
