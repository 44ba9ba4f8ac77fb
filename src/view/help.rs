//! "Stop, ik wil hulp": always in reach, loses nothing.

use super::app::App;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, nothing};
use crate::app::event::{Dialog, Event};
use crate::signal::{get_bool, memo_bool};
use crate::view::lazy;
use leptos::prelude::*;

/// The panel that opens over the screen.
pub fn overlay(app: App) -> AnyView {
    let open = memo_bool(move || app.model.with(|model| model.help_open));
    let part = move || {
        if !get_bool(open) {
            return nothing();
        }
        app.follow_words();
        let sheet = div("sw-sheet__inner")
            .child(app.say(app.heading(1), "sw-sheet__title", "help.title").attr("id", "sw-help"))
            .child(lazy::help(app));
        // A real dialog: the browser keeps focus inside it and gives it back afterwards.
        el("dialog")
            .attr("class", "sw-sheet")
            .attr("id", Dialog::Help.id())
            .attr("aria-labelledby", "sw-help")
            .on("cancel", move |_| app.tell(Event::HelpClosed))
            .child(sheet)
            .into()
    };
    part.into_any()
}

/// What it says while the later file is not there: it may be what fails.
pub fn plain(app: App) -> Node {
    div("sw-help")
        .child(el("p").text([&app.t("help.pause"), " ", &app.t("help.ask")].concat()))
        .child(button(Weight::Primary, "next", app.t("help.back")).on_press(app.sends(Event::HelpClosed)))
}
