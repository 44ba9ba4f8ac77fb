//! The need phrases of all flows, one behind the other: each key press compares many of them with the question.

use super::word::Word;

/// Phrases by flow.
#[derive(Default)]
pub struct QueryPhrases {
    /// The words of all phrases, as places in the vocabulary.
    words: Vec<u32>,
    phrases: Vec<Phrase>,
    /// Where the phrases of each flow end.
    flows: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Phrase {
    /// Where its words end.
    end: u32,
    /// The sum of the idf of its words.
    weight: f32,
}

impl QueryPhrases {
    /// Adds the phrases of the next flow.
    pub fn add(&mut self, words: &[Word], phrases: impl Iterator<Item = impl Iterator<Item = u32>>) {
        for phrase in phrases {
            let start = self.words.len();
            self.words.extend(phrase);
            let added = self.words.iter().skip(start).map(|place| &words[*place as usize]);
            let weight = added.map(|word| word.idf * word.weight).sum();
            self.phrases.push(Phrase { end: self.words.len() as u32, weight });
        }
        self.flows.push(self.phrases.len() as u32);
    }

    /// The same as [`QueryPhrases::best`] over the phrases of all flows.
    pub fn best_of_all(&self, said: &[f32], whole: f32) -> f32 {
        (0..self.flows.len()).map(|flow| self.best(flow, said, whole)).fold(0.0, f32::max)
    }

    /// The similarity of the question to the phrase of a flow that is nearest: the share of their words that both have, by weight (a Jaccard
    /// index). `said` holds the weight of each word in the question, `whole` is the sum of them.
    pub fn best(&self, flow: usize, said: &[f32], whole: f32) -> f32 {
        let begin = |ends: Option<&u32>| ends.map_or(0, |end| *end as usize);
        let first = begin(flow.checked_sub(1).and_then(|before| self.flows.get(before)));
        let last = begin(self.flows.get(flow));
        let mut start = first.checked_sub(1).map_or(0, |before| self.phrases[before].end as usize);
        let mut best = 0.0_f32;
        for Phrase { end, weight } in self.phrases.get(first..last).unwrap_or_default() {
            let words = self.words.get(start..*end as usize).unwrap_or_default();
            let shared: f32 = words.iter().map(|word| said[*word as usize]).sum();
            if shared > 0.0 {
                best = best.max(shared * shared / (weight + whole - shared).max(0.1));
            }
            start = *end as usize;
        }
        best
    }
}
