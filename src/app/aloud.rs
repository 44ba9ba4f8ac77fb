//! What is read aloud of a screen: its heading and its paragraphs, in order.

use super::model::Model;
use super::screen::{Screen, StepScreen};
use crate::content::inline::{Inline, plain};

/// The paragraphs of the current screen.
pub fn read(model: &Model) -> Vec<String> {
    let ui = &model.ui;
    match model.screen() {
        Screen::Loading => vec![],
        Screen::Failed(failure) => vec![ui.t(&["load.failed.", failure.code()].concat())],
        Screen::Start => {
            let mut text = vec![ui.t("start.title")];
            text.extend(model.start_screen().cards.into_iter().map(|card| card.title));
            text
        }
        Screen::House(room) => vec![match room {
            Some(room) => ui.t(&["room.", room.name()].concat()),
            None => ui.t("house.title"),
        }],
        Screen::Welcome(welcome) => vec![welcome.title, welcome.summary, ui.t("mode.title")],
        Screen::Step(step) => of_step(model, &step),
    }
}

fn of_step(model: &Model, step: &StepScreen) -> Vec<String> {
    let mut text = vec![heading(model, step)];
    let mut add = |pieces: &[Inline]| text.push(plain(pieces));
    step.text.iter().for_each(|pieces| add(pieces));
    if step.mode.hint_at_once() {
        step.hint.iter().for_each(|pieces| add(pieces));
    }
    step.after.iter().for_each(|pieces| add(pieces));
    text.extend(step.options.iter().chain(&step.items).map(|pick| pick.label.clone()));
    text
}

/// "Stap 3 van 8: …"
pub fn heading(model: &Model, step: &StepScreen) -> String {
    let number = step.progress.number.to_string();
    let total = step.progress.total.to_string();
    model.ui.fill("step.heading", &[("n", &number), ("total", &total), ("title", &step.title)])
}
