//! "Bent u er nog?": the countdown before a shared device is wiped.

use super::app::App;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, nothing};
use crate::app::event::{Dialog, Event};
use crate::signal::{get_bool, memo_bool};

/// The dialog that asks whether somebody is there, when it is to be asked.
pub fn overlay(app: App) -> Node {
    let left = move || app.model.with(|model| model.idle);
    let shown = memo_bool(move || left().is_some());
    let part = move || {
        if !get_bool(shown) {
            return nothing();
        }
        let count = move || {
            let seconds = left().unwrap_or_default().to_string();
            app.fill("idle.text", &[("n", &seconds)])
        };
        let inner = div("sw-sheet__inner")
            .child(app.say(app.heading(1), "sw-sheet__title", "idle.title").attr("id", "sw-idle"))
            .child(
                el("p")
                    .attr("class", "sw-sheet__text")
                    .attr("role", "timer")
                    .attr("id", "sw-idle-text")
                    .live_text(count),
            )
            .child(
                div("sw-actions")
                    .child(button(Weight::Primary, "check", app.t("idle.stay")).on_press(app.sends(Event::CameBack)))
                    .child(button(Weight::Secondary, "close", app.t("idle.stop")).on_press(app.sends(Event::Finished))),
            );
        el("dialog")
            .attr("class", "sw-sheet")
            .attr("id", Dialog::Idle.id())
            .attr("aria-labelledby", "sw-idle")
            .attr("aria-describedby", "sw-idle-text")
            .on("cancel", move |_| app.tell(Event::CameBack))
            .child(inner)
            .into()
    };
    div("sw-later").live(part)
}
