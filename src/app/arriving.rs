//! Files that arrive: read, kept, put together; or else what the visitor is told.

use super::event::{Effect, Failure, HostEvent};
use super::model::{FIRST_LANG, Local, Model, Place, words_key};
use super::notice::Notice;
use crate::content::asset::Asset;
use crate::content::catalogue::Catalogue;
use crate::content::file::FORMAT;
use crate::content::ui::Ui;
use crate::map::Map;
use crate::search::index::OTHER;
use crate::value::{FromValue, Misfit, Value, read};

/// So many slips of a file are told; the check names them all.
const MOST_TOLD: usize = 9;

impl Model {
    /// A file came, or did not.
    pub(super) fn arrived_file(&mut self, asset: Asset, mut result: Result<Value, Failure>) -> Vec<Effect> {
        let path = asset.path();
        // What a municipality lays over a flow is laid over it as it comes; until it is known, the flow waits. So does the list of them: drawn
        // twice, it took a card away from under the finger.
        if let (Local::Awaited(held), Asset::Flow(_) | Asset::Words(..) | Asset::Catalogue) = (&mut self.local, &asset)
        {
            held.push((asset, result));
            return vec![];
        }
        self.on_its_way.retain(|other| *other != asset);
        if result.as_ref().is_ok_and(newer) {
            result = Err(Failure::Newer);
        }
        let mut warnings = Vec::new();
        if let Ok(value) = &mut result {
            self.lay_over(&asset, value, &mut warnings);
        }
        let say = &mut warnings;
        let mut effects = match asset {
            Asset::Ui(lang) => self.ui_arrived(lang, result.and_then(|value| interface(&path, &value, say))),
            Asset::Catalogue => {
                self.catalogue = result.and_then(|value| catalogue(&path, &value, say));
                self.cards_turn += 1;
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
            Asset::Index(lang, part) => {
                let next = self.index.arrived(&lang, part, result);
                next.map_or_else(Vec::new, |next| self.ask(next))
            }
        };
        effects.extend(warnings.into_iter().map(Effect::Warn));
        effects
    }

    /// The search needs its index: that of the language, and of the other ones that residents may speak.
    pub(super) fn search_opened(&mut self) -> Vec<Effect> {
        let wanted = self.index.open(&[&self.settings.lang, FIRST_LANG, "en", OTHER]);
        wanted.into_iter().flat_map(|asset| self.ask(asset)).collect()
    }

    /// Asks for a file, unless it is on its way.
    pub(super) fn ask(&mut self, asset: Asset) -> Vec<Effect> {
        if self.on_its_way.contains(&asset) {
            return vec![];
        }
        self.on_its_way.push(asset.clone());
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
                self.notice = Some(Notice::NoLanguage);
                vec![]
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
            // Told once there are words to tell it in.
            Place::Waking => {
                self.broken = Some(failure);
                vec![]
            }
            Place::Welcome | Place::Step => {
                self.notice = Some(Notice::NoLanguage);
                vec![]
            }
            Place::Start | Place::House(_) | Place::Exercises(_) | Place::Failed(_) => vec![],
        }
    }
}

/// Whether a file is of a format that came after this program: the page stood open while its site got a newer release. Read as one
/// of ours it might say something false.
fn newer(value: &Value) -> bool {
    matches!(value.at("format"), Some(Value::Number(format)) if *format > i64::from(FORMAT))
}

/// The catalogue without its bad entries, as long as something is left of it.
fn catalogue(path: &str, value: &Value, warnings: &mut Vec<String>) -> Result<Catalogue, Failure> {
    let (found, misfits) = read::<Catalogue>(value);
    let bad = complain(path, &misfits, warnings);
    if bad && found.flows.is_empty() { Err(Failure::BadCatalogue) } else { Ok(found) }
}

/// The words of the interface without those that are no text.
fn interface(path: &str, value: &Value, warnings: &mut Vec<String>) -> Result<Map<String>, Failure> {
    let (words, misfits) = read::<Map<String>>(value);
    complain(path, &misfits, warnings);
    if words.is_empty() { Err(Failure::BadContent) } else { Ok(words) }
}

/// What arrived, if it fits. Fields that a newer format may have are let be.
fn fit<T: FromValue>(path: &str, value: Result<Value, Failure>, warnings: &mut Vec<String>) -> Result<T, Failure> {
    let (read, misfits) = read(&value?);
    if complain(path, &misfits, warnings) { Err(Failure::BadContent) } else { Ok(read) }
}

/// Tells what does not fit to the one who wrote the file (visitors see the failure screen, or what is left); whether something does not.
#[inline(never)]
fn complain(path: &str, misfits: &[Misfit], warnings: &mut Vec<String>) -> bool {
    let mut bad = false;
    for misfit in misfits.iter().filter(|misfit| !misfit.unknown) {
        bad = true;
        if warnings.len() < MOST_TOLD {
            warnings.push([path, " ", &misfit.path, ": ", &misfit.found, ", not ", misfit.expected].concat());
        }
    }
    bad
}
