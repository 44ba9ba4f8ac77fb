//! Making what the search looks in, and the table of national products, from the content.

pub mod build;
pub mod check;
mod elsewhere;
pub mod write;
