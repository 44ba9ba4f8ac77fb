//! Plays a demonstration: a drawn hand goes to each thing in turn, and what it does there happens before one's eyes. Of *kijken* it can
//! be held and played again (WCAG 2.2.2), and it stops by itself.
//!
//! It begins by itself only for who came by mouse or finger and has not asked for less motion. For who came by a key or with a screen
//! reader all stands there at once, with a button to play.

use super::stage::Stage;
use crate::platform::{focus, motion, typing};
use crate::practice::desk::{Deed, Desk, Device};
use crate::practice::event::{At, Touch};
use crate::signal::{effect, get_bool, memo, memo_bool};
use crate::view::ui::node::{Node, div, el, nothing, press};
use crate::view::ui::pictogram::sign;
use leptos::prelude::*;
use leptos::svg;

/// Milliseconds: the rest before it begins, in which the heading is read; the way of the hand, as long as the style has it; between two
/// letters, of which "Laat zien" makes haste; after a deed; and to read what is on a device.
const REST: u32 = 1400;
const WAY: u32 = 550;
const LETTER: u32 = 110;
const LETTER_SHOWN: u32 = 60;
const AFTER: u32 = 450;
const QUICK: u32 = 220;
const READ: u32 = 1600;
/// By then the keyboard is at the heading, and shows how one came.
const ARRIVED: u32 = 60;

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum State {
    /// All stands there, and nothing was played yet.
    #[default]
    Ready,
    Playing,
    Paused,
    /// It was played, or the visitor did something themselves.
    Done,
}

/// What is played.
#[derive(Default)]
pub struct Player {
    /// Whether there is a demonstration on this desk.
    pub plays: bool,
    state: State,
    deeds: Vec<Deed>,
    /// The deed that is next.
    at: usize,
    /// The hand is where that is done.
    there: bool,
    letter: u32,
    /// What comes next. It goes with the desk, and so no timer outlives its step.
    timer: Option<typing::Timer>,
    hand: Option<web_sys::Element>,
    bar: Option<web_sys::Element>,
}

impl Player {
    /// The player of a desk. A demonstration is for who looks on.
    pub fn new(desk: &Desk, watching: bool) -> Player {
        Player { plays: watching && !desk.deeds().is_empty(), ..Player::default() }
    }

    /// The deed that is being done.
    fn deed(&self) -> Option<Deed> {
        self.deeds.get(self.at).copied().filter(|_| self.state == State::Playing)
    }
}

/// Where things are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Deed(Deed),
    Tab(Device),
    Device(Device),
}

impl Stage {
    /// An element on which a demonstration does something.
    pub fn spot(self, spot: Spot, node: Node) -> Node {
        node.with_element(move |element| {
            self.typing.update(|typing| {
                // Drawn anew, it takes the place of what was there.
                typing.spots.retain(|(other, _)| *other != spot);
                typing.spots.push((spot, element));
            });
        })
    }

    /// The same, of one deed.
    pub fn does(self, deed: Deed, node: Node) -> Node {
        self.spot(Spot::Deed(deed), node)
    }

    /// `aria-live` of a line that tells each step: while somebody else does them, they are not told one by one.
    pub fn hushed(self, node: Node) -> Node {
        let playing = memo_bool(move || self.player.with(|player| player.state == State::Playing));
        node.live_attr("aria-live", move || get_bool(playing).then(|| "off".to_owned()))
    }

    /// Whether a demonstration types in this field now.
    pub fn is_lit(self, field: usize) -> bool {
        self.player.with(|player| matches!(player.deed(), Some(Deed::Type(At { field: typed, .. })) if typed == field))
    }

    fn state(self) -> State {
        self.player.with(|player| player.state)
    }

    /// Ends what plays, with all filled in.
    pub fn halt(self) {
        if self.desk.with_untracked(Desk::demonstrating) {
            self.desk.update(Desk::complete);
        }
    }

    fn set_state(self, state: State) {
        self.player.update(|player| {
            player.state = state;
            if state != State::Playing {
                player.timer = None;
            }
        });
    }
}

/// The desk was just drawn. `new` when it was not there before, in another language.
pub fn arrived(stage: Stage, new: bool) {
    // Whatever ends the demonstration on the desk ends the play.
    let ended = memo_bool(move || !stage.desk.with(Desk::demonstrating));
    effect(move || {
        let plays = matches!(stage.player.with_untracked(|player| player.state), State::Playing | State::Paused);
        if get_bool(ended) && plays {
            stage.set_state(State::Done);
            stage.player.with_untracked(|player| player.bar.as_ref().map(motion::keep_keyboard));
        }
    });
    if !new {
        return stage.halt();
    }
    let watching = stage.with_step(|step| step.mode.filled_in());
    if !watching || stage.app.hidden.get_untracked() || motion::reduced() || !begin(stage, LETTER) {
        return;
    }
    later(stage, ARRIVED, move || {
        let by_key = stage.typing.with_untracked(|typing| typing.desk.as_ref().is_some_and(motion::came_by_key));
        if by_key {
            stage.halt();
            stage.set_state(State::Ready);
        } else {
            later(stage, REST, move || {
                tell(stage, "watch.begins");
                next(stage);
            });
        }
    });
}

