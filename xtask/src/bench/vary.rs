//! Other words for a copy of a flow: about a third of them, other ones in each copy, so that the vocabulary grows as it would with
//! content about other things. The words stay pronounceable, and a word is the same wherever it stands in a copy.

use crate::hash;

/// The words of these many letters bind a sentence, and are the same in all content.
const BINDING: usize = 4;

/// The text of a copy. Copy 0 is the original.
pub fn text(text: &str, copy: usize) -> String {
    let mut out = String::new();
    let mut word = String::new();
    for c in text.chars().chain(['\0']) {
        if c.is_alphabetic() {
            word.push(c);
        } else {
            out += &self::word(&word, copy);
            word.clear();
            out.push(c);
        }
    }
    out.pop();
    out
}

fn word(word: &str, copy: usize) -> String {
    let small = word.to_lowercase();
    if copy == 0 || word.chars().count() <= BINDING || !number(&small, copy).is_multiple_of(3) {
        return word.to_owned();
    }
    word.chars().map(|c| letter(c, copy)).collect()
}

/// A vowel becomes another vowel, a consonant another consonant: no two of 68 copies have the same substitution.
fn letter(c: char, copy: usize) -> char {
    for (row, steps) in [("aeiou", 4), ("bcdfghjklmnprstvwz", 17)] {
        if let Some(place) = row.find(c.to_ascii_lowercase()) {
            let other = row.as_bytes()[(place + 1 + copy % steps) % row.len()];
            return char::from(if c.is_uppercase() { other.to_ascii_uppercase() } else { other });
        }
    }
    c
}

/// The same on every machine.
fn number(word: &str, copy: usize) -> u64 {
    // The low bits of FNV hang together.
    hash::fnv1a(word.bytes().chain(copy.to_le_bytes())) >> 32
}

#[cfg(test)]
mod tests {
    use super::text;
    use std::collections::BTreeSet;

    const SENTENCE: &str = "Gaat u verhuizen? Geef uw nieuwe adres door aan de gemeente, schriftelijk of digitaal.";

    #[test]
    fn the_original_stays() {
        assert_eq!(text(SENTENCE, 0), SENTENCE);
        assert_eq!(text("", 3), "");
    }

    #[test]
    fn a_copy_has_the_same_shape_and_the_same_words_each_time() {
        for copy in 1..40 {
            let varied = text(SENTENCE, copy);
            assert_eq!(varied.chars().count(), SENTENCE.chars().count());
            assert!(varied.starts_with("Gaat u ") && varied.ends_with('.'), "{varied}");
            assert_eq!(text(SENTENCE, copy), varied);
        }
    }

    #[test]
    fn about_a_third_of_the_words_is_new_in_each_copy() {
        let words: Vec<String> = (0..300)
            .map(|number| format!("{}woord", "bcdfghjk".repeat(number / 8 % 5 + 1) + &"e".repeat(number)))
            .collect();
        let mut all: BTreeSet<String> = words.iter().cloned().collect();
        for copy in 1..=36 {
            let varied: BTreeSet<String> = words.iter().map(|word| text(word, copy)).collect();
            let new = varied.difference(&all).count();
            assert!((60..=140).contains(&new), "copy {copy} has {new} new words of {}", words.len());
            all.extend(varied);
        }
    }
}
