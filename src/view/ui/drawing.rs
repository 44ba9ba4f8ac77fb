//! The drawings of `public/drawings/`: decoration, since the words beside them say the same. One that does not come hides itself (the loader).

use super::node::{Node, div, el};
use super::pictogram::icon;
use crate::view::app::App;

/// A drawing, by its name, in a place that is kept for it: wide and high as its view box. It comes after what one can read and press.
#[inline(never)]
pub fn drawing(app: App, class: &'static str, name: &str, (width, height): (u32, u32)) -> Node {
    let address = app.model.with_untracked(|model| [&model.base, "drawings/", name, ".svg"].concat());
    el("img")
        .attr("class", class)
        .attr("alt", "")
        .attr("width", width.to_string())
        .attr("height", height.to_string())
        .attr("decoding", "async")
        .attr("loading", "lazy")
        .attr("fetchpriority", "low")
        .attr("src", address)
}

/// The drawing of a flow, with its pictogram for a flow that has none.
#[inline(never)]
pub fn of_flow(app: App, flow: &str, pictogram: &str) -> Node {
    div("sw-thumb").child(icon(pictogram)).child(drawing(app, "sw-thumb__drawing", &["flow-", flow].concat(), (96, 96)))
}
