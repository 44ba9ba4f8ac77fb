//! The app asks for a PIN, once or twice, with keys of its own.

use super::codes::stopped;
use super::field;
use super::keypad;
use super::stage::Stage;
use crate::platform::typing;
use crate::practice::desk::{At, Deed, Desk, DeskEvent};
use crate::practice::input::field::Field;
use crate::practice::input::keys::DIGITS;
use crate::signal::{Signal, get_bool, memo, memo_bool};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, nothing};
use leptos::prelude::{Get, GetUntracked};

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let count = stage.desk.with_untracked(|desk| desk.fields().len());
    let open = Signal::new(false);
    field::uncovered(stage, open);
    let chosen = Signal::new(0_usize);
    // The field that the keys type in: the first one when all are empty (again).
    let active = memo(move || {
        let begins = stage.desk.with(|desk| (0..count).all(|index| desk.text(At::new(index, 0)).is_empty()));
        if begins { 0 } else { chosen.get() as u32 }
    });
    let locked = memo_bool(move || stage.desk.with(Desk::locked));
    let one = |index: usize| {
        field::keyed(stage, index, open)
            .live_flag("data-active", move || count > 1 && active.get() as usize == index)
            .on("focusin", move |_| chosen.set(index))
    };
    let fields: Vec<Node> = (0..count).map(one).collect();
    let eye = field::eye(stage, open, "pin.show", "pin.hide");
    let typed = move || stage.desk.with(|desk| desk.text(At::new(active.get() as usize, 0)).chars().count());
    let status = el("p")
        .attr("class", "sw-pin-count")
        .attr("role", "status")
        .live_text(move || app.fill("pin.count", &[("n", &typed().to_string())]));
    let keys = keypad::view(app, DIGITS, Signal::new(false), move |key| {
        let at = At::new(active.get_untracked() as usize, 0);
        field::type_key(stage, at, key);
        let full = stage.desk.with_untracked(|desk| is_full(desk, at));
        chosen.set(if full && at.field + 1 < count { at.field + 1 } else { at.field });
    });
    let keys = keys
        .live_attr("aria-label", move || {
            let field = stage
                .desk
                .with_untracked(|desk| desk.fields().get(active.get() as usize).map(|field| field.id().to_owned()));
            let label = stage.plain(&stage.field_words(&field.unwrap_or_default()).label);
            Some(app.fill("pin.keys", &[("field", &label)]))
        })
        .live_flag("hidden", move || get_bool(locked));
    let submit = stage
        .button(Weight::Primary, stage.words(None).button.as_ref(), "form.next")
        .attr("data-device-button", "")
        .live_flag("disabled", move || get_bool(locked))
        .on("click", move |event| {
            stage.answer(typing::by_key(&event));
            let wrong = |desk: &Desk| desk.fields().iter().position(|field| field.mistake().is_some());
            chosen.set(stage.desk.with_untracked(wrong).unwrap_or_default());
        });
    let off = move || {
        if !get_bool(locked) {
            return nothing();
        }
        let again = button(Weight::Secondary, "phone", app.t("pin.activate")).attr("data-device-button", "").on_press(
            move || {
                stage.send(DeskEvent::LaterPressed);
                stage.go_to(&[]);
            },
        );
        stopped(stage, "pin.off", stage.does(Deed::Later, again)).into()
    };
    div("sw-form sw-pin-form")
        .live(off)
        .children(fields)
        .child(div("sw-pin-line").live_flag("hidden", move || get_bool(locked)).child(stage.hushed(status)).child(eye))
        .child(keys)
        .child(div("sw-page__actions").child(stage.does(Deed::Press, submit)))
}

fn is_full(desk: &Desk, at: At) -> bool {
    let length =
        desk.fields().get(at.field).and_then(|field: &Field| field.inputs().first()).map(|input| input.length());
    length.is_some_and(|length| desk.text(at).chars().count() >= length)
}
