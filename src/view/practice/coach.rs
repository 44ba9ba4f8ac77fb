//! The coach under the desk: a kind answer, then a hint, then "laat zien", and the way on once it is right.

use super::stage::Stage;
use crate::app::event::Dialog;
use crate::platform::focus;
use crate::practice::coach::Help;
use crate::practice::desk::{Desk, DeskEvent};
use crate::signal::{get_bool, memo, memo_bool};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, nothing, text};
use crate::view::ui::panel::panel;
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;
use leptos::prelude::*;

pub fn view(stage: Stage) -> Node {
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
            .child(text("p", "sw-coach__text", said))
            .into()
    });
    let actions = move || {
        let words = stage.with_step(|step| step.action.clone()).unwrap_or_else(|| app.t("nav.next"));
        // Who only looks goes on when they have seen enough.
        if get_bool(passed) || stage.with_step(|step| step.mode.filled_in()) {
            return button(Weight::Primary, "next", words).attr("data-next", "").on_press(move || stage.go_on()).into();
        }
        if stage.with_step(|step| step.mode.hints()) {
            return nothing();
        }
        button(Weight::Quiet, "next", app.t("practice.skip")).on_press(move || stage.skip()).into()
    };
    div("sw-coach")
        .child(heard)
        .child(hint(stage))
        .live(move || if get_bool(stopped) { stop(stage) } else { nothing() })
        .child(div("sw-main-action").live(actions))
}

/// The hint and "laat zien". The buttons stay where they are, so that focus does.
fn hint(stage: Stage) -> AnyView {
    let app = stage.app;
    let state = move |desk: &Desk| (desk.hint_shown(), desk.hint_offered(), desk.show_offered(), desk.urged());
    let changed = memo(move || {
        let (shown, offered, show, urged) = stage.desk.with(state);
        u32::from(shown) | u32::from(offered) << 1 | u32::from(show) << 2 | urged.map_or(0, |help| 8 << help as u32)
    });
    let part = move || {
        changed.get();
        let (shown, offered, show, urged) = stage.desk.with_untracked(state);
        let weight = |help| if urged == Some(help) { Weight::Primary } else { Weight::Secondary };
        let words = stage.with_step(|step| step.hint.clone());
        let row = div("sw-actions");
        let row = if (offered || shown) && words.is_some() && !stage.with_step(|step| step.mode.hint_at_once()) {
            let ask = button(weight(Help::Hint), "hint", app.t("hint.ask"))
                .attr("aria-expanded", if shown { "true" } else { "false" })
                .on_press(move || stage.send(DeskEvent::HintAsked));
            row.child(ask)
        } else {
            row
        };
        let row = if show && !stage.with_step(|step| step.mode.filled_in()) {
            let show = button(weight(Help::Shown), "eye", app.t("hint.show"));
            row.child(show.on_press(move || stage.send(DeskEvent::ShowAsked)))
        } else {
            row
        };
        let part = div("sw-coach__help").child(row);
        let whole = match words.filter(|_| shown) {
            Some(words) => {
                part.child(panel(app, "hint", "hint.title").child(rich::paragraph(app, "sw-panel__text", &words)))
            }
            None => part,
        };
        AnyView::from(whole)
    };
    part.into_any()
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
