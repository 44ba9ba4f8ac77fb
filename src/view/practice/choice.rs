//! Large buttons, of which one is to be chosen: how to log in, a question in the app.

use super::stage::Stage;
use crate::practice::desk::{Deed, DeskEvent};
use crate::practice::input::field::Field;
use crate::view::ui::node::{Node, div};

/// The options of the screen's only field, with the screen's `choices` as words.
pub fn view(stage: Stage) -> Node {
    let words = stage.words(None);
    let options =
        stage.desk.with_untracked(|desk| desk.fields().first().map_or_else(Vec::new, |field| field.options().to_vec()));
    let tiles = options.into_iter().enumerate().map(|(option, id)| {
        let choice = words.choices.get(&id).cloned().unwrap_or_default();
        let more = ["sw-tile-", &option.to_string()].concat();
        let described = choice.text.map(|words| stage.label("p", "sw-tile__text", &words).attr("id", &more));
        let picked = move || stage.desk.with(|desk| desk.fields().first().and_then(Field::picked) == Some(option));
        // The label alone is the button, so that its name is what it shows; it reaches over the whole tile.
        let press = stage
            .label("button", "sw-press sw-tile__label", &choice.label)
            .attr("type", "button")
            .attr("data-device-button", "")
            .live_state("aria-pressed", picked);
        let press = if described.is_some() { press.attr("aria-describedby", &more) } else { press };
        let press = press.on_press(move || {
            stage.send(DeskEvent::Picked { field: 0, option });
            stage.send(DeskEvent::Submitted);
        });
        div("sw-tile").child(stage.does(Deed::Pick { field: 0, option }, press)).children(described)
    });
    div("sw-tiles").children(tiles)
}
