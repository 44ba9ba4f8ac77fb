//! What one should know of a room: where it is, when it is open, who sits there.

use crate::app::model::{FIRST_LANG, Local, Model};
use crate::content::catalogue::in_lang;
use crate::content::inline::Inline;
use crate::date::Date;
use crate::map::Map;
use crate::municipality::file::{Municipality, Partner, RoomFacts};
use crate::municipality::house::Room;
use crate::municipality::opening_hours;
use crate::municipality::opening_hours::{Moment, OpenState, Span, Why, time};
use crate::value::read;
use crate::view::app::App;
use crate::view::ui::node::{Node, div, el, plain_list, text};
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;

/// The days of the week, as keys in the interface words.
const DAYS: [&str; 7] = ["day.1", "day.2", "day.3", "day.4", "day.5", "day.6", "day.7"];

/// What the municipality says; `None` when the widget is not one municipality's.
pub fn town(model: &Model) -> Option<Municipality> {
    // What does not fit reads as nothing, and costs only its own part.
    if let Local::Here(value) = &model.local { Some(read(value).0) } else { None }
}

fn now(app: App) -> Option<Moment> {
    app.model.with_untracked(|model| Moment::parse(&model.settings.now))
}

/// The words in the language of the interface, else in Dutch.
pub fn said(app: App, words: &Map<String>) -> Option<String> {
    let lang = app.model.with_untracked(|model| model.ui.lang.clone());
    Some(in_lang(words, &lang).to_owned()).filter(|words| !words.is_empty())
}

/// The same, with the language that they are in when it is not that of the interface.
fn told(app: App, words: &Map<String>) -> Option<Vec<Inline>> {
    let own = app.model.with_untracked(|model| words.contains_key(&model.ui.lang));
    let said = vec![Inline::Text(said(app, words)?)];
    Some(if own { said } else { vec![Inline::Foreign { lang: FIRST_LANG.to_owned(), words: said }] })
}

/// "Nu open, tot 17:00 uur": whether a room is open, in words.
fn hours_now(app: App, town: &Municipality, room: Option<Room>) -> Option<String> {
    let (week, now) = (opening_hours::week(town, room)?, now(app)?);
    Some(match opening_hours::state(town, room, week, now)? {
        OpenState::OpenUntil(day, until) => {
            // Tonight, or in the night that comes, needs no name of a day.
            let soon =
                day.to_days() == now.day.to_days() || (day.to_days() == now.day.to_days() + 1 && until < now.minute);
            if soon {
                app.fill("hours.open", &[("time", &time(until))])
            } else {
                app.fill("hours.open-until", &[("day", &named(app, now, day)), ("time", &time(until))])
            }
        }
        OpenState::Open => app.t("hours.open-always"),
        OpenState::ClosedUntil(day, from) => {
            app.fill("hours.closed-until", &[("day", &named(app, now, day)), ("time", &time(from))])
        }
        OpenState::Closed => app.t("hours.closed"),
    })
}

/// "morgen", "vrijdag", "3 december 2026": a day, as seen from now.
fn named(app: App, now: Moment, day: Date) -> String {
    match day.to_days() - now.day.to_days() {
        0 => app.t("hours.today"),
        1 => app.t("hours.tomorrow"),
        2..=6 => app.t(DAYS[crate::municipality::holidays::weekday(day)]),
        _ => app.model.with_untracked(|model| model.ui.date(&day.iso())),
    }
}

/// Whether a room is open now ("yes" or "no"), following the clock.
fn open(
    app: App,
    town: &Municipality,
    room: Option<Room>,
) -> Option<impl Fn() -> Option<String> + Send + Sync + use<>> {
    let week = opening_hours::week(town, room)?.clone();
    let town = town.clone();
    Some(move || {
        app.model.with(|_| ());
        let state = opening_hours::state(&town, room, &week, now(app)?)?;
        let open = matches!(state, OpenState::OpenUntil(..) | OpenState::Open);
        Some(if open { "yes" } else { "no" }.to_owned())
    })
}

