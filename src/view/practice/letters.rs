//! The letters on the desk: on their way, in an envelope, or open.

use super::spoken;
use super::stage::Stage;
use crate::content::words::Message;
use crate::practice::desk::{Arrived, Deed, DeskEvent, Device, Touch, What};
use crate::practice::screens::letter_code::LetterCode;
use crate::signal::{Signal, memo};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div};
use leptos::prelude::*;

/// All letters that lie there, the newest first.
pub fn view(stage: Stage) -> AnyView {
    let app = stage.app;
    let closed = move || stage.desk.with(|desk| desk.screen::<LetterCode>().is_some_and(LetterCode::closed));
    let changed = memo(move || u32::from(closed()) | super::device::stamp(stage, Device::Letter) << 1);
    // How many are unfolded, from the oldest one: paper unfolds once, and not each time that its tab comes to the front.
    let unfolded = Signal::new(0);
    let part = move || {
        changed.get();
        let lying = stage.desk.with_untracked(|desk| desk.messages(Device::Letter).to_vec());
        if lying.is_empty() {
            return AnyView::from(app.say("p", "sw-letter__none", "letter.none"));
        }
        let count = lying.len();
        let one = |(index, arrived): (usize, &Arrived)| {
            let What::Words(id) = &arrived.what else { return div("sw-letter") };
            let message = stage.message(id).unwrap_or_default();
            if index == 0 && closed() {
                envelope(stage, &message, arrived.new)
            } else {
                let number = count - index;
                paper(stage, &message, arrived.new)
                    .live_flag("data-unfolds", move || unfolded.with(|done| *done < number))
                    .on("animationend", move |_| {
                        unfolded.update(|done| *done = number.max(*done));
                    })
            }
        };
        div("sw-letters").children(lying.iter().enumerate().map(one)).into()
    };
    part.into_any()
}

/// Who sent it, and whether it just came.
fn top(stage: Stage, class: &'static str, message: &Message, new: bool) -> Node {
    let top = div(class).attr("tabindex", "-1").child(stage.label("p", "sw-letter__from", &message.from));
    if new { top.child(stage.app.say("span", "sw-new", "desk.new")) } else { top }
}

fn paper(stage: Stage, message: &Message, new: bool) -> Node {
    let subject = message.subject.as_deref();
    top(stage, "sw-letter", message, new)
        .children(subject.map(|subject| stage.label("p", "sw-letter__subject", subject)))
        .children(message.text.iter().map(|line| spoken::paragraph(stage, "sw-letter__text", line)))
}

/// A letter that is still closed: who sent it can be read, and it can be opened.
fn envelope(stage: Stage, message: &Message, new: bool) -> Node {
    let open = button(Weight::Primary, "", stage.app.t("letter.open")).on_press(move || {
        stage.send(DeskEvent::Touched(Touch::EnvelopeOpened));
        stage.go_to(&[".sw-letter"]);
    });
    let open = stage.does(Deed::Touch(Touch::EnvelopeOpened), open);
    top(stage, "sw-letter sw-letter--closed", message, new).child(open)
}
