//! The need phrases of all flows, one behind the other: at each key many of them are compared with what is asked.

use super::vocabulary::Word;

/// Phrases by flow.
#[derive(Default)]
pub struct Needs {
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
    /// What all its words weigh.
    mass: f32,
}

impl Needs {
    /// Adds the phrases of the next flow.
    pub fn add(&mut self, words: &[Word], phrases: impl Iterator<Item = impl Iterator<Item = u32>>) {
        for phrase in phrases {
            let start = self.words.len();
            self.words.extend(phrase);
            let added = self.words.iter().skip(start).map(|place| &words[*place as usize]);
            let mass = added.map(|word| word.rarity * word.weight).sum();
            self.phrases.push(Phrase { end: self.words.len() as u32, mass });
        }
        self.flows.push(self.phrases.len() as u32);
    }

    /// How well the phrase of a flow that fits best says what was asked, where `said` is what each word has of the question, and `whole`
    /// what the whole question weighs.
    pub fn best(&self, flow: usize, said: &[f32], whole: f32) -> f32 {
        let begin = |ends: Option<&u32>| ends.map_or(0, |end| *end as usize);
        let first = begin(flow.checked_sub(1).and_then(|before| self.flows.get(before)));
        let last = begin(self.flows.get(flow));
        let mut start = first.checked_sub(1).map_or(0, |before| self.phrases[before].end as usize);
        let mut best = 0.0_f32;
        for Phrase { end, mass } in self.phrases.get(first..last).unwrap_or_default() {
            let words = self.words.get(start..*end as usize).unwrap_or_default();
            let shared: f32 = words.iter().map(|word| said[*word as usize]).sum();
            if shared > 0.0 {
                best = best.max(shared * shared / (mass + whole - shared).max(0.1));
            }
            start = *end as usize;
        }
        best
    }
}
