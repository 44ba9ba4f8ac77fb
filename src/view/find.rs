//! "Zeg het in uw eigen woorden": one field, answers as you type, on the device. Beside it the two other ways in: a letter, and the house.

use super::app::App;
use super::start::card;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, nothing, text};
use super::ui::pictogram::icon;
use crate::app::event::{Event, Failure};
use crate::app::model::{FIRST_LANG, Model};
use crate::app::screen::Card;
use crate::find::index::{Found, IndexFile};
use crate::find::{Finder, Hit};
use crate::platform::focus;
use crate::platform::typing;
use crate::practice::elfproef::is_bsn;
use crate::practice::keys::{Key, LETTERS};
use crate::state::{State, memo};
use crate::value::read;
use crate::view::practice::keypad;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::HtmlInputElement;

/// More letters than this say nothing more.
const LONGEST: usize = 200;
/// The flow that is asked one's way with when one holds a letter.
const LETTER: &str = "ik-heb-een-brief";

pub fn view(app: App) -> Node {
    let pad = State::new(false);
    let results = memo(move || {
        let came = app.model.with(|model| model.index_turn);
        app.asked.with(|asked| asked.bytes().fold(came, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte))))
    });
    if app.asked.peek(|asked| !asked.is_empty()) {
        app.tell(Event::SearchOpened);
    }
    let part = el("section").attr("class", "sw-find").attr("aria-labelledby", "sw-find");
    part.child(app.say(app.heading(1), "sw-find__title", "find.title").attr("id", "sw-find"))
        .child(app.say("p", "sw-find__help", "find.example").attr("id", "sw-find-help"))
        .child(field(app, pad))
        .live(move || {
            if pad.get() { keys(app, pad).into() } else { nothing() }
        })
        .live(move || {
            results.get();
            answers(app)
        })
        .child(ways(app))
}

/// The field, and a button for who waits for one: the answers are there already.
fn field(app: App, pad: State<bool>) -> Node {
    let box_ = State::<Option<HtmlInputElement>>::new(None);
    let own_keys = app.model.peek(|model| model.policy.own_keys);
    let input = el("input")
        .attr("class", "sw-input sw-find__input")
        .attr("type", "text")
        .attr("aria-labelledby", "sw-find")
        .attr("aria-describedby", "sw-find-help")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .attr("enterkeyhint", "search")
        .attr("maxlength", LONGEST.to_string())
        .with_element(move |element| {
            if let Some(input) = typing::input(&element) {
                typing::put(&input, &app.asked.now());
                box_.set(Some(input));
            }
        })
        .on("focus", move |_| {
            app.tell(Event::SearchOpened);
            pad.set(own_keys);
        })
        .on("input", move |event| {
            if let Some(whole) = typing::whole(&event) {
                ask(app, whole.incoming().take(LONGEST).collect());
            }
        })
        .on("keydown", move |event| {
            if typing::is_enter(&event) {
                focus::found(&event);
            }
        });
    // What changes otherwise (keys on the screen, a number that is not taken) is put in the field.
    Effect::new(move || {
        let asked = app.asked.get();
        if let Some(input) = box_.get() {
            typing::put(&input, &asked);
        }
    });
    let go = el("button")
        .attr("type", "button")
        .attr("class", "sw-button sw-button--primary")
        .child(icon("search"))
        .child(app.say("span", "sw-button__label", "find.go"))
        .on("click", move |event| focus::found(&event));
    div("sw-find__row").child(input).child(go)
}

/// Takes in what is asked; a number that could be somebody's is not.
fn ask(app: App, asked: String) {
    let digits: String = asked.chars().filter(|c| !matches!(c, ' ' | '.' | '-')).collect();
    let number = digits.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() == 9 && is_bsn(run));
    if number {
        app.asked.set(String::new());
        app.announced.set(app.t("find.no-number"));
        app.model.update(|model| model.notice = Some("find.no-number"));
    } else {
        app.asked.set(asked);
    }
}

fn keys(app: App, pad: State<bool>) -> Node {
    let press = move |key: Key| {
        let mut asked = app.asked.now();
        match key {
            Key::Type(letter) if asked.len() < LONGEST => asked.push(letter),
            Key::Erase => {
                asked.pop();
            }
            _ => {}
        }
        ask(app, asked);
    };
    let done = button(Weight::Secondary, "check", app.t("find.keys-done")).on_press(move || pad.set(false));
    div("sw-find__keys")
        .child(keypad::view(app, LETTERS, State::new(false), press).attr("aria-label", app.t("find.keys")))
        .child(done)
}

