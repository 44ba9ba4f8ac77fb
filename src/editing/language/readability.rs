//! A readability figure: about 100 for what a child reads, 60 for plain, below 30 for officials among themselves.

use super::Language;
use super::sentences::{sentences, words};
use super::syllables::syllables;

/// What is counted; counts of several texts add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub sentences: usize,
    pub words: usize,
    pub syllables: usize,
}

impl Counts {
    /// Counts a text without marks.
    pub fn add(&mut self, text: &str, language: Language) {
        for sentence in sentences(text) {
            self.sentences += 1;
            for word in words(sentence) {
                self.words += 1;
                self.syllables += syllables(word, language);
            }
        }
    }

    /// For Dutch the formula of Flesch as Douma fitted it (1960), for English Flesch's own. `None` when there are no words.
    pub fn score(self, language: Language) -> Option<f64> {
        if self.words == 0 {
            return None;
        }
        let length = self.words as f64 / self.sentences as f64;
        let weight = self.syllables as f64 / self.words as f64;
        Some(match language {
            Language::Dutch => 206.835 - 0.93 * length - 77.0 * weight,
            Language::English => 206.835 - 1.015 * length - 84.6 * weight,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, language: Language, expected: std::ops::Range<f64>) {
        let mut counts = Counts::default();
        counts.add(text, language);
        let score = counts.score(language).unwrap();
        assert!(expected.contains(&score), "{score}: {text}");
    }

    #[test]
    fn plain_words_score_high_and_officialese_low() {
        check("U typt uw naam. Dan krijgt u een code. Die typt u ook.", Language::Dutch, 95.0..130.0);
        let official = "Teneinde de onderhavige aanvraag in behandeling te kunnen nemen dient belanghebbende de benodigde \
                        documentatie onverwijld te verstrekken overeenkomstig de vigerende regelgeving.";
        check(official, Language::Dutch, -60.0..10.0);
        check("You type your name. Then you get a code. You type that too.", Language::English, 95.0..125.0);
        check(
            "Notwithstanding the aforementioned particulars, remuneration necessitates authentication.",
            Language::English,
            -150.0..0.0,
        );
    }

    #[test]
    fn counts_add_up() {
        let mut counts = Counts::default();
        assert_eq!(counts.score(Language::Dutch), None);
        counts.add("Ga naar huis. Nu!", Language::Dutch);
        counts.add("Inloggen", Language::Dutch);
        assert_eq!(counts, Counts { sentences: 3, words: 5, syllables: 7 });
    }
}
