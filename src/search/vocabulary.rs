//! All the words that lead to flows, in one language.

use super::fuzzy::FuzzyIndex;
use super::index::{self, Found, IndexFile};
use super::query_phrases::QueryPhrases;
use super::stem::Stem;
use super::stop_words;
use super::word::Word;

/// A line of the index: the stem, the part and the place it comes from, and where it leads.
struct Term {
    stem: String,
    part: usize,
    place: u32,
    postings: Vec<(u16, f32)>,
}

/// The words and flows of one language.
pub struct Vocabulary {
    pub lang: String,
    pub stem: Stem,
    pub flows: Vec<Found>,
    /// By stem.
    pub words: Vec<Word>,
    /// Words with their synonyms, in the order of the words.
    synonyms: Vec<(u32, Vec<u32>)>,
    /// Words as people write them, in order, each with the place of its stem: those that the stem does not begin with.
    forms: Vec<(String, u32)>,
    /// The need phrases of each flow.
    pub phrases: QueryPhrases,
    /// The phrases for what no flow answers.
    pub elsewhere: QueryPhrases,
    fuzzy: FuzzyIndex,
}

impl Vocabulary {
    /// Puts the parts of one language together.
    pub fn new(lang: &str, parts: Vec<IndexFile>) -> Vocabulary {
        let mut flows = Vec::new();
        let mut terms: Vec<Term> = Vec::new();
        let mut phrases: Vec<(usize, Vec<Vec<u32>>)> = Vec::new();
        let mut groups: Vec<String> = Vec::new();
        let mut forms: Vec<(String, usize, u32)> = Vec::new();
        let mut elsewhere: Vec<(usize, Vec<Vec<u32>>)> = Vec::new();
        for (number, part) in parts.into_iter().enumerate() {
            groups.extend(part.synonyms);
            let written = part.forms.iter().filter_map(|line| index::form(line));
            forms.extend(written.map(|(word, place)| (word.to_owned(), number, place)));
            elsewhere.push((number, index::phrases(&part.elsewhere).collect()));
            let (first, count) = (flows.len() as u16, part.flows.len() as u16);
            for (place, line) in part.terms.iter().enumerate() {
                let (stem, postings) = index::term(line);
                let postings = postings.filter(|(flow, _)| *flow < count);
                let postings =
                    postings.map(|(flow, weight)| (first + flow, f32::from(weight) / f32::from(index::HEAVIEST)));
                terms.push(Term {
                    stem: stem.to_owned(),
                    part: number,
                    place: place as u32,
                    postings: postings.collect(),
                });
            }
            for flow in part.flows {
                phrases.push((number, index::phrases(&flow.needs).collect()));
                flows.push(flow);
            }
        }
        // A word that is only a synonym is known too: it may be misspelt, or a part of a compound.
        for stem in groups.iter().flat_map(|group| group.split(' ')) {
            terms.push(Term { stem: stem.to_owned(), part: usize::MAX, place: 0, postings: vec![] });
        }
        terms.sort_by(|one, other| one.stem.cmp(&other.stem));
        let mut words: Vec<Word> = Vec::new();
        // Where a word of a part has gone.
        let mut places: Vec<Vec<u32>> = Vec::new();
        for Term { stem, part, place, postings } in terms {
            match words.last_mut() {
                Some(word) if word.stem == stem => word.postings.extend(postings),
                _ => words.push(Word::new(stem, postings)),
            }
            if part == usize::MAX {
                continue;
            }
            places.resize_with(places.len().max(part + 1), Vec::new);
            let row = &mut places[part];
            row.resize(row.len().max(place as usize + 1), 0);
            row[place as usize] = words.len() as u32 - 1;
        }
        words.iter_mut().for_each(|word| word.weigh(flows.len()));
        for (word, weight) in stop_words::weights() {
            if let Ok(place) = words.binary_search_by(|other| other.stem.as_str().cmp(word)) {
                words[place].weight = weight;
            }
        }
        let gone = |part: usize, place: &u32| places.get(part)?.get(*place as usize).copied();
        for (part, phrases) in &elsewhere {
            for word in phrases.iter().flatten().filter_map(|place| gone(*part, place)) {
                words[word as usize].weigh_elsewhere(flows.len());
            }
        }
        let collect = |all: &[(usize, Vec<Vec<u32>>)]| {
            let mut collected = QueryPhrases::default();
            for (part, phrases) in all {
                let places = phrases.iter().map(|phrase| phrase.iter().filter_map(|place| gone(*part, place)));
                collected.add(&words, places);
            }
            collected
        };
        let (phrases, elsewhere) = (collect(&phrases), collect(&elsewhere));
        let mut forms: Vec<(String, u32)> =
            forms.into_iter().filter_map(|(word, part, place)| Some((word, gone(part, &place)?))).collect();
        forms.sort();
        let (lang, stem, fuzzy) = (lang.to_owned(), Stem::of(lang), FuzzyIndex::of(&words));
        let mut vocabulary =
            Vocabulary { lang, stem, flows, words, forms, synonyms: vec![], phrases, elsewhere, fuzzy };
        vocabulary.synonyms = vocabulary.synonyms_of(&groups);
        vocabulary
    }

    fn synonyms_of(&self, groups: &[String]) -> Vec<(u32, Vec<u32>)> {
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

    /// The synonyms of a word.
    pub fn synonyms(&self, word: u32) -> impl Iterator<Item = u32> + '_ {
        let first = self.synonyms.partition_point(|(other, _)| *other < word);
        let rest = self.synonyms.iter().skip(first).take_while(move |(other, _)| *other == word);
        rest.flat_map(|(_, places)| places.iter().copied())
    }

    /// The place of a stem.
    pub fn place(&self, stem: &str) -> Option<u32> {
        self.fuzzy.place(&self.words, stem)
    }

    /// The longer words that begin like this, as stems or as people write them.
    pub fn beginning<'a>(&'a self, start: &'a str) -> impl Iterator<Item = u32> + 'a {
        let first = self.words.partition_point(|word| word.stem.as_str() < start);
        let stems = (first as u32..).zip(self.words.iter().skip(first));
        let stems = stems.take_while(move |(_, word)| word.stem.starts_with(start));
        let stems = stems.filter(move |(_, word)| word.stem.len() > start.len()).map(|(place, _)| place);
        let first = self.forms.partition_point(|(form, _)| form.as_str() < start);
        let forms = self.forms.iter().skip(first).take_while(move |(form, _)| form.starts_with(start));
        let forms = forms.filter(move |(form, _)| form.len() > start.len());
        stems.chain(forms.map(|(_, place)| *place))
    }

    /// The words that are spelt or sound nearly like this one, each with how near it is, 0 to 1.
    pub fn like(&self, word: &str) -> Vec<(u32, f32)> {
        self.fuzzy.like(&self.words, word)
    }
}
