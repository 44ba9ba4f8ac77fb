//! Large buttons, of which one is to be chosen: how to log in, a question in the app.

use super::stage::Stage;
use crate::practice::desk::DeskEvent;
use crate::practice::field::Field;
use crate::view::ui::node::{Node, div, el, text};

/// The options of the screen's only field, with the screen's `choices` as words.
pub fn view(stage: Stage) -> Node {
    let words = stage.words(None);
    let options = stage.desk.peek(|desk| desk.fields().first().map_or_else(Vec::new, |field| field.options().to_vec()));
    let tiles = options.into_iter().enumerate().map(|(option, id)| {
        let choice = words.choices.get(&id).cloned().unwrap_or_default();
        // The label alone is the button's name, so that its name is what one looks for; the rest describes it.
        let base = ["sw-tile-", &option.to_string()].concat();
        let (label, more) = ([&base, "-label"].concat(), [&base, "-more"].concat());
        let words = choice.text.map(|words| text("span", "sw-tile__text", stage.plain(&words)).attr("id", &more));
        let picked = move || stage.desk.with(|desk| desk.fields().first().and_then(Field::picked) == Some(option));
        el("button")
            .attr("type", "button")
            .attr("class", "sw-tile")
            .attr("data-device-button", "")
            .attr("aria-labelledby", &label)
            .attr("aria-describedby", if words.is_some() { &more } else { "" })
            .live_state("aria-pressed", picked)
            .child(text("span", "sw-tile__label", stage.plain(&choice.label)).attr("id", label))
            .children(words)
            .on_press(move || {
                stage.send(DeskEvent::Picked { field: 0, option });
                stage.send(DeskEvent::Submitted);
            })
    });
    div("sw-tiles").children(tiles)
}
