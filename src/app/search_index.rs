//! The search index as it comes: language by language, part by part. Reading it is for the view that searches (`view/finder.rs`).

use super::event::Failure;
use crate::content::asset::Asset;
use crate::content::file::FORMAT;
use crate::search::index::MOST_PARTS;
use crate::value::Value;

/// What is there of the index.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Index {
    languages: Vec<(String, Loading)>,
    /// Counts the languages that came whole, or did not come: then the answers may be others.
    pub turn: u32,
}

/// How far a language is.
#[derive(Debug, Clone, PartialEq)]
enum Loading {
    Coming(Vec<Value>),
    Whole(Vec<Value>),
    /// The view has it.
    Taken,
    Failed(Failure),
}

impl Index {
    /// The files to ask for, so that these languages are there: what failed is asked for again, from its first part.
    pub fn open(&mut self, languages: &[&str]) -> Vec<Asset> {
        let mut wanted = Vec::new();
        for lang in languages {
            let known = self.languages.iter_mut().find(|(known, _)| known == lang);
            match known {
                Some((_, Loading::Failed(_))) | None => {}
                Some(_) => continue,
            }
            self.set(lang, Loading::Coming(vec![]));
            wanted.push(Asset::Index((*lang).to_owned(), 0));
        }
        wanted
    }

    /// A part came, or did not; the next one to ask for.
    pub fn arrived(&mut self, lang: &str, part: usize, result: Result<Value, Failure>) -> Option<Asset> {
        let Some((_, Loading::Coming(parts))) = self.languages.iter_mut().find(|(known, _)| known == lang) else {
            return None;
        };
        let mut parts = std::mem::take(parts);
        let value = match result {
            Ok(value) if fits(&value, lang) => value,
            Ok(_) => {
                self.end(lang, Loading::Failed(Failure::BadContent));
                return None;
            }
            Err(failure) => {
                self.end(lang, Loading::Failed(failure));
                return None;
            }
        };
        let more = matches!(value.at("next"), Some(Value::Text(_))) && part + 1 < MOST_PARTS;
        parts.push(value);
        if more {
            self.set(lang, Loading::Coming(parts));
            return Some(Asset::Index(lang.to_owned(), part + 1));
        }
        self.end(lang, Loading::Whole(parts));
        None
    }

    /// Whether a language came whole that nobody took yet.
    pub fn is_ready(&self) -> bool {
        self.languages.iter().any(|(_, state)| matches!(state, Loading::Whole(_)))
    }

    /// The languages that came whole, with their parts.
    pub fn take(&mut self) -> Vec<(String, Vec<Value>)> {
        let mut taken = Vec::new();
        for (lang, state) in &mut self.languages {
            if let Loading::Whole(parts) = state {
                taken.push((lang.clone(), std::mem::take(parts)));
                *state = Loading::Taken;
            }
        }
        taken
    }

    /// Why a language did not come.
    pub fn failure(&self, lang: &str) -> Option<Failure> {
        self.languages.iter().find_map(|(known, state)| match state {
            Loading::Failed(failure) if known == lang => Some(*failure),
            _ => None,
        })
    }

    fn end(&mut self, lang: &str, state: Loading) {
        self.turn += 1;
        self.set(lang, state);
    }

    fn set(&mut self, lang: &str, state: Loading) {
        self.languages.retain(|(known, _)| known != lang);
        self.languages.push((lang.to_owned(), state));
    }
}

/// Whether this is a part of the index of that language, of a format that this program reads.
fn fits(part: &Value, lang: &str) -> bool {
    let format = matches!(part.at("format"), Some(Value::Number(format)) if *format <= i64::from(FORMAT));
    let own = matches!(part.at("lang"), Some(Value::Text(own)) if own == lang);
    let lists = ["flows", "terms"].iter().all(|name| matches!(part.at(name), Some(Value::List(_))));
    format && own && lists
}
