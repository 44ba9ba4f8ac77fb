//! A phone that rings, and a voice that reads a code: everything it says is written too.

use super::stage::Stage;
use crate::practice::desk::{Desk, DeskEvent, Touch};
use crate::practice::screens::sms_code::SmsCode;
use crate::signal::{get_bool, memo_bool};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, nothing, text};
use crate::view::ui::pictogram::icon;
use leptos::prelude::*;

/// The call that comes in, while it rings.
pub fn ringing(stage: Stage) -> AnyView {
    let app = stage.app;
    let rings = move |desk: &Desk| desk.screen::<SmsCode>().is_some_and(SmsCode::ringing);
    let rings = memo_bool(move || stage.desk.with(rings));
    let part = move || {
        if !get_bool(rings) {
            return nothing();
        }
        let answer = button(Weight::Primary, "phone", app.t("call.answer")).on_press(move || {
            stage.send(DeskEvent::Touched(Touch::CallAnswered));
            stage.go_to(&[".sw-bubble"]);
        });
        div("sw-call")
            .child(el("p").attr("class", "sw-call__from").child(icon("phone")).child(app.say(
                "span",
                "sw-call__name",
                "call.rings",
            )))
            .child(answer)
            .into()
    };
    part.into_any()
}

/// What the voice said: the digits one by one.
pub fn said(stage: Stage, digits: &str) -> [Node; 3] {
    let app = stage.app;
    [
        app.say("p", "sw-bubble__text", "call.voice"),
        text("p", "sw-call__digits", digits).attr("translate", "no"),
        app.say("p", "sw-bubble__text", "call.keep"),
    ]
}