/// The same, with the two words for it: "Nu open", "Nu dicht".
pub fn open_now(
    app: App,
    town: &Municipality,
    room: Option<Room>,
) -> Option<(impl Fn() -> Option<String> + Send + Sync + use<>, impl Fn() -> String + Send + Sync + use<>)> {
    let (sign, told) = (open(app, town, room)?, open(app, town, room)?);
    let words =
        move || told().map_or_else(String::new, |open| app.t(if open == "yes" { "hours.now" } else { "hours.closed" }));
    Some((sign, words))
}

/// Until when a room is open, or from when, as a small sign that follows the clock.
pub fn badge(app: App, town: &Municipality, room: Option<Room>) -> Option<Node> {
    let sign = el("p").attr("class", "sw-open").live_attr("data-open", open(app, town, room)?);
    let (second, town) = (town.clone(), town.clone());
    let unknown = move || {
        app.model.with(|_| ());
        hours_now(app, &second, room).is_none()
    };
    let words = move || {
        app.model.with(|_| ());
        hours_now(app, &town, room).unwrap_or_default()
    };
    Some(sign.live_flag("hidden", unknown).live_text(words))
}

/// All there is to know of a room.
pub fn facts(app: App, town: &Municipality, room: Room) -> Node {
    let empty = RoomFacts::default();
    let known = town.rooms.get(room.name()).unwrap_or(&empty);
    let line = |pictogram: &'static str, key: &str, words: Option<Vec<Inline>>| {
        words.map(|words| {
            el("li").attr("class", "sw-fact").child(icon(pictogram)).child(
                div("sw-fact__words").child(text("p", "sw-fact__name", app.t(key))).child(rich::label(
                    app,
                    "p",
                    "sw-fact__text",
                    &words,
                )),
            )
        })
    };
    let appointment = known.appointment.then(|| vec![Inline::Text(app.t("room.appointment.text"))]);
    div("sw-room-facts")
        .child(
            plain_list("sw-facts")
                .children(line("map-pin", "room.where", told(app, &known.place)))
                .children(line("person", "room.who", told(app, &known.who)))
                .children(line("clock", "room.appointment", appointment))
                .children(line("phone", "room.phone", told(app, &town.phone))),
        )
        .children(week(app, town, room))
        .children(partners(app, town, room))
}

/// The hours of the coming seven days: that is what one wants to know, with holidays and exceptions in their place.
fn week(app: App, town: &Municipality, room: Room) -> Option<Node> {
    let rows = coming(app, town, room, 7)?;
    let caption = app.say("caption", "sw-hours__title", "hours.title");
    Some(el("table").attr("class", "sw-hours").child(caption).child(el("tbody").children(rows)))
}

/// For what is taken home: the hours of today and tomorrow by their dates, and of other weeks, days with the same hours together.
pub fn hours_to_keep(app: App, town: &Municipality, room: Room) -> Option<Node> {
    let (rows, week) = (coming(app, town, room, 2)?, opening_hours::week(town, Some(room))?);
    let days: Vec<Option<Vec<Span>>> = (0..DAYS.len()).map(|day| opening_hours::usual(week, day)).collect();
    let mut first = 0;
    let usual = days.chunk_by(|one, next| one == next).filter_map(|same| {
        let last = first + same.len() - 1;
        let days = (app.t(DAYS[first]), app.t(DAYS[last]));
        let name =
            if same.len() == 1 { days.0 } else { app.fill("hours.days", &[("first", &days.0), ("last", &days.1)]) };
        first = last + 1;
        // A day that is not named is closed.
        same[0]
            .as_ref()
            .is_none_or(|spans| !spans.is_empty())
            .then(|| row(app, name, &[Inline::Text(spans(app, same[0].as_deref()))]))
    });
    let usual: Vec<Node> = usual.collect();
    let body = |rows: Vec<Node>| el("tbody").children(rows);
    let caption = app.say("caption", "sw-unseen", "hours.keep");
    Some(el("table").attr("class", "sw-hours sw-hours--keep").child(caption).child(body(rows)).child(body(usual)))
}

