//! What a screen with a code has beside its own button: a new code, a call, a new letter, and "it is later".

use super::stage::Stage;
use crate::practice::desk::{Deed, DeskEvent, Touch};
use crate::practice::screens::letter_code::LetterCode;
use crate::practice::spec::ScreenKind;
use crate::signal::memo;
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, nothing};
use leptos::prelude::*;

/// What can be asked for beside the screen's own button.
pub fn more(stage: Stage, kind: ScreenKind) -> AnyView {
    let changed =
        memo(move || stage.desk.with(|desk| u32::from(!desk.locked() && !desk.passed() && desk.can_ask_code())));
    let part = move || {
        if changed.get() == 0 {
            return nothing();
        }
        let row = div("sw-actions");
        match kind {
            ScreenKind::LetterCode => row.child(ask_letter(stage, Weight::Secondary)).into(),
            ScreenKind::SmsCode => row.child(ask(stage)).child(call(stage)).into(),
            _ => row.child(ask(stage)).into(),
        }
    };
    part.into_any()
}

/// What stands above the fields while nothing can be typed in them: why, and the way out.
pub fn locked(stage: Stage, kind: ScreenKind) -> AnyView {
    let changed = memo(move || {
        stage.desk.with(|desk| {
            let waits = desk.screen::<LetterCode>().is_some_and(LetterCode::waiting);
            if desk.locked() && !desk.passed() { 1 + u32::from(waits) } else { 0 }
        })
    });
    let part = move || match (changed.get(), kind) {
        (0, _) => nothing(),
        (_, ScreenKind::LetterCode) => stopped_letter(stage).into(),
        (_, ScreenKind::Login) => stopped(stage, "login.locked", later(stage, "later.button", &[])).into(),
        _ => stopped(stage, "sms.locked", later(stage, "later.button", &[".sw-bubble"])).into(),
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
