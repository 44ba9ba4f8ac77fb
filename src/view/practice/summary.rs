//! Look everything over, then send.

use super::stage::Stage;
use crate::platform::typing;
use crate::practice::desk::{Deed, LineValue};
use crate::view::ui::button::Weight;
use crate::view::ui::node::{Node, div, el, text};

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let lines = stage.desk.with_untracked(|desk| desk.lines().to_vec());
    let rows = lines.iter().map(|line| {
        let mut words = stage.words(Some(&line.screen));
        let field = words.fields.remove(&line.field).unwrap_or_default();
        let label = if field.label.is_empty() { app.t("summary.place") } else { field.label };
        let value = match &line.value {
            LineValue::Text(text) => text.clone(),
            LineValue::Option(id) => field.options.get(id).map_or_else(|| id.clone(), String::clone),
            LineValue::Place(id) => words.places.get(id).map_or_else(|| id.clone(), String::clone),
            LineValue::Ticked => app.t("summary.yes"),
            LineValue::Empty => app.t("summary.empty"),
        };
        let said = match &line.value {
            // What was typed has no marks.
            LineValue::Text(_) => text("dd", "sw-summary__value", value),
            _ => stage.label("dd", "sw-summary__value", &value),
        };
        div("sw-summary__row").child(stage.label("dt", "sw-summary__name", &label)).child(said)
    });
    let send = stage
        .button(Weight::Primary, stage.words(None).button.as_ref(), "summary.send")
        .on("click", move |event| stage.answer(typing::by_key(&event)));
    div("sw-form")
        .child(el("dl").attr("class", "sw-summary").children(rows))
        .child(div("sw-page__actions sw-summary__send").child(stage.does(Deed::Press, send)))
}
