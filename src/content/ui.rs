//! The words of the interface in one language: `public/ui/<lang>.json`, a flat map of key to text.

use crate::map::Map;
use crate::placeholders;

/// Interface words with `{name}` placeholders.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ui {
    pub lang: String,
    pub words: Map<String>,
}

impl Ui {
    /// The words for a key. A missing one shows the key: better an odd word than an empty button.
    pub fn t(&self, key: &str) -> String {
        self.words.get(key).map_or_else(|| key.to_owned(), String::clone)
    }

    /// The words for a key with its placeholders filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let known = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        placeholders::fill(&self.t(key), &known)
    }

    /// `2026-11-23` as `23 november 2026`; anything else as it stands.
    pub fn date(&self, iso: &str) -> String {
        let mut parts = iso.split('-').map(|part| part.trim_start_matches('0'));
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(year), Some(month), Some(day), None) => [day, &self.t(&["month.", month].concat()), year].join(" "),
            _ => iso.to_owned(),
        }
    }
}
