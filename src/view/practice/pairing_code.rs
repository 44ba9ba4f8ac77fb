//! The app on the phone that shows a code to type on the computer.

use super::spoken;
use super::stage::Stage;
use crate::practice::screens::pairing_code;
use crate::view::ui::node::{Node, div, el};
use crate::view::ui::pictogram::icon;

/// The app, with its code in large letters.
pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let code = stage.with_step(|step| pairing_code::shown(step.persona));
    div("sw-app")
        .child(el("p").attr("class", "sw-app__name").child(icon("phone")).child(el("span").text(app.t("pairing.app"))))
        .child(app.say(app.heading(1), "sw-app__title", "pairing.title"))
        .child(el("p").attr("class", "sw-app__code").attr("translate", "no").child(spoken::code(code)))
        .child(app.say("p", "sw-app__text", "pairing.text"))
}
