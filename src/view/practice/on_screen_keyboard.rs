//! The keys of a kiosk, which has no other: they type in the field where one is, and are those that this field needs.

use super::field;
use super::keypad;
use super::stage::Stage;
use crate::practice::desk::{At, Desk};
use crate::practice::input::field::Keys;
use crate::practice::input::keys::{Key, rows};
use crate::signal::{Signal, get_bool, memo, memo_bool};
use crate::view::ui::node::{div, nothing};
use leptos::prelude::*;

/// The keys; nothing where one types with keys of one's own, and on screens that ask for no typing.
pub fn view(stage: Stage) -> AnyView {
    let app = stage.app;
    let typed =
        stage.desk.with_untracked(|desk| keys_of(desk, stage.typing.with_untracked(|typing| typing.active)).is_some());
    if !typed || !app.model.with_untracked(|model| model.policy.own_keys) {
        return nothing();
    }
    let shift = Signal::new(false);
    let touched = Signal::new(false);
    let active = move || stage.typing.with(|typing| typing.active);
    let place = memo(move || active().field as u32 * 8 + active().part as u32);
    let locked = memo_bool(move || stage.desk.with(Desk::locked));
    let part = move || {
        place.get();
        // Only another field brings other keys: made anew, they would let go of the keyboard.
        let at = stage.typing.with_untracked(|typing| typing.active);
        let Some(keys) = stage.desk.with_untracked(|desk| keys_of(desk, at)).filter(|_| !get_bool(locked)) else {
            return nothing();
        };
        let press = move |key| match key {
            Key::Shift => {
                shift.update(|shift| *shift = !*shift);
            }
            key => {
                field::type_key(stage, stage.typing.with_untracked(|typing| typing.active), key);
                // Who came here by Tab stays at the keys: back at the field, each letter would be a journey of its own.
                if touched.get_untracked() {
                    touched.set(false);
                    stage.focus();
                }
                // Capitals are for one letter, as on a phone.
                if shift.get_untracked() && key != Key::Erase {
                    shift.set(false);
                }
            }
        };
        let id = stage.desk.with_untracked(|desk| desk.fields()[at.field].id().to_owned());
        let label = stage.field_words(&id).label;
        keypad::view(app, rows(keys), shift, press)
            .attr("aria-label", app.fill("pin.keys", &[("field", &stage.plain(&label))]))
            .on("pointerdown", move |_| touched.set(true))
            // The field keeps the keyboard.
            .on("mousedown", |event| event.prevent_default())
            .into()
    };
    div("sw-board").live(part).into()
}

/// The keys that an input needs; `None` where nothing is typed, and where the screen has keys of its own.
fn keys_of(desk: &Desk, at: At) -> Option<Keys> {
    let input = desk.fields().get(at.field)?.inputs().get(at.part)?;
    Some(input.keys()).filter(|keys| *keys != Keys::Pad)
}
