//! One room: what one can do here, and what one should know before going there.

use super::facts;
use crate::app::event::Event;
use crate::app::model::FIRST_LANG;
use crate::municipality::house::Room;
use crate::signal::memo;
use crate::view::app::App;
use crate::view::failed;
use crate::view::ui::button::Weight;
use crate::view::ui::node::{Node, div, text};
use leptos::prelude::Get;

/// The page of a room.
pub fn view(app: App, room: Room) -> Node {
    let town = app.model.with_untracked(facts::town);
    let name = app.t(&["room.", room.name()].concat());
    let page = div("sw-room-page").child(
        div("sw-room-page__top").child(super::picture(app, room)).child(
            div("sw-room-page__words")
                .child(app.title(&name))
                .child(text("p", "sw-lead", app.t(&["room.", room.name(), ".text"].concat())))
                .children(town.as_ref().and_then(|town| facts::badge(app, town, Some(room)))),
        ),
    );
    let practical =
        div("sw-group").child(app.say(app.heading(1), "sw-group__title", "room.practical")).child(match &town {
            Some(town) => facts::facts(app, town, room),
            None => app.say("p", "sw-note-line", "room.differs"),
        });
    let came = memo(move || app.model.with(|model| model.index.turn));
    let flows = div("sw-group").child(app.say(app.heading(1), "sw-group__title", "room.flows")).live(move || {
        came.get();
        let lang = app.model.with_untracked(|model| model.ui.lang.clone());
        let failure = app.model.with_untracked(|model| model.index.failure(&lang).or(model.index.failure(FIRST_LANG)));
        match (super::flows(app, room), failure) {
            (Some(flows), _) => flows,
            (None, Some(failure)) => failed::notice(app, failure, Weight::Secondary, app.sends(Event::SearchOpened)),
            (None, None) => failed::loading(app),
        }
        .into()
    });
    page.child(flows).child(practical)
}
