//! The start: "Waarmee kan ik u helpen?" and the flows as large cards.

use super::app::App;
use super::failed;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, text};
use super::ui::pictogram::icon;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::screen::Card;
use crate::signal::memo;
use crate::view::lazy;
use leptos::prelude::Get;

pub fn view(app: App) -> Node {
    let page = div("sw-start")
        .child(div("sw-street").attr("aria-hidden", "true"))
        .child(app.say(app.heading(0), "sw-title", "start.title").attr("tabindex", "-1").attr("data-heading", ""));
    let page = page.child(app.say("p", "sw-lead", "start.lead")).child(lazy::find(app));
    let promise = |pictogram: &'static str, key: &str| {
        el("li").attr("class", "sw-promise").child(icon(pictogram)).child(el("span").text(app.t(key)))
    };
    // What is on offer may come late; who is typing in the search then stays there.
    let offer = memo(move || app.model.with(|model| model.cards_turn));
    let part = move || {
        offer.get();
        cards(app).into()
    };
    page.child(div("sw-offer").live(part)).child(
        el("ul")
            .attr("class", "sw-promises")
            .attr("role", "list")
            .child(promise("check", "start.free"))
            .child(promise("shield", "start.private")),
    )
}

/// What can be gone on with, and the flows in their groups.
fn cards(app: App) -> Node {
    let start = app.model.with_untracked(Model::start_screen);
    let page = div("sw-offer__part");
    let page = match &start.resume {
        Some(title) => {
            let words =
                if title.is_empty() { app.t("resume.here") } else { app.fill("resume.title", &[("title", title)]) };
            let go = button(Weight::Primary, "next", app.t("resume.go")).on_press(app.sends(Event::Resumed));
            let heading = text(app.heading(1), "sw-resume__title", words);
            page.child(div("sw-resume").child(heading).child(div("sw-actions").child(go)))
        }
        None => page,
    };
    let page = match start.failure {
        Some(failure) => page.child(failed::notice(app, failure, Weight::Secondary, app.sends(Event::Retried))),
        None => page,
    };
    let page = if start.cards.is_empty() && start.failure.is_none() {
        page.child(app.say("p", "sw-lead", "start.empty"))
    } else {
        page
    };
    let groups = start.cards.chunk_by(|_, next| next.heading.is_none()).map(|cards| {
        let heading = cards[0].heading.as_ref().map(|words| text(app.heading(1), "sw-group__title", words));
        let list = el("ul").attr("class", "sw-cards").attr("role", "list");
        div("sw-group").children(heading).child(list.children(cards.iter().map(|one| card(app, one))))
    });
    page.children(groups)
}

/// A flow as a large card.
pub fn card(app: App, card: &Card) -> Node {
    let minutes = card.minutes.to_string();
    // The title alone is the button, so that its name is what it shows; it reaches over the whole card.
    let press = text("button", "sw-press sw-card__title", &card.title)
        .attr("type", "button")
        .attr("aria-describedby", ["sw-card-", &card.id].concat())
        .on_press(app.sends(Event::FlowChosen(card.id.clone())));
    let words = div("sw-card__words")
        .child(press)
        .child(text("p", "sw-card__text", &card.summary).attr("id", ["sw-card-", &card.id].concat()))
        .child(
            el("p")
                .attr("class", "sw-card__meta")
                .child(icon("clock"))
                .child(el("span").text(app.fill("start.minutes", &[("n", &minutes)]))),
        );
    el("li").child(div("sw-card").child(div("sw-card__icon").child(icon(&card.icon))).child(words))
}
