//! Scanning: the code stands on the computer, and the phone is moved over it by hand, by keys, or by a button.

use super::qr;
use super::stage::Stage;
use crate::platform::pointing;
use crate::practice::desk::{Deed, Desk, DeskEvent};
use crate::practice::event::Touch;
use crate::practice::screens::scan::{CODE, Scan};
use crate::signal::{get_bool, memo, memo_bool};
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, nothing};
use crate::view::ui::pictogram::icon;
use leptos::prelude::Get;

/// The page on the computer: the code, and the phone over it.
pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let touch = move |touch: Option<Touch>| {
        if let Some(touch) = touch {
            stage.send(DeskEvent::Touched(touch));
        }
    };
    let fresh = memo(move || stage.desk.with(|desk| desk.screen::<Scan>().map_or(0, |scan| u32::from(scan.fresh()))));
    let expired = memo_bool(move || stage.desk.with(Desk::code_expired));
    let code = div("sw-scan__code")
        .attr("data-x", CODE.0.to_string())
        .attr("data-y", CODE.1.to_string())
        .live_flag("data-old", move || get_bool(expired))
        .live(move || qr::drawing(app, fresh.get() as u8));
    let place = move |axis: fn((u8, u8)) -> u8| {
        move || stage.desk.with(|desk| desk.screen::<Scan>().map(|scan| axis(scan.place()).to_string()))
    };
    let frame = div("sw-scan__phone")
        // Arrow keys reach the page only through a role that does not read by itself.
        .attr("role", "application")
        .attr("tabindex", "0")
        .attr("aria-label", app.t("scan.frame"))
        .attr("aria-describedby", "sw-scan-help")
        .live_attr("data-x", place(|(x, _)| x))
        .live_attr("data-y", place(|(_, y)| y))
        .live_flag("data-seen", move || stage.desk.with(Desk::passed))
        .on("pointerdown", |event| pointing::grab(&event))
        .on("pointermove", move |event| touch(pointing::dragged(&event, 12, 8).map(|(x, y)| Touch::PutAt { x, y })))
        .on("keydown", move |event| touch(pointing::arrow(&event).map(|(right, down)| Touch::Moved { right, down })))
        .child(app.say("span", "sw-scan__name", "scan.phone").attr("aria-hidden", "true"));
    let frame = stage.does(Deed::Touch(Touch::PutRight), frame);
    let again = move || {
        if !get_bool(expired) {
            return nothing();
        }
        let again = button(Weight::Primary, "refresh", app.t("scan.again")).attr("data-device-button", "").on_press(
            move || {
                stage.send(DeskEvent::AskedNewCode);
                stage.go_to(&[".sw-scan__phone"]);
            },
        );
        stage.does(Deed::AskCode, again).into()
    };
    div("sw-form")
        .child(div("sw-scan").child(code).child(frame))
        .child(app.say("p", "sw-scan__help", "scan.help").attr("id", "sw-scan-help"))
        .child(div("sw-page__actions").live(again))
}

/// The app on the phone: which way to go, and a button for who cannot move it.
pub fn phone(stage: Stage) -> Node {
    let app = stage.app;
    let way = memo(move || stage.desk.with(|desk| desk.screen::<Scan>().map_or(0, way)));
    let passed = memo_bool(move || stage.desk.with(Desk::passed));
    let expired = memo_bool(move || stage.desk.with(Desk::code_expired));
    // Only another direction is news: not every step is read out.
    let status = el("p").attr("class", "sw-app__text").attr("role", "status").live_text(move || {
        let ways = ["scan.left", "scan.right", "scan.up", "scan.down"];
        let way = way.get();
        let names: Vec<String> = (0..4).filter(|bit| way >> bit & 1 == 1).map(|bit| app.t(ways[bit])).collect();
        match &names[..] {
            _ if get_bool(passed) => app.t("scan.seen"),
            _ if get_bool(expired) => app.t("scan.too-old"),
            [] => app.t("scan.over"),
            [one] => app.fill("scan.go", &[("way", one)]),
            more => app.fill("scan.go.both", &[("first", &more[0]), ("second", &more[1])]),
        }
    });
    let done = move || get_bool(passed) || get_bool(expired);
    let sign = move || icon(if get_bool(passed) { "check" } else { "search" });
    div("sw-app")
        .child(el("p").attr("class", "sw-app__name").child(icon("phone")).child(el("span").text(app.t("scan.app"))))
        .child(div("sw-viewfinder").live_flag("data-seen", move || get_bool(passed)).live(sign))
        .child(stage.hushed(status))
        .child(
            button(Weight::Secondary, "", app.t("scan.for-me"))
                .attr("data-device-button", "")
                // Not `disabled`: it would let go of the keyboard that just pressed it.
                .live_attr("aria-disabled", move || done().then(|| "true".to_owned()))
                .on_press(move || {
                    if !done() {
                        stage.send(DeskEvent::Touched(Touch::PutRight));
                    }
                }),
        )
}

/// The ways to go, a bit for each: left, right, up, down. Near enough is no way to go.
fn way(scan: &Scan) -> u32 {
    if scan.over() {
        return 0;
    }
    let (x, y) = scan.place();
    u32::from(x > CODE.0) | u32::from(x < CODE.0) << 1 | u32::from(y > CODE.1) << 2 | u32::from(y < CODE.1) << 3
}
