//! The keys of a kiosk, which has no other: they type in the field where one is, and are those that this field needs.

use super::field;
use super::keypad;
use super::stage::Stage;
use crate::practice::desk::{At, Desk};
use crate::practice::input::field::Keys;
use crate::practice::input::keys::{Key, rows};
use crate::signal::{State, is, memo, yes};
use crate::view::ui::node::{div, nothing};
use leptos::prelude::*;

/// The keys; nothing where one types with keys of one's own, and on screens that ask for no typing.
pub fn view(stage: Stage) -> AnyView {
    let app = stage.app;
    let typed = stage.desk.peek(|desk| keys_of(desk, stage.typing.peek(|typing| typing.active)).is_some());
    if !typed || !app.model.peek(|model| model.policy.own_keys) {
        return nothing();
    }
    let shift = State::new(false);
    let active = move || stage.typing.with(|typing| typing.active);
    let place = memo(move || active().field as u32 * 8 + active().part as u32);
    let locked = is(move || stage.desk.with(Desk::locked));
    let part = move || {
        place.get();
        let Some(keys) = stage.desk.peek(|desk| keys_of(desk, active())).filter(|_| !yes(locked)) else {
            return nothing();
        };
        let press = move |key| match key {
            Key::Shift => {
                shift.update(|shift| *shift = !*shift);
            }
            key => {
                stage.focus();
                field::type_key(stage, stage.typing.peek(|typing| typing.active), key);
                // Capitals are for one letter, as on a phone.
                if shift.now() && key != Key::Erase {
                    shift.set(false);
                }
            }
        };
        let id = stage.desk.peek(|desk| desk.fields()[active().field].id().to_owned());
        let label = stage.field_words(&id).label;
        keypad::view(app, rows(keys), shift, press)
            .attr("aria-label", app.fill("pin.keys", &[("field", &stage.plain(&label))]))
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
