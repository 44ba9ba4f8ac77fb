//! The face. Draws what `app::screen` worked out and reports what the visitor did. It holds elements as handles and calls no browser API:
//! that is for Leptos and `platform/`.

pub mod app;
mod checklist;
mod choose;
mod exercises;
mod failed;
mod finder;
mod help;
mod helping;
mod house;
mod idle;
mod lazy;
mod notes;
mod outcome;
mod practice;
mod progress;
mod search;
mod settings;
pub mod shell;
mod sounds;
mod start;
mod step;
mod steps;
pub mod ui;
mod welcome;
