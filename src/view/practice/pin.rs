//! The app asks for a PIN, once or twice, with keys of its own.

use super::field::{self, Pad};
use super::keypad;
use super::stage::Stage;
use crate::practice::desk::{At, Desk, DeskEvent};
use crate::practice::field::Field;
use crate::state::{State, is, yes};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, nothing};

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let count = stage.desk.peek(|desk| desk.fields().len());
    let pad = Pad::new();
    // The field that the keys type in.
    let active = State::new(0_usize);
    let locked = is(move || stage.desk.with(Desk::locked));
    let one = |index: usize| {
        field::keyed(stage, index, &pad)
            .live_flag("data-active", move || count > 1 && active.get() == index)
            .on("focusin", move |_| active.set(index))
    };
    let fields: Vec<Node> = (0..count).map(one).collect();
    let eye = field::eye(stage, pad.open, "pin.show", "pin.hide");
    let typed = is_typed(stage, active);
    let status = el("p")
        .attr("class", "sw-pin-count")
        .attr("role", "status")
        .live_text(move || app.fill("pin.count", &[("n", &typed().to_string())]));
    let keys = keypad::view(app, keypad::DIGITS, move |key| {
        let at = At::new(active.now(), 0);
        field::press_key(stage, at, key, &pad);
        let full = stage.desk.peek(|desk| is_full(desk, at));
        if full && at.field + 1 < count {
            active.set(at.field + 1);
        }
    });
    let keys = keys
        .live_attr("aria-label", move || {
            let field = stage.desk.peek(|desk| desk.fields().get(active.get()).map(|field| field.id().to_owned()));
            Some(app.fill("pin.keys", &[("field", &stage.field_words(&field.unwrap_or_default()).label)]))
        })
        .live_flag("hidden", move || yes(locked));
    let own = stage.words(None).button.map(|words| stage.plain(&words));
    let submit = button(Weight::Primary, "", own.unwrap_or_else(|| app.t("form.next")))
        .attr("data-device-button", "")
        .live_flag("disabled", move || yes(locked))
        .on_press(move || {
            stage.send(DeskEvent::Submitted);
            let wrong = |desk: &Desk| desk.fields().iter().position(|field| field.mistake().is_some());
            active.set(stage.desk.peek(wrong).unwrap_or_default());
        });
    let off = move || {
        if !yes(locked) {
            return nothing();
        }
        let again = button(Weight::Secondary, "phone", app.t("pin.activate"))
            .attr("data-device-button", "")
            .on_press(move || stage.send(DeskEvent::LaterPressed));
        div("sw-form__locked").child(app.say("p", "sw-form__locked-text", "pin.off")).child(again).into()
    };
    div("sw-form sw-pin-form")
        .children(fields)
        .child(div("sw-pin-line").live_flag("hidden", move || yes(locked)).child(status).child(eye))
        .child(keys)
        .child(div("sw-page__actions").child(submit).live(off))
}

/// How many digits are in the field that the keys type in.
fn is_typed(stage: Stage, active: State<usize>) -> impl Fn() -> usize + Copy {
    move || stage.desk.with(|desk| desk.text(At::new(active.get(), 0)).chars().count())
}

fn is_full(desk: &Desk, at: At) -> bool {
    let length =
        desk.fields().get(at.field).and_then(|field: &Field| field.inputs().first()).map(|input| input.length());
    length.is_some_and(|length| desk.text(at).chars().count() >= length)
}
