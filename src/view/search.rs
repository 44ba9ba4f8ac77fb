//! "Zeg het in uw eigen woorden": one field, answers as you type, on the device.

use super::app::App;
use super::exercises::card;
use super::failed;
use super::finder::{finder, knows};
use super::practice::keypad;
use super::ui::button::{Weight, button};
use super::ui::node::{Node, div, el, nothing, plain_list, press, text};
use super::ui::pictogram::icon;
use crate::app::event::{Event, Failure};
use crate::app::model::FIRST_LANG;
use crate::app::screen::Card;
use crate::platform::{focus, typing};
use crate::practice::input::keys::{Key, WORDS};
use crate::practice::input::sensitive_numbers;
use crate::search::Hit;
use crate::search::index::Found;
use crate::signal::{Signal, effect, memo};
use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// More letters than this say nothing more.
const LONGEST: usize = 200;
/// What fits less well than this, against the best, is not shown.
const CLOSE: f32 = 0.4;

/// What the search tells of what it found: when typing rests, and only when it is not what it told last.
#[derive(Default)]
struct Telling {
    last: String,
    timer: Option<typing::Timer>,
}

#[derive(Clone, Copy)]
struct Search {
    app: App,
    /// Whether the keys on the screen are there.
    pad: Signal<bool>,
    telling: Signal<Telling>,
}

impl Search {
    fn tell(self, words: String) {
        let Search { app, telling, .. } = self;
        let timer = typing::at_rest(move || {
            let last = telling.update(|telling| std::mem::replace(&mut telling.last, words.clone()));
            if last.is_some_and(|last| last != words) {
                app.announced.set(words);
            }
        });
        telling.update(|telling| telling.timer = Some(timer));
    }

    /// Another question begins: what was told of the one before is to be told again when it is true again.
    fn tell_nothing(self) {
        let before = self.telling.update(std::mem::take);
        if before.is_some_and(|before| !before.last.is_empty()) {
            self.app.announced.set(String::new());
        }
    }

    /// Goes to what was found, which tells itself.
    fn go(self, event: &web_sys::Event) {
        self.telling.update(|telling| telling.timer = None);
        // Of the first letters alone it may have told that there is nothing.
        self.app.announced.set(String::new());
        focus::found(event);
    }
}

/// The search.
pub fn view(app: App) -> Node {
    let pad = Signal::new(false);
    let search = Search { app, pad, telling: Signal::new(Telling::default()) };
    let came = memo(move || app.model.with(|model| model.index.turn));
    if app.question.with_untracked(|question| !question.is_empty()) {
        app.tell(Event::SearchOpened);
    }
    // Who leaves a device that is not theirs leaves no question there.
    let shared = app.model.with_untracked(|model| model.policy.done_wipes);
    effect(move || {
        if app.hidden.get() && shared {
            app.question.set(String::new());
        }
    });
    let part = el("section").attr("class", "sw-find").attr("aria-labelledby", "sw-find");
    part.child(app.say(app.heading(1), "sw-find__title", "find.title").attr("id", "sw-find"))
        .child(app.say("p", "sw-find__help", "find.example").attr("id", "sw-find-help"))
        .child(field(search))
        .child(el("p").attr("class", "sw-promise sw-find__promise").child(icon("shield")).child(app.say(
            "span",
            "",
            "start.private",
        )))
        .live(move || if pad.get() { keys(search).into() } else { nothing() })
        .live(move || {
            came.get();
            app.question.with(|_| ());
            answers(search)
        })
}

/// The field, and a button for who waits for one: the answers are there already.
fn field(search: Search) -> Node {
    let Search { app, pad, .. } = search;
    let box_ = Signal::<Option<HtmlInputElement>>::new(None);
    let own_keys = app.model.with_untracked(|model| model.policy.own_keys);
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
                typing::put(&input, &app.question.get_untracked());
                box_.set(Some(input));
            }
        })
        .on("focus", move |event| {
            app.tell(Event::SearchOpened);
            pad.set(own_keys);
            if own_keys {
                focus::at_the_top(&event);
            }
        })
        .on("input", move |event| {
            if let Some(whole) = typing::whole(&event) {
                // A number that could be somebody's is not even copied.
                match sensitive_numbers::look(&mut whole.incoming()) {
                    Some(_) => refuse(search),
                    None => ask(app, whole.incoming().take(LONGEST).collect()),
                }
            }
        })
        .on("keydown", move |event| {
            if typing::is_enter(&event) {
                search.go(&event);
            }
        });
    // What changes otherwise (keys on the screen, a number that is not taken) is put in the field.
    effect(move || {
        let question = app.question.get();
        if let Some(input) = box_.get() {
            typing::put(&input, &question);
        }
    });
    let go = press("sw-button sw-button--primary")
        .child(icon("search"))
        .child(app.say("span", "sw-button__label", "find.go"))
        .on("click", move |event| search.go(&event));
    div("sw-find__row").child(input).child(go)
}

