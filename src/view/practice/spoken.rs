//! Codes as they are seen, and beside them as they are heard: character by character.

use super::stage::Stage;
use crate::content::inline::Inline;
use crate::practice::spoken::{codes_of, cut, spoken};
use crate::view::ui::node::{Node, el, text};
use crate::view::ui::rich;

/// A code. Eyes see it as it is; a screen reader meets its characters one by one. Neither is for a translator.
pub fn code(shown: &str) -> Node {
    el("span")
        .attr("class", "sw-code")
        .attr("translate", "no")
        .child(el("span").attr("aria-hidden", "true").text(shown))
        .child(text("span", "sw-unseen", spoken(shown)))
}

/// Words in an element, with their marks and the codes in them.
pub fn words(stage: Stage, node: Node, words: &str, more: &[&str]) -> Node {
    let own = stage.with_step(|step| codes_of(step.persona));
    marked(stage, node, &stage.rich(words), &[&own, more].concat())
}

/// A paragraph of a message, with its marks and the codes in it.
pub fn paragraph(stage: Stage, class: &'static str, line: &str) -> Node {
    let own = stage.with_step(|step| codes_of(step.persona));
    marked(stage, el("p").attr("class", class), &stage.rich(line), &own)
}

fn marked(stage: Stage, node: Node, line: &[Inline], own: &[&str]) -> Node {
    line.iter().fold(node, |node, piece| match piece {
        Inline::Text(words) => pieces(node, words, own),
        Inline::Strong(words) => node.child(marked(stage, el("strong"), words, own)),
        other => rich::onto(stage.app, node, std::slice::from_ref(other)),
    })
}

fn pieces(node: Node, words: &str, codes: &[&str]) -> Node {
    cut(words, codes)
        .into_iter()
        .fold(node, |node, (is_code, piece)| node.child(if is_code { code(piece) } else { el("span").text(piece) }))
}
