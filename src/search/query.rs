//! What the words of a question may stand for.

use super::compound;
use super::stop_words;
use super::vocabulary::Vocabulary;
use std::cell::RefCell;
use std::rc::Rc;

/// How much a part of a compound counts, and a word that is not typed to its end.
const PART: f32 = 0.8;
const BEGUN: f32 = 0.8;
/// How much a synonym counts of the word that was asked for.
const SYNONYM: f32 = 0.6;

/// One word of the question: what it may stand for, and how much it counts.
pub struct Asked {
    pub weight: f32,
    pub readings: Vec<(u32, f32)>,
}

/// A word of the question, with what was made of it.
struct Known {
    word: String,
    asked: Rc<[Asked]>,
}

/// Places of words, each with how much of it is meant.
type Readings = Rc<[(u32, f32)]>;

/// Query expansion: stems, synonyms, parts of compounds, misspelt words. Typing changes the last word, at its end: the readings of the
/// other words, and of the parts of this one, are kept until the next question is read.
#[derive(Default)]
pub struct QueryExpander {
    words: RefCell<Vec<Known>>,
    parts: RefCell<Parts>,
}

/// What the parts of a word may stand for; nothing when that is empty.
#[derive(Default)]
struct Parts {
    word: String,
    /// In order.
    known: Vec<(String, Readings)>,
}

impl QueryExpander {
    /// What each word of the question may stand for.
    pub fn expand(&self, vocabulary: &Vocabulary, question: &[String]) -> Vec<Rc<[Asked]>> {
        let mut before = self.words.take();
        let mut all = Vec::new();
        for (at, word) in question.iter().enumerate() {
            // "zorg toeslag", "e book": people write apart what Dutch writes together.
            let joined =
                question.get(at + 1).map(|next| [word.as_str(), next].concat()).filter(|joined| joined.len() > 4);
            let joined = joined.and_then(|joined| exact(vocabulary, &joined));
            all.extend(joined.map(|readings| Rc::from([Asked { weight: 1.0, readings }])));
            if at + 1 == question.len()
                && let Some(begun) = begun(vocabulary, word)
            {
                all.push(Rc::from([begun]));
                continue;
            }
            let mut words = self.words.borrow_mut();
            let known = before.iter().position(|known| known.word == *word).map(|place| before.swap_remove(place));
            let known =
                known.unwrap_or_else(|| Known { word: word.clone(), asked: self.whole(vocabulary, word).into() });
            all.push(known.asked.clone());
            words.push(known);
        }
        all
    }

    /// What a word may stand for that is typed to its end.
    fn whole(&self, vocabulary: &Vocabulary, word: &str) -> Vec<Asked> {
        let weight = stop_words::weight(word);
        let exact = |word: &str| exact(vocabulary, word);
        if let Some(readings) = exact(word) {
            return vec![Asked { weight, readings }];
        }
        let parts = compound::parts(word, &exact);
        if !parts.is_empty() {
            return parts.into_iter().map(|readings| Asked { weight: PART, readings }).collect();
        }
        let stem = vocabulary.stem.stem(word);
        let mut like = vocabulary.like(&stem);
        if like.is_empty() && stem != word {
            like = vocabulary.like(word);
        }
        let mut asked = Vec::new();
        if like.is_empty() {
            // A compound with a part that is spelt otherwise.
            self.begin_parts(word);
            let parts = compound::parts(word, &|part| self.part(vocabulary, part));
            asked.extend(parts.into_iter().map(|readings| Asked { weight: PART, readings: readings.to_vec() }));
        }
        let readings = like.into_iter().flat_map(|(word, near)| with_synonyms(vocabulary, word, near)).collect();
        asked.push(Asked { weight, readings });
        asked
    }

    /// Forgets the parts of another word; those of this one as it was before the last key are parts of it still.
    fn begin_parts(&self, word: &str) {
        let mut parts = self.parts.borrow_mut();
        if !word.starts_with(&parts.word) {
            parts.known.clear();
        }
        word.clone_into(&mut parts.word);
    }

    /// What a part of a compound may stand for, which may be spelt otherwise. A long word has a hundred parts, and the same ones
    /// come back in many of the ways in which it falls apart.
    fn part(&self, vocabulary: &Vocabulary, part: &str) -> Option<Readings> {
        let known = &mut self.parts.borrow_mut().known;
        let place = known.binary_search_by(|(other, _)| other.as_str().cmp(part)).unwrap_or_else(|place| {
            let near = || if part.len() > 4 { vocabulary.like(part) } else { vec![] };
            let readings = exact(vocabulary, part).unwrap_or_else(near);
            known.insert(place, (part.to_owned(), readings.into()));
            place
        });
        known.get(place).map(|(_, readings)| readings.clone()).filter(|readings| !readings.is_empty())
    }
}

/// What a question of one word may stand for while it is being typed: the words that begin with it and lead somewhere.
pub fn unfinished(vocabulary: &Vocabulary, word: &str) -> Asked {
    let led = vocabulary.beginning(word).filter(|place| !vocabulary.words[*place as usize].postings.is_empty());
    Asked { weight: 1.0, readings: led.map(|place| (place, 1.0)).collect() }
}

/// What the last word may stand for when it is not known as it is: those that begin with it.
fn begun(vocabulary: &Vocabulary, word: &str) -> Option<Asked> {
    if word.len() < 2 || place(vocabulary, word).is_some() {
        return None;
    }
    let leads = |place: &u32| !vocabulary.words[*place as usize].postings.is_empty();
    let mut readings: Vec<(u32, f32)> = vocabulary.beginning(word).filter(leads).map(|word| (word, BEGUN)).collect();
    if readings.is_empty() {
        readings.extend(vocabulary.beginning(word).map(|word| (word, BEGUN)));
    }
    (!readings.is_empty()).then(|| Asked { weight: stop_words::weight(word), readings })
}

/// The place of a word that is known as it is, or by its stem.
fn place(vocabulary: &Vocabulary, word: &str) -> Option<u32> {
    vocabulary.place(&vocabulary.stem.stem(word)).or_else(|| vocabulary.place(word))
}

fn exact(vocabulary: &Vocabulary, word: &str) -> Option<Vec<(u32, f32)>> {
    place(vocabulary, word).map(|word| with_synonyms(vocabulary, word, 1.0))
}

/// A word and its synonyms.
fn with_synonyms(vocabulary: &Vocabulary, word: u32, near: f32) -> Vec<(u32, f32)> {
    let others = vocabulary.synonyms(word).map(|other| (other, near * SYNONYM));
    std::iter::once((word, near)).chain(others).collect()
}
