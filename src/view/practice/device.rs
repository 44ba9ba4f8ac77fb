//! The devices: each a region with its own name, and the band that says that this is practice.

use super::player::Spot;
use super::stage::Stage;
use super::{
    arrival, call, card, confirmation, form, history, inbox, judge, letters, map, pages, phone_app, scan, spoken,
    summary, tabs, tap,
};
use crate::practice::desk::{Arrived, Desk, Device, What};
use crate::practice::spec::{Place, ScreenKind};
use crate::signal::{Signal, memo};
use crate::view::practice::{choice, pairing_code};
use crate::view::ui::node::{Node, div, el, plain_list, press};
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;
use leptos::prelude::*;

/// All the devices of this screen.
pub fn all(stage: Stage) -> Node {
    let has = |device| stage.desk.with_untracked(|desk| desk.has(device));
    let there = stage.desk.with_untracked(tabs::devices);
    let front = stage.front;
    let at = |device, part| stage.spot(Spot::Device(device), part);
    let row = div("sw-desk__stage")
        .flag("data-app", stage.desk.with_untracked(Desk::kind).place() == Place::App)
        .child(card::view(stage));
    let row = if there.is_empty() {
        row
    } else {
        row.child(tabs::view(stage)).live_attr("data-front", move || Some(front.get().id().to_owned()))
    };
    let row = if stage.desk.with_untracked(Desk::kind).place() == Place::Aside {
        row.children(judge::all(stage))
    } else {
        row
    };
    let row = if has(Device::Computer) { row.child(at(Device::Computer, computer(stage))) } else { row };
    let row = if has(Device::Phone) { row.child(at(Device::Phone, phone(stage))) } else { row };
    let row = if has(Device::Mail) { row.child(at(Device::Mail, mail(stage))) } else { row };
    let row = if has(Device::Letter) { row.child(at(Device::Letter, letter(stage))) } else { row };
    if has(Device::Other) { row.child(other(stage)) } else { row }
}

/// A device. The band stands inside it, at every size, in print too.
pub(super) fn device(stage: Stage, class: &'static str, name: &'static str, pictogram: &'static str) -> Node {
    let app = stage.app;
    el("section").attr("class", class).attr("aria-label", app.t(name)).child(
        el("p")
            .attr("class", "sw-band")
            .child(icon(pictogram))
            .child(app.say("strong", "sw-band__title", "desk.band"))
            .child(app.say("span", "sw-band__text", "desk.band.text")),
    )
}

/// A drawn browser with the practised site in it; or, while the app on the phone is practised, the page that waits for it.
fn computer(stage: Stage) -> Node {
    let words = stage.words(None);
    let (spec, kind) = stage.desk.with_untracked(|desk| (desk.spec().computer.clone(), desk.kind()));
    let page = match spec.and_then(|id| stage.message(&id)).filter(|_| kind.place() == Place::App) {
        Some(waiting) => {
            browser(stage, &waiting.from, waiting.subject.as_deref().unwrap_or_default(), &waiting.text, None)
        }
        None => match page_of(stage, kind) {
            Page::Under(part) => browser(stage, &words.site, &words.title, &words.text, Some(part)),
            Page::Whole(page) => page,
        },
    };
    device(stage, "sw-device sw-device--computer", "desk.computer", "computer")
        .child(arrival::notice(stage))
        .child(page)
}

/// What a screen draws on the computer.
enum Page {
    /// Under the title and the text of a page.
    Under(Node),
    /// All of the browser.
    Whole(Node),
}

fn page_of(stage: Stage, kind: ScreenKind) -> Page {
    Page::Under(match kind {
        ScreenKind::Login
        | ScreenKind::SmsCode
        | ScreenKind::MailCode
        | ScreenKind::LetterCode
        | ScreenKind::PairingCode
        | ScreenKind::Form
        | ScreenKind::NewAccount
        | ScreenKind::NewPassword => form::view(stage),
        ScreenKind::Method => choice::view(stage),
        ScreenKind::Map => map::view(stage),
        ScreenKind::Scan => scan::view(stage),
        ScreenKind::Summary => summary::view(stage),
        ScreenKind::Confirmation => confirmation::view(stage),
        ScreenKind::Inbox => inbox::view(stage),
        ScreenKind::History => history::view(stage),
        ScreenKind::Tap => tap::view(stage),
        ScreenKind::Pages => return Page::Whole(pages::view(stage)),
        // Their place is not on the computer, see `ScreenKind::place`.
        ScreenKind::AppChoice
        | ScreenKind::PinChoose
        | ScreenKind::PinEnter
        | ScreenKind::Organisation
        | ScreenKind::IdCheck
        | ScreenKind::Judge => nothing_here(),
    })
}

fn nothing_here() -> Node {
    div("sw-form")
}

fn browser(stage: Stage, site: &str, title: &str, lines: &[String], part: Option<Node>) -> Node {
    let app = stage.app;
    let bar = el("p").attr("class", "sw-browser__bar").child(
        el("span")
            .attr("class", "sw-browser__address")
            .child(app.say("span", "sw-browser__kind", "desk.address"))
            .child(stage.label("span", "sw-browser__site", site)),
    );
    let page = div("sw-page")
        .child(stage.label(app.heading(1), "sw-page__title", title))
        .children(lines.iter().map(|line| rich::paragraph(app, "sw-page__text", &stage.rich(line))))
        .children(part);
    div("sw-browser").child(bar).child(page)
}

