//! The state of the whole program.

use super::aloud::Aloud;
use super::event::Failure;
use super::notice::Notice;
use super::saved::{Saved, VERSION};
use super::settings::{Look, Policy, Settings};
use crate::app::search_index::Index;
use crate::content::asset::Asset;
use crate::content::catalogue::Catalogue;
use crate::content::file::FlowFile;
use crate::content::package::{Expand, Package};
use crate::content::ui::Ui;
use crate::content::words::Words;
use crate::flow::mode::Mode;
use crate::flow::session::Session;
use crate::map::Map;
use crate::municipality::house::{HOUSE, Room};
use crate::value::Value;
use std::sync::Arc;

/// The language that every flow has.
pub const FIRST_LANG: &str = "nl";
/// The list of all exercises in the address of a page and in the `flow` attribute; no flow has this name.
pub const EXERCISES: &str = "oefeningen";
/// The group of the exercises with DigiD, and that list in an address.
pub const DIGID: &str = "digid";

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
    /// The visit before it began again: "Terug" brings it back.
    pub(super) undone: Option<Session>,
    /// The step at hand is done once more: after it the visitor is at the end again.
    pub(super) again: bool,
    pub help_open: bool,
    pub notice: Option<Notice>,
    /// Seconds left before the visit is wiped.
    pub idle: Option<u32>,
    /// The mode that the host page asked for: no need to ask the visitor.
    pub fixed_mode: Option<Mode>,
    pub(super) wanted: Wanted,
    pub(super) files: Map<FlowFile>,
    pub(super) words: Map<Words>,
    pub(super) uis: Map<Ui>,
    pub(super) on_its_way: Vec<Asset>,
    /// What the municipality says.
    pub local: Local,
    /// The name of its file.
    pub(super) municipality: Option<String>,
    /// What the search looks in.
    pub index: Index,
    /// What puts flows together that include others; it comes later.
    pub(super) expand: Option<Expand>,
    /// What reads aloud; it comes with it.
    pub aloud: Option<Aloud>,
    /// Why it did not come.
    pub(super) expand_failed: Option<Failure>,
    /// Where a flow was chosen, and where "Terug" leads from its first screen.
    pub(super) came_from: Place,
    /// The room of the house that an address names.
    pub(super) first_room: Option<Room>,
    /// The group of exercises that an address names.
    pub(super) first_group: Option<&'static str>,
    /// The wanted flow did not come, before there were words to say so.
    pub(super) broken: Option<Failure>,
    /// What the search begins with: a product that no flow is about.
    pub first_question: String,
    /// The address under which the files are, drawings too.
    pub base: String,
    /// A visitor typed a question; what it is only the view knows.
    pub(super) asked_something: bool,
    /// The language that the visit began in.
    pub(super) first_lang: String,
    /// Counts changes of what the start offers; 0 until it is known.
    pub cards_turn: u32,
    /// Counts what changes a screen without changing its place, so that a view can tell.
    pub turn: u32,
    /// Counts changes of the interface words.
    pub ui_turn: u32,
}

/// What the municipality says.
#[derive(Debug, Clone, PartialEq)]
pub enum Local {
    /// The widget is not one municipality's, or its file did not come.
    Nowhere,
    /// On its way, with the files of flows that wait for it.
    Awaited(Vec<(Asset, Result<Value, Failure>)>),
    Here(Value),
}

/// Where the visitor is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The interface words are not there yet.
    Waking,
    Start,
    /// In the house, or in one of its rooms.
    House(Option<Room>),
    /// At the list of all exercises, or of one group of them.
    Exercises(Option<&'static str>),
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
    /// Now, in the time of the Netherlands: `YYYY-MM-DD HH:MM`.
    pub now: String,
    pub seed: u32,
    pub municipality: Option<String>,
    pub find: Option<String>,
    pub base: String,
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
        let local = if options.municipality.is_some() { Local::Awaited(vec![]) } else { Local::Nowhere };
        let resume = session.as_ref().is_some_and(|session| Some(&session.flow) == flow.as_ref())
            && inside
            && options.step.is_some();
        let first_room = options.step.as_deref().filter(|_| flow.as_deref() == Some(HOUSE)).and_then(Room::by_name);
        let first_group = super::opening::group(options.step.as_deref().filter(|_| flow.as_deref() == Some(EXERCISES)));
        let lang = if lang.is_empty() { FIRST_LANG.to_owned() } else { lang };
        let first_lang = lang.clone();
        Model {
            settings: Settings {
                lang,
                look: Look { text: look.text.min(super::settings::TEXT_SIZES.len() - 1), ..look },
                read_aloud: false,
                heading_level: options.heading_level.clamp(1, 5),
                now: options.now,
                seed: options.seed,
            },
            policy,
            place: Place::Waking,
            ui: Ui::default(),
            catalogue: Ok(Catalogue::default()),
            package: None,
            session,
            undone: None,
            again: false,
            help_open: false,
            notice: None,
            idle: None,
            fixed_mode: options.mode.as_deref().and_then(Mode::from_id),
            wanted: Wanted { flow: flow.unwrap_or_default(), resume, by_visitor: false },
            files: Map::default(),
            words: Map::default(),
            uis: Map::default(),
            on_its_way: options.municipality.iter().cloned().map(Asset::Municipality).collect(),
            local,
            municipality: options.municipality,
            index: Index::default(),
            expand: None,
            aloud: None,
            expand_failed: None,
            came_from: Place::Start,
            first_room,
            first_group,
            broken: None,
            first_question: options.find.unwrap_or_default(),
            base: options.base,
            asked_something: false,
            first_lang,
            cards_turn: 0,
            turn: 0,
            ui_turn: 0,
        }
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
