//! A flow and a visit to it, as data and pure functions. Imports std, the map and the reader only.

pub mod answer;
pub mod graph;
pub mod mode;
pub mod model;
pub mod progress;
pub mod result;
pub mod session;
pub mod update;
