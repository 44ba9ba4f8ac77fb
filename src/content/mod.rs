//! From files to a flow that can be walked: words, loading, expanding, checking.

#[cfg(feature = "check")]
pub mod blank;
pub mod catalogue;
#[cfg(feature = "check")]
pub mod check;
#[cfg(feature = "check")]
pub mod codes;
pub mod complete;
#[cfg(feature = "check")]
pub mod draw;
pub mod file;
#[cfg(feature = "check")]
pub mod finding;
#[cfg(feature = "check")]
pub mod freshness;
pub mod house;
pub mod inline;
pub mod package;
pub mod problem;
#[cfg(feature = "check")]
pub mod read;
#[cfg(feature = "check")]
pub mod routes;
#[cfg(feature = "check")]
pub mod schemas;
mod screens;
#[cfg(feature = "check")]
pub mod texts;
pub mod ui;
#[cfg(feature = "check")]
pub mod upl;
pub mod words;
