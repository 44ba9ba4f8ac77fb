//! A list whose items are ticked while one works. Said in words too; not read out by itself, which would be chatter.

use super::stage::Stage;
use crate::signal::{get_bool, memo_bool};
use crate::view::ui::node::{Node, el, plain_list};
use crate::view::ui::pictogram::icon;

/// The list.
pub fn list() -> Node {
    plain_list("sw-todo")
}

/// An item, and whether it is met now.
pub fn item(stage: Stage, words: &str, met: impl Fn() -> bool + Send + Sync + 'static) -> Node {
    let app = stage.app;
    let met = memo_bool(met);
    let state = move || [": ", &app.t(if get_bool(met) { "step.done" } else { "todo.open" })].concat();
    el("li")
        .attr("class", "sw-todo__item")
        .live_flag("data-met", move || get_bool(met))
        .child(el("span").attr("class", "sw-todo__mark").child(icon("check")))
        .child(
            el("span")
                .child(stage.label("span", "", words))
                .child(el("span").attr("class", "sw-unseen").live_text(state)),
        )
}
