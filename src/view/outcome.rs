//! The end of a flow: what happens next, the three ways, the take-home card, and in *alleen* how it went.

use super::app::App;
use super::house;
use super::step;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, text};
use super::ui::pictogram::icon;
use super::ui::rich;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::outcome::{OutcomeScreen, SourceLine};
use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::municipality::file::Municipality;
use crate::municipality::house::Room;
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
    let page = page.child(card(app, step, outcome));
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

/// The take-home card: prints on one A4.
fn card(app: App, step: &StepScreen, outcome: &OutcomeScreen) -> Node {
    let part = |key: &str| div("sw-takehome__part").child(text(app.heading(2), "sw-takehome__title", app.t(key)));
    let card = el("section").attr("class", "sw-takehome").attr("aria-labelledby", "sw-takehome");
    let card = card.child(
        div("sw-takehome__top")
            .child(app.say(app.heading(1), "sw-takehome__head", "outcome.card").attr("id", "sw-takehome"))
            .child(text("p", "sw-takehome__flow", &step.package.words.title))
            .child(app.say("p", "sw-takehome__text", "outcome.card.text")),
    );
    let card = if step.after.is_empty() {
        card
    } else {
        card.child(part("outcome.after").child(rich::list(app, "sw-takehome__list", &step.after)))
    };
    let card = if outcome.bring.is_empty() {
        card
    } else {
        card.child(part("outcome.bring").child(rich::list(app, "sw-takehome__list", &outcome.bring)))
    };
    let town = app.model.with_untracked(house::town);
    let ways = outcome.ways.iter().map(|(id, words)| {
        let (pictogram, title) = match *id {
            "online" => ("computer", "outcome.online"),
            "phone" => ("phone", "outcome.phone"),
            _ => ("counter", "outcome.counter"),
        };
        el("li").attr("class", "sw-way").child(icon(pictogram)).child(
            div("sw-way__words")
                .child(text("p", "sw-way__title", app.t(title)))
                .child(rich::paragraph(app, "sw-way__text", words))
                .children(town.as_ref().and_then(|town| local_way(app, town, id, outcome))),
        )
    });
    let card =
        card.child(part("outcome.ways").child(el("ul").attr("class", "sw-ways").attr("role", "list").children(ways)));
    let today = app.model.with_untracked(|model| model.ui.date(&step.today));
    card.child(div("sw-takehome__part sw-takehome__notes").child(text(
        app.heading(2),
        "sw-takehome__title",
        app.t("outcome.notes"),
    )))
    .child(app.say("p", "sw-takehome__help", "outcome.help"))
    .child(sources(app, &outcome.sources))
    .child(app.say("p", "sw-takehome__practice", "print.practice"))
    .child(text("p", "sw-takehome__made", app.fill("print.made", &[("date", &today)])))
}

/// What one's own municipality adds to a way: its page, its number, its desk.
fn local_way(app: App, town: &Municipality, way: &str, outcome: &OutcomeScreen) -> Option<Node> {
    let name = town.name.clone().unwrap_or_default();
    let (key, value) = match way {
        "online" => ("local.link", outcome.link.clone()?),
        "phone" => ("local.phone", house::said(app, &town.phone)?),
        _ => ("local.desk", house::whole_week(app, town, Some(Room::Reception))?),
    };
    // A long address may break after a slash, and nowhere else.
    let words = app.fill(key, &[("name", &name), ("value", &value)]);
    let parts = words.split_inclusive('/').flat_map(|part| [text("span", "", part), el("wbr")]);
    Some(el("p").attr("class", "sw-way__local").children(parts))
}

/// Where the figures come from, and when they were last compared.
fn sources(app: App, lines: &[SourceLine]) -> Node {
    let line = |line: &SourceLine| {
        let date = app.model.with_untracked(|model| model.ui.date(&line.checked));
        let words = app.fill("fact.checked", &[("source", &line.source), ("date", &date)]);
        let item = el("li").child(el("span").text(words));
        if line.fresh { item } else { item.child(text("span", "sw-stale", [" ", &app.t("fact.stale")].concat())) }
    };
    let list = el("ul").attr("class", "sw-sources").children(lines.iter().map(line));
    div("sw-takehome__part").child(app.say(app.heading(2), "sw-sources__title", "fact.list")).child(list)
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
