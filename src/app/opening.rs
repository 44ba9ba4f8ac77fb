//! Opening a flow: asking for its files and those of the flows it includes, and putting them together.

use super::event::{Effect, Failure, HostEvent, Later};
use super::model::{FIRST_LANG, Model, Place, Wanted, words_key};
use super::notice::Notice;
use crate::content::asset::Asset;
use crate::content::package::{self, Expand, Source};
use crate::flow::mode::Mode;
use crate::map::Map;
use crate::municipality::house::HOUSE;
use std::sync::Arc;

impl Model {
    /// Begins to open a flow.
    pub(super) fn open(&mut self, wanted: Wanted) -> Vec<Effect> {
        if matches!(self.place, Place::Start | Place::House(_)) {
            self.came_from = self.place;
        }
        self.wanted = wanted;
        self.place = Place::Opening;
        if self.is_off(&self.wanted.flow) {
            return self.send_away();
        }
        self.turn += 1;
        self.put_together()
    }

    /// Opens the wanted flow when all its files are there; otherwise asks for what is missing.
    pub(super) fn put_together(&mut self) -> Vec<Effect> {
        if self.wanted.flow.is_empty() || self.wanted.flow == HOUSE {
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
                    effects.extend(self.ask(Asset::Flow(id.clone())));
                }
            }
            if !self.words.contains_key(&words_key(&id, &lang)) {
                whole = false;
                effects.extend(self.ask(Asset::Words(id, lang.clone())));
            }
        }
        // Before the words of the interface are there, nothing can be shown.
        if !whole || self.place == Place::Waking {
            return effects;
        }
        let source = |id: String| Some((id.clone(), (self.files.get(&id)?, self.words.get(&words_key(&id, &lang))?)));
        let alone = ids.len() == 1;
        let sources: Map<Source> = ids.into_iter().filter_map(source).collect();
        let put_together = match self.expand {
            _ if alone => package::whole,
            Some(Expand(expand)) => expand,
            // What puts a flow with includes together comes later; if that failed, this did too.
            None if self.expand_failed.is_some() => return self.failed(self.expand_failed.unwrap_or(Failure::Start)),
            None => return effects,
        };
        match put_together(&self.wanted.flow, &sources) {
            Ok(package) => self.opened(package),
            Err(_) => self.failed(Failure::BadContent),
        }
    }

    /// The mode that nobody has to choose: a guide has one only, and a host page may have set it.
    pub(super) fn set_mode(&self) -> Option<Mode> {
        let guide = self.package.as_ref().is_some_and(|package| package.guide);
        if guide { Some(Mode::Together) } else { self.fixed_mode }
    }

    /// The code that comes later is there, or did not come.
    pub(super) fn later_came(&mut self, result: Result<Later, Failure>) -> Vec<Effect> {
        let failed_before = self.expand_failed;
        let waited = self.aloud.is_none();
        self.expand_failed = result.as_ref().err().copied();
        let later = result.ok();
        self.expand = later.as_ref().map(|later| later.expand);
        self.aloud = later.map(|later| later.aloud);
        let mut effects = match self.place {
            Place::Opening => self.put_together(),
            _ if waited && self.aloud.is_some() => self.speak(),
            _ => vec![],
        };
        // The host hears of it once, however often it is tried in vain.
        let untold = self.expand_failed != failed_before && !matches!(self.place, Place::Failed(_));
        if let Some(failure) = self.expand_failed.filter(|_| untold) {
            effects.push(Effect::Tell(HostEvent::Error { code: failure.code() }));
        }
        effects
    }

    fn opened(&mut self, mut package: package::Package) -> Vec<Effect> {
        let same =
            self.package.as_ref().is_some_and(|old| old.flow.id == package.flow.id) && self.place != Place::Opening;
        package.differs = self.ui.t("fact.local");
        self.package = Some(Arc::new(package));
        self.turn += 1;
        if same {
            // Only the language changed: the visitor stays where they are.
            return self.speak();
        }
        if self.wanted.resume {
            return self.resume();
        }
        match self.set_mode() {
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
            self.notice = Some(Notice::DutchOnly);
            let lang = self.settings.lang.clone();
            self.words.insert(words_key(id, &lang), words);
            return self.put_together();
        }
        self.ask(Asset::Words(id.to_owned(), FIRST_LANG.to_owned()))
    }
}
