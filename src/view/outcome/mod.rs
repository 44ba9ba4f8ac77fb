//! The end of a flow: the moment, how it went (in *oefenen* and *alleen*), and the card to take home.

mod card;

use super::app::App;
use super::step;
use super::ui::button::{Weight, button, labelled};
use super::ui::drawing::drawing;
use super::ui::node::{Node, div, el, plain_list};
use super::ui::paper::paper;
use super::ui::pictogram::icon;
use super::ui::rich;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::outcome::{OutcomeScreen, Titles, Went};
use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::platform::print;
use std::sync::Arc;

pub fn view(page: Node, app: App, step: &Arc<StepScreen>) -> Node {
    let outcome = app.model.with_untracked(Model::outcome_screen).unwrap_or_default();
    let title = step.package.words.title.clone();
    // In the dock, where the way on always was: under the card it lay three screens down on a telephone.
    let weight = if outcome.opens.is_some() { Weight::Secondary } else { Weight::Primary };
    let print = button(weight, "print", app.t("outcome.print"))
        .on("click", move |event| print::alone(&event, ".sw-step", ".sw-takehome", &title));
    let dock = step::dock(app, step, step::nothing_here(), print);
    page.child(moment(app, &outcome)).child(end(app, step, &outcome)).child(dock)
}

fn end(app: App, step: &Arc<StepScreen>, outcome: &OutcomeScreen) -> Node {
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
        Some(went) => page.child(result(app, went)),
        None => page,
    };
    let page = page.child(card::view(app, step, outcome));
    let wipes = app.model.with_untracked(|model| model.policy.done_wipes);
    let done = if wipes { Event::Finished } else { Event::WentHome };
    page.child(paper(&app.t("outcome.card"))).child(
        div("sw-main-action")
            .child(button(Weight::Secondary, "refresh", app.t("outcome.again")).on_press(app.sends(Event::Restarted)))
            .child(
                button(Weight::Secondary, "check", app.t(if wipes { "kiosk.done" } else { "outcome.done" }))
                    .on_press(app.sends(done)),
            ),
    )
}

/// The picture of the moment: only who practised something has succeeded in something.
fn moment(app: App, outcome: &OutcomeScreen) -> Node {
    let call = outcome.ways.first().is_some_and(|way| way.id == "phone");
    let (name, size) = match outcome.practised {
        true => ("outcome", (240, 240)),
        false if call => ("scene-call", (240, 160)),
        false => ("scene-take-home", (240, 160)),
    };
    drawing(app, "sw-moment", name, size)
}

/// How it went: what one did, what a hint helped with, and what to do once more, each a button to that step.
fn result(app: App, went: &Went) -> Node {
    let part = |key: &str, list: Node| div("").child(app.say("p", "sw-result__text", key)).child(list);
    let rows = |key: &str, sign: &'static str, titles: &Titles| {
        let row =
            |(_, title): &(String, Vec<Inline>)| el("li").child(icon(sign)).child(rich::label(app, "span", "", title));
        (!titles.is_empty()).then(|| part(key, plain_list("sw-result__list").children(titles.iter().map(row))))
    };
    let again = |(id, title): &(String, Vec<Inline>)| {
        let press = labelled(app, Weight::Secondary, "refresh", title);
        el("li").child(press.on_press(app.sends(Event::PractisedAgain(id.clone()))))
    };
    let all_good = went.with_help.is_empty() && went.again.is_empty();
    el("section")
        .attr("class", "sw-result")
        .attr("aria-labelledby", "sw-result")
        .child(app.say(app.heading(1), "sw-result__head", "result.title").attr("id", "sw-result"))
        .children(rows("result.alone", "check", &went.without_help))
        .children(rows("result.helped", "hands", &went.with_help))
        .children(
            (!went.again.is_empty())
                .then(|| part("result.again", plain_list("sw-result__again").children(went.again.iter().map(again)))),
        )
        .child(app.say("p", "sw-result__kind", if all_good { "result.all-good" } else { "result.kind" }))
}
