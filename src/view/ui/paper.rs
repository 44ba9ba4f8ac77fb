//! Paper: the page from which a card is printed.

use super::node::{Node, el};

/// A page of its own in a frame, empty until `platform::print` puts the card in it. It stands beside the card.
pub fn paper(title: &str) -> Node {
    el("iframe").attr("class", "sw-unseen").attr("title", title).attr("aria-hidden", "true").attr("tabindex", "-1")
}
