//! How well the flows of one language answer a question.

use super::query::Asked;
use super::stop_words::HALF_COUNTS;
use super::vocabulary::Vocabulary;

/// A phrase that says the same as the question counts so many times.
const PHRASE: f32 = 2.5;

/// A phrase for what no flow answers that is less similar than this says nothing.
pub const ELSEWHERE_LEAST: f32 = 0.6;

/// A flow that has something of the question.
pub struct Answer {
    pub flow: usize,
    pub score: f32,
    /// The similarity of its nearest need phrase.
    pub phrase: f32,
}

/// Calls `found` with every flow that has something of the question, in order. Gives the similarity of the question to the nearest phrase for
/// what no flow answers; 0 when that is little.
pub fn score<'a>(
    vocabulary: &Vocabulary,
    asked: impl Iterator<Item = &'a Asked> + Clone,
    mut found: impl FnMut(Answer),
) -> f32 {
    let (words, flows) = (&vocabulary.words, vocabulary.flows.len());
    let idf = |word: u32| words[word as usize].idf;
    // What the whole question weighs. A word that leads nowhere weighs as much as a rare one: it was asked for too.
    let unknown = (1.0 + flows as f32).ln() * 0.5;
    let weight = |asked: &Asked| {
        asked.weight * asked.readings.iter().map(|(word, near)| idf(*word) * near).reduce(f32::max).unwrap_or(unknown)
    };
    let whole: f32 = asked.clone().map(weight).sum();
    // What each word has of the question.
    let mut said = vec![0.0_f32; words.len()];
    let (mut scores, mut weighty, mut best) = (vec![0.0_f32; flows], vec![false; flows], vec![0.0_f32; flows]);
    let mut touched: Vec<u16> = Vec::new();
    // What the words of the question can share with a phrase for what no flow answers.
    let mut shared = 0.0_f32;
    for one in asked {
        let elsewhere = one.readings.iter().filter(|(word, _)| words[*word as usize].elsewhere);
        shared += elsewhere.map(|(word, near)| idf(*word) * near).fold(0.0, f32::max) * one.weight;
        for (word, near) in &one.readings {
            let said = &mut said[*word as usize];
            *said = said.max(idf(*word) * (near * one.weight));
            for (flow, weight) in &words[*word as usize].postings {
                let best = &mut best[usize::from(*flow)];
                if *best == 0.0 {
                    touched.push(*flow);
                }
                *best = best.max(idf(*word) * near * weight);
            }
        }
        for flow in touched.drain(..).map(usize::from) {
            let score = std::mem::take(&mut best[flow]);
            scores[flow] += score * one.weight;
            weighty[flow] |= score > 0.0 && one.weight > HALF_COUNTS;
        }
    }
    for flow in (0..flows).filter(|flow| weighty[*flow]) {
        let score = scores[flow];
        let phrase = vocabulary.phrases.best(flow, &said, whole);
        let score = score * (0.5 + 0.5 * (score / whole.max(0.1)).min(1.0)) + PHRASE * phrase;
        found(Answer { flow, score, phrase });
    }
    // Most questions share too little with all of them, and need no look at each.
    if shared * shared > ELSEWHERE_LEAST * whole { vocabulary.elsewhere.best_of_all(&said, whole) } else { 0.0 }
}
