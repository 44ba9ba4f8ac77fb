//! The practice desk's rules: what may be typed, what is right, what the devices show. Imports std, the map and the reader only.
//!
//! `desk` is what a view talks to. Under it: `screens`, a file of rules a screen, and `input`, the safety of what is typed.

pub mod absence;
pub mod coach;
pub mod desk;
pub mod device;
pub mod event;
pub mod heard;
pub mod input;
pub mod persona;
pub mod screens;
pub mod spec;
pub mod spoken;
pub mod verdict;
pub mod waves;
