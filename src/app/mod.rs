//! The whole program as a pure machine: a model, what can happen, what it orders, and what the screen shows.

mod again;
pub mod aloud;
mod arriving;
pub mod event;
mod leaving;
mod local;
pub mod model;
pub mod notice;
mod opening;
pub mod outcome;
pub mod saved;
pub mod screen;
pub mod search_index;
pub mod settings;
pub mod spelled;
pub mod texts;
mod update;
pub mod voices;
