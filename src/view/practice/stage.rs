//! What every part of the desk gets: the desk itself, its words, and where to report.

use super::new_account;
use super::player::{self, Player, Spot};
use crate::app::event::Event;
use crate::app::screen::StepScreen;
use crate::content::inline::Inline;
use crate::content::package::sibling;
use crate::content::words::{FieldWords, Message, ScreenWords};
use crate::flow::answer::{Aid, Answer};
use crate::platform::{focus, timer, typing};
use crate::practice::coach::Help;
use crate::practice::desk::{Announcement, Deed, Desk, DeskEvent, Device, What};
use crate::practice::event::{At, Touch};
use crate::practice::verdict::{Fault, Mistake, Verdict};
use crate::signal::Signal;
use crate::value::lazy::Lazy;
use crate::view::app::App;
use crate::view::ui::button::{Weight, button, labelled};
use crate::view::ui::node::Node;
use crate::view::ui::rich;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use web_sys::Event as DomEvent;

/// The stage of one practise step. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Stage {
    pub app: App,
    pub desk: Signal<Desk>,
    /// The kind answer to what was just done.
    pub said: Signal<String>,
    pub typing: Signal<Typing>,
    /// The device in front, where there is room for one.
    pub front: Signal<Device>,
    pub player: Signal<Player>,
    step: Signal<(Arc<StepScreen>, String)>,
}

/// Where one types: the inputs of this screen, and the one where one was last.
#[derive(Default)]
pub struct Typing {
    pub active: At,
    pub inputs: Vec<(At, web_sys::HtmlInputElement)>,
    /// What is chosen from, each under its field and option.
    pub choices: Vec<(At, web_sys::Element)>,
    /// Where a demonstration does things.
    pub spots: Vec<(Spot, web_sys::Element)>,
    /// The whole desk.
    pub desk: Option<web_sys::Element>,
    /// Says again that a key does not fit, once the keys rest.
    pub reminder: Option<typing::Timer>,
}

impl Typing {
    /// An input itself.
    pub fn input(&self, wanted: At) -> Option<web_sys::HtmlInputElement> {
        self.inputs.iter().rev().find(|(at, _)| *at == wanted).map(|(_, input)| input.clone())
    }

    /// What is chosen from.
    pub fn choice(&self, wanted: At) -> Option<web_sys::Element> {
        self.choices.iter().rev().find(|(at, _)| *at == wanted).map(|(_, choice)| choice.clone())
    }
}

impl Stage {
    pub fn new(app: App, step: &Arc<StepScreen>, screen: String, desk: Rc<RefCell<Desk>>) -> Stage {
        let front = Signal::new(desk.borrow().home());
        let player = Player::new(&desk.borrow(), step.mode.filled_in());
        Stage {
            app,
            front,
            player: Signal::new(player),
            desk: Signal::of(desk),
            said: Signal::new(String::new()),
            typing: Signal::new(Typing::default()),
            step: Signal::new((step.clone(), screen)),
        }
    }

    /// Puts the keyboard on the active input.
    pub fn focus(self) {
        // Taken out first: the input tells at once that it has the keyboard.
        if let Some(input) = self.typing.with_untracked(|typing| typing.input(typing.active)) {
            typing::focus(&input);
        }
    }

