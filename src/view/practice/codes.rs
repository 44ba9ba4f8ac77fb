//! What a screen with a code has beside its own button: a new code, a call, a new letter, and "it is later".

use super::stage::Stage;
use crate::practice::desk::{Deed, Desk, DeskEvent, Touch};
use crate::practice::screens::letter_code::LetterCode;
use crate::practice::spec::ScreenKind;
use crate::signal::{get_bool, memo, memo_bool};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, nothing};
use leptos::prelude::*;

/// The part of the page that changes with what can be done now.
pub fn more(stage: Stage, kind: ScreenKind) -> AnyView {
    let changed = memo(move || {
        stage
            .desk
            .with(|desk| u32::from(desk.locked()) | u32::from(desk.can_ask_code()) << 1 | u32::from(desk.passed()) << 2)
    });
    let part = move || {
        changed.get();
        let (locked, asks, passed) =
            stage.desk.with_untracked(|desk| (desk.locked(), desk.can_ask_code(), desk.passed()));
        let row = div("sw-actions");
        match kind {
            _ if passed => nothing(),
            ScreenKind::LetterCode if locked => stopped_letter(stage).into(),
            ScreenKind::LetterCode if asks => row.child(ask_letter(stage, Weight::Secondary)).into(),
            _ if locked => stopped(stage, "sms.locked", later(stage, "later.button", &[".sw-bubble"])).into(),
            _ if !asks => nothing(),
            ScreenKind::SmsCode => row.child(ask(stage)).child(call(stage)).into(),
            _ => row.child(ask(stage)).into(),
        }
    };
    part.into_any()
}

/// Why nothing can be typed now, and the way out.
pub fn stopped(stage: Stage, words: &'static str, way_out: Node) -> Node {
    div("sw-form__locked").child(stage.app.say("p", "sw-form__locked-text", words)).child(way_out)
}

fn stopped_letter(stage: Stage) -> Node {
    let waiting = stage.desk.with_untracked(|desk| desk.screen::<LetterCode>().is_some_and(LetterCode::waiting));
    if waiting {
        stopped(stage, "letter.coming", later(stage, "later.days", &[".sw-letter"]))
    } else {
        stopped(stage, "letter.locked", ask_letter(stage, Weight::Primary))
    }
}

/// "Het is 15 minuten later", or some days; the keyboard goes along to what came in.
fn later(stage: Stage, words: &'static str, came: &'static [&'static str]) -> Node {
    let later = button(Weight::Primary, "clock", stage.app.t(words)).on_press(move || {
        stage.send(DeskEvent::LaterPressed);
        stage.go_to(came);
    });
    stage.does(Deed::Later, later)
}

fn ask(stage: Stage) -> Node {
    let ask = button(Weight::Secondary, "refresh", stage.app.t("sms.again"));
    stage.does(Deed::AskCode, ask.on_press(move || stage.send(DeskEvent::AskedNewCode)))
}

fn ask_letter(stage: Stage, weight: Weight) -> Node {
    let ask = button(weight, "letter", stage.app.t("letter.again")).on_press(move || {
        stage.send(DeskEvent::AskedNewCode);
        stage.go_to(&[".sw-form__locked .sw-button"]);
    });
    stage.does(Deed::AskCode, ask)
}

/// A phone call that reads the code: the phone on the desk rings, and waits.
fn call(stage: Stage) -> Node {
    button(Weight::Quiet, "phone", stage.app.t("call.ask")).on_press(move || {
        stage.send(DeskEvent::Touched(Touch::CallAsked));
        // On a narrow screen the phone lies behind the computer, and rings there.
        stage.go_to(&[".sw-call .sw-button", ".sw-tab:has(.sw-new)"]);
    })
}

/// The log-in that is closed for a while.
pub fn locked_login(stage: Stage) -> AnyView {
    let locked = memo_bool(move || stage.desk.with(Desk::locked));
    let part = move || {
        if !get_bool(locked) {
            return nothing();
        }
        let later = button(Weight::Secondary, "clock", stage.app.t("later.button")).on_press(move || {
            stage.send(DeskEvent::LaterPressed);
            stage.go_to(&[]);
        });
        stopped(stage, "login.locked", stage.does(Deed::Later, later)).into()
    };
    part.into_any()
}
