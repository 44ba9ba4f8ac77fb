//! A question with one answer. Choosing is not yet answering: nobody is sent on by a touch that slipped.

use super::app::App;
use super::step;
use super::ui::button::onward;
use super::ui::node::{Node, div, el, nothing};
use super::ui::rich;
use crate::app::event::Event;
use crate::app::screen::{Pick, StepScreen};
use crate::content::inline::plain;
use crate::flow::answer::Answer;
use crate::signal::Signal;
use std::sync::Arc;

pub fn view(page: Node, app: App, step: &Arc<StepScreen>) -> Node {
    let picked = Signal::new(step.options.iter().find(|option| option.picked).map(|option| option.id.clone()));
    let forgot = Signal::new(false);
    let group = div("sw-options").attr("role", "radiogroup").attr("aria-label", plain(&step.name));
    let group = group.children(step.options.iter().map(|pick| option(app, pick, picked)));
    let go = onward(app, step.action.as_deref()).on_press(move || match picked.get_untracked() {
        Some(id) => app.tell(Event::Answered(Answer::Chose(id))),
        None => forgot.set(true),
    });
    let complaint = div("sw-complaint").attr("role", "alert").live(move || {
        if forgot.get() && picked.get().is_none() { app.say("p", "sw-error", "choose.first").into() } else { nothing() }
    });
    let lead = app.say("p", "sw-note-line", "choose.lead");
    page.child(div("sw-choose").child(lead).child(group)).child(step::dock(app, step, complaint, go))
}

fn option(app: App, pick: &Pick, picked: Signal<Option<String>>) -> Node {
    let chosen = pick.id.clone();
    let describes = ["sw-option-", &pick.id].concat();
    let input = el("input")
        .attr("type", "radio")
        .attr("class", "sw-option__input")
        .flag("checked", pick.picked)
        .on("change", move |_| picked.set(Some(chosen.clone())));
    let input = input.attr("name", app.group("sw-option"));
    let input = if pick.text.is_some() { input.attr("aria-describedby", &describes) } else { input };
    let words =
        el("span").attr("class", "sw-option__words").child(rich::label(app, "span", "sw-option__title", &pick.label));
    let label = el("label").attr("class", "sw-option").child(input).child(words);
    let line = pick.text.as_ref().map(|line| rich::paragraph(app, "sw-option__text", line).attr("id", &describes));
    let row = div("sw-option-row").child(label);
    match line {
        Some(line) => row.child(line),
        None => row,
    }
}
