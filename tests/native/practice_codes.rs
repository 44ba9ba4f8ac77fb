//! Codes that come by message, by a call, by e-mail, by letter and in the app, and all that goes wrong with them.

use crate::practice_play::{PRACTISE, WATCH, coached, desk, play, spec};
use stapwijzer::practice::coach::Help;
use stapwijzer::practice::device::{Device, What};
use stapwijzer::practice::event::{At, DeskEvent};
use stapwijzer::practice::screens::letter_code::LetterCode;
use stapwijzer::practice::screens::sms_code::{SmsCode, spoken};
use stapwijzer::practice::spec::ScreenSpec;

#[track_caller]
fn check(spec: &ScreenSpec, script: &str, expected: &str) {
    assert_eq!(play(&mut desk(spec), script), expected, "{script}");
}

fn sms(trouble: &str) -> ScreenSpec {
    spec(&format!(r#"{{ "type": "sms-code", "trouble": "{trouble}", "letter": "briefje" }}"#))
}

#[test]
fn a_message_that_does_not_come_is_asked_for_again() {
    let spec = &sms("no-sms");
    check(spec, "! ! new code=222333 !", "no-code* no-code* new-on-phone right");
    check(spec, "code=111222 ! new code=111222 !", "no-code* new-on-phone differs(1)/2 hint-urged");
    check(spec, "hint show !", "hint-shown new-on-phone filled-in right");
    check(spec, "@call @answer code=222333 !", "ringing code-read right");
    let mut watched = coached(spec, WATCH);
    assert_eq!(watched.text(At::new(0, 0)), "222333");
    assert_eq!(play(&mut watched, "!"), "right");
    let mut desk = desk(spec);
    assert!(desk.has(Device::Phone) && desk.messages(Device::Phone).is_empty() && desk.code_expired());
    play(&mut desk, "code=111222");
    assert_eq!(desk.text(At::new(0, 0)), "11", "what is not on the desk does not fit");
    assert_eq!(desk.fields()[0].inputs()[0].length(), 6);
}

#[test]
fn a_voice_reads_the_code() {
    let spec = &sms("none");
    check(spec, "@call @answer code=222333 !", "ringing code-read right");
    check(spec, "@call @call @answer @answer code=1+1+1 !", "ringing ringing code-read short(3) hint-urged");
    check(spec, "@answer code=111222 !", "right");
    check(spec, "@call code=111222 !", "ringing right");
    check(spec, "@call @answer code=111222 !", "ringing code-read old-code hint-urged");
    check(spec, "@call new @answer code=222333 !", "ringing new-on-phone right");
    check(
        &sms("wrong-code"),
        "@call @answer code=222333 ! code=333444 !",
        "ringing code-read old-code* new-on-phone right",
    );
    check(&sms("expired-code"), "code=111222 ! @call @answer code=222333 !", "expired* ringing code-read right");
    let mut desk = desk(spec);
    play(&mut desk, "@call");
    assert!(desk.screen::<SmsCode>().unwrap().ringing());
    play(&mut desk, "@answer");
    assert!(!desk.screen::<SmsCode>().unwrap().ringing());
    assert_eq!(desk.messages(Device::Phone)[0].what, What::Call(spoken("222333")));
    assert_eq!(spoken("222333"), "2 2 2 3 3 3");
    let mut watched = coached(spec, WATCH);
    assert_eq!(play(&mut watched, "@call @answer !"), "ringing code-read right");
}

#[test]
fn three_times_the_code_of_the_note_and_it_stops_for_now() {
    let spec = &sms("code-thrice");
    let tries = "code=123456 ! code=123+456 ! code=123456 !";
    let said = "old-code/2* old-code/1* blocked/0*";
    check(spec, tries, said);
    check(
        spec,
        &[tries, " ! new @call later code=222333 !"].concat(),
        &[said, " blocked/0* unlocked new-on-phone right"].concat(),
    );
    check(
        spec,
        &[tries, " later code=123456 ! code=111222 !"].concat(),
        &[said, " unlocked new-on-phone old-code hint-urged old-code show-urged"].concat(),
    );
    check(spec, "code=111222 !", "right");
    check(spec, "code=9 ! code=123456 ! code=8 !", "differs(1)/2 hint-urged old-code/1* blocked/0*");
    check(
        spec,
        "hint show ! show ! show ! show !",
        "hint-shown filled-in old-code/2* filled-in old-code/1* filled-in blocked/0* unlocked new-on-phone filled-in right",
    );
    let mut desk = desk(spec);
    play(&mut desk, tries);
    assert!(desk.locked() && !desk.can_ask_code() && desk.tries_left() == Some(0) && desk.urged().is_none());
}

fn mail(trouble: &str, mail: &str) -> ScreenSpec {
    spec(&format!(r#"{{ "type": "mail-code", "code": "mailCode", "trouble": "{trouble}", "mail": [{mail}] }}"#))
}

const ONE: &str = r#""nieuw""#;
const TWO: &str = r#""nieuw", "oud""#;

#[test]
fn the_code_of_the_newest_mail() {
    let plain = &mail("none", ONE);
    check(plain, "code=EOEFEN123 !", "right");
    check(plain, "code=eoefen+123 !", "right");
    check(plain, "! code=EOEFEN !", "empty hint-urged short(3) show-urged");
    check(plain, "code=E0 !", "lookalike(2O) hint-urged");
    check(plain, "code=EOEFEN789 ! new code=EOEFEN123 !", "differs(7) hint-urged new-on-mail right");
    let wrong = &mail("wrong-code", TWO);
    check(wrong, "code=EOEFEN789 ! code=EOEFEN123 !", "old-code hint-urged right");
    check(
        wrong,
        "code=EOEFEN789 ! new code=EOEFEN789 ! code=EOEFEN123 !",
        "old-code hint-urged new-on-mail old-code show-urged right",
    );
    assert_eq!(desk(wrong).messages(Device::Mail).len(), 2);
    let recovery = spec(r#"{ "type": "mail-code", "code": "recoveryCode", "mail": ["m"] }"#);
    check(&recovery, "code=HOEFEN123 !", "right");
}

#[test]
fn a_mail_that_is_too_old() {
    let two = &mail("expired-code", TWO);
    check(
        two,
        "code=EOEFEN789 ! ! new code=EOEFEN789 ! code=EOEFEN123 !",
        "expired* expired* new-on-mail old-code hint-urged right",
    );
    check(two, "new code=EOEFEN123 !", "new-on-mail right");
    check(two, "code=EOEFEN123 !", "differs(7) hint-urged");
    check(two, "hint show ! show !", "hint-shown filled-in expired* new-on-mail filled-in right");
    let one = &mail("expired-code", ONE);
    check(one, "code=EOEFEN123 ! new new new code=EOEFEN123 !", "expired* new-on-mail new-on-mail new-on-mail right");
    let mut desk = desk(one);
    play(&mut desk, "code=EOEFEN123 ! new new new");
    let new: Vec<bool> = desk.messages(Device::Mail).iter().map(|message| message.new).collect();
    assert_eq!(new, [true, false]);
}

fn letter(trouble: &str, more: &str) -> ScreenSpec {
    spec(&format!(
        r#"{{ "type": "letter-code", "code": "activationCode", "letter": "brief", "trouble": "{trouble}"{more} }}"#
    ))
}

#[test]
fn a_letter_is_waited_for_and_opened() {
    check(&letter("none", ""), "code=AOEFEN123 !", "right");
    check(&letter("none", ""), "code=aoefen+123 ! new later @envelope", "right");
    let sealed = &letter("none", r#", "sealed": true"#);
    check(sealed, "! @envelope code=AOEFEN123 !", "sealed hint-urged envelope-opened right");
    check(sealed, "code=AOEFEN123 ! @envelope @envelope !", "sealed hint-urged envelope-opened empty show-urged");
    check(sealed, "hint show !", "hint-shown filled-in right");
    let wait = &letter("none", r#", "wait": true, "sealed": true"#);
    check(
        wait,
        "! @envelope later later ! @envelope code=AOEFEN123 !",
        "no-code* new-on-letter sealed hint-urged envelope-opened right",
    );
    check(wait, "hint show !", "hint-shown new-on-letter filled-in right");
    let mut watched = coached(wait, WATCH);
    assert_eq!((watched.text(At::new(0, 0)), watched.help()), ("AOEFEN123", Help::Shown));
    assert_eq!(play(&mut watched, "!"), "right");
    let mut desk = desk(wait);
    let screen = |desk: &stapwijzer::practice::desk::Desk| {
        let letter = desk.screen::<LetterCode>().unwrap();
        (letter.waiting(), letter.closed())
    };
    assert!(desk.has(Device::Letter) && desk.locked() && desk.messages(Device::Letter).is_empty());
    assert_eq!(screen(&desk), (true, false));
    desk.update(DeskEvent::LaterPressed);
    assert_eq!((screen(&desk), desk.unread(Device::Letter)), ((false, true), 1));
}

#[test]
fn of_two_letters_the_newer_one_counts() {
    let both = &letter("newer-letter", r#", "oldLetter": "oud""#);
    check(both, "code=AOEFEN789 ! code=AOEFEN123 !", "old-code hint-urged right");
    check(both, "hint show !", "hint-shown filled-in right");
    let ids: Vec<What> = desk(both).messages(Device::Letter).iter().map(|letter| letter.what.clone()).collect();
    assert_eq!(ids, [What::Words("brief".into()), What::Words("oud".into())]);
    let sealed = &letter("newer-letter", r#", "oldLetter": "oud", "sealed": true"#);
    check(
        sealed,
        "! code=AOEFEN789 ! @envelope code=AOEFEN123 !",
        "sealed hint-urged old-code show-urged envelope-opened right",
    );
}

#[test]
fn a_letter_that_is_too_old_is_asked_for_again() {
    let one = &letter("expired-code", "");
    check(
        one,
        "code=AOEFEN123 ! ! new ! later code=AOEFEN123 !",
        "expired* expired* letter-asked no-code* new-on-letter right",
    );
    check(one, "new new later new code=AOEFEN123 !", "letter-asked new-on-letter right");
    check(one, "hint show ! show !", "hint-shown filled-in expired* letter-asked new-on-letter filled-in right");
    let two = &letter("expired-code", r#", "oldLetter": "oud", "sealed": true"#);
    check(
        two,
        "code=AOEFEN789 ! new later @envelope code=AOEFEN789 ! code=AOEFEN123 !",
        "expired* letter-asked new-on-letter envelope-opened old-code hint-urged right",
    );
    let mut watched = coached(two, WATCH);
    assert_eq!(play(&mut watched, "! new later !"), "expired* letter-asked new-on-letter right");
    assert_eq!(desk(two).messages(Device::Letter)[0].what, What::Words("oud".into()), "the good one comes later");
}

#[test]
fn three_times_the_code_of_the_old_letter() {
    let spec = &letter("code-thrice", r#", "oldLetter": "oud""#);
    let tries = "code=AOEFEN789 ! code=aoefen789 ! code=AOEFEN789 !";
    let said = "old-code/2* old-code/1* blocked/0*";
    check(
        spec,
        &[tries, " ! later new later code=AOEFEN123 !"].concat(),
        &[said, " blocked* letter-asked new-on-letter right"].concat(),
    );
    check(spec, "code=AOEFEN789 ! new later code=AOEFEN123 !", "old-code/2* letter-asked new-on-letter right");
    check(spec, "code=9 ! code=8 ! code=AOEFEN789 !", "differs(1)/2 hint-urged differs(1)/1 show-urged blocked/0*");
    check(
        spec,
        "hint show ! show ! show ! show !",
        "hint-shown filled-in old-code/2* filled-in old-code/1* filled-in blocked/0* letter-asked new-on-letter filled-in right",
    );
    let mut desk = desk(spec);
    play(&mut desk, tries);
    assert!(
        desk.locked() && desk.can_ask_code() && desk.code_expired() && desk.screen::<LetterCode>().unwrap().blocked()
    );
}

#[test]
fn four_letters_from_the_app() {
    let spec = &spec(r#"{ "type": "pairing-code" }"#);
    check(spec, "code=OEFE !", "right");
    check(spec, "code=oefe !", "right");
    check(spec, "! code=OE ! code=OEFF !", "empty hint-urged short(2) show-urged differs(4)");
    let desk = coached(spec, PRACTISE);
    assert!(desk.has(Device::Phone) && desk.has(Device::Computer));
}
