//! The face. Draws what `app::screen` worked out and reports what the visitor did. It touches the browser only through
//! Leptos and `platform/typing.rs`.

pub mod app;
mod checklist;
mod choose;
mod failed;
mod finder;
mod help;
mod house;
mod idle;
mod lazy;
mod notes;
mod outcome;
mod practice;
mod search;
mod settings;
pub mod shell;
mod start;
mod step;
pub mod ui;
mod welcome;
