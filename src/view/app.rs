//! What every view gets.

use super::ui::node::{Node, text};
use crate::app::event::Event;
use crate::app::model::Model;
use crate::app::screen::StepScreen;
use crate::practice::desk::Desk;
use crate::signal::{Signal, memo};
use crate::view::lazy::Later;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// The practice desk of a step, by the step's key.
pub type KeptDesk = Option<(String, Rc<RefCell<Desk>>)>;

/// The state, and where to report what the visitor did. Cheap to copy.
#[derive(Clone, Copy)]
pub struct App {
    pub model: Signal<Model>,
    /// What the live region says.
    pub announced: Signal<String>,
    /// Nobody can see the page now: what was typed is forgotten.
    pub hidden: Signal<bool>,
    pub send: Callback<Event>,
    /// The practice desk of the current step, so that a change of language keeps it.
    pub desk: Signal<KeptDesk>,
    /// What is typed in the search. It stays on this page, and goes with the visit.
    pub question: Signal<String>,
    /// What answers the search, once its index is there: made and read by `finder.rs`. Its type is in the later file, so the first
    /// file does not know it.
    pub finder: Signal<Option<Rc<dyn std::any::Any>>>,
    /// The code that comes later.
    pub later: Signal<Later>,
    /// The step that is drawn, for the stones in the bar: worked out once for both.
    pub step: Signal<Option<Arc<StepScreen>>>,
    /// Changes with the interface words.
    words: Memo<u32>,
    /// Changes when another screen is to be drawn.
    pub turn: Memo<u32>,
}

impl App {
    pub fn new(model: Signal<Model>, announced: Signal<String>, hidden: Signal<bool>, send: Callback<Event>) -> App {
        let words = memo(move || model.with(|model| model.ui_turn));
        let turn = memo(move || model.with(|model| model.turn));
        let question = Signal::new(model.with_untracked(|model| model.first_question.clone()));
        let (desk, finder, later) = (Signal::new(None), Signal::new(None), Signal::new(Later::NotAsked));
        let step = Signal::new(None);
        App { model, announced, hidden, send, desk, question, finder, later, step, words, turn }
    }

    /// The words for a key now. For a part that is drawn anew with every screen.
    #[inline(never)]
    pub fn t(self, key: &str) -> String {
        self.model.with_untracked(|model| model.ui.t(key))
    }

    /// The words for a key with placeholders, now.
    #[inline(never)]
    pub fn fill(self, key: &str, values: &[(&str, &str)]) -> String {
        self.model.with_untracked(|model| model.ui.fill(key, values))
    }

    /// An element with the words for a key.
    #[inline(never)]
    pub fn say(self, tag: &'static str, class: &'static str, key: &str) -> Node {
        text(tag, class, self.t(key))
    }

    /// Follows the language.
    #[inline(never)]
    pub fn follow_words(self) {
        self.words.get();
    }

    /// The words for a key, following the language. For a part that stays while screens change.
    pub fn live(self, key: &'static str) -> impl Fn() -> String + Send + Sync + 'static {
        move || {
            self.follow_words();
            self.t(key)
        }
    }

    /// The same, for an attribute.
    pub fn live_label(self, key: &'static str) -> impl Fn() -> Option<String> + Send + Sync + 'static {
        move || {
            self.follow_words();
            Some(self.t(key))
        }
    }

    /// Reports an event; to nobody when the widget was removed meanwhile, as while a file was on its way.
    #[inline(never)]
    pub fn tell(self, event: Event) {
        self.send.try_run(event);
    }

    /// Something that reports an event.
    #[inline(never)]
    pub fn sends(self, event: Event) -> Box<dyn FnMut()> {
        Box::new(move || self.tell(event.clone()))
    }

    /// The name that makes radio buttons one group for the arrow keys: another one on every screen, because the loader takes
    /// it off before a screen goes (Chromium keeps a named button of a shadow root for ever, and all around it).
    #[inline(never)]
    pub fn group(self, name: &str) -> String {
        [name, "-", &self.model.with_untracked(|model| model.turn).to_string()].concat()
    }

    /// The heading element so many levels below the widget's own top heading.
    #[inline(never)]
    pub fn heading(self, below: u8) -> &'static str {
        let level = self.model.with_untracked(|model| model.settings.heading_level) + below;
        ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1]
    }

    /// The heading of a screen, which gets focus when the screen is new.
    #[inline(never)]
    pub fn title(self, words: &str) -> Node {
        text(self.heading(0), "sw-title", words).attr("tabindex", "-1").attr("data-heading", "")
    }
}
