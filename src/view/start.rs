//! The start: "Waarmee kan ik u helpen?" The host, the search, three doors, and what is chosen often. All exercises are behind one press.

use super::app::App;
use super::failed;
use super::ui::button::Weight;
use super::ui::drawing::drawing;
use super::ui::node::{Node, div, el, text};
use super::ui::pictogram::icon;
use crate::app::event::Event;
use crate::app::model::{DIGID, Model};
use crate::app::screen::Start;
use crate::signal::memo;
use crate::view::lazy;
use leptos::prelude::Get;

/// The flow that is asked one's way with when one holds a letter.
const LETTER: &str = "ik-heb-een-brief";

pub fn view(app: App) -> Node {
    let hello = div("sw-hello")
        .child(app.title(&app.t("start.title")))
        .child(app.say("p", "sw-lead", "start.lead"))
        .child(drawing(app, "sw-host", "host", (260, 290)));
    // The street goes on at both sides where it is wider than its drawing.
    let street = ["street", "street-dusk"].map(|name| {
        div("sw-street__part").children((0..3).map(|_| drawing(app, "sw-street__drawing", name, (1200, 260))))
    });
    let sky = div("sw-sky").child(hello).child(lazy::find(app)).child(div("sw-street").children(street));
    // What is on offer may come late; who is typing in the search then stays there.
    let offer = memo(move || app.model.with(|model| model.cards_turn));
    let below = move || {
        offer.get();
        let start = app.model.with_untracked(Model::start_screen);
        div("sw-below").child(doors(app, &start)).child(often(app, &start)).into()
    };
    div("sw-start").child(sky).live(below).child(el("ul").attr("class", "sw-promises").attr("role", "list").children(
        [("check", "start.free"), ("shield", "start.private")].map(|(pictogram, key)| {
            el("li").attr("class", "sw-promise").child(icon(pictogram)).child(el("span").text(app.t(key)))
        }),
    ))
}

/// Three large ways in.
fn doors(app: App, start: &Start) -> Node {
    let letter = app.model.with_untracked(|model| !model.is_off(LETTER));
    let door = |picture: &'static str, name: &str, line: &str, event: Event| {
        let press = app
            .say("button", "sw-press sw-door__name", name)
            .attr("type", "button")
            .attr("aria-describedby", picture)
            .on_press(app.sends(event));
        let words = div("sw-door__words").child(press).child(app.say("p", "sw-door__text", line).attr("id", picture));
        let picture = drawing(app, "sw-door__drawing", picture, (200, 150));
        el("li").attr("class", "sw-door").child(picture).child(words)
    };
    el("ul")
        .attr("class", "sw-doors")
        .attr("role", "list")
        .children(
            letter
                .then(|| door("door-letter", "find.letter", "find.letter.text", Event::FlowChosen(LETTER.to_owned()))),
        )
        .children((start.digid || start.failure.is_some()).then(|| {
            door("door-practise", "start.group.digid", "start.digid.text", Event::ExercisesOpened(Some(DIGID)))
        }))
        .child(door("door-house", "find.house", "find.house.text", Event::HouseEntered(None)))
}

/// What can be gone on with, what is chosen often, and the way to all of it.
fn often(app: App, start: &Start) -> Node {
    let part = div("sw-often");
    if let Some(failure) = start.failure {
        return part.child(failed::notice(app, failure, Weight::Secondary, app.sends(Event::Retried)));
    }
    if start.empty {
        return part.child(app.say("p", "sw-lead", "start.empty"));
    }
    let chip = |class: &'static str, words: &str, event: Event| {
        el("li").child(text("button", class, words).attr("type", "button").on_press(app.sends(event)))
    };
    let resume = start.resume.then(|| chip("sw-chip sw-chip--resume", &app.t("resume.here"), Event::Resumed));
    let flows = start.often.iter().map(|(flow, words)| chip("sw-chip", words, Event::FlowChosen(flow.clone())));
    let all = chip("sw-chip sw-chip--all", &app.t("start.all"), Event::ExercisesOpened(None));
    part.child(app.say(app.heading(1), "sw-often__title", "start.often"))
        .child(el("ul").attr("class", "sw-chips").attr("role", "list").children(resume).children(flows).child(all))
}
