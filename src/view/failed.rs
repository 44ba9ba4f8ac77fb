//! Something did not load: what happened, and a way on.

use super::app::App;
use super::lazy::Later;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, text};
use super::ui::pictogram::icon;
use crate::app::event::{Event, Failure};
use crate::app::model::Place;

pub fn view(app: App, failure: Failure) -> Node {
    div("sw-failed")
        .child(div("sw-failed__icon").child(icon("warning")))
        .child(app.say(app.heading(0), "sw-title", "load.failed").attr("tabindex", "-1").attr("data-heading", ""))
        .child(text("p", "sw-lead", reason(app, failure)).attr("role", "alert"))
        .child(
            div("sw-actions")
                .child(button(Weight::Primary, "refresh", app.t("load.retry")).on_press(app.sends(Event::Retried)))
                .child(button(Weight::Secondary, "home", app.t("load.home")).on_press(app.sends(Event::WentHome))),
        )
}

/// What happened, in words. Of a part of the program that is not there, no exercise is to blame.
fn reason(app: App, failure: Failure) -> String {
    let no_part = matches!(app.later.get_untracked(), Later::Failed(Failure::Missing));
    let failure = if failure == Failure::Missing && no_part { Failure::Start } else { failure };
    app.t(&["load.failed.", failure.code()].concat())
}

/// The same on a page that goes on without it; the button tries again.
pub fn notice(app: App, failure: Failure, again: Weight, retry: impl FnMut() + 'static) -> Node {
    div("sw-panel sw-panel--warning")
        .attr("role", "alert")
        .child(el("p").text(reason(app, failure)))
        .child(button(again, "refresh", app.t("load.retry")).on_press(retry))
}

/// While a flow is on its way.
pub fn loading(app: App) -> Node {
    let words = app.t("load.busy");
    // Before the interface words are there, there is only the moving bar.
    let words = if words == "load.busy" { String::new() } else { words };
    let bar = div("sw-loading").child(div("sw-loading__bar").attr("aria-hidden", "true")).child(el("p").text(words));
    // The start says nothing by itself: nobody has done anything yet, and the search tells for itself.
    match app.model.with_untracked(|model| model.place == Place::Start) {
        true => bar,
        false => bar.attr("role", "status"),
    }
}