/// Rows for so many days from today.
fn coming(app: App, town: &Municipality, room: Room, days: i32) -> Option<Vec<Node>> {
    let (week, today) = (opening_hours::week(town, Some(room))?, now(app)?.day);
    let of_day = |ahead: i32| {
        let day = today.plus_days(ahead);
        let hours = opening_hours::on(town, Some(room), week, day);
        let name = app.t(DAYS[crate::municipality::holidays::weekday(day)]);
        let why = hours.why.and_then(|why| match why {
            Why::Holiday(holiday) => Some(vec![Inline::Text(app.t(&["holiday.", holiday.name()].concat()))]),
            Why::Exception(exception) => told(app, &exception.why),
        });
        let mut words = vec![Inline::Text(spans(app, hours.spans.as_deref()))];
        if let Some(why) = why {
            words.push(Inline::Text(" (".to_owned()));
            words.extend(why);
            words.push(Inline::Text(")".to_owned()));
        }
        row(app, [&name, " ", &short(app, day)].concat(), &words).flag("data-today", ahead == 0)
    };
    Some((0..days).map(of_day).collect())
}

fn row(app: App, name: String, words: &[Inline]) -> Node {
    el("tr").child(el("th").attr("scope", "row").text(name)).child(rich::label(app, "td", "", words))
}

/// Whether a room is open now, as far as is known.
pub fn is_open(app: App, town: &Municipality, room: Room) -> bool {
    let state = || opening_hours::state(town, Some(room), opening_hours::week(town, Some(room))?, now(app)?);
    let absent = town.rooms.get(room.name()).is_some_and(|facts| facts.absent);
    !absent && matches!(state(), Some(OpenState::OpenUntil(..) | OpenState::Open))
}

/// Who helps in a room, in words.
pub fn who(app: App, town: &Municipality, room: Room) -> Option<String> {
    said(app, &town.rooms.get(room.name())?.who)
}

/// Where a room is, in words.
pub fn place(app: App, town: &Municipality, room: Room) -> Option<String> {
    said(app, &town.rooms.get(room.name())?.place)
}

/// "24 november".
fn short(app: App, day: Date) -> String {
    app.model.with_untracked(|model| {
        [&day.day().to_string(), " ", &model.ui.t(&["month.", &day.month().to_string()].concat())].concat()
    })
}

fn spans(app: App, spans: Option<&[Span]>) -> String {
    let Some(spans) = spans else { return app.t("hours.unknown") };
    if spans.is_empty() {
        return app.t("hours.closed-day");
    }
    let one = |(from, until): &Span| app.fill("hours.span", &[("from", &time(*from)), ("until", &time(*until))]);
    spans.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn partners(app: App, town: &Municipality, room: Room) -> Option<Node> {
    let here: Vec<&Partner> = town.partners.iter().filter(|partner| partner.rooms.contains(&room)).collect();
    if here.is_empty() {
        return None;
    }
    let one = |partner: &Partner| {
        let line = |key: &str, words: &Map<String>| {
            told(app, words).map(|words| {
                let around = app.t(key);
                let (before, after) = around.split_once("{words}").unwrap_or((&around, ""));
                let mut pieces = vec![Inline::Text(before.to_owned())];
                pieces.extend(words);
                pieces.push(Inline::Text(after.to_owned()));
                rich::label(app, "p", "sw-fact__text", &pieces)
            })
        };
        el("li").attr("class", "sw-fact").child(icon("hands")).child(
            div("sw-fact__words")
                .child(text("p", "sw-fact__name", &partner.name))
                .children(line("partner.what", &partner.what))
                .children(line("partner.where", &partner.place))
                .children(line("partner.bring", &partner.bring)),
        )
    };
    let list = plain_list("sw-facts").children(here.into_iter().map(one));
    Some(div("sw-partners").child(app.say(app.heading(1), "sw-group__title", "partner.title")).child(list))
}