/// Takes in what is asked.
fn ask(app: App, question: String) {
    if !question.is_empty() {
        app.tell(Event::QuestionTyped);
    }
    app.question.set(question);
}

/// Takes the question away: it holds what looks like a number of somebody's own.
fn refuse(search: Search) {
    let app = search.app;
    search.tell_nothing();
    app.question.set(String::new());
    // The field still holds it, and the question may have been empty before: put it there too.
    app.question.update(|_| ());
    app.tell(Event::NumberRefused);
}

/// Keys for a device that has none, or whose own would remember what is typed.
fn keys(search: Search) -> Node {
    let Search { app, pad, .. } = search;
    let press = move |key: Key| {
        let mut question = app.question.get_untracked();
        match key {
            Key::Type(letter) if question.len() < LONGEST => question.push(letter),
            Key::Erase => {
                question.pop();
            }
            _ => {}
        }
        match sensitive_numbers::look(&mut question.chars()) {
            Some(_) => refuse(search),
            None => ask(app, question),
        }
    };
    let done = button(Weight::Secondary, "check", app.t("find.keys-done")).on("click", move |event| {
        search.go(&event);
        pad.set(false);
    });
    div("sw-find__keys")
        .child(keypad::view(app, WORDS, Signal::new(false), press).attr("aria-label", app.t("find.keys")))
        .child(done)
}

/// What fits the question.
fn answers(search: Search) -> AnyView {
    let app = search.app;
    // The index is taken in when it comes, so that no key waits for it.
    let finder = finder(app);
    let question = app.question.get_untracked();
    let lang = app.model.with_untracked(|model| model.ui.lang.clone());
    let part = div("sw-find__found");
    if question.trim().chars().count() < 2 {
        search.tell_nothing();
        return part.into();
    }
    let Some(finder) = finder.filter(|finder| knows(&finder.borrow(), &lang)) else {
        let failure = app.model.with_untracked(|model| model.index.failure(&lang).or(model.index.failure(FIRST_LANG)));
        return match failure {
            Some(failure) => part.child(did_not_come(app, failure)),
            None => {
                search.tell(app.t("load.busy"));
                part.child(failed::loading(app))
            }
        }
        .into();
    };
    let finder = finder.borrow();
    let hits = finder.find(&question, &lang);
    // Whoever measures sees more; a visitor is helped by few.
    let best = hits.first().map_or(0.0, |hit| hit.score);
    let on = |hit: &&Hit| hit.score >= best * CLOSE && !app.model.with_untracked(|model| model.is_off(&hit.id));
    let found: Vec<&Found> = hits.iter().filter(on).filter_map(|hit| finder.flow(&hit.id, &lang)).collect();
    if found.is_empty() {
        search.tell(app.t("find.nothing"));
        return nothing_found(app, part).into();
    }
    let count = found.len().to_string();
    let words = if found.len() == 1 { app.t("find.one") } else { app.fill("find.count", &[("n", &count)]) };
    search.tell(words.clone());
    let list = plain_list("sw-cards");
    part.child(text(app.heading(2), "sw-find__count", words).attr("tabindex", "-1").attr("data-found", ""))
        .child(list.children(found.into_iter().map(|flow| card(app, &as_card(flow), true))))
        .into()
}

/// A flow of the index, as the start shows flows.
pub(super) fn as_card(flow: &Found) -> Card {
    Card {
        id: flow.id.clone(),
        icon: flow.icon.clone(),
        title: flow.title.clone(),
        summary: flow.summary.clone(),
        minutes: flow.minutes,
        group: String::new(),
    }
}

/// The index did not come: the flows below and the rooms work without it.
fn did_not_come(app: App, failure: Failure) -> Node {
    let again = app.sends(Event::SearchOpened);
    failed::notice(app, failure, Weight::Secondary, again)
}

/// Never an empty page: the rooms, and somebody to ask.
fn nothing_found(app: App, part: Node) -> Node {
    part.child(app.say(app.heading(2), "sw-find__count", "find.nothing").attr("tabindex", "-1").attr("data-found", ""))
        .child(app.say("p", "sw-find__help", "find.nothing.text"))
        .child(
            div("sw-actions")
                .child(
                    button(Weight::Primary, "house", app.t("find.house"))
                        .on_press(app.sends(Event::HouseEntered(None))),
                )
                .child(button(Weight::Secondary, "hand", app.t("find.ask")).on_press(app.sends(Event::HelpOpened))),
        )
}
