//! Opening a flow: asking for its files and those of the flows it includes, and putting them together.

use super::event::{Effect, Failure, HostEvent};
use super::model::{FIRST_LANG, Model, Place, Wanted, words_key};
use crate::content::package::{self, Source};
use crate::map::Map;
use std::sync::Arc;

impl Model {
    /// Begins to open a flow.
    pub(super) fn open(&mut self, wanted: Wanted) -> Vec<Effect> {
        self.wanted = wanted;
        self.place = Place::Opening;
        self.turn += 1;
        self.put_together()
    }

    /// Opens the wanted flow when all its files are there; otherwise asks for what is missing.
    pub(super) fn put_together(&mut self) -> Vec<Effect> {
        if self.wanted.flow.is_empty() {
            return vec![];
        }
        let lang = self.settings.lang.clone();
        let mut effects = Vec::new();
        let mut whole = true;
        // The wanted flow and all that it includes, as far as it is known.
        let mut ids = vec![self.wanted.flow.clone()];
        let mut next = 0;
        while let Some(id) = ids.get(next).cloned() {
            next += 1;
            match self.files.get(&id) {
                Some(file) => {
                    for included in package::includes(file) {
                        if !ids.iter().any(|known| known == included) {
                            ids.push(included.to_owned());
                        }
                    }
                }
                None => {
                    whole = false;
                    if self.asks(["flow ", &id].concat()) {
                        effects.push(Effect::LoadFlow(id.clone()));
                    }
                }
            }
            if !self.words.contains_key(&words_key(&id, &lang)) {
                whole = false;
                if self.asks(["words ", &id, " ", &lang].concat()) {
                    effects.push(Effect::LoadWords(id, lang.clone()));
                }
            }
        }
        if !whole {
            return effects;
        }
        let source = |id: String| Some((id.clone(), (self.files.get(&id)?, self.words.get(&words_key(&id, &lang))?)));
        let sources: Map<Source> = ids.into_iter().filter_map(source).collect();
        match package::assemble(&self.wanted.flow, &sources) {
            Ok(package) => self.opened(package),
            Err(_) => self.failed(Failure::BadContent),
        }
    }

    fn opened(&mut self, package: package::Package) -> Vec<Effect> {
        let same =
            self.package.as_ref().is_some_and(|old| old.flow.id == package.flow.id) && self.place != Place::Opening;
        self.package = Some(Arc::new(package));
        self.turn += 1;
        if same {
            // Only the language changed: the visitor stays where they are.
            return vec![];
        }
        if self.wanted.resume {
            return self.resume();
        }
        match self.fixed_mode {
            Some(mode) => self.begin(mode),
            None => {
                self.place = Place::Welcome;
                self.arrived()
            }
        }
    }

    /// Something that is needed did not come.
    pub(super) fn failed(&mut self, failure: Failure) -> Vec<Effect> {
        self.place = Place::Failed(failure);
        self.turn += 1;
        let mut effects = vec![Effect::Tell(HostEvent::Error { code: failure.code() })];
        if self.wanted.by_visitor {
            effects.push(Effect::FocusHeading);
        }
        effects
    }

    /// The words did not come in this language: a flow that only exists in Dutch is better than none.
    pub(super) fn words_in_dutch(&mut self, id: &str) -> Vec<Effect> {
        let key = words_key(id, FIRST_LANG);
        if let Some(words) = self.words.get(&key).cloned() {
            self.notice = Some("notice.dutch-only");
            let lang = self.settings.lang.clone();
            self.words.insert(words_key(id, &lang), words);
            return self.put_together();
        }
        let fresh = self.asks(["words ", id, " ", FIRST_LANG].concat());
        if fresh { vec![Effect::LoadWords(id.to_owned(), FIRST_LANG.to_owned())] } else { vec![] }
    }
}
