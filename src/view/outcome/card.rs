//! The card to take home: a sheet of paper, on the screen as on one A4 (`style/components/takehome.css`).

use crate::app::outcome::{OutcomeScreen, SourceLine, WayLine};
use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::municipality::file::Municipality;
use crate::municipality::house::Room;
use crate::signal::Signal;
use crate::view::app::App;
use crate::view::house;
use crate::view::ui::node::{Node, div, el, plain_list, press, text};
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;

pub fn view(app: App, step: &StepScreen, outcome: &OutcomeScreen) -> Node {
    let town = app.model.with_untracked(house::town);
    let mut ways = outcome.ways.iter();
    let next = ways.next().map(|way| next_step(app, town.as_ref(), way, outcome));
    let rest: Vec<Node> = ways.map(|way| other_way(app, town.as_ref(), way, outcome)).collect();
    let ways = (!rest.is_empty()).then(|| part(app, "outcome.also").child(plain_list("sw-ways").children(rest)));
    let list = |key: &str, class: &'static str, lines: &[Vec<Inline>]| {
        (!lines.is_empty()).then(|| part(app, key).child(rich::list(app, class, lines)))
    };
    let today = app.model.with_untracked(|model| model.ui.date(&step.today));
    // As many as a sheet can have: the style shows those for which there is room.
    let notes = [(); 20].map(|()| div("sw-takehome__line"));
    el("section")
        .attr("class", "sw-takehome")
        .attr("aria-labelledby", "sw-takehome")
        .child(
            div("sw-takehome__top")
                .child(app.say(app.heading(1), "sw-takehome__head", "outcome.card").attr("id", "sw-takehome"))
                .child(text("p", "sw-takehome__flow", &step.package.words.title)),
        )
        .children(next)
        .child(
            div("sw-takehome__columns")
                .child(
                    div("sw-takehome__column")
                        .children(list("outcome.bring", "sw-takehome__list sw-takehome__list--tick", &outcome.bring))
                        .children(list("outcome.after", "sw-takehome__list", &step.after())),
                )
                .child(div("sw-takehome__column").children(ways)),
        )
        .child(part(app, "outcome.notes").attr("class", "sw-takehome__notes").children(notes))
        .child(app.say("p", "sw-takehome__help", "outcome.help"))
        .children(sources(app, &outcome.sources))
        .child(div("sw-takehome__foot").child(app.say("p", "sw-takehome__practice", "print.practice")).child(text(
            "p",
            "sw-takehome__made",
            app.fill("print.made", &[("date", &today)]),
        )))
}

fn part(app: App, key: &str) -> Node {
    div("sw-takehome__part").child(text(app.heading(2), "sw-takehome__title", app.t(key)))
}

/// The pictogram of a way, and the key of its name.
fn named(way: &WayLine) -> (&'static str, &'static str) {
    match way.id {
        "online" => ("computer", "outcome.online"),
        "phone" => ("phone", "outcome.phone"),
        _ => ("counter", "outcome.counter"),
    }
}

/// The way that the flow names first: what to do in large letters, then how.
fn next_step(app: App, town: Option<&Municipality>, way: &WayLine, outcome: &OutcomeScreen) -> Node {
    let (pictogram, name) = named(way);
    let how = (!way.how.is_empty()).then(|| rich::paragraph(app, "sw-next__how", &way.how));
    div("sw-next").child(icon(pictogram)).child(
        div("sw-next__words")
            .child(app.say(app.heading(2), "sw-takehome__title", "outcome.next"))
            .child(app.say("p", "sw-next__way", name))
            .child(rich::paragraph(app, "sw-next__goal", &way.goal))
            .children(how)
            .children(town.and_then(|town| of_town(app, town, way.id, outcome))),
    )
}

fn other_way(app: App, town: Option<&Municipality>, way: &WayLine, outcome: &OutcomeScreen) -> Node {
    let (pictogram, name) = named(way);
    let space = (!way.how.is_empty()).then(|| Inline::Text(" ".to_owned()));
    let words: Vec<Inline> = way.goal.iter().cloned().chain(space).chain(way.how.iter().cloned()).collect();
    el("li").attr("class", "sw-way").child(icon(pictogram)).child(
        div("sw-way__words")
            .child(app.say("p", "sw-way__title", name))
            .child(rich::paragraph(app, "sw-way__text", &words))
            .children(town.and_then(|town| of_town(app, town, way.id, outcome))),
    )
}

/// What one's own municipality adds to a way: its page, its number, its desk with the hours.
fn of_town(app: App, town: &Municipality, way: &str, outcome: &OutcomeScreen) -> Option<Node> {
    let name = town.name.clone().unwrap_or_default();
    let line = |key: &str, value: &str| {
        // A long address may break after a slash, and nowhere else.
        let words = app.fill(key, &[("name", &name), ("value", value)]);
        let parts = words.split_inclusive('/').flat_map(|part| [text("span", "", part), el("wbr")]);
        el("p").attr("class", "sw-way__local").children(parts)
    };
    Some(match way {
        "online" => line("local.link", outcome.link.as_deref()?),
        "phone" => line("local.phone", &house::said(app, &town.phone)?),
        _ => {
            let hours = house::hours_to_keep(app, town, Room::Reception);
            let place = house::place(app, town, Room::Reception);
            if hours.is_none() && place.is_none() {
                return None;
            }
            div("sw-way__desk").children(place.map(|place| line("local.desk", &place))).children(hours)
        }
    })
}

/// Where the figures come from, and when they were last compared: folded away on the screen, small on paper.
fn sources(app: App, lines: &[SourceLine]) -> Option<Node> {
    if lines.is_empty() {
        return None;
    }
    let line = |line: &SourceLine| {
        let date = app.model.with_untracked(|model| model.ui.date(&line.checked));
        let words = app.fill(line.standing, &[("source", &line.source), ("year", &line.year), ("date", &date)]);
        let item = el("li").child(el("span").text(words));
        if line.fresh { item } else { item.child(text("span", "sw-stale", [" ", &app.t("fact.stale")].concat())) }
    };
    let open = Signal::new(false);
    let fold = press("sw-sources__fold")
        .live_state("aria-expanded", move || open.get())
        .text(app.t("fact.list"))
        .on_press(move || {
            open.update(|open| *open = !*open);
        });
    let list = el("ul").attr("class", "sw-sources__list").children(lines.iter().map(line));
    Some(
        div("sw-sources")
            .live_flag("data-open", move || open.get())
            .child(el(app.heading(2)).attr("class", "sw-sources__title").child(fold))
            .child(list),
    )
}
