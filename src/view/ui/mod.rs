//! Small parts that every screen uses.

pub mod button;
pub mod drawing;
pub mod icon;
pub mod node;
pub mod panel;
pub mod paper;
pub mod pictogram;
pub mod rich;
