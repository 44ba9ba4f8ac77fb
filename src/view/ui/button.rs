//! Buttons: the one that stands out, the quiet one, and a link-like one.

use super::node::{Node, el, text};
use super::pictogram::icon;

/// How much a button stands out.
#[derive(Clone, Copy, PartialEq)]
pub enum Weight {
    /// The one action of the screen.
    Primary,
    Secondary,
    /// Looks like a link.
    Quiet,
}

/// A button with words, and a pictogram before them (`""` for none).
pub fn button(weight: Weight, pictogram: &'static str, words: impl AsRef<str>) -> Node {
    made(weight, pictogram, words.as_ref())
}

#[inline(never)]
fn made(weight: Weight, pictogram: &'static str, words: &str) -> Node {
    let class = match weight {
        Weight::Primary if pictogram == "next" => "sw-button sw-button--primary sw-button--next",
        Weight::Primary => "sw-button sw-button--primary",
        Weight::Secondary => "sw-button",
        Weight::Quiet => "sw-button sw-button--quiet",
    };
    let button = el("button").attr("type", "button").attr("class", class);
    let button = if pictogram.is_empty() { button } else { button.child(icon(pictogram)) };
    button.child(text("span", "sw-button__label", words))
}
