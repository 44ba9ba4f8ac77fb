//! Drawing a pictogram: a line drawing that takes the colour of the words beside it, and says nothing to a screen reader.

use super::icon::path;
use leptos::prelude::*;
use leptos::svg;

/// A pictogram of the later file, by its path: the names of the others are in the first.
pub fn sign(d: &'static str) -> AnyView {
    svg::svg()
        .attr("class", "sw-icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg::path().attr("d", d))
        .into_any()
}

/// A pictogram by name; an unknown name gives a neutral one.
pub fn icon(name: &str) -> AnyView {
    svg::svg()
        .attr("class", if matches!(name, "back" | "next" | "chevron") { "sw-icon sw-icon--flips" } else { "sw-icon" })
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg::path().attr("d", path(name)))
        .into_any()
}
