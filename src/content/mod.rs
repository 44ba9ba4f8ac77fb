//! From files to a flow that can be walked: words, loading, expanding, checking.

pub mod catalogue;
#[cfg(feature = "check")]
pub mod check;
#[cfg(feature = "check")]
pub mod codes;
pub mod complete;
pub mod file;
pub mod inline;
pub mod package;
pub mod problem;
#[cfg(feature = "check")]
pub mod read;
mod screens;
#[cfg(feature = "check")]
pub mod texts;
pub mod ui;
pub mod words;
