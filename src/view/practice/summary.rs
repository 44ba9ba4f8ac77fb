//! Look everything over, then send.

use super::stage::Stage;
use crate::platform::typing;
use crate::practice::desk::LineValue;
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, text};

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let lines = stage.desk.with_untracked(|desk| desk.lines().to_vec());
    let rows = lines.iter().map(|line| {
        let mut words = stage.words(Some(&line.screen));
        let field = words.fields.remove(&line.field).unwrap_or_default();
        let place = || app.t("summary.place");
        let label = if field.label.is_empty() { place() } else { stage.plain(&field.label) };
        let value = match &line.value {
            LineValue::Text(text) => text.clone(),
            LineValue::Option(id) => field.options.get(id).map_or_else(|| id.clone(), |words| stage.plain(words)),
            LineValue::Place(id) => words.places.get(id).map_or_else(|| id.clone(), |words| stage.plain(words)),
            LineValue::Ticked => app.t("summary.yes"),
            LineValue::Empty => app.t("summary.empty"),
        };
        div("sw-summary__row").child(text("dt", "sw-summary__name", label)).child(text(
            "dd",
            "sw-summary__value",
            value,
        ))
    });
    let own = stage.words(None).button.map(|words| stage.plain(&words));
    let send = button(Weight::Primary, "", own.unwrap_or_else(|| app.t("summary.send")))
        .on("click", move |event| stage.answer(typing::by_key(&event)));
    div("sw-form").child(el("dl").attr("class", "sw-summary").children(rows)).child(div("sw-page__actions").child(send))
}
