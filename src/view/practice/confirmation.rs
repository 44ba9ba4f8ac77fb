//! "We hebben het ontvangen", with a number.

use super::stage::Stage;
use crate::view::ui::node::{Node, div, el};
use crate::view::ui::pictogram::icon;

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let number = stage.desk.with_untracked(|desk| desk.number().map(str::to_owned)).unwrap_or_default();
    div("sw-confirmation")
        .child(icon("check"))
        .child(
            el("p").attr("class", "sw-confirmation__number").text(app.fill("confirm.number", &[("number", &number)])),
        )
        .child(app.say("p", "sw-confirmation__text", "confirm.text"))
}
