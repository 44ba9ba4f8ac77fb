//! Stapwijzer walks residents through digital government services, step by step.
//!
//! Pure inside, browser at the edge: `flow`, `practice`, `content` and `app` know no browser and are tested
//! natively; `view`, `platform` and `embed` need the feature `app`. ARCHITECTURE.md draws the map.

pub mod app;
pub mod braces;
#[cfg(feature = "check")]
mod colours;
pub mod content;
#[cfg(feature = "check")]
pub mod drawing;
pub mod find;
pub mod flow;
pub mod map;
#[cfg(feature = "check")]
mod markup;
#[cfg(feature = "check")]
pub mod pages;
pub mod practice;
pub mod raw;
pub mod value;

#[cfg(feature = "app")]
pub mod embed;
#[cfg(feature = "app")]
pub mod platform;
#[cfg(feature = "app")]
pub mod state;
#[cfg(feature = "app")]
pub mod view;
