//! "Stop, ik wil hulp": always in reach, loses nothing.

use super::app::App;
use super::ui::button::{Weight, button};
use super::ui::node::{div, el, nothing};
use crate::app::event::{Dialog, Event};
use crate::signal::{get_bool, memo_bool};
use leptos::prelude::*;

/// The panel that opens over the screen.
pub fn overlay(app: App) -> AnyView {
    let open = memo_bool(move || app.model.with(|model| model.help_open));
    let part = move || {
        if !get_bool(open) {
            return nothing();
        }
        app.follow_words();
        let lines = ["help.pause", "help.lost", "help.ask", "help.phone", "help.secret", "help.later"];
        let wipes = app.model.with_untracked(|model| model.policy.done_wipes);
        let actions = div("sw-actions")
            .child(button(Weight::Primary, "next", app.t("help.back")).on_press(app.sends(Event::HelpClosed)))
            .child(button(Weight::Secondary, "home", app.t("nav.home")).on_press(app.sends(Event::WentHome)));
        let actions = if wipes {
            actions.child(button(Weight::Secondary, "check", app.t("kiosk.done")).on_press(app.sends(Event::Finished)))
        } else {
            actions
        };
        let sheet = div("sw-sheet__inner")
            .child(app.say(app.heading(1), "sw-sheet__title", "help.title").attr("id", "sw-help"))
            .child(el("ul").attr("class", "sw-sheet__list").children(lines.map(|key| el("li").text(app.t(key)))))
            .child(actions);
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