/// "Laat zien": what was filled in comes letter by letter, on the device where it is typed.
pub fn show(stage: Stage) {
    stage.front.set(stage.desk.with_untracked(Desk::home));
    if motion::reduced() {
        return stage.see_ring();
    }
    let deeds = stage.desk.update(Desk::retype).unwrap_or_default();
    if play(stage, deeds, LETTER_SHOWN) {
        later(stage, AFTER, move || next(stage));
    }
}

/// Once more from the beginning; where it was never played, for the first time.
fn again(stage: Stage) {
    if begin(stage, if motion::reduced() { 0 } else { LETTER }) {
        tell(stage, "watch.begins");
        later(stage, AFTER, move || next(stage));
    }
}

fn begin(stage: Stage, letter: u32) -> bool {
    stage.front.set(stage.desk.with_untracked(Desk::home));
    let deeds = stage.desk.update(Desk::demonstrate).unwrap_or_default();
    play(stage, deeds, letter)
}

fn play(stage: Stage, deeds: Vec<Deed>, letter: u32) -> bool {
    let any = !deeds.is_empty();
    stage.player.update(|player| {
        player.state = if any { State::Playing } else { player.state };
        player.at = 0;
        player.there = false;
        player.letter = letter;
        player.deeds = deeds;
    });
    any
}

/// Does something after so many milliseconds, unless it is held, or the desk gone.
fn later(stage: Stage, milliseconds: u32, act: impl FnOnce() + 'static) {
    stage.player.update(|player| player.timer = Some(typing::after(milliseconds, act)));
}

/// The hand goes to the next deed, or does the one that it has come to.
fn next(stage: Stage) {
    let Some((Some(deed), there, letter)) =
        stage.player.update(|player| (player.deed(), std::mem::replace(&mut player.there, true), player.letter))
    else {
        return;
    };
    if !there {
        let found = spot_of(stage, deed);
        if let Some(found) = &found {
            reach(stage, found);
        }
        let way = match found {
            None => 0,
            Some(_) if moves(deed) => QUICK,
            Some(_) => WAY,
        };
        return later(stage, way, move || next(stage));
    }
    if let Deed::Look(device) = deed {
        stage.front.set(device);
    }
    match stage.desk.update(|desk| desk.perform(deed)).flatten() {
        // A text that is to be there at once is not waited for letter by letter.
        Some(true) if letter > 0 => later(stage, letter, move || next(stage)),
        Some(true) => next(stage),
        Some(false) => {
            let last = stage.player.update(|player| {
                player.at += 1;
                player.there = false;
                player.at == player.deeds.len()
            });
            let rest = match deed {
                Deed::Look(device) if !is_home(stage, device) => READ,
                _ if moves(deed) => QUICK,
                _ => AFTER,
            };
            later(stage, rest, move || if last == Some(true) { end(stage) } else { next(stage) });
        }
        None => {}
    }
}

fn end(stage: Stage) {
    stage.halt();
    if stage.with_step(|step| step.mode.filled_in()) {
        tell(stage, "watch.done");
    } else {
        stage.see_ring();
    }
}

fn tell(stage: Stage, words: &str) {
    stage.app.announced.set(stage.app.t(words));
}

/// Where a deed is done, when that can be seen.
pub fn spot_of(stage: Stage, deed: Deed) -> Option<web_sys::Element> {
    stage.typing.with_untracked(|typing| {
        let spot = |wanted: Spot| {
            let found = typing.spots.iter().find(|(spot, _)| *spot == wanted);
            found.map(|(_, element)| motion::face_of(element)).filter(motion::drawn)
        };
        match deed {
            Deed::Look(device) => spot(Spot::Deed(deed)).or_else(|| spot(Spot::Tab(device))).or_else(|| {
                const READ: &str = ".sw-bubble, .sw-mail__head, .sw-letter, .sw-app__code";
                spot(Spot::Device(device)).filter(|_| !is_home(stage, device)).map(|all| motion::part_of(&all, READ))
            }),
            Deed::Type(at) => typing.input(at).map(Into::into),
            Deed::Pick { field, option } => spot(Spot::Deed(deed))
                .or_else(|| typing.choice(At::new(field, option)).map(|choice| motion::face_of(&choice))),
            Deed::Tick { field } => typing.choice(At::new(field, 0)).map(|choice| motion::face_of(&choice)),
            // The phone is moved by its frame.
            Deed::Touch(Touch::Moved { .. }) => spot(Spot::Deed(Deed::Touch(Touch::PutRight))),
            Deed::Touch(_) | Deed::AskCode | Deed::Later | Deed::Press => spot(Spot::Deed(deed)),
        }
    })
}

