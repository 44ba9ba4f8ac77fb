//! Panels beside the text: one that is open, one that opens.

use super::node::{Node, div, el};
use super::pictogram::icon;
use crate::view::app::App;

fn class(pictogram: &str) -> &'static str {
    match pictogram {
        "shield" => "sw-panel sw-panel--safety",
        "warning" => "sw-panel sw-panel--warning",
        "hands" => "sw-panel sw-panel--helper",
        _ => "sw-panel sw-panel--info",
    }
}

/// A panel with a title.
pub fn panel(app: App, pictogram: &'static str, title: &'static str) -> Node {
    div(class(pictogram)).child(
        el(app.heading(1)).attr("class", "sw-panel__title").child(icon(pictogram)).child(el("span").text(app.t(title))),
    )
}

/// A panel that opens when its title is pressed.
pub fn disclosure(app: App, pictogram: &'static str, title: &'static str) -> Node {
    el("details").attr("class", class(pictogram)).child(
        el("summary").attr("class", "sw-panel__title").child(icon(pictogram)).child(el("span").text(app.t(title))),
    )
}
