//! A flow as a picture that stands on its own (SVG), with a layout of our own. Made natively, for whoever reviews a flow;
//! `editing/mermaid.rs` writes the same as Mermaid's text.

mod graph;
mod layers;
mod order;
mod place;
pub mod svg;
mod wrap;
