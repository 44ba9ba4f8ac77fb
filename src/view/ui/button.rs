//! Buttons: the one that stands out, the quiet one, and a link-like one.

use super::node::{Node, press, text};
use super::pictogram::icon;
use super::rich;
use crate::content::inline::Inline;
use crate::view::app::App;

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
    plain(weight, pictogram, words.as_ref())
}

#[inline(never)]
fn plain(weight: Weight, pictogram: &'static str, words: &str) -> Node {
    made(weight, pictogram, text("span", LABEL, words))
}

/// A button with words of the content, of which some may be in another language.
pub fn labelled(app: App, weight: Weight, pictogram: &'static str, words: &[Inline]) -> Node {
    made(weight, pictogram, rich::label(app, "span", LABEL, words))
}

/// The button that leads on from a step, in the step's own words where it has them.
pub fn onward(app: App, action: Option<&[Inline]>) -> Node {
    match action {
        Some(words) => labelled(app, Weight::Primary, "next", words),
        None => button(Weight::Primary, "next", app.t("nav.next")),
    }
}

const LABEL: &str = "sw-button__label";

#[inline(never)]
fn made(weight: Weight, pictogram: &'static str, label: Node) -> Node {
    let class = match weight {
        Weight::Primary if pictogram == "next" => "sw-button sw-button--primary sw-button--next",
        Weight::Primary => "sw-button sw-button--primary",
        Weight::Secondary => "sw-button",
        Weight::Quiet => "sw-button sw-button--quiet",
    };
    let button = press(class);
    let button = if pictogram.is_empty() { button } else { button.child(icon(pictogram)) };
    button.child(label)
}
