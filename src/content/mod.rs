//! The formats of content files, and from files to a flow that can be walked: loading, expanding includes, reading marks.

pub mod asset;
pub mod catalogue;
pub mod figure;
pub mod file;
pub mod inline;
pub mod missing_words;
pub mod package;
pub mod problem;
pub mod ui;
pub mod words;
