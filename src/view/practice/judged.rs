//! What is judged, each on the device where one meets it.

use super::device::device;
use super::stage::Stage;
use crate::content::words::Message;
use crate::practice::spec::Shows;
use crate::view::ui::node::{Node, div, el};
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;
use leptos::prelude::*;
use leptos::svg;

/// The device with the thing on it.
pub fn view(stage: Stage) -> Node {
    let (shows, item) = stage.desk.with_untracked(|desk| (desk.spec().shows, desk.spec().item.clone()));
    let message = item.and_then(|item| stage.message(&item)).unwrap_or_default();
    match shows {
        Some(Shows::Sms) => phone(stage, sms(stage, &message)),
        Some(Shows::Call) => phone(stage, call(stage, &message)),
        Some(Shows::Letter) => letter(stage, &message),
        Some(Shows::Qr) => poster(stage, &message),
        Some(Shows::Address) => address(stage, &message),
        Some(Shows::Mail) | None => mail(stage, &message),
    }
}

fn lines(stage: Stage, class: &'static str, message: &Message) -> Vec<Node> {
    message.text.iter().map(|line| rich::paragraph(stage.app, class, &stage.rich(line))).collect()
}

fn phone(stage: Stage, shown: Node) -> Node {
    device(stage, "sw-device sw-device--phone", "desk.phone", "phone").child(div("sw-phone").child(shown))
}

fn sms(stage: Stage, message: &Message) -> Node {
    let from = el("p").attr("class", "sw-bubble__from").child(stage.label("span", "", &message.from));
    div("sw-bubble").child(from).children(lines(stage, "sw-bubble__text", message))
}

/// Somebody on the phone, and what they say.
fn call(stage: Stage, message: &Message) -> Node {
    let app = stage.app;
    div("sw-call")
        .child(icon("person"))
        .child(stage.label("p", "sw-call__from", &message.from))
        .child(app.say("p", "sw-call__says", "judge.says"))
        .child(el("blockquote").attr("class", "sw-bubble sw-call__words").children(lines(
            stage,
            "sw-bubble__text",
            message,
        )))
}

/// An e-mail that is open.
fn mail(stage: Stage, message: &Message) -> Node {
    let app = stage.app;
    let from = el("p").attr("class", "sw-mail__from").child(app.say("span", "", "judge.from")).child(stage.label(
        "strong",
        "sw-mail__sender",
        &message.from,
    ));
    let subject = message.subject.as_ref().map(|subject| stage.label("p", "sw-mail__subject", subject));
    let file = message.attachment.as_ref().map(|name| {
        el("p").attr("class", "sw-mail__file").child(icon("document")).child(stage.label("span", "", name))
    });
    let open = div("sw-mail__open").child(from).children(subject).children(lines(stage, "sw-mail__text", message));
    device(stage, "sw-device sw-device--mail", "desk.mail", "mail").child(div("sw-mail").child(open.children(file)))
}

fn letter(stage: Stage, message: &Message) -> Node {
    let subject = message.subject.as_ref().map(|subject| stage.label("p", "sw-letter__subject", subject));
    let paper = div("sw-letter").child(stage.label("p", "sw-letter__from", &message.from)).children(subject);
    device(stage, "sw-device sw-device--letter", "desk.letter", "letter").child(paper.children(lines(
        stage,
        "sw-letter__text",
        message,
    )))
}

/// A QR code somewhere: where it is, and what stands with it.
fn poster(stage: Stage, message: &Message) -> Node {
    let subject = message.subject.as_ref().map(|subject| stage.label("p", "sw-poster__subject", subject));
    device(stage, "sw-device sw-device--qr", "desk.qr", "map-pin").child(
        div("sw-poster")
            .child(stage.label("p", "sw-poster__from", &message.from))
            .children(subject)
            .child(qr())
            .children(lines(stage, "sw-poster__text", message)),
    )
}

/// The three corners of a real one, and blocks that mean nothing: no phone reads it.
fn qr() -> AnyView {
    let corners = "M1 1h7v7h-7zM3 3v3h3v-3zM17 1h7v7h-7zM19 3v3h3v-3zM1 17h7v7h-7zM3 19v3h3v-3z";
    let blocks = "M10 1h2v1h-2zM13 2h2v2h-2zM10 4h1v3h-1zM12 6h3v1h-3zM1 10h3v1h-3zM5 10h1v3h-1zM2 13h2v2h-2zM8 9h2v3h-2zM11 \
        9h3v2h-3zM15 10h2v3h-2zM19 10h2v1h-2zM22 9h2v3h-2zM9 13h2v2h-2zM12 13h2v3h-2zM18 13h3v2h-3zM16 16h2v2h-2zM20 \
        17h3v2h-3zM10 17h3v1h-3zM11 19h2v3h-2zM14 20h3v2h-3zM18 21h2v3h-2zM22 22h2v2h-2zM9 22h1v2h-1zM13 23h3v1h-3z";
    svg::svg()
        .attr("class", "sw-qr")
        .attr("viewBox", "0 0 25 25")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            [corners, blocks]
                .map(|d| svg::path().attr("d", d).attr("fill-rule", "evenodd").into_any())
                .into_iter()
                .collect::<Vec<_>>(),
        )
        .into_any()
}

/// An address bar, large.
fn address(stage: Stage, message: &Message) -> Node {
    let app = stage.app;
    let shown = message.subject.as_deref().unwrap_or_default();
    let bar = div("sw-browser__bar sw-browser__bar--large").child(
        el("p")
            .attr("class", "sw-browser__address")
            .child(app.say("span", "sw-browser__kind", "desk.address"))
            .child(stage.label("strong", "sw-browser__site", shown).attr("translate", "no")),
    );
    let site =
        el("p").attr("class", "sw-page__site").child(icon("house")).child(stage.label("span", "", &message.from));
    let page = div("sw-page").child(site).children(lines(stage, "sw-page__text", message));
    device(stage, "sw-device sw-device--computer", "desk.computer", "computer")
        .child(div("sw-browser").child(bar).child(page))
}
