//! The screens where one chooses a password, reads messages, looks back, judges, taps and finds the way back.

use crate::practice_play::{PRACTISE, WATCH, can_pass, coached, desk, play, spec};
use stapwijzer::practice::coach::Coaching;
use stapwijzer::practice::device::Device;
use stapwijzer::practice::screens::history::History;
use stapwijzer::practice::screens::inbox::{Inbox, Open, Task};
use stapwijzer::practice::screens::pages::Pages;
use stapwijzer::practice::screens::tap::Tap;
use stapwijzer::practice::spec::ScreenSpec;

#[track_caller]
fn check(spec: &ScreenSpec, script: &str, expected: &str) {
    assert_eq!(play(&mut desk(spec), script), expected, "{script}");
}

#[test]
fn a_new_account() {
    let spec = &spec(r#"{ "type": "new-account" }"#);
    check(spec, "username=noorvoorbeeld password=Oefen-7dagen repeat=Oefen-7dagen !", "right");
    check(spec, "username=noorvoorbeeld password=Oefen-7dagen !", "empty@2 hint-urged");
    check(spec, "username=noorvoorbeeld password=Oefen-7dagen repeat=Oefen-8 !", "differs(7)@2 hint-urged");
    check(spec, "username=noorvoorbeeld password=oefenen1 !", "case(1)@1 hint-urged");
    check(spec, "!", "empty hint-urged");
    check(spec, "hint show !", "hint-shown filled-in right");
}

#[test]
fn a_password_that_is_too_weak_and_then_the_card() {
    let account = &spec(r#"{ "type": "new-account", "trouble": "weak-password", "letter": "briefje" }"#);
    let weak = "username=noorvoorbeeld password=oefenen1 repeat=oefenen1 !";
    let good = " password=Oefen-7dagen repeat=Oefen-7dagen !";
    check(account, &[weak, good].concat(), "weak-password@1* right");
    check(account, &["username=noorvoorbeeld", good].concat(), "right");
    check(
        account,
        &[weak, " password=oefenen1 repeat=oefenen1 !", good].concat(),
        "weak-password@1* weak-password@1 hint-urged right",
    );
    check(account, "username=noorvoorbeeld password=oefenen1 !", "empty@2 hint-urged");
    check(account, "username=noorvoorbeeld password=Oefen-7dagen repeat=oefenen1 !", "not-same@2 hint-urged");
    check(account, "hint show ! show !", "hint-shown filled-in weak-password@1* filled-in right");
    let mut desk = desk(account);
    play(&mut desk, weak);
    assert!(desk.urged().is_none() && desk.has(Device::Letter));
    assert!(desk.fields()[1..].iter().all(|field| field.inputs()[0].text().is_empty()), "both are typed anew");
    let password = &spec(r#"{ "type": "new-password", "trouble": "weak-password", "letter": "briefje" }"#);
    check(
        password,
        "new-password=oefenen1 repeat=oefenen1 ! new-password=Leren-8weken repeat=Leren-8weken !",
        "weak-password* right",
    );
    assert_eq!(play(&mut coached(password, WATCH), "! !"), "weak-password* right");
}

const INBOX: &str = r#"{ "type": "inbox", "options": ["paspoort", "afval"],
    "tasks": ["open:paspoort", "attachment:paspoort", "archive:afval", "notices"] }"#;

#[test]
fn a_box_of_messages() {
    let spec = &spec(INBOX);
    check(spec, "@open,0 @attachment @close @open,1 @archive @settings @notices,1", "right");
    check(spec, "@settings @notices,1 @close @open,1 @archive @open,0 @attachment @open,1 @archive", "right");
    check(spec, "!", "empty hint-urged");
    check(spec, "@attachment @archive @notices,1 @open,7 @open,0 @close @attachment !", "empty hint-urged");
    check(spec, "@open,0 @attachment @open,1 @archive @settings @notices,1 @notices,0 !", "right right");
    check(spec, "hint show", "hint-shown right filled-in");
    let mut desk = desk(spec);
    play(&mut desk, "@open,1");
    let inbox = |desk: &stapwijzer::practice::desk::Desk| {
        let inbox = desk.screen::<Inbox>().unwrap();
        let done: Vec<bool> = inbox.tasks().iter().map(|task| inbox.is_done(*task)).collect();
        (inbox.open(), inbox.items()[1].read, inbox.items()[1].archived, done)
    };
    assert_eq!(inbox(&desk), (Open::Message(1), true, false, vec![false; 4]));
    play(&mut desk, "@archive");
    assert_eq!(inbox(&desk), (Open::List, true, true, vec![false, false, true, false]));
    play(&mut desk, "@settings @notices,1 @open,0 @attachment");
    assert!(desk.passed());
    play(&mut desk, "@open,1");
    assert_eq!(inbox(&desk).0, Open::Message(1), "one may look around afterwards");
    assert_eq!(Task::read("open:nergens", &["a".into()]), None);
    assert_eq!(Task::read("zwem:a", &["a".into()]), None);
    assert_eq!(Task::read("", &[]), None);
}

#[test]
fn the_usage_of_an_account() {
    let spec = &spec(
        r#"{ "type": "history", "options": ["gemeente", "winkel", "klopt"], "right": "winkel",
             "times": [{ "daysAgo": 0, "time": "9:10" }, { "daysAgo": 4000000000, "time": "23:58" }] }"#,
    );
    check(spec, "choice:1 !", "right");
    check(spec, "choice:0 ! choice:2 ! choice:1 !", "wrong-choice hint-urged wrong-choice show-urged right");
    check(spec, "hint show", "hint-shown right filled-in");
    let desk = desk(spec);
    let when = |line| desk.screen::<History>().unwrap().when(line).map(|(day, time)| (day.dutch(), time.to_owned()));
    assert_eq!(when(0), Some(("23-11-2026".into(), "9:10".into())));
    assert_eq!(when(1).map(|(day, _)| day), Some("01-01-0001".into()));
    assert_eq!(when(2), None);
}

#[test]
fn real_or_fake() {
    let spec = &spec(r#"{ "type": "judge", "shows": "mail", "item": "nep", "right": "fake" }"#);
    check(spec, "choice:1 !", "right");
    check(spec, "choice:0 ! choice:1 !", "wrong-choice hint-urged right");
    check(spec, "hint show", "hint-shown right filled-in");
    let desk = desk(spec);
    assert!(!desk.has(Device::Computer) && !desk.has(Device::Mail));
}

#[test]
fn things_to_tap() {
    let spec = &spec(r#"{ "type": "tap", "places": [{ "id": "a", "x": 1, "y": 1 }, { "id": "b", "x": 5, "y": 1 }] }"#);
    check(spec, "@tap,0 @tap,0 @tap,9", "");
    check(spec, "@tap,1 ! @tap,0", "empty hint-urged right");
    check(spec, "hint show", "hint-shown right filled-in");
    let mut desk = desk(spec);
    play(&mut desk, "@tap,1");
    let tap = desk.screen::<Tap>().unwrap();
    assert_eq!((tap.is_tapped(0), tap.is_tapped(1), tap.is_tapped(2), tap.left()), (false, true, false, 1));
}

#[test]
fn back_from_a_wrong_page() {
    let site = &spec(r#"{ "type": "pages", "options": ["fout", "afval", "paspoort"], "right": "paspoort" }"#);
    check(site, "@follow,2 @back @follow,2", "start-page right");
    check(site, "@back @follow,1 @follow,2 @back @follow,2", "start-page wrong-page start-page right");
    check(site, "@back @back @follow,0 @follow,9 !", "start-page start-page empty hint-urged");
    check(site, "hint show", "hint-shown right filled-in");
    let mut desk = desk(site);
    assert_eq!(desk.screen::<Pages>().unwrap().at(), Some(0));
    play(&mut desk, "@back @follow,2 @back @follow,1");
    assert_eq!(
        (desk.screen::<Pages>().unwrap().at(), desk.passed()),
        (Some(1), true),
        "one may look around afterwards"
    );
    check(&spec(r#"{ "type": "pages", "options": ["fout", "b"] }"#), "@back @follow,1", "start-page right");
    check(
        &spec(r#"{ "type": "pages", "options": ["fout", "b"], "right": "fout" }"#),
        "@back @follow,1",
        "start-page right",
    );
    check(&spec(r#"{ "type": "pages" }"#), "@back", "right");
}

#[test]
fn nobody_gets_stuck_in_them() {
    for coaching in [PRACTISE, WATCH, Coaching::default()] {
        assert!(can_pass(&mut coached(&spec(INBOX), coaching)));
        for kind in ["new-account", "new-password", "inbox", "history", "judge", "tap", "pages"] {
            let spec = spec(&format!(r#"{{ "type": "{kind}", "trouble": "weak-password", "options": ["a", "b"] }}"#));
            assert!(can_pass(&mut coached(&spec, coaching)), "{kind}");
        }
    }
}
