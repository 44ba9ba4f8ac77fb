//! The words that people know: those that are used often, and what is put together from them.

use std::collections::HashSet;

/// The Dutch words that are used often (`data/README.md` says where they come from).
const DUTCH: &str = include_str!("../../../data/words-nl.txt");

/// Words that the list lacks and everybody meets on a screen, with our own pen (`data/words-own-nl.txt`).
const OWN: &str = include_str!("../../../data/words-own-nl.txt");

/// Verbs begin with these: “afdekt”, “invulde”.
const FRONTS: [&str; 12] = ["aan", "af", "bij", "door", "in", "mee", "om", "op", "over", "terug", "toe", "uit"];

/// Shorter parts are found in anything.
const SHORTEST_PART: usize = 3;

/// What joins the parts of a Dutch word: “gezondheidszorg”, “pannenkoek”.
const JOINTS: [&str; 5] = ["", "s", "en", "n", "e"];

/// Endings that make another form of a known word.
const ENDINGS: [&str; 10] = ["s", "en", "n", "e", "t", "d", "je", "jes", "tje", "'s"];

/// Known words.
pub struct Vocabulary {
    words: HashSet<&'static str>,
}

impl Vocabulary {
    /// The Dutch words that are used often, with our own list.
    pub fn dutch() -> Vocabulary {
        Vocabulary { words: DUTCH.lines().chain(OWN.lines()).collect() }
    }

    /// Whether somebody who reads Dutch knows the word, or all parts of “sms-controle”. `more` are words that the text itself explains, in small letters.
    pub fn knows(&self, word: &str, more: &HashSet<String>) -> bool {
        let word = word.to_lowercase().replace('’', "'");
        let known = |part: &str| self.words.contains(part) || more.contains(part);
        known(&word) || word.split('-').all(|part| part.chars().count() < 2 || self.put_together(part, more, 3))
    }

    /// Whether a word is known or is made of at most so many known parts.
    fn put_together(&self, word: &str, more: &HashSet<String>, parts: usize) -> bool {
        let known = |part: &str| self.words.contains(part) || more.contains(part);
        if known(word)
            || ENDINGS.iter().any(|end| word.strip_suffix(end).is_some_and(|stem| stem.len() > 3 && known(stem)))
        {
            return true;
        }
        if FRONTS.iter().any(|front| word.strip_prefix(front).is_some_and(|verb| verb.len() > 3 && known(verb))) {
            return true;
        }
        parts > 1
            && word.char_indices().skip(SHORTEST_PART).any(|(at, _)| {
                let (first, rest) = word.split_at(at);
                known(first)
                    && JOINTS
                        .iter()
                        .filter_map(|joint| rest.strip_prefix(joint))
                        .any(|rest| rest.chars().count() >= SHORTEST_PART && self.put_together(rest, more, parts - 1))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: bool) {
        let more = HashSet::from(["koppelcode".to_owned(), "digid".to_owned()]);
        assert_eq!(Vocabulary::dutch().knows(word, &more), expected, "{word}");
    }

    #[test]
    fn known_words_and_what_is_made_of_them() {
        check("huis", true);
        check("Gemeente", true);
        check("foto's", true);
        check("foto’s", true);
        check("e-mail", true);
        check("oefenkaartje", true);
        check("parkeervergunning", true);
        check("DigiD-app", true);
        check("afdekt", true);
        check("uitgelogd", true);
        check("koppelcodes", true);
        check("koppelcodepagina", true);
        check("authenticeren", false);
        check("xqzj", false);
        check("inlgogen", false);
    }

    #[test]
    fn the_lists_are_sorted_and_say_nothing_twice() {
        for list in [DUTCH, OWN] {
            assert!(list.lines().is_sorted_by(|one, next| one < next));
        }
        assert_eq!(OWN.lines().find(|word| DUTCH.lines().any(|known| known == *word)), None);
    }
}
