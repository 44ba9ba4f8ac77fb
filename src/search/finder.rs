//! From a question to the flows that answer it.

use super::hash_index::HashIndex;
use super::index::{Found, IndexFile};
use super::query::QueryExpander;
use super::scoring::score;
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
    languages: Vec<Language>,
    /// The flows of all languages, one behind the other.
    ids: Vec<String>,
}

/// One language.
struct Language {
    vocabulary: Vocabulary,
    expander: QueryExpander,
    /// For each of its flows the first place in `ids`.
    ids: Vec<u32>,
}

/// The language that every flow has.
const FALLBACK: &str = "nl";
/// How much a flow of another language than the chosen one counts.
const ABROAD: f32 = 0.8;
/// Below this nothing was found.
const LEAST: f32 = 0.45;
/// So many answers are given.
const MOST: usize = 6;

impl Finder {
    /// Takes in a language, as its parts.
    pub fn add(&mut self, lang: &str, parts: Vec<IndexFile>) {
        self.languages.retain(|known| known.vocabulary.lang != lang);
        let vocabulary = Vocabulary::new(lang, parts);
        self.languages.push(Language { vocabulary, expander: QueryExpander::default(), ids: vec![] });
        let flows = self.languages.iter().flat_map(|known| &known.vocabulary.flows);
        self.ids = flows.map(|flow| flow.id.clone()).collect();
        let table = HashIndex::of(self.ids.iter().map(String::as_str));
        let place = |id: &str| table.places(id).find(|place| self.ids[*place as usize] == id).unwrap_or_default();
        for known in &mut self.languages {
            known.ids = known.vocabulary.flows.iter().map(|flow| place(&flow.id)).collect();
        }
    }

    /// Whether it can answer in that language.
    pub fn has(&self, lang: &str) -> bool {
        self.languages.iter().any(|known| known.vocabulary.lang == lang)
    }

    /// A flow, as the language tells of it, else Dutch, else any.
    pub fn flow(&self, id: &str, lang: &str) -> Option<&Found> {
        self.telling(lang).into_iter().find_map(|known| known.flows.iter().find(|flow| flow.id == id))
    }

    /// The languages in the order in which they are asked to tell of a flow.
    fn telling(&self, lang: &str) -> Vec<&Vocabulary> {
        let all = || self.languages.iter().map(|known| &known.vocabulary);
        let of = |wanted: &str| all().find(|known| known.lang == wanted);
        of(lang).into_iter().chain(of(FALLBACK)).chain(all()).collect()
    }

    /// All flows, as the language tells of them, else Dutch, else any.
    pub fn flows(&self, lang: &str) -> &[Found] {
        self.telling(lang).first().map_or(&[], |known| &known.flows)
    }

    /// The flows that answer a question, the best first; nothing when nothing does.
    pub fn find(&self, question: &str, lang: &str) -> Vec<Hit> {
        let asked = words(question);
        // What was found, in order; and for each flow its place there.
        let mut hits: Vec<(u32, f32)> = Vec::new();
        let mut places: Vec<Option<u32>> = vec![None; self.ids.len()];
        for Language { vocabulary, expander, ids } in &self.languages {
            let worth = if vocabulary.lang == lang { 1.0 } else { ABROAD };
            let asked = expander.expand(vocabulary, &asked);
            score(vocabulary, asked.iter().flat_map(|asked| asked.iter()), |flow, score| {
                let (id, score) = (ids[flow], score * worth);
                match places[id as usize] {
                    Some(place) => hits[place as usize].1 = hits[place as usize].1.max(score),
                    None => {
                        places[id as usize] = Some(hits.len() as u32);
                        hits.push((id, score));
                    }
                }
            });
        }
        let best = hits.iter().map(|(_, score)| *score).fold(0.0, f32::max);
        let mut found = Vec::new();
        while found.len() < MOST {
            // Of equals the first one.
            let next = hits.iter_mut().rev().max_by(|one, other| one.1.total_cmp(&other.1));
            let Some((id, score)) = next.filter(|(_, score)| *score >= LEAST && *score >= best * 0.3) else { break };
            found.push(Hit { id: self.ids[*id as usize].clone(), score: std::mem::take(score) });
        }
        found
    }
}
