//! Real or fake? What is to be judged, on its own device, and the two answers beside it.

use super::judged;
use super::stage::Stage;
use crate::practice::desk::{Deed, DeskEvent};
use crate::practice::input::field::Field;
use crate::practice::screens::judge::ANSWERS;
use crate::view::ui::node::{Node, div, press};
use crate::view::ui::pictogram::icon;
use crate::view::ui::rich;

/// The device and the answers.
pub fn all(stage: Stage) -> [Node; 2] {
    [judged::view(stage), answers(stage)]
}

fn answers(stage: Stage) -> Node {
    let app = stage.app;
    let words = stage.words(None);
    let buttons = ANSWERS.iter().enumerate().map(|(option, answer)| {
        let picked = move || stage.desk.with(|desk| desk.fields().first().and_then(Field::picked) == Some(option));
        let real = *answer == "real";
        let button = press("sw-verdict")
            .attr("data-device-button", "")
            .live_state("aria-pressed", picked)
            .child(icon(if real { "shield" } else { "warning" }))
            .child(app.say("span", "sw-verdict__label", if real { "judge.real" } else { "judge.fake" }))
            .on_press(move || {
                stage.send(DeskEvent::Picked { field: 0, option });
                stage.send(DeskEvent::Submitted);
            });
        stage.does(Deed::Pick { field: 0, option }, button)
    });
    // Who only looks gives no answer, and should still read why.
    let why = words.right.as_ref().filter(|_| stage.with_step(|step| step.mode.filled_in()));
    div("sw-judge")
        .child(stage.label(app.heading(1), "sw-judge__title", &words.title))
        .children(words.text.iter().map(|line| rich::paragraph(app, "sw-judge__text", &stage.rich(line))))
        .child(div("sw-verdicts").children(buttons))
        .children(why.map(|why| rich::paragraph(app, "sw-judge__text", &stage.rich(why))))
}
