//! One municipality: its own file over the national content, the rooms of its house, and what is open when.

pub mod calling;
pub mod file;
pub mod holidays;
pub mod house;
pub mod opening_hours;
pub mod overlay;
