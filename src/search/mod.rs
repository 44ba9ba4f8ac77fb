//! "Say it in your own words": from a question to the flows that answer it, on the device. The index is made natively (`editing/search_index/`) and
//! committed; asking it is the same code in the browser and in `stapwijzer find`.

pub(crate) mod compound;
mod finder;
mod fuzzy;
mod hash_index;
pub mod index;
mod phonetic;
mod query;
mod query_phrases;
mod scoring;
pub(crate) mod stem;
pub(crate) mod stop_words;
mod vocabulary;
mod word;
pub(crate) mod words;

pub use finder::{Finder, Hit};
