//! Files that arrive: read, laid over with what the municipality says, kept; or else what the visitor is told.

use super::event::{Effect, Failure, HostEvent};
use super::model::{FIRST_LANG, Local, Model, Place, words_key};
use crate::content::asset::Asset;
use crate::content::file::FORMAT;
use crate::content::overlay;
use crate::content::ui::Ui;
use crate::find::index::OTHER;
use crate::map::Map;
use crate::value::{Read, Value, read};

impl Model {
    /// A file came, or did not.
    pub(super) fn arrived_file(&mut self, asset: Asset, mut result: Result<Value, Failure>) -> Vec<Effect> {
        let path = asset.path();
        // What a municipality lays over a flow is laid over it as it comes; until it is known, the flow waits.
        if let (Local::Awaited(held), Asset::Flow(_) | Asset::Words(..)) = (&mut self.local, &asset) {
            held.push((asset, result));
            return vec![];
        }
        self.asked.retain(|other| *other != asset);
        let mut warnings = Vec::new();
        if let Ok(value) = &mut result {
            self.lay_over(&asset, value, &mut warnings);
        }
        let say = &mut warnings;
        let mut effects = match asset {
            Asset::Ui(lang) => self.ui_arrived(lang, fit(&path, result, say)),
            Asset::Catalogue => {
                self.catalogue = fit(&path, result, say);
                if self.catalogue.as_ref().is_ok_and(|catalogue| catalogue.format > FORMAT) {
                    self.catalogue = Err(Failure::BadContent);
                }
                self.turn += 1;
                vec![]
            }
            Asset::Flow(id) => match fit::<crate::content::file::FlowFile>(&path, result, say) {
                Ok(file) if file.id == id => {
                    self.files.insert(id, file);
                    self.put_together_if_wanted()
                }
                Ok(_) => self.arrived_broken(Failure::BadContent),
                Err(failure) => self.arrived_broken(failure),
            },
            Asset::Words(id, lang) => self.words_arrived(id, lang, fit(&path, result, say)),
            Asset::Municipality(_) => self.municipality_arrived(result),
            Asset::Index(name) => self.index_arrived(name, result),
        };
        effects.extend(warnings.into_iter().map(Effect::Warn));
        effects
    }

    fn lay_over(&self, asset: &Asset, value: &mut Value, warnings: &mut Vec<String>) {
        let (Asset::Flow(id) | Asset::Words(id, _)) = asset else { return };
        let Some(local) = self.local_of(id) else { return };
        let say: overlay::Say = &mut |place, found, expected| {
            warnings.push(["municipality: flows.", id, ".", &place, ": ", found, ", not ", expected].concat());
        };
        match asset {
            Asset::Words(_, lang) => overlay::words(value, local, lang, say),
            _ => overlay::facts(value, local, say),
        }
    }

    /// What the municipality says of a flow.
    pub fn local_of(&self, flow: &str) -> Option<&Value> {
        if let Local::Here(municipality) = &self.local { municipality.at("flows")?.at(flow) } else { None }
    }

    /// Whether the municipality does not offer a flow.
    pub fn is_off(&self, flow: &str) -> bool {
        self.local_of(flow).and_then(|local| local.at("off")) == Some(&Value::Bool(true))
    }

    /// Whether a flow is in the catalogue, and the municipality has not switched it off.
    pub fn offers(&self, flow: &str) -> bool {
        let listed =
            self.catalogue.as_ref().is_ok_and(|catalogue| catalogue.flows.iter().any(|entry| entry.id == flow));
        listed && !self.is_off(flow)
    }

    /// Without it everything works as everywhere else in the country.
    fn municipality_arrived(&mut self, result: Result<Value, Failure>) -> Vec<Effect> {
        let before = std::mem::replace(&mut self.local, result.map_or(Local::Nowhere, Local::Here));
        if matches!(self.local, Local::Nowhere) {
            self.notice = Some("notice.no-municipality");
        }
        self.turn += 1;
        let mut effects = self.send_away();
        if let Local::Awaited(held) = before {
            for (asset, result) in held {
                effects.extend(self.arrived_file(asset, result));
            }
        }
        effects
    }

    /// Who asks for a flow that the municipality does not offer is told so, at the start.
    pub(super) fn send_away(&mut self) -> Vec<Effect> {
        if !self.is_off(&self.wanted.flow) {
            return vec![];
        }
        self.notice = Some("notice.off");
        match self.place {
            Place::Waking => {
                self.wanted = super::model::Wanted::default();
                vec![]
            }
            _ => self.go_home(self.wanted.by_visitor),
        }
    }

    fn index_arrived(&mut self, name: String, result: Result<Value, Failure>) -> Vec<Effect> {
        self.index_turn += 1;
        let Ok(value) = result else {
            // What did not come is asked for again the next time.
            self.index_asked.retain(|asked| *asked != name);
            // A language that has no index is none that anybody searches in.
            self.index_failed = name == FIRST_LANG || result != Err(Failure::Missing);
            return vec![];
        };
        let next = match value.at("next") {
            Some(Value::Text(next)) if !self.index_asked.contains(next) => Some(next.clone()),
            _ => None,
        };
        self.index.push(value);
        next.map_or_else(Vec::new, |next| self.ask_index(next))
    }

