//! One step: the task card (heading, what to do, what keeps you safe), what this kind of step asks, and the dock at its foot.

use super::app::App;
use super::shell;
use super::ui::button::{Weight, button, onward};
use super::ui::node::{Node, div, el, press, text};
use super::ui::rich;
use crate::app::event::Event;
use crate::app::screen::StepScreen;
use crate::flow::answer::Answer;
use crate::flow::model::StepKind;
use crate::signal::Signal;
use crate::view::lazy;
use std::sync::Arc;

pub fn view(app: App, step: &Arc<StepScreen>) -> Node {
    let page = div(match step.kind {
        StepKind::Practise => "sw-step sw-step--desk",
        StepKind::Choose | StepKind::Checklist => "sw-step sw-step--ask",
        StepKind::Outcome => "sw-step sw-step--end",
        StepKind::Explain | StepKind::Include => "sw-step",
    });
    let page = page.child(task(app, step));
    match step.kind {
        StepKind::Explain | StepKind::Include => {
            let next = onward(app, step.action.as_deref()).on_press(app.sends(Event::Answered(Answer::Seen)));
            page.child(dock(app, step, nothing_here(), next))
        }
        StepKind::Choose | StepKind::Checklist | StepKind::Practise | StepKind::Outcome => lazy::onto(page, app, step),
    }
}

/// The task card. Where there is no room, what explains folds away behind "Meer"; the style says where that is.
fn task(app: App, step: &Arc<StepScreen>) -> Node {
    let open = Signal::new(false);
    let card = div("sw-task").live_flag("data-open", move || open.get()).child(title(app, step));
    let asks = !matches!(step.kind, StepKind::Explain | StepKind::Outcome);
    let card = if asks {
        let more = press("sw-task__more").live_state("aria-expanded", move || open.get()).child(app.say(
            "span",
            "",
            "step.more",
        ));
        card.child(more.on_press(move || {
            open.update(|open| *open = !*open);
        }))
    } else {
        card
    };
    let card = card.child(if step.kind == StepKind::Practise && step.text.len() > 1 {
        div("sw-task__parts").child(lazy::parts(app, step))
    } else {
        rich::prose(app, &step.text)
    });
    card.child(lazy::notes(app, step))
}

/// The heading: which step it is, small, and its name. Read as one: "Stap 7 van 10: Typ de code".
fn title(app: App, step: &StepScreen) -> Node {
    el(app.heading(0))
        .attr("class", "sw-title")
        .attr("tabindex", "-1")
        .attr("data-heading", "")
        // The space is for who reads the text alone, as the title of the page does.
        .child(text("span", "sw-title__count", [&step.count, " "].concat()))
        .child(rich::label(app, "span", "", &step.name))
}

/// What takes no room.
pub fn nothing_here() -> Node {
    div("sw-none")
}

/// Help and the way back: in the same corner of every screen.
pub fn ways_out(app: App, back: &str) -> Node {
    let back = button(Weight::Quiet, "back", app.t(back)).on_press(app.sends(Event::WentBack));
    div("sw-dock__row").child(shell::stop(app)).child(back)
}

/// The dock at the foot of a step: what is said of the last answer, help and the way back, and the one main action with what helps.
pub fn dock(app: App, step: &Arc<StepScreen>, says: Node, action: Node) -> Node {
    let row = ways_out(app, "nav.back").child(lazy::aid(app, step));
    div("sw-dock")
        .attr("role", "group")
        .attr("aria-label", app.t("step.dock"))
        .child(says)
        .child(row.child(div("sw-dock__action").child(action)))
}
