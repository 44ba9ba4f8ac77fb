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
    div("sw-prose").children(lines.iter().map(|line| onto(app, el("p"), line)))
}

/// A label, or another text in which nothing can be pressed.
pub fn label(app: App, tag: &'static str, class: &'static str, pieces: &[Inline]) -> Node {
    in_language(app, el(tag).attr("class", class), pieces, "", false)
}

/// The pieces, added to an element.
pub fn onto(app: App, node: Node, pieces: &[Inline]) -> Node {
    in_language(app, node, pieces, "", true)
}

/// Words of a language; of that of the page when it has no name.
fn in_language(app: App, node: Node, pieces: &[Inline], lang: &str, terms: bool) -> Node {
    let own = |tag| if lang.is_empty() { el(tag) } else { el(tag).attr("lang", lang) };
    pieces.iter().fold(node, |node, piece| match piece {
        Inline::Text(words) | Inline::Unknown(words) => node.child(own("span").text(words)),
        Inline::Strong(words) => node.child(in_language(app, own("strong"), words, lang, false)),
        Inline::Foreign { lang, words } => in_language(app, node, words, lang, terms),
        Inline::Fact { value, fresh } => {
            let node = node.child(el("span").text(value));
            if *fresh {
                return node;
            }
            node.child(text("span", "sw-stale", [" (", &app.t("fact.stale"), ")"].concat()))
        }
        Inline::Term { shown, .. } if !terms => node.child(own("span").text(shown)),
        Inline::Term { shown, explanation } => {
            let open = Signal::new(false);
            let button = own("button")
                .attr("type", "button")
                .attr("class", "sw-term")
                .live_state("aria-expanded", move || open.get())
                .text(shown)
                .on_press(move || {
                    open.update(|open| *open = !*open);
                });
            // The explanation follows its word, so that a screen reader meets it next.
            let definition = onto(app, el("span").attr("class", "sw-definition"), explanation)
                .attr("role", "note")
                .live_flag("hidden", move || !open.get());
            node.child(button).child(definition)
        }
    })
}
