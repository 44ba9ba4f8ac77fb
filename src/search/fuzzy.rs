//! Fuzzy matching: the words that are spelt or sound nearly like another one. A vocabulary of ten thousand words is too large for an edit
//! distance to each of them at every key press, so the candidates are the words that sound the same, that begin with the same letter,
//! or that differ in the first letters only.

use super::hash_index::HashIndex;
use super::phonetic::sound;
use super::word::Word;

/// Hash tables and ranges in which the candidates are looked up.
pub struct FuzzyIndex {
    stems: HashIndex,
    sounds: HashIndex,
    /// The stems without their first letter.
    tails: HashIndex,
    /// Where the words begin that begin with each byte, and with a greater one.
    starts: Vec<u32>,
    /// Which letters each word has, a bit each: two words that differ in many letters need no closer look.
    letters: Vec<u32>,
}

/// A word that is asked for.
struct Asked<'w> {
    word: &'w str,
    sound: String,
    letters: u32,
    length: usize,
    /// How many mistakes it may have.
    most: u32,
}

/// How near a word is that sounds the same, that is one mistake away, and two.
const SAME_SOUND: f32 = 0.85;
const ONE_AWAY: f32 = 0.75;
const TWO_AWAY: f32 = 0.5;
/// A word with fewer letters is never taken for a misspelt one.
const SHORTEST: usize = 4;

impl FuzzyIndex {
    /// For words that stand in the order of their stems.
    pub fn of(words: &[Word]) -> FuzzyIndex {
        let stems = || words.iter().map(|word| word.stem.as_str());
        let start = |byte| words.partition_point(|word| word.stem.bytes().next() < Some(byte)) as u32;
        FuzzyIndex {
            stems: HashIndex::of(stems()),
            sounds: HashIndex::of(words.iter().map(|word| word.sound.as_str())),
            tails: HashIndex::of(stems().map(tail)),
            starts: (0..=u8::MAX).map(start).chain([words.len() as u32]).collect(),
            letters: words.iter().map(candidate_letters).collect(),
        }
    }

    /// The place of a stem.
    pub fn place(&self, words: &[Word], stem: &str) -> Option<u32> {
        self.stems.places(stem).find(|place| words[*place as usize].stem == stem)
    }

    /// The words that are nearest to this one, each with how near it is, 0 to 1; none when none is near.
    pub fn like(&self, words: &[Word], word: &str) -> Vec<(u32, f32)> {
        let length = word.chars().count();
        let most = match length {
            0..SHORTEST => return vec![],
            SHORTEST..=7 => 1,
            _ => 2,
        };
        let asked = Asked { word, sound: sound(word), letters: letters(word), length, most };
        // Nothing is nearer than what sounds the same.
        let same = self.sounds.places(&asked.sound).filter(|place| words[*place as usize].sound == asked.sound);
        let mut found = self.nearest(words, &asked, 2 * most + 2, same);
        if found.is_empty() {
            // A mistake in the first letter is rare, and seldom comes with a second one.
            let start = |byte: usize| self.starts.get(byte).copied().unwrap_or_default();
            let first = word.bytes().next().map_or(0, usize::from);
            let front = if length > 5 { self.other_front(words, word) } else { vec![] };
            // One mistake changes two letters of the set at most. Spelling by ear changes more of them in a long word.
            let differ = if most == 1 { 2 } else { 6 };
            found = self.nearest(words, &asked, differ, (start(first)..start(first + 1)).chain(front));
        }
        found
    }

    /// The candidates with another first letter, with one too few or too many there, or with the first two turned round. A collision of
    /// hashes brings in others, which the edit distance then rejects.
    fn other_front(&self, words: &[Word], word: &str) -> Vec<u32> {
        let mut letters = word.chars();
        let turned: String = match (letters.next(), letters.next()) {
            (Some(one), Some(two)) => [two, one].into_iter().chain(letters).collect(),
            _ => String::new(),
        };
        let whole = [tail(word), &turned].into_iter().flat_map(|text| self.stems.places(text));
        let tails = [tail(word), word].into_iter().flat_map(|text| self.tails.places(text));
        let same_start = |place: &u32| words[*place as usize].stem.bytes().next() == word.bytes().next();
        whole.chain(tails).filter(|place| !same_start(place)).collect()
    }

    /// The nearest of these that `differ` in so many letters at most.
    fn nearest(
        &self,
        words: &[Word],
        asked: &Asked,
        differ: u32,
        places: impl Iterator<Item = u32>,
    ) -> Vec<(u32, f32)> {
        let mut found: Vec<(u32, f32)> = Vec::new();
        let mut best = 0.0;
        for place in places {
            let letters = (self.letters[place as usize] ^ asked.letters).count_ones();
            if letters > differ {
                continue;
            }
            let near = asked.near(&words[place as usize], letters, best);
            if near > best {
                found.clear();
                best = near;
            }
            if near > 0.0 && near == best {
                found.push((place, near));
            }
        }
        found
    }
}

