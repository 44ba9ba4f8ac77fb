//! The *huis voor de gemeente*: a drawn map of its rooms, and for each room its flows and what one should know before going there.

mod facts;
mod illustration;
mod room;

pub use facts::{said, town, whole_week};

use super::app::App;
use super::finder::{finder, knows};
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, text};
use super::ui::pictogram::icon;
use crate::app::event::Event;
use crate::municipality::house::Room;
use crate::view::search;

/// The house, or one of its rooms.
pub fn view(app: App, room: Option<Room>) -> Node {
    match room {
        Some(room) => room::view(app, room),
        None => map(app),
    }
}

/// The pictogram of a room.
fn pictogram(room: Room) -> &'static str {
    match room {
        Room::Reception => "help",
        Room::Library => "list",
        Room::Care => "hands",
        Room::Youth => "person",
        Room::Work => "computer",
        Room::Council => "speaker",
        Room::Square => "sun",
        Room::Safety => "shield",
        Room::Living => "house",
    }
}

/// The rooms as they lie: the map is the list, each room drawn in its place, so that both are the same thing.
fn map(app: App) -> Node {
    let town = app.model.with_untracked(town);
    let rooms = Room::NAMES.iter().map(|(_, room)| *room);
    let there = rooms.filter(|room| !app.model.with_untracked(|model| model.is_absent(*room)));
    let name = town.as_ref().and_then(|town| town.name.clone());
    let lead = match &name {
        Some(name) => app.fill("house.lead.of", &[("name", name)]),
        None => app.t("house.lead"),
    };
    let list = el("ul").attr("class", "sw-house__rooms").attr("role", "list").children(there.map(|room| {
        let line = town.as_ref().and_then(|town| facts::badge(app, town, Some(room)));
        one(app, room, line)
    }));
    div("sw-house")
        .child(app.title(&app.t("house.title")))
        .child(text("p", "sw-lead", lead))
        .child(div("sw-house__map").child(list))
        .child(
            div("sw-actions")
                .child(button(Weight::Quiet, "back", app.t("nav.back")).on_press(app.sends(Event::WentBack))),
        )
}

fn one(app: App, room: Room, line: Option<Node>) -> Node {
    let id = ["sw-room-", room.name()].concat();
    let press = text("button", "sw-press sw-room__name", app.t(&["room.", room.name()].concat()))
        .attr("type", "button")
        .attr("aria-describedby", &id)
        .on_press(app.sends(Event::HouseEntered(Some(room))));
    let about = text("p", "sw-room__text", app.t(&["room.", room.name(), ".text"].concat())).attr("id", &id);
    let words = div("sw-room__words").child(press).child(about).children(line);
    el("li")
        .attr("class", "sw-house__room")
        .attr("data-room", room.name())
        .child(illustration::vignette(room))
        .child(div("sw-room").child(div("sw-room__icon").child(icon(pictogram(room)))).child(words))
}

/// A group of the flows of a room.
fn flows(app: App, room: Room) -> Option<Node> {
    let lang = app.model.with_untracked(|model| model.ui.lang.clone());
    let finder = finder(app).filter(|finder| knows(&finder.borrow(), &lang))?;
    let finder = finder.borrow();
    let here = finder.flows(&lang).iter().filter(|flow| flow.rooms.iter().any(|name| name == room.name()));
    let here = here.filter(|flow| !app.model.with_untracked(|model| model.is_off(&flow.id)));
    let cards: Vec<Node> = here.map(|flow| super::start::card(app, &search::as_card(flow))).collect();
    Some(if cards.is_empty() {
        app.say("p", "sw-lead", "house.no-flows")
    } else {
        el("ul").attr("class", "sw-cards").attr("role", "list").children(cards)
    })
}
