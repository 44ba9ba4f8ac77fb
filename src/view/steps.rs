//! Behind the stepping stones: all steps, beginning again, and going on with more or less help.

use super::app::App;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, press, text};
use super::ui::panel::disclosure;
use super::ui::rich;
use crate::app::event::Event;
use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::flow::mode::Mode;
use crate::flow::model::StepKind;
use crate::flow::progress::StepState;
use std::sync::Arc;

/// What the stones open.
pub fn view(app: App, step: &Arc<StepScreen>) -> Node {
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
            let button = press("sw-steps__button").child(words).child(state);
            return item.child(button.on_press(app.sends(Event::Revisited(id.clone()))));
        }
        let item = item.child(words).child(state);
        if *stage == StepState::Current { item.attr("aria-current", "step") } else { item }
    };
    let page = div("sw-progress__list").child(el("ol").attr("class", "sw-steps").children(step.steps.iter().map(row)));
    let page = if step.kind == StepKind::Outcome || step.package.guide {
        page
    } else {
        page.child(other_mode(app, step.mode))
    };
    if step.progress.number > 1 && step.kind != StepKind::Outcome {
        let restart = button(Weight::Quiet, "refresh", app.t("nav.restart")).on_press(app.sends(Event::Restarted));
        page.child(div("sw-actions").child(restart))
    } else {
        page
    }
}

/// Going on with more help, or with less, at the same step.
fn other_mode(app: App, current: Mode) -> Node {
    let name = |mode: Mode| {
        app.t(match mode {
            Mode::Watch => "mode.watch",
            Mode::Together => "mode.together",
            Mode::Practise => "mode.practise",
            Mode::Alone => "mode.alone",
        })
    };
    let others = Mode::ALL.into_iter().filter(|mode| *mode != current);
    let buttons =
        others.map(|mode| button(Weight::Secondary, "", name(mode)).on_press(app.sends(Event::ModeChosen(mode))));
    disclosure(app, "pencil", "mode.change")
        .child(text("p", "sw-panel__text", app.fill("mode.current", &[("mode", &name(current))])))
        .child(div("sw-actions").children(buttons))
}
