//! Large things to tap: drawings where there are any, else circles.

use super::stage::Stage;
use crate::practice::desk::{Deed, Desk, DeskEvent};
use crate::practice::event::Touch;
use crate::practice::screens::tap::Tap;
use crate::signal::{get_bool, memo_bool};
use crate::view::ui::drawing::drawing;
use crate::view::ui::node::{Node, div, el, press};
use crate::view::ui::pictogram::icon;

/// What has a drawing: places by their ids, so that another exercise with these things has them too.
const DRAWN: [(&str, &str); 4] =
    [("huis", "tap-house"), ("boom", "tap-tree"), ("fiets", "tap-bicycle"), ("bank", "tap-bench")];

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let words = stage.words(None);
    let places = stage.desk.with_untracked(|desk| desk.places().to_vec());
    let targets = places.iter().enumerate().map(|(index, place)| {
        let name = words.places.get(&place.id).unwrap_or(&place.id);
        let tapped =
            memo_bool(move || stage.desk.with(|desk| desk.screen::<Tap>().is_some_and(|tap| tap.is_tapped(index))));
        let drawn = DRAWN.iter().find(|(id, _)| *id == place.id);
        let picture = drawn.map(|(_, name)| drawing(app, "sw-tap__drawing", name, (200, 160)));
        let target = press("sw-tap")
            .attr("data-x", place.x.to_string())
            .attr("data-y", place.y.to_string())
            .live_state("aria-pressed", move || get_bool(tapped))
            .children(picture)
            .child(el("span").attr("class", "sw-tap__mark").child(icon("check")))
            .child(stage.label("span", "sw-tap__name", name))
            .on_press(move || stage.send(DeskEvent::Touched(Touch::Tapped(index))));
        stage.does(Deed::Touch(Touch::Tapped(index)), target)
    });
    let left = move || {
        let left = stage.desk.with(|desk: &Desk| desk.screen::<Tap>().map_or(0, Tap::left));
        app.fill("tap.left", &[("n", &left.to_string())])
    };
    div("sw-form").child(div("sw-taps").children(targets)).child(el("p").attr("class", "sw-tap__left").live_text(left))
}
