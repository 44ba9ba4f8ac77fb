//! Texts with their marks: strong words, difficult words that explain themselves, figures that may be out of date.

use super::node::{Node, div, el, text};
use crate::content::inline::Inline;
use crate::signal::Signal;
use crate::view::app::App;

/// A paragraph.
pub fn paragraph(app: App, class: &'static str, pieces: &[Inline]) -> Node {
    onto(app, el("p").attr("class", class), pieces)
}

/// An item of a list.
pub fn item(app: App, pieces: &[Inline]) -> Node {
    onto(app, el("li"), pieces)
}

/// A list, or nothing when there is nothing to say.
pub fn list(app: App, class: &'static str, lines: &[Vec<Inline>]) -> Node {
    el("ul").attr("class", class).children(lines.iter().map(|line| item(app, line)))
}

/// Paragraphs.
pub fn prose(app: App, lines: &[Vec<Inline>]) -> Node {
    div("sw-prose").children(lines.iter().map(|line| paragraph(app, "sw-prose__p", line)))
}

/// The pieces, added to an element.
pub fn onto(app: App, node: Node, pieces: &[Inline]) -> Node {
    pieces.iter().fold(node, |node, piece| match piece {
        Inline::Text(words) | Inline::Unknown(words) => node.child(el("span").text(words)),
        Inline::Strong(words) => node.child(el("strong").text(words)),
        Inline::Fact { value, fresh: true } => node.child(el("span").text(value)),
        Inline::Fact { value, fresh: false } => node.child(el("span").text(value)).child(text(
            "span",
            "sw-stale",
            [" (", &app.t("fact.stale"), ")"].concat(),
        )),
        Inline::Term { shown, explanation } => {
            let open = Signal::new(false);
            let button = el("button")
                .attr("type", "button")
                .attr("class", "sw-term")
                .live_state("aria-expanded", move || open.get())
                .text(shown)
                .on_press(move || {
                    open.update(|open| *open = !*open);
                });
            // The explanation follows its word, so that a screen reader meets it next.
            let definition = text("span", "sw-definition", explanation)
                .attr("role", "note")
                .live_flag("hidden", move || !open.get());
            node.child(button).child(definition)
        }
    })
}