    /// Puts the keyboard on a place of the desk, once all is drawn: the first of these that takes it, else the active input.
    /// For what goes away under the finger: the keyboard would be nowhere.
    pub fn go_to(self, places: &'static [&'static str]) {
        let go = move || {
            let desk = self.typing.alive().then(|| self.typing.with_untracked(|typing| typing.desk.clone())).flatten();
            if desk.is_some_and(|desk| !typing::focus_first(&desk, places)) {
                self.focus();
            }
        };
        timer::soon(go);
    }

    /// After a try: puts the keyboard on the first thing that is wrong, or, where nothing can be typed now, on the way out.
    pub fn go_to_mistake(self) {
        let (locked, wrong) = self.desk.with_untracked(|desk| (desk.locked(), desk.first_wrong()));
        if locked {
            self.go_to(&[".sw-form__locked .sw-button"]);
        } else if let Some(at) = wrong {
            self.typing.update(|typing| typing.active = at);
            let found = self.typing.with_untracked(|typing| {
                typing
                    .input(at)
                    .map(Into::into)
                    .or_else(|| typing.choice(at))
                    .or_else(|| typing.choice(At::new(at.field, 0)))
            });
            if let Some(found) = found {
                typing::focus_in_sight(&found);
                focus::in_sight_soon(&found);
            }
        }
    }

    /// The screen's own button, or Enter in a field. Enter once more after the right answer goes on; a second tap does not,
    /// so that nobody is sent on by a double one.
    pub fn answer(self, by_key: bool) {
        if by_key && self.desk.with_untracked(Desk::passed) {
            return self.go_on();
        }
        self.send(DeskEvent::Submitted);
        if !self.desk.with_untracked(Desk::passed) {
            self.go_to_mistake();
        }
    }

    /// "Laat zien": what was filled in comes in sight.
    pub fn show(self) {
        self.send(DeskEvent::ShowAsked);
        if !self.desk.with_untracked(Desk::passed) {
            let filled = self.typing.with_untracked(|typing| typing.inputs.first().map(|(_, input)| input.clone()));
            if let Some(filled) = filled {
                focus::in_sight_soon(&filled);
            }
            player::show(self);
        }
    }

    /// What is to be pressed after "Laat zien" has a ring; under the dock nobody sees it.
    pub fn see_ring(self) {
        if let Some(button) = player::spot_of(self, Deed::Press) {
            focus::in_sight_soon(&button);
        }
    }

    /// After the right answer the button of the drawn site goes, and the keyboard with it to the way on; who types keeps their field,
    /// where Enter goes on too.
    fn go_to_next(self) {
        self.go_to(&["input:focus", "[data-next]"]);
    }

    /// A press that opens another page on the drawn device: the keyboard goes to its title, unless this was the right answer. Two that
    /// moved the keyboard sent it to the way on and away again, and Enter on "Volgende" came to nothing.
    pub fn open_page(self, pressed: &DomEvent, touch: Touch) {
        let before = self.desk.with_untracked(Desk::passed);
        self.send(DeskEvent::Touched(touch));
        if before || !self.desk.with_untracked(Desk::passed) {
            focus::drawn_page(pressed);
        }
    }

    pub fn with_step<T>(self, read: impl FnOnce(&StepScreen) -> T) -> T {
        self.step.with_untracked(|(step, _)| read(step))
    }

    /// The words of this screen, or of another one (a summary names others).
    pub fn words(self, screen: Option<&str>) -> ScreenWords {
        self.step.with_untracked(|(step, own)| {
            let id = screen.map_or_else(|| own.clone(), |named| sibling(own, named));
            step.package.words.screens.get(&id).map_or_else(ScreenWords::default, Lazy::get)
        })
    }

    pub fn plain(self, text: &str) -> String {
        self.with_step(|step| step.texts().plain(text))
    }

    /// A label, a title or another text in which nothing can be pressed.
    pub fn label(self, tag: &'static str, class: &'static str, text: &str) -> Node {
        rich::label(self.app, tag, class, &self.rich(text))
    }

    /// A button in the screen's own words, or in those of the interface.
    pub fn button(self, weight: Weight, own: Option<&String>, key: &str) -> Node {
        match own {
            Some(words) => labelled(self.app, weight, "", &self.rich(words)),
            None => button(weight, "", self.app.t(key)),
        }
    }

    pub fn rich(self, text: &str) -> Vec<Inline> {
        self.with_step(|step| step.texts().rich(text))
    }

    pub fn message(self, id: &str) -> Option<Message> {
        self.words(None).messages.remove(id)
    }

    /// The words of a field. Screens that make their own fields have them in the interface words.
    pub fn field_words(self, id: &str) -> FieldWords {
        if let Some(words) = self.words(None).fields.remove(id) {
            return words;
        }
        let Some(own) = self.desk.with_untracked(|desk| desk.label(id)) else { return FieldWords::default() };
        FieldWords {
            label: self.app.t(own.label),
            help: own.help.map(|help| self.app.t(help)),
            ..FieldWords::default()
        }
    }

    /// Something happened at the desk.
    pub fn send(self, event: DeskEvent) {
        let before = self.desk.with_untracked(Desk::passed);
        let Some(outcome) = self.desk.update(|desk| desk.update(event)) else { return };
        if outcome.passed && !before {
            self.go_to_next();
        }
        let mut said = match &outcome.verdict {
            Some(Verdict::Right) => self.praise(),
            Some(verdict) => verdict.fault().map_or_else(String::new, |fault| self.answer_to(fault)),
            None => String::new(),
        };
        for announcement in &outcome.announcements {
            match announcement {
                Announcement::CodeRead => said = [&said, " ", &self.call()].concat(),
                // It went wrong on purpose, and that is what has to be heard.
                Announcement::FilledIn if outcome.verdict.is_some_and(|verdict| verdict != Verdict::Right) => {}
                other => {
                    if let Some(key) = self.desk.with_untracked(|desk| desk.said(*other)) {
                        said = [&said, " ", &self.app.t(key)].concat();
                    }
                }
            }
        }
        // Who looks around afterwards still sees that it is right, and how to go on.
        let quiet = matches!(event, DeskEvent::Picked { .. } | DeskEvent::Ticked { .. } | DeskEvent::Looked(_))
            || (outcome.passed && matches!(event, DeskEvent::Touched(_)));
        if !(quiet && said.is_empty()) {
            self.said.set(said.trim().to_owned());
        }
    }

    /// What the voice in the newest call says.
    fn call(self) -> String {
        let newest =
            self.desk.with_untracked(|desk| desk.messages(Device::Phone).first().map(|message| message.what.clone()));
        let Some(What::Call(digits)) = newest else { return String::new() };
        [&self.app.t("call.voice"), " ", &digits].concat()
    }

    /// It is right; and where something was judged, why.
    fn praise(self) -> String {
        let on = self.app.t("verdict.right.next");
        match self.words(None).right {
            Some(why) => [&why, " ", &on].concat(),
            None => on,
        }
    }

    /// The words for a mistake, with the name of the field where there are more.
    fn named_mistake(self, fault: Fault) -> String {
        let said = self.mistake(fault.field, fault.mistake);
        let field = self.desk.with_untracked(|desk| {
            let field = desk.fields().get(fault.field).filter(|_| desk.fields().len() > 1);
            field.map(|field| (field.id().to_owned(), field.options().is_empty()))
        });
        // What a screen says in its own words says where.
        let Some((id, typed)) = field.filter(|_| !self.words(None).mistakes.contains_key(fault.mistake.id())) else {
            return said;
        };
        let key = match fault.mistake {
            Mistake::Empty if typed => "mistake.empty.typed",
            Mistake::Empty => "mistake.empty.picked",
            _ => "mistake.at",
        };
        let label = self.field_words(&id).label;
        self.app.fill(key, &[("field", &label), ("mistake", &said)])
    }

    /// The concrete answer to a mistake: the screen's own words, the field's, or the general ones.
    pub fn answer_to(self, fault: Fault) -> String {
        let general = self.named_mistake(fault);
        let words = self.desk.with_untracked(Desk::tries_words);
        match fault.tries_left.filter(|left| *left > 0).zip(words) {
            Some((left, key)) => [&general, " ", &self.app.fill(key, &[("n", &left.to_string())])].concat(),
            None => general,
        }
    }

    /// What stands at a field that is wrong. The coach says what there is to say of the first one; said there too it would be read
    /// twice.
    pub fn mark(self, field: usize, mistake: Mistake) -> String {
        let told = !self.said.get().is_empty() && self.desk.with(Desk::first_wrong).is_some_and(|at| at.field == field);
        match mistake {
            Mistake::Empty => self.app.t("mark.empty"),
            _ if told => self.app.t("mark.again"),
            _ => self.mistake(field, mistake),
        }
    }

    /// The words for a mistake in a field, with their marks.
    pub fn mistake(self, field: usize, mistake: Mistake) -> String {
        let words = self.words(None);
        if let Some(own) = words.mistakes.get(mistake.id()) {
            return own.clone();
        }
        if let Some(why) = words.wrong.as_ref().filter(|_| mistake == Mistake::WrongChoice) {
            return why.clone();
        }
        let (id, expected) = self.desk.with_untracked(|desk| {
            desk.fields()
                .get(field)
                .map_or_else(Default::default, |field| (field.id().to_owned(), field.expected().to_owned()))
        });
        let typed = !matches!(
            mistake,
            Mistake::Empty
                | Mistake::Short { .. }
                | Mistake::Expired
                | Mistake::OldCode
                | Mistake::NoCode
                | Mistake::Sealed
                | Mistake::Blocked
        );
        if let Some(own) = words.fields.get(&id).and_then(|words| words.mistake.as_ref()).filter(|_| typed) {
            return own.clone();
        }
        let missing = if let Mistake::Short { missing } = mistake { missing } else { 0 };
        let key = self.desk.with_untracked(|desk| desk.on_mistake(mistake));
        let lacking = if mistake == Mistake::WeakPassword { new_account::lacking(self) } else { String::new() };
        self.app.fill(key, &[("n", &missing.to_string()), ("expected", &expected), ("lacking", &lacking)])
    }

    /// The screen that explains why a real number was refused is closed.
    pub fn close_stop(self) {
        self.app.tell(Event::StopClosed);
        self.send(DeskEvent::StopClosed);
    }

    /// The step is done: on to the next one.
    pub fn go_on(self) {
        let aid = match self.desk.with_untracked(Desk::help) {
            Help::None => Aid::None,
            Help::Hint => Aid::Hint,
            Help::Shown => Aid::Shown,
        };
        self.app.tell(Event::Answered(Answer::Practised(aid)));
    }

    /// The step is left for what it is.
    pub fn skip(self) {
        self.app.tell(Event::Answered(Answer::Practised(Aid::Shown)));
    }
}
