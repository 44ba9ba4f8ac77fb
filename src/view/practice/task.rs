//! The task of a practise step in numbered parts. The desk tells how far one is: what is done has a tick, what is to be done now is lit.
//! That is state, and nothing announces it: the coach says what there is to hear.

use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::signal::memo;
use crate::view::app::App;
use crate::view::ui::node::{Node, el, text};
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;
use leptos::prelude::*;
use std::sync::Arc;

/// No part is lit: nobody is at work here, or nothing tells how far they are.
const NONE: u32 = u32::MAX;

/// The parts. Where there is no room only some are shown: which, the style takes from the state.
pub fn parts(app: App, step: &Arc<StepScreen>) -> Node {
    let count = step.text.len();
    let key = super::key(step);
    let now = memo(move || {
        let part = app.desk.with(|kept| {
            let desk = kept.as_ref().filter(|(of, _)| *of == key).map(|(_, desk)| desk.clone());
            desk.and_then(|desk| desk.borrow().part(count))
        });
        part.and_then(|part| u32::try_from(part).ok()).unwrap_or(NONE)
    });
    let last = u32::try_from(count).unwrap_or(NONE).saturating_sub(1);
    el("ol")
        .attr("class", "sw-parts")
        .attr("role", "list")
        .live_flag("data-begun", move || !matches!(now.get(), 0 | NONE))
        .children((0..=last).zip(&step.text).map(|(place, line)| part(app, now, place, last, line)))
}

fn part(app: App, now: Memo<u32>, place: u32, last: u32, line: &[Inline]) -> Node {
    let state = move || match now.get() {
        NONE => None,
        now if place < now => Some("done"),
        now if place == now => Some("now"),
        _ => Some("to-come"),
    };
    // The last one stays in sight once all is done.
    let shown = move || place == if now.get() == NONE { 0 } else { now.get().min(last) };
    let sign = move || {
        if state() == Some("done") {
            let heard = text("span", "sw-unseen", [&app.t("step.done"), ": "].concat());
            el("span").child(icon("check")).child(heard).into()
        } else {
            text("span", "", (place + 1).to_string()).into()
        }
    };
    el("li")
        .attr("class", "sw-part")
        .live_attr("data-part", move || state().map(str::to_owned))
        .live_attr("aria-current", move || (state() == Some("now")).then(|| "step".to_owned()))
        .live_flag("data-shown", shown)
        .child(el("span").attr("class", "sw-part__sign").live(sign))
        .child(rich::paragraph(app, "sw-part__text", line))
}
