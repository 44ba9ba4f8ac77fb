//! The start: "Waarmee kan ik u helpen?" The host, the search, three doors, and what is chosen often. All exercises are behind one press.

use super::app::App;
use super::ui::drawing::drawing;
use super::ui::node::{Node, div, el, plain_list};
use crate::app::event::Event;
use crate::app::model::{DIGID, Model};
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
    let below = div("sw-below").child(doors(app)).child(lazy::often(app));
    div("sw-start").child(sky).child(below)
}

/// Three large ways in.
fn doors(app: App) -> Node {
    // What is on offer may come late. A door that is drawn stays: whoever is at it, or presses it just then, is not sent away.
    let offer = memo(move || app.model.with(|model| model.cards_turn));
    let unless = move |offered: fn(&Model) -> bool| {
        move || {
            offer.get();
            !app.model.with_untracked(offered)
        }
    };
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
    plain_list("sw-doors")
        .child(
            door("door-letter", "find.letter", "find.letter.text", Event::FlowChosen(LETTER.to_owned()))
                .live_flag("hidden", unless(|model| !model.is_off(LETTER))),
        )
        .child(
            door("door-practise", "start.group.digid", "start.digid.text", Event::ExercisesOpened(Some(DIGID)))
                .live_flag("hidden", unless(|model| model.offers(DIGID))),
        )
        .child(door("door-house", "find.house", "find.house.text", Event::HouseEntered(None)))
}
