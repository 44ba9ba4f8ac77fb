//! "Uw oefenkaartje": what this screen wants, to be read from and typed over.

use super::spoken;
use super::stage::Stage;
use crate::practice::input::field::Field;
use crate::practice::screens::new_account::REPEAT;
use crate::practice::spec::FieldKind;
use crate::view::ui::node::{Node, div, el, nothing, text};
use crate::view::ui::pictogram::icon;
use leptos::prelude::*;

/// The card; nothing on screens that ask for nothing from it.
pub fn view(stage: Stage) -> AnyView {
    let app = stage.app;
    let fields: Vec<String> = stage.desk.with_untracked(|desk| {
        // What is asked twice stands here once.
        let once = |field: &&Field| on_card(field) && !matches!(field.id(), "pin-again" | REPEAT);
        desk.fields().iter().filter(once).map(|field| field.id().to_owned()).collect()
    });
    let rows: Vec<Node> = fields
        .iter()
        .map(|id| {
            let value = value(stage, el("dd").attr("class", "sw-persona__value"), id);
            div("sw-persona__row").child(text("dt", "sw-persona__key", stage.field_words(id).label)).child(value)
        })
        .collect();
    if rows.is_empty() {
        return nothing();
    }
    let persona = stage.with_step(|step| step.persona.get("name").unwrap_or_default());
    let name = div("sw-persona__row").child(app.say("dt", "sw-persona__key", "card.name")).child(text(
        "dd",
        "sw-persona__value",
        persona,
    ));
    el("details")
        .attr("class", "sw-persona")
        .attr("open", "")
        .child(
            el("summary")
                .attr("class", "sw-persona__title")
                .child(icon("card"))
                .child(el("span").text(app.t("desk.card"))),
        )
        .child(app.say("p", "sw-persona__text", "desk.card.text"))
        .child(el("dl").attr("class", "sw-persona__list").child(name).children(rows))
        .into()
}

/// Whether the card says what to type in a field. A code is read where it came in.
fn on_card(field: &Field) -> bool {
    let typed = matches!(field.kind(), FieldKind::Text | FieldKind::Bsn | FieldKind::Date);
    typed && !field.expected().is_empty() && field.id() != "code"
}

/// What the card says for one field, to stand with that field where there is no room for the card; nothing when it says nothing.
pub fn strip(stage: Stage, id: &str) -> Option<Node> {
    let known = stage.desk.with_untracked(|desk| desk.fields().iter().any(|field| field.id() == id && on_card(field)));
    let line = || {
        let value = value(stage, el("strong").attr("class", "sw-persona__value"), id);
        el("p").attr("class", "sw-field__card").child(stage.app.say("span", "", "field.card")).child(value)
    };
    known.then(line)
}

/// The value itself, written and said so that it can be typed over.
fn value(stage: Stage, node: Node, id: &str) -> Node {
    let (kind, expected) = stage.desk.with_untracked(|desk| {
        let field = desk.fields().iter().find(|field| field.id() == id);
        field.map_or((FieldKind::Text, String::new()), |field| (field.kind(), field.expected().to_owned()))
    });
    let of = stage.desk.with_untracked(|desk| desk.fields().iter().position(|field| field.id() == id));
    // While it is typed before one's eyes, it is lit: from there it comes.
    let node = node.attr("translate", "no").live_flag("data-lit", move || of.is_some_and(|of| stage.is_lit(of)));
    // A number of many digits is typed digit by digit.
    let digits = expected.len() > 4 && expected.bytes().all(|byte| byte.is_ascii_digit());
    match kind {
        FieldKind::Date => node.text(expected.replace('-', " - ")),
        _ if digits => node.child(spoken::code(&expected)),
        _ => node.text(expected),
    }
}
