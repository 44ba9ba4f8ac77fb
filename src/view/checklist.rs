//! What to have at hand. Ticking helps to remember; nothing is asked of those who do not.

use super::app::App;
use super::step;
use super::ui::button::onward;
use super::ui::node::{Node, div, el, plain_list};
use super::ui::rich;
use crate::app::event::Event;
use crate::app::screen::{Pick, StepScreen};
use crate::flow::answer::Answer;
use crate::signal::Signal;
use std::sync::Arc;

pub fn view(page: Node, app: App, step: &Arc<StepScreen>) -> Node {
    let ticked: Vec<String> = step.items.iter().filter(|item| item.picked).map(|item| item.id.clone()).collect();
    let ticked = Signal::new(ticked);
    let list = plain_list("sw-ticks").children(step.items.iter().map(|pick| item(app, pick, ticked)));
    let go = onward(app, step.action.as_deref())
        .on_press(move || app.tell(Event::Answered(Answer::Ticked(ticked.get_untracked()))));
    page.child(div("sw-checklist").child(list)).child(step::dock(app, step, step::nothing_here(), go))
}

fn item(app: App, pick: &Pick, ticked: Signal<Vec<String>>) -> Node {
    let id = pick.id.clone();
    let input = el("input").attr("type", "checkbox").attr("class", "sw-tick__input").flag("checked", pick.picked).on(
        "change",
        move |_| {
            ticked.update(|ticked| match ticked.iter().position(|other| *other == id) {
                Some(index) => {
                    ticked.remove(index);
                }
                None => ticked.push(id.clone()),
            });
        },
    );
    let label = el("label").attr("class", "sw-tick").child(input).child(rich::label(
        app,
        "span",
        "sw-tick__title",
        &pick.label,
    ));
    let row = el("li").attr("class", "sw-tick-row").child(label);
    match &pick.text {
        Some(line) => row.child(rich::paragraph(app, "sw-tick__text", line)),
        None => row,
    }
}
