//! The state of the whole program.

use super::event::Failure;
use super::saved::{Saved, VERSION};
use super::settings::{Look, Policy, Settings};
use crate::content::catalogue::Catalogue;
use crate::content::file::FlowFile;
use crate::content::package::Package;
use crate::content::ui::Ui;
use crate::content::words::Words;
use crate::flow::mode::Mode;
use crate::flow::session::Session;
use crate::map::Map;
use std::sync::Arc;

/// The language that every flow has.
pub const FIRST_LANG: &str = "nl";

/// Everything there is to know.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    pub settings: Settings,
    pub policy: Policy,
    pub place: Place,
    pub ui: Ui,
    pub catalogue: Result<Catalogue, Failure>,
    /// The flow that is open.
    pub package: Option<Arc<Package>>,
    pub session: Option<Session>,
    pub help_open: bool,
    /// A key in the interface words: something to know that stops nobody.
    pub notice: Option<&'static str>,
    /// Seconds left before the visit is wiped.
    pub idle: Option<u32>,
    /// The mode that the host page asked for: no need to ask the visitor.
    pub fixed_mode: Option<Mode>,
    pub(super) wanted: Wanted,
    pub(super) files: Map<FlowFile>,
    pub(super) words: Map<Words>,
    pub(super) uis: Map<Ui>,
    pub(super) asked: Vec<String>,
    /// Counts what changes a screen without changing its place, so that a view can tell.
    pub turn: u32,
    /// Counts changes of the interface words.
    pub ui_turn: u32,
}

/// Where the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The interface words are not there yet.
    Waking,
    Start,
    /// A flow is on its way.
    Opening,
    /// It did not come.
    Failed(Failure),
    /// What the flow is about, and in which mode to walk it.
    Welcome,
    Step,
}

/// What is being opened.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Wanted {
    pub flow: String,
    /// Go on with the session that is there, instead of asking for a mode.
    pub resume: bool,
    /// A visitor asked for it (and not the host page), so focus may move.
    pub by_visitor: bool,
}

/// How the program is started, from the element's attributes.
#[derive(Debug, Clone, Default)]
pub struct Options {
    pub flow: Option<String>,
    /// The visitor was at a step of that flow (a reload, a crash): go on with what was saved.
    pub step: Option<String>,
    pub lang: String,
    pub mode: Option<String>,
    pub device: String,
    pub heading_level: u8,
    pub today: String,
    pub seed: u32,
    /// What was kept of an earlier visit.
    pub saved: Option<Saved>,
}

impl Model {
    pub fn new(options: Options) -> Model {
        let policy = Policy::of(&options.device);
        let saved = options.saved.filter(|saved| saved.version == VERSION);
        let lang = saved.as_ref().map_or(options.lang, |saved| saved.lang.clone());
        let look = saved.as_ref().map_or(Look::default(), |saved| saved.look);
        let inside = saved.as_ref().is_some_and(|saved| saved.inside);
        let session = saved.and_then(|saved| saved.session);
        let flow = options.flow;
        let resume = session.as_ref().is_some_and(|session| Some(&session.flow) == flow.as_ref())
            && inside
            && options.step.is_some();
        Model {
            settings: Settings {
                lang: if lang.is_empty() { FIRST_LANG.to_owned() } else { lang },
                look: Look { text: look.text.min(super::settings::TEXT_SIZES.len() - 1), ..look },
                read_aloud: false,
                heading_level: options.heading_level.clamp(1, 5),
                today: options.today,
                seed: options.seed,
            },
            policy,
            place: Place::Waking,
            ui: Ui::default(),
            catalogue: Ok(Catalogue::default()),
            package: None,
            session,
            help_open: false,
            notice: None,
            idle: None,
            fixed_mode: options.mode.as_deref().and_then(Mode::from_id),
            wanted: Wanted { flow: flow.unwrap_or_default(), resume, by_visitor: false },
            files: Map::default(),
            words: Map::default(),
            uis: Map::default(),
            asked: Vec::new(),
            turn: 0,
            ui_turn: 0,
        }
    }

    /// Notes that something is asked for; `false` when it already was.
    pub(super) fn asks(&mut self, name: String) -> bool {
        let new = !self.asked.contains(&name);
        if new {
            self.asked.push(name);
        }
        new
    }

    /// Notes that an answer came.
    pub(super) fn got(&mut self, name: &str) {
        self.asked.retain(|other| other != name);
    }

    /// What to keep of this visit.
    pub fn saved(&self) -> Saved {
        Saved {
            version: VERSION,
            lang: self.settings.lang.clone(),
            look: self.settings.look,
            session: self.session.clone(),
            inside: self.place == Place::Step,
        }
    }
}

/// The name under which the words of a flow are kept.
pub(super) fn words_key(id: &str, lang: &str) -> String {
    [id, " ", lang].concat()
}
