//! Stapwijzer walks residents through digital government services, step by step.
//!
//! Pure inside, browser at the edge: `flow`, `practice`, `content`, `municipality`, `search` and `app` know no browser and are tested
//! natively; `view`, `platform` and `embed` need the feature `app`. What only editors need is in `editing` (feature `check`) and never
//! reaches a browser. ARCHITECTURE.md draws the map.

pub mod app;
pub mod content;
pub mod date;
pub mod flow;
pub mod hash;
pub mod map;
pub mod municipality;
pub mod placeholders;
pub mod practice;
pub mod search;
pub mod value;

#[cfg(feature = "check")]
pub mod editing;

#[cfg(feature = "app")]
pub mod embed;
#[cfg(feature = "app")]
pub mod platform;
#[cfg(feature = "app")]
pub mod signal;
#[cfg(feature = "app")]
pub mod view;
