//! Under a step: what keeps you safe, what often goes wrong, what a helper may say, what may go wrong on purpose, and the other modes.

use super::app::App;
use super::ui::button::{Weight, button, labelled};
use super::ui::node::{Node, div, text};
use super::ui::panel::{disclosure, panel};
use super::ui::rich;
use crate::app::event::Event;
use crate::app::screen::StepScreen;
use crate::flow::mode::Mode;
use crate::flow::model::StepKind;
use std::sync::Arc;

/// What keeps you safe, what often goes wrong, what a helper may say.
pub fn view(app: App, step: &Arc<StepScreen>) -> Node {
    let page = div("sw-panels");
    let page = if step.safety.is_empty() {
        page
    } else {
        page.child(panel(app, "shield", "safety.title").child(rich::list(app, "sw-panel__list", &step.safety)))
    };
    let page = if step.mistakes.is_empty() {
        page
    } else {
        page.child(disclosure(app, "warning", "mistakes.title").child(rich::list(
            app,
            "sw-panel__list",
            &step.mistakes,
        )))
    };
    let page = if step.helper.is_empty() {
        page
    } else {
        page.child(disclosure(app, "hands", "helper.title").child(rich::list(app, "sw-panel__list", &step.helper)))
    };
    let page = if step.incidents.is_empty() { page } else { page.child(incidents(app, step)) };
    if step.kind == StepKind::Outcome || step.package.guide { page } else { page.child(other_mode(app, step.mode)) }
}

/// "Laat iets misgaan": what who sits beside can call up.
fn incidents(app: App, step: &StepScreen) -> Node {
    let buttons = step.incidents.iter().map(|(id, title)| {
        labelled(app, Weight::Secondary, "", title).on_press(app.sends(Event::IncidentCalled(id.clone())))
    });
    disclosure(app, "warning", "incident.title")
        .child(app.say("p", "sw-panel__text", "incident.text"))
        .child(div("sw-actions").children(buttons))
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