impl Asked<'_> {
    /// How near a word is that differs in so many letters, 0 to 1. What cannot be as near as `best` is 0 without a closer look.
    fn near(&self, other: &Word, letters: u32, best: f32) -> f32 {
        if other.stem.len() < SHORTEST {
            return 0.0;
        }
        if other.sound == self.sound {
            return SAME_SOUND;
        }
        if other.stem.len().abs_diff(self.word.len()) > self.most as usize {
            return 0.0;
        }
        let same_start = other.stem.bytes().next() == self.word.bytes().next();
        if one_away(&other.stem, self.word) {
            return if same_start || self.length > 5 { ONE_AWAY } else { 0.0 };
        }
        if self.most < 2 || best > TWO_AWAY || !same_start {
            return 0.0;
        }
        let two_away = || letters <= 4 && strsim::osa_distance(&other.stem, self.word) == 2;
        if one_away(&other.sound, &self.sound) || two_away() { TWO_AWAY } else { 0.0 }
    }
}

/// Whether one mistake makes one word of the other: another letter, one too few or too many, or two turned round.
fn one_away(one: &str, other: &str) -> bool {
    let mut sides = (one.chars(), other.chars());
    while let (Some(left), Some(right)) = (sides.0.clone().next(), sides.1.clone().next())
        && left == right
    {
        sides.0.next();
        sides.1.next();
    }
    while let (Some(left), Some(right)) = (sides.0.clone().next_back(), sides.1.clone().next_back())
        && left == right
    {
        sides.0.next_back();
        sides.1.next_back();
    }
    match (sides.0.clone().count(), sides.1.clone().count()) {
        (1, 1) | (1, 0) | (0, 1) => true,
        (2, 2) => sides.0.eq(sides.1.rev()),
        _ => false,
    }
}

/// A word without its first letter.
fn tail(word: &str) -> &str {
    let mut letters = word.chars();
    letters.next();
    letters.as_str()
}

/// The letters of a candidate. A word that is only known from what no flow answers is none: it has all bits, so that every other word
/// differs in too many.
fn candidate_letters(word: &Word) -> u32 {
    if word.elsewhere && word.postings.is_empty() { u32::MAX } else { letters(&word.stem) }
}

/// Which letters a word has, a bit each.
fn letters(word: &str) -> u32 {
    word.chars().fold(0, |bits, letter| bits | 1 << (u32::from(letter) & 31))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn word(stem: &str) -> Word {
        Word::new(stem.to_owned(), vec![])
    }

    fn sorted(mut stems: Vec<String>) -> Vec<Word> {
        stems.sort();
        stems.dedup();
        stems.iter().map(|stem| word(stem)).collect()
    }

    /// The same by looking at every word: what must come out.
    fn by_looking_at_all(words: &[Word], word: &str) -> Vec<(u32, f32)> {
        let length = word.chars().count();
        let most: u32 = match length {
            0..=3 => return vec![],
            4..=7 => 1,
            _ => 2,
        };
        let mut found = Vec::new();
        for (place, other) in (0..).zip(words) {
            if (letters(&other.stem) ^ letters(word)).count_ones() > 2 * most + 2 || other.stem.len() < 4 {
                continue;
            }
            if other.sound == sound(word) {
                found.push((place, SAME_SOUND));
                continue;
            }
            if other.stem.len().abs_diff(word.len()) > most as usize {
                continue;
            }
            let spelt = strsim::osa_distance(&other.stem, word);
            let apart = spelt.min(strsim::osa_distance(&other.sound, &sound(word)) + 1);
            let same_start = other.stem.as_bytes().first() == word.as_bytes().first();
            if apart <= most as usize && (same_start || (apart == 1 && length > 5)) {
                found.push((place, if apart == 1 { ONE_AWAY } else { TWO_AWAY }));
            }
        }
        let best = found.iter().map(|(_, near)| *near).fold(0.0, f32::max);
        found.retain(|(_, near)| *near >= best);
        found
    }

    #[track_caller]
    fn check(words: &[Word], asked: &str) {
        let mut found = FuzzyIndex::of(words).like(words, asked);
        found.sort_by_key(|(place, _)| *place);
        assert_eq!(found, by_looking_at_all(words, asked), "{asked}");
    }

    #[test]
    fn a_slip_at_any_place_is_found() {
        let words = sorted(
            ["verhuiz", "toeslag", "zorgtoeslag", "gemeent", "belasting", "بيت-جديد"].map(str::to_owned).to_vec(),
        );
        for asked in [
            "erhuiz",
            "evrhuiz",
            "xverhuiz",
            "werhuiz",
            "verhuis",
            "toeslach",
            "zorgtoesalg",
            "zorktoesla",
            "gemeend",
            "elasting",
            "بيتجديد",
        ] {
            check(&words, asked);
            assert!(!by_looking_at_all(&words, asked).is_empty(), "{asked}");
        }
        assert!(one_away("ab", "ba") && one_away("aab", "ab") && one_away("", "a") && one_away("é", "e"));
        assert!(!one_away("ab", "ab") && !one_away("abc", "cab") && !one_away("", "ab"));
    }

    proptest! {
        /// Few letters, so that much is alike.
        #[test]
        fn nothing_near_is_overlooked(stems in prop::collection::vec("[aeizsgché]{1,10}", 1..60), asked in "[aeizsgché]{0,11}") {
            let words = sorted(stems);
            check(&words, &asked);
            for one in words.iter().take(5) {
                let letters: Vec<char> = one.stem.chars().collect();
                check(&words, &one.stem);
                check(&words, &letters[1..].iter().collect::<String>());
                check(&words, &letters.iter().rev().collect::<String>());
            }
        }
    }
}
