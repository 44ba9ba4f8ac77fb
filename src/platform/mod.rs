//! The browser's edge: one file per kind of effect. Knows `app`'s events and effects, and no view.

pub mod focus;
pub mod host;
pub mod json;
pub mod load;
pub mod motion;
mod object;
pub mod pointing;
pub mod print;
pub mod program;
pub mod sound;
pub mod speech;
pub mod store;
pub mod timer;
pub mod typing;
