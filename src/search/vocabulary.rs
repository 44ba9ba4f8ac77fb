//! All the words that lead to flows, in one language.

use super::fuzzy::Orders;
use super::index::{self, Found, IndexFile};
use super::phonetic::sound;
use super::query_phrases::Needs;
use super::stem::Stem;
use super::stop_words;

/// A word with the flows it leads to.
pub struct Word {
    pub stem: String,
    pub sound: String,
    /// The flow, as its place in `flows`, and how much the word says about it, 0 to 1.
    pub hits: Vec<(u16, f32)>,
    /// How rare it is: a word that leads everywhere says nothing.
    pub rarity: f32,
    /// How much it counts in what is said: `light.rs`.
    pub weight: f32,
}

/// A line of the index: the stem, the part and the place it comes from, and where it leads.
struct Term {
    stem: String,
    part: usize,
    place: u32,
    hits: Vec<(u16, f32)>,
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
    /// The need phrases of each flow.
    pub needs: Needs,
    orders: Orders,
}

impl Vocabulary {
    /// Puts the parts of one language together.
    pub fn new(lang: &str, parts: Vec<IndexFile>) -> Vocabulary {
        let mut flows = Vec::new();
        let mut terms: Vec<Term> = Vec::new();
        let mut phrases: Vec<(usize, Vec<Vec<u32>>)> = Vec::new();
        let mut groups: Vec<String> = Vec::new();
        for (number, part) in parts.into_iter().enumerate() {
            groups.extend(part.alike);
            let (first, count) = (flows.len() as u16, part.flows.len() as u16);
            for (place, line) in part.terms.iter().enumerate() {
                let (stem, hits) = index::term(line);
                let hits = hits.filter(|(flow, _)| *flow < count);
                let hits = hits.map(|(flow, weight)| (first + flow, f32::from(weight) / f32::from(index::HEAVIEST)));
                terms.push(Term { stem: stem.to_owned(), part: number, place: place as u32, hits: hits.collect() });
            }
            for flow in part.flows {
                phrases.push((number, index::phrases(&flow.needs).collect()));
                flows.push(flow);
            }
        }
        // A word that only stands for others is known too: it may be misspelt, or a part of a compound.
        for stem in groups.iter().flat_map(|group| group.split(' ')) {
            terms.push(Term { stem: stem.to_owned(), part: usize::MAX, place: 0, hits: vec![] });
        }
        terms.sort_by(|one, other| one.stem.cmp(&other.stem));
        let mut words: Vec<Word> = Vec::new();
        // Where a word of a part has gone.
        let mut places: Vec<Vec<u32>> = Vec::new();
        for Term { stem, part, place, hits } in terms {
            match words.last_mut() {
                Some(word) if word.stem == stem => word.hits.extend(hits),
                _ => words.push(Word { sound: sound(&stem), stem, hits, rarity: 0.0, weight: 1.0 }),
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
        for (word, weight) in stop_words::weights() {
            if let Ok(place) = words.binary_search_by(|other| other.stem.as_str().cmp(word)) {
                words[place].weight = weight;
            }
        }
        let gone = |part: usize, place: &u32| places.get(part)?.get(*place as usize).copied();
        let mut needs = Needs::default();
        for (part, phrases) in &phrases {
            needs.add(&words, phrases.iter().map(|phrase| phrase.iter().filter_map(|place| gone(*part, place))));
        }
        let (lang, stem, orders) = (lang.to_owned(), Stem::of(lang), Orders::of(&words));
        let mut vocabulary = Vocabulary { lang, stem, flows, words, alike: vec![], needs, orders };
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
        self.orders.place(&self.words, stem)
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
        self.orders.like(&self.words, word)
    }
}

/// A word that says less than this of every flow is met in passing.
const IN_PASSING: f32 = 0.3;
