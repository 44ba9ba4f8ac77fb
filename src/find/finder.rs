//! From a question to the flows that answer it.

use super::compound;
use super::index::{Found, IndexFile};
use super::light::{is_half, is_light};
use super::vocabulary::Vocabulary;
use super::words::words;

/// A flow that answers, with how well: only to be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub id: String,
    pub score: f32,
}

/// Answers questions in the languages it has an index of.
#[derive(Default)]
pub struct Finder {
    languages: Vec<Vocabulary>,
}

/// The language that every flow has.
const FALLBACK: &str = "nl";
/// How much a light word counts.
const LIGHT: f32 = 0.15;
/// How much a word counts that asks, denies or names a person.
const HALF: f32 = 0.3;
/// How much a part of a compound counts, and a word that is not typed to its end.
const PART: f32 = 0.8;
const BEGUN: f32 = 0.8;
/// How much a flow of another language than the chosen one counts.
const ABROAD: f32 = 0.8;
/// How much a word counts that stands for the one that was asked for.
const ALIKE: f32 = 0.6;
/// A phrase that says the same as the question counts so many times.
const PHRASE: f32 = 2.5;
/// Below this nothing was found.
const LEAST: f32 = 0.45;
/// So many answers are given.
const MOST: usize = 6;

/// One word of the question: what it may stand for, and how much it counts.
struct Asked {
    weight: f32,
    readings: Vec<(u32, f32)>,
}

impl Finder {
    /// Takes in a language, as its parts.
    pub fn add(&mut self, lang: &str, parts: Vec<IndexFile>) {
        self.languages.retain(|known| known.lang != lang);
        self.languages.push(Vocabulary::new(lang, parts));
    }

    /// Whether it can answer in that language.
    pub fn has(&self, lang: &str) -> bool {
        self.languages.iter().any(|known| known.lang == lang)
    }

    /// A flow, as the language tells of it, else Dutch, else any.
    pub fn flow(&self, id: &str, lang: &str) -> Option<&Found> {
        self.telling(lang).into_iter().find_map(|known| known.flows.iter().find(|flow| flow.id == id))
    }

    /// The languages in the order in which they are asked to tell of a flow.
    fn telling(&self, lang: &str) -> Vec<&Vocabulary> {
        let of = |wanted: &str| self.languages.iter().find(|known| known.lang == wanted);
        of(lang).into_iter().chain(of(FALLBACK)).chain(&self.languages).collect()
    }

    /// All flows, as the language tells of them, else Dutch, else any.
    pub fn flows(&self, lang: &str) -> &[Found] {
        self.telling(lang).first().map_or(&[], |known| &known.flows)
    }

    /// The flows that answer a question, the best first; nothing when nothing does.
    pub fn find(&self, question: &str, lang: &str) -> Vec<Hit> {
        let asked = words(question);
        let mut hits: Vec<Hit> = Vec::new();
        for vocabulary in &self.languages {
            let worth = if vocabulary.lang == lang { 1.0 } else { ABROAD };
            for (flow, score) in answers(vocabulary, &asked) {
                let (id, score) = (&vocabulary.flows[flow].id, score * worth);
                match hits.iter_mut().find(|hit| &hit.id == id) {
                    Some(hit) => hit.score = hit.score.max(score),
                    None => hits.push(Hit { id: id.clone(), score }),
                }
            }
        }
        hits.sort_by(|one, other| other.score.total_cmp(&one.score));
        let best = hits.first().map_or(0.0, |hit| hit.score);
        hits.retain(|hit| hit.score >= LEAST && hit.score >= best * 0.3);
        hits.truncate(MOST);
        hits
    }
}

