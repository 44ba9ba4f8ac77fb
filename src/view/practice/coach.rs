//! The coach in the dock: a kind answer, then a hint, then "laat zien", and the way on once it is right.

use super::player;
use super::stage::Stage;
use crate::app::event::Dialog;
use crate::app::screen::StepScreen;
use crate::content::inline::plain;
use crate::platform::focus;
use crate::practice::coach::Help;
use crate::practice::desk::{Desk, DeskEvent};
use crate::signal::{get_bool, memo_bool};
use crate::view::step;
use crate::view::ui::button::{Weight, button, onward};
use crate::view::ui::node::{Node, div, el, nothing};
use crate::view::ui::panel::panel;
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;
use leptos::prelude::*;
use std::sync::Arc;

/// The dock of a practise step.
pub fn dock(stage: Stage, step: &Arc<StepScreen>) -> Node {
    let app = stage.app;
    let passed = memo_bool(move || stage.desk.with(Desk::passed));
    let stopped = memo_bool(move || stage.desk.with(|desk| desk.stop().is_some()));
    // The region stays and its content changes: only so is it read out.
    let heard = div("sw-coach__heard").attr("role", "status").live(move || {
        let said = stage.said.get();
        if said.is_empty() {
            return nothing();
        }
        let right = get_bool(passed);
        div("sw-coach__answer")
            .with_element(move |answer| focus::answered(&answer, right))
            .attr("data-verdict", if right { "right" } else { "almost" })
            .child(icon(if right { "check" } else { "info" }))
            .child(stage.label("p", "sw-coach__text", &said))
            .into()
    });
    let actions = move || {
        let action = stage.with_step(|step| step.action.clone());
        // Who only looks goes on when they have seen enough.
        if get_bool(passed) || stage.with_step(|step| step.mode.filled_in()) {
            return onward(app, action.as_deref()).attr("data-next", "").on_press(move || stage.go_on()).into();
        }
        if stage.with_step(|step| step.mode.hints()) {
            return nothing();
        }
        button(Weight::Quiet, "next", app.t("practice.skip")).on_press(move || stage.skip()).into()
    };
    let says = div("sw-coach")
        .child(heard)
        .child(player::bar(stage))
        .live(hint(stage))
        .live(move || if get_bool(stopped) { stop(stage) } else { nothing() });
    let action = helps(stage).child(div("sw-main-action").live(actions));
    step::dock(app, step, says, action)
}

/// The hint that was asked for. What is there at once stands on the task card.
fn hint(stage: Stage) -> impl Fn() -> AnyView + Send + Sync + 'static {
    let app = stage.app;
    let words = stage.with_step(|step| step.hint.clone().filter(|_| !step.mode.hint_at_once()));
    let shown = memo_bool(move || stage.desk.with(|desk| desk.hint_shown() && !desk.passed()));
    move || match words.as_ref().filter(|_| get_bool(shown)) {
        Some(words) => panel(app, "hint", "hint.title").child(rich::paragraph(app, "sw-panel__text", words)).into(),
        None => nothing(),
    }
}

/// The buttons "Hint" and "Laat zien". They stay where they are, so that focus does: only how they look changes, and whether they are
/// there for anybody. Once it is right there is one thing to press.
fn helps(stage: Stage) -> Node {
    let app = stage.app;
    let has_hint = stage.with_step(|step| step.hint.is_some());
    let (at_once, filled_in) = stage.with_step(|step| (step.mode.hint_at_once(), step.mode.filled_in()));
    let shown = memo_bool(move || stage.desk.with(Desk::hint_shown));
    let askable = has_hint && !at_once;
    let asks = memo_bool(move || {
        askable && stage.desk.with(|desk| !desk.passed() && (desk.hint_offered() || desk.hint_shown()))
    });
    let shows = memo_bool(move || !filled_in && stage.desk.with(|desk| !desk.passed() && desk.show_offered()));
    let ask = urging(stage, Help::Hint, button(Weight::Secondary, "hint", app.t("hint.ask")))
        .live_flag("hidden", move || !get_bool(asks))
        .live_state("aria-expanded", move || get_bool(shown))
        .on_press(move || {
            stage.send(DeskEvent::HintAsked);
            // The keyboard stays at the button, and the hint comes before it: who hears the page heard nothing.
            app.announced.set(stage.with_step(|step| step.hint.as_deref().map_or_else(String::new, plain)));
        });
    let show = urging(stage, Help::Shown, button(Weight::Secondary, "eye", app.t("hint.show")))
        .live_flag("hidden", move || !get_bool(shows))
        .on_press(move || stage.show());
    div("sw-coach__help").child(ask).child(show)
}

/// A button that stands out while its help is the thing to ask for.
fn urging(stage: Stage, help: Help, button: Node) -> Node {
    let urged = memo_bool(move || stage.desk.with(Desk::urged) == Some(help));
    let class = move || if get_bool(urged) { "sw-button sw-button--primary" } else { "sw-button" };
    button.live_attr("class", move || Some(class().to_owned()))
}

/// "Typ hier nooit uw echte BSN."
fn stop(stage: Stage) -> AnyView {
    let app = stage.app;
    let sheet = div("sw-sheet__inner")
        .child(icon("shield"))
        .child(app.say(app.heading(1), "sw-sheet__title", "stop.title").attr("id", "sw-stop-title"))
        .child(app.say("p", "sw-sheet__text", "stop.text"))
        .child(
            div("sw-actions")
                .child(button(Weight::Primary, "card", app.t("stop.button")).on_press(move || stage.close_stop())),
        );
    el("dialog")
        .attr("class", "sw-sheet sw-sheet--stop")
        .attr("id", Dialog::Stop.id())
        .attr("aria-labelledby", "sw-stop-title")
        .on("cancel", move |_| stage.close_stop())
        .child(sheet)
        .into()
}
