//! From a question to the flows that answer it.

use super::hash_index::HashIndex;
use super::index::{Found, IndexFile};
use super::query::{Asked, QueryExpander, unfinished};
use super::scoring::{ELSEWHERE_LEAST, score};
use super::vocabulary::Vocabulary;
use super::words::words;
use std::rc::Rc;

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
/// A hit below this is none.
const LEAST: f32 = 0.45;
/// The floor under answers: a question whose best hit scores less has no answer. Of the 1,241 known questions with a flow one does.
const FLOOR: f32 = 1.3;
/// The same while one word is being typed.
const FLOOR_UNFINISHED: f32 = LEAST;
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
        let ranked = self.rank(lang, &|known| known.expander.expand(&known.vocabulary, &asked));
        if ranked.answers(FLOOR) && !ranked.is_elsewhere() {
            return ranked.best(&self.ids);
        }
        // One word that is still being typed may become another one: "aan" becomes "aanvragen".
        match &asked[..] {
            [word] if word.len() > 1 && !question.ends_with(char::is_whitespace) => {
                let ranked = self.rank(lang, &|known| vec![Rc::from([unfinished(&known.vocabulary, word)])]);
                if ranked.answers(FLOOR_UNFINISHED) { ranked.best(&self.ids) } else { vec![] }
            }
            _ => vec![],
        }
    }

    /// Scores the flows of all languages.
    fn rank(&self, lang: &str, expand: &dyn Fn(&Language) -> Vec<Rc<[Asked]>>) -> Ranked {
        let mut ranked = Ranked::default();
        // For each flow its place among the hits.
        let mut places: Vec<Option<u32>> = vec![None; self.ids.len()];
        for known in &self.languages {
            let worth = if known.vocabulary.lang == lang { 1.0 } else { ABROAD };
            let asked = expand(known);
            let elsewhere = score(&known.vocabulary, asked.iter().flat_map(|asked| asked.iter()), |answer| {
                let (id, score) = (known.ids[answer.flow], answer.score * worth);
                ranked.phrase = ranked.phrase.max(answer.phrase * worth);
                match places[id as usize] {
                    Some(place) => ranked.hits[place as usize].1 = ranked.hits[place as usize].1.max(score),
                    None => {
                        places[id as usize] = Some(ranked.hits.len() as u32);
                        ranked.hits.push((id, score));
                    }
                }
            });
            ranked.elsewhere = ranked.elsewhere.max(elsewhere * worth);
        }
        ranked
    }
}

/// What was found, before it is known whether it is good enough.
#[derive(Default)]
struct Ranked {
    /// Flows with their scores, in the order in which they were met.
    hits: Vec<(u32, f32)>,
    /// The similarity of the nearest need phrase, and of the nearest phrase for what no flow answers.
    phrase: f32,
    elsewhere: f32,
}

impl Ranked {
    fn top(&self) -> f32 {
        self.hits.iter().map(|(_, score)| *score).fold(0.0, f32::max)
    }

    fn answers(&self, floor: f32) -> bool {
        self.top() >= floor
    }

    /// Whether something that no flow answers is nearer to the question than any need phrase.
    fn is_elsewhere(&self) -> bool {
        self.elsewhere > ELSEWHERE_LEAST && self.elsewhere > self.phrase
    }

    /// The best hits, the best first; of equals the first one.
    fn best(mut self, ids: &[String]) -> Vec<Hit> {
        let best = self.top();
        let mut found = Vec::new();
        while found.len() < MOST {
            let next = self.hits.iter_mut().rev().max_by(|one, other| one.1.total_cmp(&other.1));
            let Some((id, score)) = next.filter(|(_, score)| *score >= LEAST && *score >= best * 0.3) else { break };
            found.push(Hit { id: ids[*id as usize].clone(), score: std::mem::take(score) });
        }
        found
    }
}
