//! The practice desk: a card, the devices side by side, and a coach. One file per screen, named as in `practice/`.

mod arrival;
mod away;
mod call;
mod card;
mod choice;
mod coach;
mod codes;
mod confirmation;
mod device;
mod field;
mod form;
mod history;
mod id_check;
mod inbox;
mod judge;
mod judged;
pub mod keypad;
mod letters;
mod map;
mod new_account;
mod on_screen_keyboard;
mod pages;
mod pairing_code;
mod phone_app;
mod pin;
mod player;
mod qr;
mod scan;
mod spoken;
mod stage;
mod summary;
mod tabs;
mod tap;
pub mod task;
mod ticks;

use super::app::App;
use super::step;
use super::ui::node::{Node, div};
use crate::app::screen::StepScreen;
use crate::content::package::sibling;
use crate::platform::focus;
use crate::practice::coach::{Coaching, Help};
use crate::practice::desk::{Desk, DeskEvent};
use crate::practice::spec::ScreenKind;
use crate::signal::{effect, get_bool, memo_bool};
use stage::Stage;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// Adds the desk to a page, with the dock in which the coach answers.
pub fn view(page: Node, app: App, step: &Arc<StepScreen>) -> Node {
    let Some((stage, new)) = stage(app, step) else {
        return page.child(step::dock(app, step, step::nothing_here(), step::nothing_here()));
    };
    // The parts of the task stand on the card, which is there before the desk.
    effect(move || {
        stage.desk.with(|_| ());
        app.desk.update(|_| ());
    });
    // A page that is hidden forgets what was typed.
    let hidden = app.hidden;
    let mut was = hidden.get_untracked();
    effect(move || {
        let now = hidden.get();
        if std::mem::replace(&mut was, now) != now {
            stage.send(if now { DeskEvent::PageHidden } else { DeskEvent::PageShown });
        }
    });
    let passed = memo_bool(move || stage.desk.with(Desk::passed));
    let shown = memo_bool(move || stage.desk.with(|desk| desk.help() == Help::Shown));
    let plays = stage.player.with_untracked(|player| player.plays);
    let desk = div("sw-desk")
        .live_flag("data-play", move || plays && !get_bool(passed))
        .live_flag("data-passed", move || get_bool(passed))
        .live_flag("data-shown", move || get_bool(shown))
        // How the dock looks goes by what the coach says.
        .live_attr("data-verdict", move || {
            let said = stage.said.with(|said| !said.is_empty());
            said.then(|| if get_bool(passed) { "right" } else { "almost" }.to_owned())
        })
        .with_element(move |element| {
            stage.typing.update(|typing| typing.desk = Some(element));
        });
    let desk = if app.model.with_untracked(|model| model.policy.own_keys) {
        desk.on("focusin", |event| focus::above_keys(&event))
    } else {
        desk
    };
    // Who goes to work there goes on from all that is filled in. Not so in the dock: what ends with the first half of a press moves the
    // button away from under the second.
    let table = div("sw-stage").on("focusin", move |_| stage.halt());
    let table = table.child(device::all(stage)).child(player::hand(stage));
    player::arrived(stage, new);
    let desk = desk.child(table).child(on_screen_keyboard::view(stage));
    page.child(away::watched(stage, desk).child(coach::dock(stage, step)))
}

/// What a desk is kept by: another step has a new one. What fills itself in is no work of the visitor, and the other way round.
fn key(step: &StepScreen) -> String {
    let whose = if step.mode.filled_in() { " shown" } else { "" };
    [&step.package.flow.id, " ", &step.id, " ", &step.progress.number.to_string(), whose].concat()
}

/// The desk of this step, and whether it is new: not when only the language changed, or how much help there is.
fn stage(app: App, step: &Arc<StepScreen>) -> Option<(Stage, bool)> {
    let id = step.screen.clone()?;
    let spec = step.package.screens.get(&id)?.get();
    let coaching = Coaching {
        hint_at_once: step.mode.hint_at_once(),
        hints: step.mode.hints(),
        show_me: step.mode.hints(),
        filled_in: step.mode.filled_in(),
    };
    let key = key(step);
    let kept = app.desk.with_untracked(|kept| kept.as_ref().filter(|(of, _)| *of == key).map(|(_, desk)| desk.clone()));
    let new = kept.is_none();
    let desk = kept.unwrap_or_else(|| {
        let named = |named: &String| Some((named.clone(), step.package.screens.get(&sibling(&id, named))?.get()));
        let others = spec.of.iter().filter_map(named).collect();
        let mut desk = Desk::new(&spec, &others, step.persona, &step.today, coaching);
        if desk.kind() == ScreenKind::Confirmation {
            // There is nothing to do but to read.
            desk.update(DeskEvent::Submitted);
        }
        Rc::new(RefCell::new(desk))
    });
    desk.borrow_mut().coached(coaching);
    app.desk.set(Some((key, desk.clone())));
    Some((Stage::new(app, step, id, desk), new))
}
