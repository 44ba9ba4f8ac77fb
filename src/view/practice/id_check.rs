//! The app reads a document: choose it, hold it against the phone, go on holding it. Every step is a button; nothing runs
//! by itself.

use super::stage::Stage;
use crate::practice::desk::{Deed, Desk, DeskEvent};
use crate::practice::event::Touch;
use crate::practice::input::field::Field;
use crate::practice::screens::id_check::{IdCheck, STEPS};
use crate::signal::{get_bool, memo, memo_bool};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, press};
use crate::view::ui::pictogram::icon;
use leptos::prelude::*;
use leptos::svg;

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let words = stage.words(None);
    let read = memo(move || stage.desk.with(|desk| u32::from(desk.screen::<IdCheck>().map_or(0, IdCheck::read))));
    let chosen = memo_bool(move || stage.desk.with(|desk| picked(desk).is_some() && desk.fields()[0].is_right()));
    let options =
        stage.desk.with_untracked(|desk| desk.fields().first().map_or_else(Vec::new, |field| field.options().to_vec()));
    let documents = options.into_iter().enumerate().map(|(option, id)| {
        let choice = words.choices.get(&id).cloned().unwrap_or_default();
        let own = move || stage.desk.with(|desk| picked(desk) == Some(option));
        let document = press("sw-tile")
            .attr("data-device-button", "")
            .live_state("aria-pressed", own)
            // Once it is chosen, only the right one lies on the desk.
            .live_flag("hidden", move || get_bool(chosen) && !own())
            .child(stage.label("span", "sw-tile__label", &choice.label))
            .children(choice.text.map(|more| stage.label("span", "sw-tile__text", &more)))
            .on_press(move || stage.send(DeskEvent::Touched(Touch::Tapped(option))));
        stage.does(Deed::Touch(Touch::Tapped(option)), document)
    });
    let hold = words.button.unwrap_or_else(|| app.t("id.hold"));
    let reading = move || {
        let read = read.get();
        match read {
            0 => app.t("id.ready"),
            _ if read == u32::from(STEPS) => app.t("id.read"),
            _ => app.fill("id.reading", &[("n", &read.to_string())]),
        }
    };
    let done = move || read.get() == u32::from(STEPS);
    let done_now =
        move || stage.desk.with_untracked(|desk| desk.screen::<IdCheck>().is_some_and(|id| id.read() == STEPS));
    let lights = (1..=u32::from(STEPS))
        .map(|step| el("span").attr("class", "sw-id__light").live_flag("data-on", move || read.get() >= step));
    let hold_on = press("sw-button sw-button--primary")
        .attr("data-device-button", "")
        .live_flag("hidden", done)
        .live(move || match read.get() {
            0 => stage.label("span", "sw-button__label", &hold).into(),
            _ => app.say("span", "sw-button__label", "id.stay").into(),
        })
        .on_press(move || {
            stage.send(DeskEvent::Touched(Touch::Held));
            if done_now() {
                stage.go_to(&[".sw-id__status"]);
            }
        });
    let let_go = button(Weight::Secondary, "", app.t("id.away"))
        .attr("data-device-button", "")
        .live_flag("hidden", move || read.get() == 0 || done())
        .on_press(move || {
            stage.send(DeskEvent::Touched(Touch::LetGo));
            stage.go_to(&[".sw-id .sw-button--primary"]);
        });
    let part = div("sw-id")
        .live_flag("hidden", move || !get_bool(chosen))
        .child(div("sw-id__scene").live_flag("data-held", move || read.get() > 0).child(drawing()))
        .child(div("sw-id__lights").attr("aria-hidden", "true").children(lights))
        .child(stage.does(Deed::Touch(Touch::Held), hold_on))
        .child(let_go);
    // The status stays, so that what changes in it is heard.
    let status = div("sw-id__status").attr("role", "status").attr("tabindex", "-1").live(move || {
        if !get_bool(chosen) {
            return ().into_any();
        }
        let sign = if done() { "check" } else { "phone" };
        el("p").attr("class", "sw-id__line").child(icon(sign)).child(el("span").text(reading())).into()
    });
    div("sw-form").child(div("sw-tiles").children(documents)).child(stage.hushed(status)).child(part)
}

fn picked(desk: &Desk) -> Option<usize> {
    desk.fields().first().and_then(Field::picked)
}

/// A phone, and a card that comes to lie against its back.
fn drawing() -> AnyView {
    let path = |class, d| svg::path().attr("class", class).attr("d", d);
    let phone = path("sw-id__phone", "M74 6h52q8 0 8 8v108q0 8-8 8H74q-8 0-8-8V14q0-8 8-8z");
    let waves = path("sw-id__waves", "M90 50q10-9 20 0M84 42q16-14 32 0M96 58q4-4 8 0");
    let card = svg::g()
        .attr("class", "sw-id__card")
        .child(path("sw-id__paper", "M52 70h96q7 0 7 7v46q0 7-7 7H52q-7 0-7-7V77q0-7 7-7z"))
        .child(path("sw-id__face", "M58 92a9 9 0 1 0 18 0 9 9 0 1 0-18 0M54 120c2-18 24-18 26 0z"))
        .child(path("sw-id__lines", "M94 88h50M94 100h50M94 112h32"));
    svg::svg()
        .attr("class", "sw-id__drawing")
        .attr("viewBox", "0 0 200 176")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(phone)
        .child(waves)
        .child(card)
        .into_any()
}
