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
    let fields: Vec<(String, FieldKind, String)> = stage.desk.with_untracked(|desk| {
        // What is asked twice stands here once, and a code is read where it came in.
        let known =
            |field: &&Field| !field.expected().is_empty() && !matches!(field.id(), "code" | "pin-again" | REPEAT);
        let asked = desk.fields().iter().filter(known);
        asked.map(|field| (field.id().to_owned(), field.kind(), field.expected().to_owned())).collect()
    });
    let rows: Vec<Node> = fields
        .iter()
        .filter(|(_, kind, _)| matches!(kind, FieldKind::Text | FieldKind::Bsn | FieldKind::Date))
        .map(|(id, kind, expected)| {
            let value = el("dd").attr("class", "sw-persona__value").attr("translate", "no");
            // A number of many digits is typed digit by digit.
            let digits = expected.len() > 4 && expected.bytes().all(|byte| byte.is_ascii_digit());
            let value = match kind {
                FieldKind::Date => value.text(expected.replace('-', " - ")),
                _ if digits => value.child(spoken::code(expected)),
                _ => value.text(expected),
            };
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
