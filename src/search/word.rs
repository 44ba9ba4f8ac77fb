//! One word of the vocabulary, with its postings.

use super::phonetic::sound;

/// A stem, with the flows it leads to.
pub struct Word {
    pub stem: String,
    pub sound: String,
    /// The posting list: each flow as its place in the vocabulary, with how much the word says about it, 0 to 1.
    pub postings: Vec<(u16, f32)>,
    /// The inverse document frequency: a word that leads everywhere says nothing.
    pub idf: f32,
    /// How much it counts in a question: less than 1 for a stop word.
    pub weight: f32,
    /// Whether it is in a phrase for what no flow answers.
    pub elsewhere: bool,
}

/// A word that says less than this of every flow is met in passing.
const IN_PASSING: f32 = 0.3;

impl Word {
    /// A word that counts in full, not yet weighed against the others.
    pub fn new(stem: String, postings: Vec<(u16, f32)>) -> Word {
        Word { sound: sound(&stem), stem, postings, idf: 0.0, weight: 1.0, elsewhere: false }
    }

    /// Marks a word of a phrase for what no flow answers. One that no flow has is as rare as a word of one flow.
    pub fn weigh_elsewhere(&mut self, flows: usize) {
        self.elsewhere = true;
        if self.postings.is_empty() {
            self.idf = (1.0 + flows as f32 / 1.5).ln();
        }
    }

    /// Works out the idf among so many flows. A word without postings keeps none.
    pub fn weigh(&mut self, flows: usize) {
        if self.postings.is_empty() {
            return;
        }
        let led: f32 = self.postings.iter().map(|(_, weight)| weight.min(1.0)).sum();
        self.idf = (1.0 + (flows as f32 - led + 0.5).max(0.0) / (led + 0.5)).ln().max(0.35);
        // People do not ask by a word that is only met in passing.
        if self.postings.iter().all(|(_, weight)| *weight < IN_PASSING) {
            self.idf *= 0.4;
        }
    }
}
