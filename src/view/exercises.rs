//! All exercises, by need: titles with minutes under a drawing for each topic. Or those of one topic. And, on the start, what is chosen often.

use super::app::App;
use super::failed;
use super::ui::button::{Weight, button};
use super::ui::drawing::{drawing, of_flow};
use super::ui::node::{Node, div, el, plain_list, press, text};
use super::ui::pictogram::icon;
use crate::app::aloud::exercises_title;
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::screen::Card;
use crate::signal::memo;
use leptos::prelude::Get;

/// The list of all exercises, or of those of a group.
pub fn view(app: App, group: Option<&'static str>) -> Node {
    let offer = memo(move || app.model.with(|model| model.cards_turn));
    let part = move || {
        offer.get();
        topics(app, group).into()
    };
    let more = group.map(|_| {
        let all = button(Weight::Secondary, "list", app.t("start.all"));
        div("sw-actions").child(all.on_press(app.sends(Event::ExercisesOpened(None))))
    });
    div("sw-exercises")
        .child(app.title(&app.t(exercises_title(group))))
        .child(app.say("p", "sw-lead", "exercises.lead"))
        .child(div("sw-topics").live(part))
        .child(plain_list("sw-promises").children([("check", "start.free"), ("shield", "start.private")].map(
            |(pictogram, key)| {
                el("li").attr("class", "sw-promise").child(icon(pictogram)).child(app.say("span", "", key))
            },
        )))
        .children(more)
}

fn topics(app: App, group: Option<&'static str>) -> Node {
    let page = div("sw-topics__part");
    if let Some(failure) = app.model.with_untracked(|model| model.catalogue.as_ref().err().copied()) {
        return page.child(failed::notice(app, failure, Weight::Secondary, app.sends(Event::Retried)));
    }
    if !app.model.with_untracked(Model::knows_offer) {
        return failed::loading(app);
    }
    let cards = app.model.with_untracked(|model| model.exercises(group));
    if cards.is_empty() {
        return page.child(app.say("p", "sw-lead", "start.empty"));
    }
    page.children(cards.chunk_by(|one, next| one.group == next.group).map(|cards| {
        let list = plain_list("sw-rows").children(cards.iter().map(|one| card(app, one, false)));
        let topic = el("section").attr("class", "sw-topic");
        let name = &cards[0].group;
        if group.is_some() || name.is_empty() {
            return topic.child(list);
        }
        let heading = app.say(app.heading(1), "sw-topic__name", &["start.group.", name].concat());
        let picture = drawing(app, "sw-topic__drawing", &["topic-", name].concat(), (96, 96));
        topic.child(div("sw-topic__top").child(picture).child(heading)).child(list)
    }))
}

/// What can be gone on with, what is chosen often, and the way to all of it.
pub fn often(app: App) -> Node {
    let offer = memo(move || app.model.with(|model| model.cards_turn));
    let part = move || {
        offer.get();
        chips(app).into()
    };
    div("sw-later").live(part)
}

fn chips(app: App) -> Node {
    let start = app.model.with_untracked(Model::start_screen);
    let part = div("sw-often");
    if !app.model.with_untracked(Model::knows_offer) {
        return part;
    }
    if let Some(failure) = start.failure {
        return part.child(failed::notice(app, failure, Weight::Secondary, app.sends(Event::Retried)));
    }
    if start.empty {
        return part.child(app.say("p", "sw-lead", "start.empty"));
    }
    let chip = |class: &'static str, words: &str, event: Event| {
        el("li").child(press(class).text(words).on_press(app.sends(event)))
    };
    let resume = start.resume.then(|| chip("sw-chip sw-chip--resume", &app.t("resume.here"), Event::Resumed));
    let flows = start.often.iter().map(|(flow, words)| chip("sw-chip", words, Event::FlowChosen(flow.clone())));
    let all = chip("sw-chip sw-chip--all", &app.t("start.all"), Event::ExercisesOpened(None));
    part.child(app.say(app.heading(1), "sw-often__title", "start.often"))
        .child(plain_list("sw-chips").children(resume).children(flows).child(all))
}

/// A flow to choose: its drawing, its title and how long it takes; and what it is about, where one looks for something.
pub fn card(app: App, card: &Card, told: bool) -> Node {
    let minutes = card.minutes.to_string();
    let id = ["sw-card-", &card.id].concat();
    // The title alone is the button, so that its name is what it shows; it reaches over the whole card.
    let press = press("sw-press sw-card__title")
        .text(&card.title)
        .attr("aria-describedby", &id)
        .on_press(app.sends(Event::FlowChosen(card.id.clone())));
    let time = el("p")
        .attr("class", "sw-card__meta")
        .child(icon("clock"))
        .child(el("span").text(app.fill("start.minutes", &[("n", &minutes)])));
    let (about, time) = if told {
        (Some(text("p", "sw-card__text", &card.summary).attr("id", id)), time)
    } else {
        (None, time.attr("id", id))
    };
    let words = div("sw-card__words").child(press).children(about).child(time);
    el("li").attr("class", "sw-card").child(of_flow(app, &card.id, &card.icon)).child(words)
}