/// The screen of a second person.
fn other(stage: Stage) -> Node {
    let page = device(stage, "sw-device sw-device--other", "desk.other", "computer").child(stage.app.say(
        "p",
        "sw-device__whose",
        "desk.other.title",
    ));
    match stage.desk.with_untracked(|desk| desk.spec().other.clone()).and_then(|id| stage.message(&id)) {
        Some(shown) => {
            page.child(browser(stage, &shown.from, shown.subject.as_deref().unwrap_or_default(), &shown.text, None))
        }
        None => page,
    }
}

/// A phone: the app that is practised, or its messages, the newest first.
fn phone(stage: Stage) -> Node {
    let app = stage.app;
    let kind = stage.desk.with_untracked(Desk::kind);
    if kind.place() == Place::App {
        return device(stage, "sw-device sw-device--phone", "desk.phone", "phone").child(phone_app::view(stage, kind));
    }
    let own = match kind {
        ScreenKind::PairingCode => Some(pairing_code::view(stage)),
        ScreenKind::Scan => Some(scan::phone(stage)),
        _ => None,
    };
    if let Some(own) = own {
        return device(stage, "sw-device sw-device--phone", "desk.phone", "phone").child(own);
    }
    let changed = memo(move || stamp(stage, Device::Phone));
    let messages = move || {
        changed.get();
        let arrived = stage.desk.with_untracked(|desk| desk.messages(Device::Phone).to_vec());
        if arrived.is_empty() {
            return app.say("p", "sw-phone__empty", "phone.empty").into();
        }
        let bubble = |message: &Arrived| {
            let (from, words) = match &message.what {
                What::Call(_) => (app.t("call.from"), vec![]),
                What::Code(code) => (app.t("sms.from"), vec![app.fill("sms.text", &[("code", code)])]),
                What::Words(id) => {
                    let message = stage.message(id).unwrap_or_default();
                    (message.from, message.text)
                }
            };
            let head = el("p").attr("class", "sw-bubble__from").child(stage.label("span", "", &from));
            let head = if message.new { head.child(app.say("span", "sw-new", "desk.new")) } else { head };
            let class = if message.new { "sw-bubble sw-bubble--new" } else { "sw-bubble" };
            let item = el("li").attr("class", class).attr("tabindex", "-1").child(head);
            let item = match &message.what {
                What::Call(digits) => item.children(call::said(stage, digits)),
                _ => item,
            };
            let own = if let What::Code(code) = &message.what { code.as_str() } else { "" };
            let line = |line: String| {
                let line_of = el("p").attr("class", "sw-bubble__text").attr("translate", "no");
                spoken::words(stage, line_of, &line, &[own])
            };
            item.children(words.into_iter().map(line))
        };
        el("ol").attr("class", "sw-bubbles").attr("role", "list").children(arrived.iter().map(bubble)).into()
    };
    device(stage, "sw-device sw-device--phone", "desk.phone", "phone")
        .child(div("sw-phone").child(call::ringing(stage)).live(messages))
}

/// An inbox.
fn mail(stage: Stage) -> Node {
    let app = stage.app;
    let changed = memo(move || stamp(stage, Device::Mail));
    // Counted from the oldest one, so that what is open stays open when a new one comes in.
    let watching = stage.with_step(|step| step.mode.filled_in());
    let open =
        Signal::new(if watching { stage.desk.with_untracked(|desk| desk.messages(Device::Mail).len()) } else { 0 });
    let messages = move || {
        changed.get();
        let arrived = stage.desk.with_untracked(|desk| desk.messages(Device::Mail).to_vec());
        if arrived.is_empty() {
            return app.say("p", "sw-mail__empty", "mail.empty").into();
        }
        let count = arrived.len();
        let one = |(index, arrived): (usize, &Arrived)| {
            let number = count - index;
            let What::Words(id) = &arrived.what else { return el("li") };
            let message = stage.message(id).unwrap_or_default();
            let subject = message.subject.as_deref().unwrap_or_default();
            let head = press("sw-mail__head")
                .live_state("aria-expanded", move || open.get() == number)
                .child(stage.label("span", "sw-mail__from", &message.from))
                .child(stage.label("span", "sw-mail__subject", subject))
                .child(icon("chevron"))
                .on_press(move || {
                    open.update(|open| *open = if *open == number { 0 } else { number });
                });
            let head = if arrived.new { head.child(app.say("span", "sw-new", "desk.new")) } else { head };
            let body = div("sw-mail__body").live_flag("hidden", move || open.get() != number);
            let lines = message.text.iter().map(|line| spoken::paragraph(stage, "sw-mail__text", line));
            el("li").attr("class", "sw-mail__item").child(head).child(body.children(lines))
        };
        plain_list("sw-mail__list").children(arrived.iter().enumerate().map(one)).into()
    };
    device(stage, "sw-device sw-device--mail", "desk.mail", "mail")
        .child(div("sw-mail").child(app.say(app.heading(1), "sw-mail__title", "mail.inbox")).live(messages))
}

/// Letters on paper.
fn letter(stage: Stage) -> Node {
    device(stage, "sw-device sw-device--letter", "desk.letter", "letter").child(letters::view(stage))
}

/// A number that is another one when something came in: what lies there is drawn anew only then, not at every key.
pub fn stamp(stage: Stage, device: Device) -> u32 {
    let add = |sum: u32, part: u32| sum.wrapping_mul(31).wrapping_add(part);
    stage.desk.with(|desk| {
        let messages = desk.messages(device).iter();
        messages.fold(0, |sum, message| {
            let (What::Code(words) | What::Call(words) | What::Words(words)) = &message.what;
            words.bytes().fold(add(sum, u32::from(message.new)), |sum, byte| add(sum, u32::from(byte)))
        })
    })
}