/// One step of many.
fn moves(deed: Deed) -> bool {
    matches!(deed, Deed::Touch(Touch::Moved { .. }))
}

fn is_home(stage: Stage, device: Device) -> bool {
    stage.desk.with_untracked(Desk::home) == device
}

/// Brings the hand there; and the page, as far as it must, when one looks at the desk.
fn reach(stage: Stage, target: &web_sys::Element) {
    let desk = stage.typing.with_untracked(|typing| typing.desk.clone());
    if desk.as_ref().is_some_and(motion::in_window) {
        focus::in_sight_soon(target);
    }
    stage.player.with_untracked(|player| {
        if let Some(hand) = &player.hand {
            motion::point_at(hand, target);
        }
    });
}

/// The hand. It lies over the table and takes no press.
pub fn hand(stage: Stage) -> Node {
    let state = memo(move || stage.state() as u32);
    let pressing = memo_bool(move || {
        stage.player.with(|player| player.there && !matches!(player.deed(), None | Some(Deed::Look(_))))
    });
    let path = |class, d| svg::path().attr("class", class).attr("d", d).into_any();
    let drawing = svg::svg()
        .attr("class", "sw-hand__drawing")
        .attr("viewBox", "0 0 24 24")
        .attr("focusable", "false")
        .child(vec![
            path(
                "sw-hand__skin",
                "M9 12V4.4a1.7 1.7 0 0 1 3.4 0V9.8a1.5 1.5 0 0 1 2.8.5 1.5 1.5 0 0 1 2.7.8 1.4 1.4 0 0 1 2.5 1v4c0 3.6-2.4 6.2-6 6.2-2.7 \
                 0-4.4-1.1-5.6-3.2l-3-5.2c-.8-1.5 1-2.8 2.1-1.6z",
            ),
            path("sw-hand__lines", "M12.4 9.8v2M15.2 10.3v2M17.9 11.1v1.6"),
        ])
        .into_any();
    div("sw-hand")
        .attr("aria-hidden", "true")
        .live_flag("hidden", move || matches!(state.get(), 0 | 3))
        .live_flag("data-pressing", move || get_bool(pressing))
        .with_element(move |hand| {
            stage.player.update(|player| player.hand = Some(hand));
        })
        .child(drawing)
}

/// What holds the play, goes on with it and begins it again.
pub fn bar(stage: Stage) -> AnyView {
    let app = stage.app;
    if !stage.player.with_untracked(|player| player.plays) {
        return nothing();
    }
    let state = memo(move || stage.state() as u32);
    let passed = memo_bool(move || stage.desk.with(Desk::passed));
    // One button that changes, so that the keyboard stays on it.
    let words = move || {
        app.t(match state.get() {
            0 => "watch.play",
            1 => "watch.pause",
            2 => "watch.resume",
            _ => "watch.again",
        })
    };
    let shown = move || match state.get() {
        1 => sign("M8 5v14M16 5v14"),
        3 => sign(AGAIN),
        _ => sign("M7 4.5v15l12-7.5z"),
    };
    let main = press("sw-button sw-play__button")
        .live(shown)
        .child(el("span").attr("class", "sw-button__label").live_text(words))
        .on_press(move || match stage.player.with_untracked(|player| player.state) {
            State::Playing => stage.set_state(State::Paused),
            State::Paused => {
                stage.set_state(State::Playing);
                later(stage, 100, move || next(stage));
            }
            State::Ready | State::Done => again(stage),
        });
    let repeat = press("sw-button sw-play__button")
        .child(sign(AGAIN))
        .child(app.say("span", "sw-button__label", "watch.again"))
        .live_flag("hidden", move || matches!(state.get(), 0 | 3))
        .on_press(move || again(stage));
    div("sw-play")
        .attr("role", "group")
        .attr("aria-label", app.t("watch.group"))
        .live_flag("hidden", move || get_bool(passed))
        .with_element(move |bar| {
            stage.player.update(|player| player.bar = Some(bar));
        })
        .child(main)
        .child(repeat)
        .into()
}

const AGAIN: &str = "M20 12a8 8 0 1 1-2.4-5.7L20 8.5M20 3.5v5h-5";
