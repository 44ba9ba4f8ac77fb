//! "Say it in your own words": from a question to the flows that answer it, on the device. The index is made natively (`build.rs`) and
//! committed; asking it is the same code in the browser and in `stapwijzer find`.

#[cfg(feature = "check")]
pub mod build;
mod compound;
mod finder;
pub mod index;
mod light;
mod sound;
mod stem;
mod vocabulary;
mod words;
#[cfg(feature = "check")]
pub mod write;

pub use finder::{Finder, Hit};
