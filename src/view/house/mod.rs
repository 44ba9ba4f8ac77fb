//! The *huis voor de gemeente*: a drawn house with its rooms, and for each room its flows and what one should know before going there.

mod facts;
mod room;

pub use facts::{badge, hours_to_keep, is_open, place, said, town, who};

use super::app::App;
use super::exercises::card;
use super::finder::{finder, knows};
use super::ui::drawing::drawing;
use super::ui::node::{Node, div, el, plain_list, press, text};
use super::ui::pictogram::icon;
use crate::app::event::Event;
use crate::municipality::house::Room;
use crate::view::search;

/// The rooms as they lie in the house, from its roof down and from left to right.
const FLOORS: [Room; 9] = [
    Room::Council,
    Room::Care,
    Room::Youth,
    Room::Library,
    Room::Living,
    Room::Reception,
    Room::Work,
    Room::Safety,
    Room::Square,
];

/// The house, or one of its rooms.
pub fn view(app: App, room: Option<Room>) -> Node {
    match room {
        Some(room) => room::view(app, room),
        None => map(app),
    }
}

/// The pictogram of a room, for when its drawing does not come.
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

/// The drawing of a room, over its pictogram.
fn picture(app: App, room: Room) -> Node {
    let name = ["room-", room.name()].concat();
    div("sw-view").child(icon(pictogram(room))).child(drawing(app, "sw-view__drawing", &name, (320, 200)))
}

/// The house: its list of rooms lies over its drawing, each room in its place, so that both are the same thing. Where there is no room
/// for that, the rooms stand on each other, each with its own drawing.
fn map(app: App) -> Node {
    let town = app.model.with_untracked(town);
    let name = town.as_ref().and_then(|town| town.name.clone());
    let lead = match &name {
        Some(name) => app.fill("house.lead.of", &[("name", name)]),
        None => app.t("house.lead"),
    };
    let (there, absent): (Vec<Room>, Vec<Room>) =
        FLOORS.iter().partition(|room| !app.model.with_untracked(|model| model.is_absent(**room)));
    let list = plain_list("sw-house__rooms").children(there.into_iter().map(|room| {
        let here = one(app, room);
        match town.as_ref().and_then(|town| facts::open_now(app, town, Some(room))) {
            Some((open, words)) => here
                .0
                .live_attr("data-open", open)
                .child(here.1.child(el("p").attr("class", "sw-open").live_text(words))),
            None => here.0.child(here.1),
        }
    }));
    // A house that lacks a room has a wall there.
    let walls = absent.into_iter().map(|room| div("sw-house__room sw-house__wall").attr("data-room", room.name()));
    let front = drawing(app, "sw-house__drawing", "house", (1510, 730));
    div("sw-house")
        .child(app.title(&app.t("house.title")))
        .child(text("p", "sw-lead", lead))
        .child(div("sw-house__map").child(front).children(walls).child(list))
}

/// A room of the house, and the plate with its name.
fn one(app: App, room: Room) -> (Node, Node) {
    let id = ["sw-room-", room.name()].concat();
    let press = press("sw-press sw-room__name")
        .text(app.t(&["room.", room.name()].concat()))
        .attr("aria-describedby", &id)
        .on_press(app.sends(Event::HouseEntered(Some(room))));
    let about = text("p", "sw-unseen", app.t(&["room.", room.name(), ".text"].concat())).attr("id", &id);
    let here = el("li")
        .attr("class", "sw-house__room")
        .attr("data-room", room.name())
        .child(picture(app, room))
        .child(drawing(app, "sw-house__curtain", "curtain", (320, 200)));
    (here, div("sw-room").child(press).child(about))
}

/// Whether a flow is practised in a room, as far as is known yet.
pub fn offers(app: App, room: Room, flow: &str) -> bool {
    let lang = app.model.with_untracked(|model| model.ui.lang.clone());
    let finder = finder(app).filter(|finder| knows(&finder.borrow(), &lang));
    finder.is_some_and(|finder| {
        let finder = finder.borrow();
        let here = |name: &String| name == room.name();
        finder.flows(&lang).iter().any(|one| one.id == flow && one.rooms.iter().any(here))
    })
}

/// A group of the flows of a room.
fn flows(app: App, room: Room) -> Option<Node> {
    let lang = app.model.with_untracked(|model| model.ui.lang.clone());
    let finder = finder(app).filter(|finder| knows(&finder.borrow(), &lang))?;
    let finder = finder.borrow();
    let here = finder.flows(&lang).iter().filter(|flow| flow.rooms.iter().any(|name| name == room.name()));
    let here = here.filter(|flow| !app.model.with_untracked(|model| model.is_off(&flow.id)));
    let cards: Vec<Node> = here.map(|flow| card(app, &search::as_card(flow), false)).collect();
    Some(if cards.is_empty() {
        app.say("p", "sw-lead", "house.no-flows")
    } else {
        plain_list("sw-rows").children(cards)
    })
}
