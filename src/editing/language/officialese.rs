//! Official words, each with a plainer one: `data/officialese-nl.txt` and `data/officialese-en.txt`.

use super::Language;
use super::sentences::words;

const DUTCH: &str = include_str!("../../../data/officialese-nl.txt");
const ENGLISH: &str = include_str!("../../../data/officialese-en.txt");

/// An official word or expression, cut into words, and what to say instead.
pub struct Pair {
    official: Vec<&'static str>,
    pub plain: &'static str,
}

impl Pair {
    /// The official words as they are written.
    pub fn official(&self) -> String {
        self.official.join(" ")
    }
}

/// All pairs of a language.
pub fn pairs(language: Language) -> Vec<Pair> {
    let list = match language {
        Language::Dutch => DUTCH,
        Language::English => ENGLISH,
    };
    let lines = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" = "));
    lines.map(|(official, plain)| Pair { official: official.split(' ').collect(), plain }).collect()
}

/// The official expressions in a sentence; of two that overlap both are found.
pub fn find<'p>(sentence: &str, pairs: &'p [Pair]) -> Vec<&'p Pair> {
    let said: Vec<String> = words(sentence).iter().map(|word| word.to_lowercase()).collect();
    let stands = |pair: &&Pair| said.windows(pair.official.len()).any(|window| window == pair.official);
    pairs.iter().filter(stands).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[track_caller]
    fn check(sentence: &str, language: Language, expected: &[&str]) {
        let pairs = pairs(language);
        let found: Vec<String> =
            find(sentence, &pairs).iter().map(|pair| format!("{}={}", pair.official(), pair.plain)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn official_words_have_a_plainer_one() {
        check("Indien u verhuist, meldt u dat.", Language::Dutch, &["indien=als"]);
        check("Men dient te betalen.", Language::Dutch, &["dient te=moet"]);
        check("In order to pay, commence now.", Language::English, &["commence=begin", "in order to=to"]);
        check("U meldt het als u verhuist.", Language::Dutch, &[]);
        check("Bindiend", Language::Dutch, &[]);
    }

    #[test]
    fn the_lists_are_long_and_say_nothing_twice() {
        for (language, least) in [(Language::Dutch, 80), (Language::English, 30)] {
            let pairs = pairs(language);
            assert!(pairs.len() >= least);
            assert!(pairs.iter().all(|pair| !pair.plain.is_empty()));
            let official: HashSet<String> = pairs.iter().map(Pair::official).collect();
            assert_eq!(official.len(), pairs.len());
        }
    }
}
