//! What `cargo xtask` is made of. The end-to-end tests use [`server`].

pub mod assets;
pub mod bench;
pub mod build;
pub mod compress;
pub mod fuzz;
pub mod glue;
pub mod hash;
pub mod layout;
pub mod pages;
pub mod project;
pub mod run;
pub mod script;
pub mod serve;
pub mod server;
pub mod shorten;
pub mod shots;
pub mod size;
pub mod split;
pub mod style;
pub mod tally;
pub mod test;
pub mod tools;
pub mod wasm;
pub mod watch;
