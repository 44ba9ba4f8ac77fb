//! Around every screen: the bar, a notice, "Stop, ik wil hulp", and the live region.

use super::app::App;
use super::ui::node::{Node, div, el, nothing, press, text};
use super::ui::pictogram::icon;
use super::{failed, help, settings, start, step, welcome};
use crate::app::event::Event;
use crate::app::model::{Model, Place};
use crate::app::notice::Notice;
use crate::app::screen::Screen;
use crate::app::settings::TEXT_SIZES;
use crate::flow::model::StepKind;
use crate::signal::{get_bool, memo, memo_bool};
use crate::view::lazy;
use leptos::prelude::*;

/// The whole widget.
pub fn view(app: App) -> AnyView {
    let device = app.model.with_untracked(|model| model.policy.device);
    let awake = memo_bool(move || app.model.with(|model| !model.ui.lang.is_empty()));
    let look = move || app.model.with(|model| model.settings.look);
    let noticed = memo(move || app.model.with(|model| Notice::number(model.notice)));
    let bar = move || if get_bool(awake) { settings::bar(app).into() } else { nothing() };
    let root = ["pointerdown", "keydown", "focusout"]
        .into_iter()
        .fold(div("sw-root"), |root, leaving| root.on(leaving, move |event| lazy::over_left(app, &event)));
    root.live_attr("lang", move || Some(app.model.with(|model| model.ui.lang.clone())).filter(|lang| !lang.is_empty()))
        .live_attr("data-theme", move || Some(look().theme.id().to_owned()))
        .live_attr("data-contrast", move || Some(if look().more_contrast { "more" } else { "normal" }.to_owned()))
        .live_attr("data-text", move || TEXT_SIZES.get(look().text).map(|size| (*size).to_owned()))
        .attr("data-device", device)
        .live(bar)
        .live(move || {
            noticed.get();
            notice(app)
        })
        .child(div("sw-main").live(move || {
            app.turn.get();
            screen(app).into()
        }))
        .child(foot(app, awake))
        .child(help::overlay(app))
        .child(lazy::idle(app))
        .child(el("div").attr("class", "sw-unseen").attr("aria-live", "polite").live_text(move || app.announced.get()))
        .into()
}

fn screen(app: App) -> Node {
    let screen = app.model.with_untracked(Model::screen);
    if !matches!(&screen, Screen::Step(step) if step.kind == StepKind::Practise) {
        // The desk is left: what was typed is forgotten.
        app.desk.set(None);
    }
    if !app.model.with_untracked(|model| model.place == Place::Waking) {
        lazy::prepare(app);
    }
    app.step.set(match &screen {
        Screen::Step(step) => Some(step.clone()),
        _ => None,
    });
    match screen {
        Screen::Loading => failed::loading(app),
        Screen::Start => start::view(app),
        Screen::House(room) => lazy::house(app, room),
        Screen::Exercises(group) => lazy::exercises(app, group),
        Screen::Failed(failure) => failed::view(app, failure),
        Screen::Welcome(screen) => welcome::view(app, &screen),
        Screen::Step(screen) => step::view(app, &screen),
    }
}

fn notice(app: App) -> AnyView {
    let Some(notice) = app.model.with_untracked(|model| model.notice) else { return nothing() };
    app.follow_words();
    let words = app.t(notice.key());
    // One live region tells it: a notice that is one itself was heard twice.
    app.announced.set(words.clone());
    div("sw-notice")
        .child(icon("info"))
        .child(text("p", "sw-notice__text", words))
        .child(
            press("sw-notice__close")
                .attr("aria-label", app.t("notice.close"))
                .child(icon("close"))
                .on_press(app.sends(Event::NoticeClosed)),
        )
        .into()
}

/// The foot of a screen that is no step: those have a dock, with the same button at the same place.
fn foot(app: App, awake: Memo<u32>) -> Node {
    let part = move || {
        app.turn.get();
        if !get_bool(awake) {
            return nothing();
        }
        let back = match app.model.with_untracked(|model| model.place) {
            Place::Step => return nothing(),
            Place::House(Some(_)) => "room.back",
            Place::House(None) | Place::Exercises(_) | Place::Welcome => "nav.back",
            _ => return div("sw-dock").child(stop(app)).into(),
        };
        div("sw-dock").child(step::ways_out(app, back)).into()
    };
    div("sw-foot").live(part)
}

/// "Stop, ik wil hulp".
pub fn stop(app: App) -> Node {
    press("sw-stop")
        .child(icon("hand"))
        .child(el("span").live_text(app.live("nav.help")))
        .on_press(app.sends(Event::HelpOpened))
}
