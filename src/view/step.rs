//! One step: the heading with its number, the list of steps, the text, and what this kind of step asks.

use super::app::App;
use super::ui::button::{Weight, button, onward};
use super::ui::node::{Node, div, el, nothing, text};
use super::ui::panel::{disclosure, panel};
use super::ui::rich;
use crate::app::event::Event;
use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::flow::answer::Answer;
use crate::flow::model::StepKind;
use crate::flow::progress::StepState;
use crate::signal::Signal;
use crate::view::lazy;
use std::sync::Arc;

pub fn view(app: App, step: &Arc<StepScreen>) -> Node {
    let page = div("sw-step")
        .child(progress(app, step))
        .child(
            rich::label(app, app.heading(0), "sw-title", &step.heading).attr("tabindex", "-1").attr("data-heading", ""),
        )
        .child(rich::prose(app, &step.text));
    // On the practice desk the coach gives the hint; at the end there is nothing to be hinted at.
    let elsewhere = matches!(step.kind, StepKind::Practise | StepKind::Outcome);
    let page = match &step.hint {
        Some(hint) if step.mode.hint_at_once() && !elsewhere => {
            page.child(panel(app, "hint", "hint.title").child(rich::paragraph(app, "sw-panel__text", hint)))
        }
        Some(hint) if step.mode.hints() && !elsewhere => {
            page.child(disclosure(app, "hint", "hint.ask").child(rich::paragraph(app, "sw-panel__text", hint)))
        }
        _ => page,
    };
    match step.kind {
        StepKind::Explain | StepKind::Include => below(page, app, step),
        StepKind::Choose | StepKind::Checklist | StepKind::Practise | StepKind::Outcome => {
            lazy::onto(page, app, step, below)
        }
    }
}

/// What stands under the thing to do.
fn below(page: Node, app: App, step: &Arc<StepScreen>) -> Node {
    page.child(actions(app, step)).child(lazy::notes(app, step))
}

/// How far along: a bar, and the list of steps behind it, which is made when it is opened first.
fn progress(app: App, step: &Arc<StepScreen>) -> Node {
    let (number, total) = (step.progress.number.to_string(), step.progress.total.to_string());
    let bar = el("progress")
        .attr("class", "sw-progress__bar")
        .attr("value", number)
        .attr("max", total)
        .attr("aria-hidden", "true");
    let (opened, step) = (Signal::new(false), step.clone());
    div("sw-progress").child(bar).child(
        el("details")
            .attr("class", "sw-progress__list")
            .on("toggle", move |_| opened.set(true))
            .child(el("summary").attr("class", "sw-progress__summary").child(el("span").text(app.t("step.all"))))
            .live(move || if opened.get() { steps(app, &step).into() } else { nothing() }),
    )
}

/// The list of steps; to those that are done one can go back.
fn steps(app: App, step: &StepScreen) -> Node {
    let row = |(id, title, stage): &(String, Vec<Inline>, StepState)| {
        let (class, state) = match stage {
            StepState::Done => ("sw-steps__item sw-steps__item--done", "step.done"),
            StepState::Current => ("sw-steps__item sw-steps__item--current", "step.current"),
            StepState::ToCome => ("sw-steps__item", "step.todo"),
        };
        let item = el("li").attr("class", class);
        let state = text("span", "sw-steps__state", app.t(state));
        let words = rich::label(app, "span", "sw-steps__title", title);
        if *stage == StepState::Done {
            let button =
                el("button").attr("type", "button").attr("class", "sw-steps__button").child(words).child(state);
            return item.child(button.on_press(app.sends(Event::Revisited(id.clone()))));
        }
        let item = item.child(words).child(state);
        if *stage == StepState::Current { item.attr("aria-current", "step") } else { item }
    };
    el("ol").attr("class", "sw-steps").children(step.steps.iter().map(row))
}

/// The action that stands out, and the way back. Steps that ask something bring their own main action.
fn actions(app: App, step: &StepScreen) -> Node {
    let row = div("sw-actions");
    let row = match step.kind {
        StepKind::Explain => {
            row.child(onward(app, step.action.as_deref()).on_press(app.sends(Event::Answered(Answer::Seen))))
        }
        _ => row,
    };
    let row = row.child(button(Weight::Quiet, "back", app.t("nav.back")).on_press(app.sends(Event::WentBack)));
    if step.progress.number > 1 && step.kind != StepKind::Outcome {
        row.child(
            button(Weight::Quiet, "refresh", app.t("nav.restart"))
                .attr("data-apart", "")
                .on_press(app.sends(Event::Restarted)),
        )
    } else {
        row
    }
}
