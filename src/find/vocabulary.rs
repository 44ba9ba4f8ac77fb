//! All the words that lead to flows, in one language.

use super::index::{self, Found, IndexFile};
use super::sound::sound;
use super::stem::Stem;

/// A word with the flows it leads to.
pub struct Word {
    pub stem: String,
    sound: String,
    /// Which letters it has, a bit each: two words that differ in many letters need no closer look.
    letters: u32,
    /// The flow, as its place in `flows`, and how much the word says about it, 0 to 1.
    pub hits: Vec<(u16, f32)>,
    /// How rare it is: a word that leads everywhere says nothing.
    pub rarity: f32,
}

/// The words and flows of one language.
pub struct Vocabulary {
    pub lang: String,
    pub stem: Stem,
    pub flows: Vec<Found>,
    /// By stem.
    pub words: Vec<Word>,
    /// Words that stand for others, in order, each with those.
    alike: Vec<(u32, Vec<u32>)>,
    /// For each flow its need phrases, as places in `words`.
    pub needs: Vec<Vec<Vec<u32>>>,
}

impl Vocabulary {
    /// Puts the parts of one language together.
    pub fn new(lang: &str, parts: Vec<IndexFile>) -> Vocabulary {
        let mut flows = Vec::new();
        // The stem, the part and the place it comes from, and where it leads.
        let mut terms: Vec<(String, usize, u32, Vec<(u16, f32)>)> = Vec::new();
        let mut phrases: Vec<(usize, Vec<Vec<u32>>)> = Vec::new();
        let mut groups: Vec<String> = Vec::new();
        for (number, part) in parts.into_iter().enumerate() {
            groups.extend(part.alike);
            let (first, count) = (flows.len() as u16, part.flows.len() as u16);
            for (place, line) in part.terms.iter().enumerate() {
                let (stem, hits) = index::term(line);
                let hits = hits.filter(|(flow, _)| *flow < count);
                let hits = hits.map(|(flow, weight)| (first + flow, f32::from(weight) / f32::from(index::HEAVIEST)));
                terms.push((stem.to_owned(), number, place as u32, hits.collect()));
            }
            for flow in part.flows {
                phrases.push((number, index::phrases(&flow.needs).collect()));
                flows.push(flow);
            }
        }
        // A word that only stands for others is known too: it may be misspelt, or a part of a compound.
        for stem in groups.iter().flat_map(|group| group.split(' ')) {
            terms.push((stem.to_owned(), usize::MAX, 0, vec![]));
        }
        terms.sort_by(|one, other| one.0.cmp(&other.0));
        let mut words: Vec<Word> = Vec::new();
        // Where a word of a part has gone.
        let mut places: Vec<Vec<u32>> = Vec::new();
        for (stem, part, place, hits) in terms {
            match words.last_mut() {
                Some(word) if word.stem == stem => word.hits.extend(hits),
                _ => words.push(Word { sound: sound(&stem), letters: letters(&stem), stem, hits, rarity: 0.0 }),
            }
            if part == usize::MAX {
                continue;
            }
            places.resize_with(places.len().max(part + 1), Vec::new);
            let row = &mut places[part];
            row.resize(row.len().max(place as usize + 1), 0);
            row[place as usize] = words.len() as u32 - 1;
        }
        let all = flows.len() as f32;
        for word in &mut words {
            if word.hits.is_empty() {
                continue;
            }
            let led: f32 = word.hits.iter().map(|(_, weight)| weight.min(1.0)).sum();
            word.rarity = (1.0 + (all - led + 0.5).max(0.0) / (led + 0.5)).ln().max(0.35);
            // What is only met in passing is no word to ask by.
            if word.hits.iter().all(|(_, weight)| *weight < IN_PASSING) {
                word.rarity *= 0.4;
            }
        }
        let gone = |part: usize, place: &u32| places.get(part)?.get(*place as usize).copied();
        let needs = phrases.iter().map(|(part, phrases)| {
            phrases.iter().map(|phrase| phrase.iter().filter_map(|place| gone(*part, place)).collect()).collect()
        });
        let needs = needs.collect();
        let mut vocabulary = Vocabulary { lang: lang.to_owned(), stem: Stem::of(lang), flows, words, alike: vec![], needs };
        vocabulary.alike = vocabulary.aliases(&groups);
        vocabulary
    }

    fn aliases(&self, groups: &[String]) -> Vec<(u32, Vec<u32>)> {
        let mut all: Vec<(u32, Vec<u32>)> = Vec::new();
        for group in groups {
            let members: Vec<u32> = group.split(' ').filter_map(|stem| self.place(stem)).collect();
            for one in &members {
                all.push((*one, members.iter().copied().filter(|other| other != one).collect()));
            }
        }
        all.sort();
        all.dedup();
        all
    }

    /// The words that a word may stand for.
    pub fn alike(&self, word: u32) -> impl Iterator<Item = u32> + '_ {
        let first = self.alike.partition_point(|(other, _)| *other < word);
        let rest = self.alike.iter().skip(first).take_while(move |(other, _)| *other == word);
        rest.flat_map(|(_, places)| places.iter().copied())
    }

    /// The place of a stem.
    pub fn place(&self, stem: &str) -> Option<u32> {
        self.words.binary_search_by(|word| word.stem.as_str().cmp(stem)).ok().map(|place| place as u32)
    }

    /// The words that begin like this.
    pub fn beginning(&self, start: &str) -> impl Iterator<Item = u32> + '_ {
        let first = self.words.partition_point(|word| word.stem.as_str() < start);
        let start = start.to_owned();
        let rest = self.words.iter().enumerate().skip(first);
        rest.take_while(move |(_, word)| word.stem.starts_with(&start)).map(|(place, _)| place as u32)
    }

    /// The words that are spelt or sound nearly like this one, each with how near it is, 0 to 1.
    pub fn like(&self, word: &str) -> Vec<(u32, f32)> {
        let length = word.chars().count();
        let most = match length {
            0..=3 => return vec![],
            4..=7 => 1,
            _ => 2,
        };
        let (heard, have) = (sound(word), letters(word));
        let mut found = Vec::new();
        for (place, other) in self.words.iter().enumerate() {
            if (other.letters ^ have).count_ones() > 2 * most + 2 || other.stem.len() < 4 {
                continue;
            }
            if other.sound == heard {
                found.push((place as u32, 0.85));
                continue;
            }
            let longer = other.stem.len().abs_diff(word.len());
            if longer > most as usize {
                continue;
            }
            let apart = strsim::osa_distance(&other.stem, word).min(strsim::osa_distance(&other.sound, &heard) + 1);
            // Who mistypes seldom mistypes the first letter.
            let same_start = other.stem.as_bytes().first() == word.as_bytes().first();
            if apart <= most as usize && (same_start || (apart == 1 && length > 5)) {
                found.push((place as u32, if apart == 1 { 0.75 } else { 0.5 }));
            }
        }
        let best = found.iter().map(|(_, near)| *near).fold(0.0, f32::max);
        found.retain(|(_, near)| *near >= best);
        found
    }
}

/// A word that says less than this of every flow is met in passing.
const IN_PASSING: f32 = 0.3;

fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte & 31))
}
