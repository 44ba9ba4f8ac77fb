//! The app on the phone: its title, its text, and what this screen asks. Drawn in our own style; no screen of DigiD's.

use super::id_check;
use super::pin;
use super::stage::Stage;
use crate::practice::spec::ScreenKind;
use crate::view::practice::choice;
use crate::view::ui::node::{Node, div, el};
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;

/// The app, open on the screen that is practised.
pub fn view(stage: Stage, kind: ScreenKind) -> Node {
    let app = stage.app;
    let words = stage.words(None);
    // The name of the organisation is what one has to look at.
    let (name, lines) = match words.text.split_first() {
        Some((name, rest)) if kind == ScreenKind::Organisation => (Some(name), rest),
        _ => (None, &words.text[..]),
    };
    let name = name.map(|name| {
        let name = stage.label("strong", "sw-organisation__name", name).attr("translate", "no");
        el("p").attr("class", "sw-organisation").child(icon("house")).child(name)
    });
    div("sw-app")
        .child(el("p").attr("class", "sw-app__name").child(icon("phone")).child(stage.label("span", "", &words.site)))
        .child(stage.label(app.heading(1), "sw-app__title", &words.title))
        .children(name)
        .children(lines.iter().map(|line| rich::paragraph(app, "sw-app__text", &stage.rich(line))))
        .children(part_of(stage, kind))
}

/// What a screen of the app has under its title and text; screens of the site are not drawn here, see `ScreenKind::place`.
fn part_of(stage: Stage, kind: ScreenKind) -> Option<Node> {
    match kind {
        ScreenKind::AppChoice | ScreenKind::Organisation => Some(choice::view(stage)),
        ScreenKind::PinChoose | ScreenKind::PinEnter => Some(pin::view(stage)),
        ScreenKind::IdCheck => Some(id_check::view(stage)),
        ScreenKind::Login
        | ScreenKind::SmsCode
        | ScreenKind::Form
        | ScreenKind::Map
        | ScreenKind::Summary
        | ScreenKind::Confirmation
        | ScreenKind::Method
        | ScreenKind::NewAccount
        | ScreenKind::NewPassword
        | ScreenKind::MailCode
        | ScreenKind::LetterCode
        | ScreenKind::PairingCode
        | ScreenKind::Scan
        | ScreenKind::Inbox
        | ScreenKind::History
        | ScreenKind::Judge
        | ScreenKind::Tap
        | ScreenKind::Pages => None,
    }
}
