//! The end of a flow: what happens next, the three ways, the take-home card, and in *alleen* how it went.

mod card;

use super::app::App;
use super::step;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, text};
use super::ui::rich;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::platform::print;
use std::sync::Arc;

pub fn view(page: Node, app: App, step: &Arc<StepScreen>) -> Node {
    page.child(end(app, step)).child(step::dock(app, step, step::nothing_here(), step::nothing_here()))
}

fn end(app: App, step: &Arc<StepScreen>) -> Node {
    let Some(outcome) = &app.model.with_untracked(Model::outcome_screen) else { return div("sw-outcome") };
    let page = div("sw-outcome");
    let page = match &outcome.opens {
        Some((flow, title)) => {
            // The start shows some flows, and what comes next may be another.
            let words = title
                .as_ref()
                .map_or_else(|| app.t("resume.go"), |title| app.fill("outcome.opens", &[("title", title)]));
            let go = button(Weight::Primary, "next", words).on_press(app.sends(Event::FlowChosen(flow.clone())));
            page.child(div("sw-main-action").child(go))
        }
        None => page,
    };
    let page = match &outcome.result {
        Some((alone, again)) => page.child(result(app, alone, again)),
        None => page,
    };
    let page = page.child(card::view(app, step, outcome));
    let wipes = app.model.with_untracked(|model| model.policy.done_wipes);
    let done = if wipes { Event::Finished } else { Event::WentHome };
    let title = step.package.words.title.clone();
    // The page from which the card is printed.
    let paper = el("iframe")
        .attr("class", "sw-unseen")
        .attr("title", app.t("outcome.card"))
        .attr("aria-hidden", "true")
        .attr("tabindex", "-1");
    page.child(paper).child(
        div("sw-main-action")
            .child(
                button(Weight::Primary, "print", app.t("outcome.print"))
                    .on("click", move |event| print::alone(&event, ".sw-outcome", ".sw-takehome", &title)),
            )
            .child(button(Weight::Secondary, "refresh", app.t("outcome.again")).on_press(app.sends(Event::Restarted)))
            .child(
                button(Weight::Secondary, "check", app.t(if wipes { "kiosk.done" } else { "outcome.done" }))
                    .on_press(app.sends(done)),
            ),
    )
}

fn result(app: App, alone: &[Vec<Inline>], again: &[Vec<Inline>]) -> Node {
    let list = |class: &'static str, titles: &[Vec<Inline>]| {
        el("ul")
            .attr("class", class)
            .attr("role", "list")
            .children(titles.iter().map(|title| rich::label(app, "li", "", title)))
    };
    let page = el("section").attr("class", "sw-result").attr("aria-labelledby", "sw-result");
    let page = page.child(app.say(app.heading(1), "sw-result__head", "result.title").attr("id", "sw-result"));
    let page = if alone.is_empty() {
        page
    } else {
        page.child(app.say("p", "sw-result__text", "result.alone")).child(list("sw-result__list", alone))
    };
    if again.is_empty() {
        page.child(app.say("p", "sw-result__text", "result.all-good"))
    } else {
        page.child(app.say("p", "sw-result__text", "result.again"))
            .child(list("sw-result__list sw-result__list--again", again))
            .child(text("p", "sw-result__kind", app.t("result.kind")))
    }
}
