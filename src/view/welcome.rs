//! What a flow is about, and one way to begin; beside it the four ways, from most help to least.

use super::app::App;
use super::ui::button::{Weight, button};
use super::ui::drawing::{drawing, of_flow};
use super::ui::node::{Node, div, el, plain_list, text};
use super::ui::pictogram::icon;
use crate::app::event::Event;
use crate::app::screen::Welcome;
use crate::flow::mode::Mode;

/// How most people begin.
const BEGIN: Mode = Mode::Together;

pub fn view(app: App, welcome: &Welcome) -> Node {
    let minutes = app.fill("start.minutes", &[("n", &welcome.minutes.to_string())]);
    let fact = |pictogram: &str, words: String| {
        el("li").attr("class", "sw-promise").child(icon(pictogram)).child(el("span").text(words))
    };
    let way = |weight: Weight, name: &str, event: Event| button(weight, "next", app.t(name)).on_press(app.sends(event));
    let begin = Event::ModeChosen(BEGIN);
    let ways = div("sw-welcome__begin");
    let ways = if welcome.resume {
        ways.child(way(Weight::Primary, "resume.here", Event::Resumed)).child(way(
            Weight::Secondary,
            "welcome.begin",
            begin,
        ))
    } else {
        ways.child(way(Weight::Primary, "welcome.begin", begin)).child(app.say(
            "p",
            "sw-welcome__how",
            "welcome.begin.text",
        ))
    };
    let about = div("sw-welcome__about")
        .child(app.title(&welcome.title))
        .child(text("p", "sw-lead", &welcome.summary))
        .child(plain_list("sw-promises").child(fact("clock", minutes)).child(fact("check", app.t("welcome.need"))))
        .child(ways);
    div("sw-welcome").child(div("sw-welcome__top").child(of_flow(app, &welcome.id, &welcome.icon)).child(about)).child(
        el("section")
            .attr("class", "sw-welcome__modes")
            .child(app.say(app.heading(1), "sw-subtitle", "mode.title"))
            .child(app.say("p", "sw-note-line", "mode.lead"))
            .child(plain_list("sw-modes").children(Mode::ALL.map(|mode| choice(app, mode)))),
    )
}

fn choice(app: App, mode: Mode) -> Node {
    let name = match mode {
        Mode::Watch => "watch",
        Mode::Together => "together",
        Mode::Practise => "practise",
        Mode::Alone => "alone",
    };
    let id = ["mode-", name].concat();
    let key = ["mode.", name].concat();
    let press = app
        .say("button", "sw-press sw-mode__title", &key)
        .attr("type", "button")
        .attr("aria-describedby", &id)
        .on_press(app.sends(Event::ModeChosen(mode)));
    let line = app.say("p", "sw-mode__text", &[&key, ".text"].concat()).attr("id", &id);
    el("li")
        .attr("class", "sw-mode")
        .flag("data-main", mode == BEGIN)
        .child(drawing(app, "sw-mode__drawing", &id, (240, 160)))
        .child(el("div").child(press).child(line))
}
