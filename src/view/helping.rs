//! What "Stop, ik wil hulp" offers: going on with more help, who helps and when, paper, beginning again. It comes with the later file.

use super::app::App;
use super::house;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, plain_list, text};
use super::ui::paper::paper;
use super::ui::pictogram::icon;
use crate::app::event::Event;
use crate::app::model::Place;
use crate::flow::mode::Mode;
use crate::municipality::calling::to_call;
use crate::municipality::file::Municipality;
use crate::municipality::house::Room;
use crate::platform::print;

/// Under the title of the dialog.
pub fn view(app: App) -> Node {
    let policy = app.model.with_untracked(|model| model.policy);
    let lines = ["help.pause", "help.lost", "help.secret"];
    div("sw-help")
        .child(el("ul").attr("class", "sw-sheet__list").children(lines.map(|key| el("li").text(app.t(key)))))
        .child(on(app))
        .child(card(app, policy.done_wipes))
        .child(others(app, policy.done_wipes, policy.own_keys))
}

/// A button that closes the dialog, and does something more.
fn closes(app: App, weight: Weight, pictogram: &'static str, key: &str, then: Option<Event>) -> Node {
    button(weight, pictogram, app.t(key)).on_press(move || {
        app.tell(Event::HelpClosed);
        if let Some(event) = &then {
            app.tell(event.clone());
        }
    })
}

/// Going on, with more help where there is more.
fn on(app: App) -> Node {
    let (at_step, mode, guide) = app.model.with_untracked(|model| {
        let guide = model.package.as_ref().is_some_and(|package| package.guide);
        (model.place == Place::Step, model.session.as_ref().map(|session| session.mode), guide)
    });
    let actions = div("sw-actions");
    if !at_step {
        return actions.child(closes(app, Weight::Primary, "next", "help.back", None));
    }
    if guide || mode == Some(Mode::Together) {
        return actions.child(closes(app, Weight::Primary, "next", "help.calmly", None));
    }
    let more = closes(app, Weight::Primary, "hands", "help.more", Some(Event::ModeChosen(Mode::Together)));
    div("sw-help__on")
        .child(actions.child(more).child(closes(app, Weight::Secondary, "next", "help.back", None)))
        .child(app.say("p", "sw-help__text", "help.more.text"))
}

/// Who helps, where and when; in the town hall, which of its rooms are open now.
fn card(app: App, in_the_house: bool) -> Node {
    let town = app.model.with_untracked(house::town);
    let lines = if in_the_house { ["help.ask"].iter() } else { ["help.ask", "help.phone"].iter() };
    let card = el("section")
        .attr("class", "sw-helpers")
        .attr("aria-labelledby", "sw-helpers")
        .child(app.say(app.heading(2), "sw-helpers__title", "help.who").attr("id", "sw-helpers"))
        .children(lines.map(|key| app.say("p", "sw-help__text", key)));
    let Some(town) = town else { return card };
    let flow = app.model.with_untracked(|model| {
        let session = model.session.as_ref().filter(|_| model.place == Place::Step);
        session.and(model.package.as_ref()).map(|package| package.flow.id.clone())
    });
    // Who is stuck while logging in need not choose between the Wmo and the square: the host, and the rooms where this is practised.
    let fits = |room: &Room| flow.as_ref().is_none_or(|flow| house::offers(app, *room, flow));
    let open = |room: &Room| (*room == Room::Reception || fits(room)) && house::is_open(app, &town, *room);
    let rooms: Vec<Room> =
        if in_the_house { Room::ALL.into_iter().filter(open).collect() } else { vec![Room::Library, Room::Reception] };
    let rooms = if rooms.is_empty() { vec![Room::Reception] } else { rooms };
    let list = plain_list("sw-helpers__list");
    card.child(list.children(rooms.into_iter().map(|room| of_room(app, &town, room))))
        .children((!in_the_house).then(|| number(app, &town)).flatten())
}

fn of_room(app: App, town: &Municipality, room: Room) -> Node {
    let words = div("sw-helpers__words")
        .child(text("p", "sw-helpers__name", app.t(&["room.", room.name()].concat())))
        .children(house::who(app, town, room).map(|who| text("p", "", who)))
        .children(house::place(app, town, room).map(|place| text("p", "", place)))
        .children(house::badge(app, town, Some(room)));
    el("li").child(icon("map-pin")).child(words)
}

/// The number of the municipality, to be called where it is one that a telephone can call.
fn number(app: App, town: &Municipality) -> Option<Node> {
    let words = house::said(app, &town.phone)?;
    let line = match to_call(&words) {
        Some(number) => el("a").attr("class", "sw-helpers__call").attr("href", ["tel:", &number].concat()).text(&words),
        None => el("span").text(&words),
    };
    let name = town.name.as_ref().map(|name| text("p", "sw-helpers__name", name));
    Some(
        div("sw-helpers__number")
            .child(icon("phone"))
            .child(div("sw-helpers__words").children(name).child(el("p").child(line))),
    )
}

/// What else one may want.
fn others(app: App, wipes: bool, on_its_own: bool) -> Node {
    let begun = app.model.with_untracked(|model| {
        model.place == Place::Step && model.session.as_ref().is_some_and(|session| !session.trail.is_empty())
    });
    let title = app.t("help.who");
    let print = (!on_its_own).then(|| {
        button(Weight::Secondary, "print", app.t("help.print"))
            .on("click", move |event| print::alone(&event, ".sw-help", ".sw-helpers", &title))
    });
    let again = begun.then(|| closes(app, Weight::Secondary, "refresh", "nav.restart", Some(Event::Restarted)));
    let done =
        wipes.then(|| button(Weight::Secondary, "check", app.t("kiosk.done")).on_press(app.sends(Event::Finished)));
    let page = div("sw-help__others").child(
        div("sw-actions")
            .children(print)
            .children(again)
            .child(button(Weight::Secondary, "home", app.t("nav.home")).on_press(app.sends(Event::WentHome)))
            .children(done),
    );
    let page = if begun { page.child(app.say("p", "sw-help__text", "help.again.text")) } else { page };
    page.child(paper(&app.t("help.who")))
}
