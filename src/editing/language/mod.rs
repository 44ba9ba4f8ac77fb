//! Plain language, measured: sentences, syllables, readability, known words, officialese, the passive voice. Native only.

pub mod foreign;
pub mod officialese;
pub mod passive;
pub mod readability;
pub mod sentences;
pub mod syllables;
pub mod vocabulary;

/// A language that we can measure; of any other only the length of its sentences is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Dutch,
    English,
}

impl Language {
    /// By its BCP 47 code.
    pub fn of(lang: &str) -> Option<Language> {
        match lang.split('-').next() {
            Some("nl") => Some(Language::Dutch),
            Some("en") => Some(Language::English),
            _ => None,
        }
    }
}