    /// Whether all parts of a language came that nobody took yet.
    pub fn index_ready(&self) -> bool {
        self.index.iter().any(is_last)
    }

    /// The parts of the languages that came whole.
    pub fn take_index(&mut self) -> Vec<Value> {
        let whole: Vec<Value> =
            self.index.iter().filter(|value| is_last(value)).filter_map(|value| value.at("lang").cloned()).collect();
        let (ready, rest) = std::mem::take(&mut self.index)
            .into_iter()
            .partition(|value| value.at("lang").is_some_and(|lang| whole.contains(lang)));
        self.index = rest;
        ready
    }

    pub(super) fn ask_index(&mut self, name: String) -> Vec<Effect> {
        self.index_asked.push(name.clone());
        self.ask(Asset::Index(name))
    }

    /// The search needs its index: that of the language, and of the other ones that residents may speak.
    pub(super) fn search_opened(&mut self) -> Vec<Effect> {
        self.index_failed = false;
        let mut effects = Vec::new();
        for lang in [&self.settings.lang.clone()[..], FIRST_LANG, "en", OTHER] {
            if !self.index_asked.iter().any(|known| known == lang) {
                effects.extend(self.ask_index(lang.to_owned()));
            }
        }
        effects
    }

    /// Asks for a file, unless it is on its way.
    pub(super) fn ask(&mut self, asset: Asset) -> Vec<Effect> {
        if self.asked.contains(&asset) {
            return vec![];
        }
        self.asked.push(asset.clone());
        vec![Effect::Load(asset)]
    }

    fn ui_arrived(&mut self, lang: String, result: Result<Map<String>, Failure>) -> Vec<Effect> {
        match result {
            Ok(words) => {
                self.uis.insert(lang.clone(), Ui { lang: lang.clone(), words });
                self.speak_in(&lang)
            }
            // A language that is not there: the interface goes on in Dutch.
            Err(Failure::Missing) if self.place == Place::Waking && lang != FIRST_LANG => {
                FIRST_LANG.clone_into(&mut self.settings.lang);
                let mut effects = self.ask(Asset::Ui(FIRST_LANG.to_owned()));
                effects.extend(self.put_together());
                effects
            }
            Err(failure) if self.place == Place::Waking => {
                vec![Effect::Tell(HostEvent::Error { code: failure.code() })]
            }
            Err(_) => {
                self.notice = Some("notice.no-language");
                vec![Effect::Announce(self.ui.t("notice.no-language"))]
            }
        }
    }

    fn words_arrived(
        &mut self,
        id: String,
        lang: String,
        result: Result<crate::content::words::Words, Failure>,
    ) -> Vec<Effect> {
        match result {
            Ok(words) if words.flow == id => {
                self.words.insert(words_key(&id, &lang), words);
                if lang != self.settings.lang {
                    return self.words_in_dutch(&id);
                }
                self.put_together_if_wanted()
            }
            Ok(_) => self.arrived_broken(Failure::BadContent),
            Err(Failure::Missing) if lang != FIRST_LANG => self.words_in_dutch(&id),
            Err(failure) => self.arrived_broken(failure),
        }
    }

    fn put_together_if_wanted(&mut self) -> Vec<Effect> {
        // After a failure the visitor decides when to try again; what still arrives is only kept.
        let waiting = !matches!(self.place, Place::Start | Place::House(_) | Place::Failed(_));
        if waiting { self.put_together() } else { vec![] }
    }

    /// A file of the flow did not come. What is open stays open.
    fn arrived_broken(&mut self, failure: Failure) -> Vec<Effect> {
        match self.place {
            Place::Opening => self.failed(failure),
            Place::Waking => {
                self.place = Place::Failed(failure);
                vec![]
            }
            Place::Welcome | Place::Step => {
                self.notice = Some("notice.no-language");
                vec![]
            }
            Place::Start | Place::House(_) | Place::Failed(_) => vec![],
        }
    }
}

/// Whether a part of the index is the last one of its language.
fn is_last(part: &Value) -> bool {
    !matches!(part.at("next"), Some(Value::Text(_)))
}

/// What arrived, if it fits. Fields that a newer format may have are let be.
fn fit<T: Read>(path: &str, value: Result<Value, Failure>, warnings: &mut Vec<String>) -> Result<T, Failure> {
    let (read, misfits) = read(&value?);
    match misfits.iter().find(|misfit| !misfit.unknown) {
        None => Ok(read),
        Some(misfit) => {
            // For the one who wrote the file; visitors see the failure screen.
            warnings.push([path, " ", &misfit.path, ": ", &misfit.found, ", not ", misfit.expected].concat());
            Err(Failure::BadContent)
        }
    }
}