/// Every flow that has something of the question, with its score.
fn answers(vocabulary: &Vocabulary, question: &[String]) -> Vec<(usize, f32)> {
    let asked = read(vocabulary, question);
    let rarity = |word: u32| vocabulary.words[word as usize].rarity;
    // What the whole question weighs. A word that leads nowhere weighs as much as a rare one: it was asked for too.
    let unknown = (1.0 + vocabulary.flows.len() as f32).ln() * 0.5;
    let mass = |asked: &Asked| {
        asked.weight
            * asked.readings.iter().map(|(word, near)| rarity(*word) * near).reduce(f32::max).unwrap_or(unknown)
    };
    let whole: f32 = asked.iter().map(mass).sum();
    let mut scores = vec![0.0_f32; vocabulary.flows.len()];
    let mut weighty = vec![false; vocabulary.flows.len()];
    for one in &asked {
        let mut best = vec![0.0_f32; vocabulary.flows.len()];
        for (word, near) in &one.readings {
            for (flow, weight) in &vocabulary.words[*word as usize].hits {
                let score = rarity(*word) * near * weight;
                let flow = usize::from(*flow);
                best[flow] = best[flow].max(score);
            }
        }
        for (flow, score) in best.iter().enumerate() {
            scores[flow] += score * one.weight;
            weighty[flow] |= *score > 0.0 && one.weight > HALF;
        }
    }
    // How much of each word was asked for.
    let mut meant: Vec<(u32, f32)> = Vec::new();
    for one in &asked {
        for (word, near) in &one.readings {
            match meant.iter_mut().find(|(known, _)| known == word) {
                Some((_, most)) => *most = most.max(near * one.weight),
                None => meant.push((*word, near * one.weight)),
            }
        }
    }
    let said = |phrase: &[u32]| {
        let shared: f32 = phrase
            .iter()
            .filter_map(|word| meant.iter().find(|(known, _)| known == word))
            .map(|(word, near)| rarity(*word) * near)
            .sum();
        let all: f32 =
            phrase.iter().map(|word| rarity(*word) * weight_of(&vocabulary.words[*word as usize].stem)).sum();
        if shared <= 0.0 { 0.0 } else { shared * shared / (all + whole - shared).max(0.1) }
    };
    let mut found = Vec::new();
    for (flow, score) in scores.iter().enumerate().filter(|(flow, _)| weighty[*flow]) {
        let phrase = vocabulary.needs[flow].iter().map(|phrase| said(phrase)).fold(0.0, f32::max);
        found.push((flow, score * (0.5 + 0.5 * (score / whole.max(0.1)).min(1.0)) + PHRASE * phrase));
    }
    found
}

/// How much a word counts by itself.
fn weight_of(word: &str) -> f32 {
    match () {
        () if is_light(word) => LIGHT,
        () if is_half(word) => HALF,
        () => 1.0,
    }
}

/// What each word of the question may stand for.
fn read(vocabulary: &Vocabulary, question: &[String]) -> Vec<Asked> {
    let place = |word: &str| vocabulary.place(&vocabulary.stem.stem(word)).or_else(|| vocabulary.place(word));
    let exact = |word: &str| place(word).map(|word| with_others(vocabulary, word, 1.0));
    let mut asked = Vec::new();
    for (at, word) in question.iter().enumerate() {
        // "zorg toeslag", "e book": people write apart what Dutch writes together.
        let joined = question.get(at + 1).map(|next| [word.as_str(), next].concat()).filter(|joined| joined.len() > 4);
        if let Some(readings) = joined.and_then(|joined| exact(&joined)) {
            asked.push(Asked { weight: 1.0, readings });
        }
        let weight = weight_of(word);
        if let Some(readings) = exact(word) {
            asked.push(Asked { weight, readings });
            continue;
        }
        let last = at + 1 == question.len();
        if last && word.len() > 1 {
            let begun: Vec<(u32, f32)> = vocabulary.beginning(word).map(|word| (word, BEGUN)).collect();
            if !begun.is_empty() {
                asked.push(Asked { weight, readings: begun });
                continue;
            }
        }
        let parts = compound::parts(word, &exact);
        if !parts.is_empty() {
            asked.extend(parts.into_iter().map(|readings| Asked { weight: PART, readings }));
            continue;
        }
        let stem = vocabulary.stem.stem(word);
        let mut like = vocabulary.like(&stem);
        if like.is_empty() && &stem != word {
            like = vocabulary.like(word);
        }
        if like.is_empty() {
            // A compound with a part that is spelt otherwise.
            let near = |part: &str| {
                exact(part).or_else(|| (part.len() > 4).then(|| vocabulary.like(part)).filter(|like| !like.is_empty()))
            };
            let parts = compound::parts(word, &near);
            asked.extend(parts.into_iter().map(|readings| Asked { weight: PART, readings }));
        }
        let readings = like.into_iter().flat_map(|(word, near)| with_others(vocabulary, word, near)).collect();
        asked.push(Asked { weight, readings });
    }
    asked
}

/// A word, and those that it may stand for.
fn with_others(vocabulary: &Vocabulary, word: u32, near: f32) -> Vec<(u32, f32)> {
    let others = vocabulary.alike(word).map(|other| (other, near * ALIKE));
    std::iter::once((word, near)).chain(others).collect()
}
