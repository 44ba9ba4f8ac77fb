//! How far along: stepping stones in the bar, and behind them the list of all steps.

use super::app::App;
use super::ui::node::{div, el, nothing};
use crate::content::inline::Inline;
use crate::flow::progress::StepState;
use crate::signal::Signal;
use crate::view::lazy;
use leptos::prelude::AnyView;

/// The stones of the step that is shown; nothing on other screens.
pub fn stones(app: App) -> AnyView {
    let Some(step) = app.step.get() else { return nothing() };
    let stone = |(_, _, state): &(String, Vec<Inline>, StepState)| {
        el("i").attr(
            "class",
            match state {
                StepState::Done => "sw-stone sw-stone--done",
                StepState::Current => "sw-stone sw-stone--current",
                StepState::ToCome => "sw-stone",
            },
        )
    };
    let row = div("sw-stones").attr("aria-hidden", "true").children(step.steps.iter().map(stone));
    let summary = el("summary").attr("class", "sw-progress__summary").child(row);
    let summary = summary.child(app.say("span", "sw-progress__words", "step.all"));
    // Made when it is opened first.
    let opened = Signal::new(false);
    el("details")
        .attr("class", "sw-progress")
        .attr("data-over", "")
        .on("toggle", move |_| opened.set(true))
        .child(summary)
        .child(
            div("sw-progress__panel")
                .live(move || if opened.get() { lazy::steps(app, &step).into() } else { nothing() }),
        )
        .into()
}
