//! What a flow is about, and how much help is wanted.

use super::app::App;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, text};
use super::ui::pictogram::icon;
use crate::app::event::Event;
use crate::app::screen::Welcome;
use crate::flow::mode::Mode;

pub fn view(app: App, welcome: &Welcome) -> Node {
    let minutes = welcome.minutes.to_string();
    let page = div("sw-welcome")
        .child(text(app.heading(0), "sw-title", &welcome.title).attr("tabindex", "-1").attr("data-heading", ""))
        .child(text("p", "sw-lead", &welcome.summary))
        .child(
            el("p")
                .attr("class", "sw-meta")
                .child(icon("clock"))
                .child(el("span").text(app.fill("start.minutes", &[("n", &minutes)]))),
        );
    let page = if welcome.resume {
        page.child(
            div("sw-resume").child(app.say(app.heading(1), "sw-resume__title", "resume.here")).child(
                div("sw-actions")
                    .child(button(Weight::Primary, "next", app.t("resume.go")).on_press(app.sends(Event::Resumed))),
            ),
        )
    } else {
        page
    };
    page.child(app.say(app.heading(1), "sw-subtitle", "mode.title"))
        .child(app.say("p", "sw-note-line", "mode.lead"))
        .child(
            el("ul").attr("class", "sw-modes").attr("role", "list").children(Mode::ALL.map(|mode| choice(app, mode))),
        )
        .child(
            div("sw-actions")
                .child(button(Weight::Quiet, "back", app.t("nav.back")).on_press(app.sends(Event::WentBack))),
        )
}

fn choice(app: App, mode: Mode) -> Node {
    let (look, pictogram, name, line) = match mode {
        Mode::Watch => ("watch", "eye", "mode.watch", "mode.watch.text"),
        Mode::Together => ("together", "hands", "mode.together", "mode.together.text"),
        Mode::Practise => ("practise", "pencil", "mode.practise", "mode.practise.text"),
        Mode::Alone => ("alone", "star", "mode.alone", "mode.alone.text"),
    };
    let id = ["sw-mode-", mode.id()].concat();
    let press = app
        .say("button", "sw-press sw-mode__title", name)
        .attr("type", "button")
        .attr("aria-describedby", &id)
        .on_press(app.sends(Event::ModeChosen(mode)));
    let words = div("sw-mode__words").child(press).child(app.say("p", "sw-mode__text", line).attr("id", &id));
    let icon = div("sw-mode__icon").child(icon(pictogram));
    el("li").child(div("sw-mode").attr("data-mode", look).child(icon).child(words))
}
