//! The part of a word that its forms share: Snowball, from the crate `pagefind_stem`.

use pagefind_stem::{Algorithm, Stemmer};

/// Brings the words of a language back to their stems.
pub struct Stem(Option<Stemmer>);

impl Stem {
    /// The stems of a language; a language without an algorithm keeps its words as they are.
    pub fn of(lang: &str) -> Stem {
        Stem(match lang {
            "nl" => Some(Stemmer::create(Algorithm::Dutch)),
            "en" => Some(Stemmer::create(Algorithm::English)),
            _ => None,
        })
    }

    /// The stem of a word in small letters.
    pub fn stem(&self, word: &str) -> String {
        match &self.0 {
            // Figures and very short words have no stem.
            Some(stemmer) if word.len() > 2 => stemmer.stem(word).into_owned(),
            _ => word.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_word_share_a_stem() {
        for (lang, forms) in [
            ("nl", "verhuizen verhuisen verhuizing verhuis"),
            ("nl", "schoonmaken schoongemaakt"),
            ("nl", "lantaarnpaal lantaarnpalen"),
            ("nl", "aanvragen aanvraag aangevraagd"),
            ("en", "moving moved move"),
            ("ar", "بيت"),
        ] {
            let stem = Stem::of(lang);
            let mut stems: Vec<String> = forms.split(' ').map(|form| stem.stem(form)).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{stems:?}");
        }
    }
}