/// What fits the question.
fn answers(app: App) -> AnyView {
    let asked = app.asked.now();
    let lang = app.model.peek(|model| model.ui.lang.clone());
    let part = div("sw-find__found");
    if asked.trim().chars().count() < 2 {
        return part.into();
    }
    let Some(finder) = finder(app).filter(|finder| finder.borrow().has(&lang) || finder.borrow().has(FIRST_LANG)) else {
        let failed = app.model.peek(|model| model.index_failed);
        return if failed { did_not_come(app, part) } else { part.child(super::failed::loading(app)) }.into();
    };
    let finder = finder.borrow();
    let hits = finder.find(&asked, &lang);
    let on = |hit: &&Hit| !app.model.peek(|model| model.is_off(&hit.id));
    let flows = finder.flows(&lang);
    let found: Vec<&Found> =
        hits.iter().filter(on).filter_map(|hit| flows.iter().find(|flow| flow.id == hit.id)).collect();
    if found.is_empty() {
        app.announced.set(app.t("find.nothing"));
        return nothing_found(app, part).into();
    }
    let count = found.len().to_string();
    let words = if found.len() == 1 { app.t("find.one") } else { app.fill("find.count", &[("n", &count)]) };
    app.announced.set(words.clone());
    let list = el("ul").attr("class", "sw-cards").attr("role", "list");
    part.child(text(app.heading(2), "sw-find__count", words).attr("tabindex", "-1").attr("data-found", ""))
        .child(list.children(found.into_iter().map(|flow| card(app, &as_card(flow)))))
        .into()
}

/// A flow of the index, as the start shows flows.
pub fn as_card(flow: &Found) -> Card {
    Card {
        id: flow.id.clone(),
        icon: flow.icon.clone(),
        title: flow.title.clone(),
        summary: flow.summary.clone(),
        minutes: flow.minutes,
        heading: None,
    }
}

/// The index did not come: the flows below and the rooms work without it.
fn did_not_come(app: App, part: Node) -> Node {
    part.child(super::failed::notice(app, Failure::Offline, Weight::Secondary, app.sends(Event::SearchOpened)))
}

/// Never an empty page: the rooms, and somebody to ask.
fn nothing_found(app: App, part: Node) -> Node {
    part.child(app.say(app.heading(2), "sw-find__count", "find.nothing").attr("tabindex", "-1").attr("data-found", ""))
        .child(app.say("p", "sw-find__help", "find.nothing.text"))
        .child(
            div("sw-actions")
                .child(button(Weight::Primary, "house", app.t("find.house")).on_press(app.sends(Event::HouseEntered(None))))
                .child(button(Weight::Secondary, "hand", app.t("find.ask")).on_press(app.sends(Event::HelpOpened))),
        )
}

/// The other ways in.
fn ways(app: App) -> Node {
    let way = |pictogram: &'static str, name: &'static str, line: &'static str, event: Event| {
        let id = ["sw-way-", pictogram].concat();
        let press = app
            .say("button", "sw-press sw-card__title", name)
            .attr("type", "button")
            .attr("aria-describedby", &id)
            .on_press(app.sends(event));
        let words = div("sw-card__words").child(press).child(text("p", "sw-card__text", app.t(line)).attr("id", &id));
        el("li").child(div("sw-card").child(div("sw-card__icon").child(icon(pictogram))).child(words))
    };
    let letter = app.model.peek(|model| model.offers(LETTER));
    el("ul")
        .attr("class", "sw-cards sw-find__ways")
        .attr("role", "list")
        .children(letter.then(|| way("letter", "find.letter", "find.letter.text", Event::FlowChosen(LETTER.to_owned()))))
        .child(way("house", "find.house", "find.house.text", Event::HouseEntered(None)))
}

/// What answers, in the languages whose index is there; `None` until one is.
pub fn finder(app: App) -> Option<Rc<RefCell<Finder>>> {
    let known = app.finder.peek(|finder| finder.clone()).and_then(|finder| finder.downcast::<RefCell<Finder>>().ok());
    if !app.model.peek(Model::index_ready) {
        return known;
    }
    let finder = known.unwrap_or_default();
    let parts = app.model.update(Model::take_index).unwrap_or_default();
    let mut languages: Vec<(String, Vec<IndexFile>)> = Vec::new();
    for value in parts {
        let (part, misfits) = read::<IndexFile>(&value);
        if misfits.iter().any(|misfit| !misfit.unknown) {
            continue;
        }
        match languages.iter_mut().find(|(lang, _)| *lang == part.lang) {
            Some((_, parts)) => parts.push(part),
            None => languages.push((part.lang.clone(), vec![part])),
        }
    }
    for (lang, parts) in languages {
        finder.borrow_mut().add(&lang, parts);
    }
    app.finder.set(Some(finder.clone()));
    Some(finder)
}
