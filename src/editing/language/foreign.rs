//! Knowing Dutch words in a text of another language.

use super::sentences::words;
use std::collections::HashSet;

const DUTCH: &str = include_str!("../../../data/words-nl.txt");
const OWN: &str = include_str!("../../../data/words-own-nl.txt");

/// The Dutch words that an English text uses too (`data/README.md`).
const BOTH: &str = include_str!("../../../data/words-both.txt");

/// Names that are the same in all languages; the list of Dutch words has them.
const NAMES: [&str; 4] = ["digid", "noor", "oefen", "voorbeeld"];

/// The words that only Dutch has, and those that it shares.
pub struct DutchWords {
    own: HashSet<&'static str>,
    shared: HashSet<&'static str>,
}

impl DutchWords {
    /// Reads the lists that are built into the program.
    pub fn read() -> DutchWords {
        let shared: HashSet<&str> = BOTH.lines().chain(NAMES).collect();
        DutchWords { own: DUTCH.lines().chain(OWN.lines()).filter(|word| !shared.contains(word)).collect(), shared }
    }

    /// Whether a phrase is Dutch, and no name: it has no other words, and at least half are Dutch only. (“Is the rule met?” has one.)
    pub fn are_all(&self, phrase: &str) -> bool {
        // Capitals are names of organisations; so are words that all begin with one.
        let all = words(phrase);
        if all.len() > 1 && all.iter().all(|word| word.starts_with(char::is_uppercase)) {
            return false;
        }
        let small = |word: &&str| word.chars().any(char::is_lowercase);
        let words: Vec<String> =
            all.into_iter().filter(small).map(|word| word.to_lowercase().replace('’', "'")).collect();
        let own = words.iter().filter(|word| self.own.contains(word.as_str())).count();
        let shared = words.iter().filter(|word| word.len() < 2 || self.shared.contains(word.as_str())).count();
        own > 0 && own >= shared && own + shared == words.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_dutch_when_all_its_words_are() {
        let dutch = DutchWords::read();
        for phrase in [
            "gemeente",
            "Dit klopt niet",
            "U kunt nu niet meer lenen",
            "De lamp is uit",
            "Uitloggen",
            "Kan ik hier muziek lenen?",
        ] {
            assert!(dutch.are_all(phrase), "{phrase}");
        }
        for phrase in [
            "",
            "plan",
            "DigiD",
            "Noor",
            "Next",
            "Ask if an interpreter (tolk) can come.",
            "Good afternoon, Mrs Voorbeeld.",
            "is",
            "112",
            "Send a new code",
        ] {
            assert!(!dutch.are_all(phrase), "{phrase}");
        }
    }

    #[test]
    fn the_list_is_sorted_and_part_of_the_other() {
        assert!(BOTH.lines().is_sorted_by(|one, next| one < next));
        let dutch: HashSet<&str> = DUTCH.lines().collect();
        assert_eq!(BOTH.lines().find(|word| !dutch.contains(word)), None);
    }
}
