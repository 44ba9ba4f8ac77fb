//! `(model, what happened) -> orders`. The one place where the program decides.

use super::event::{Dialog, Effect, Event, HostEvent};
use super::model::{EXERCISES, Local, Model, Place, Wanted};
use super::notice::Notice;
use super::opening::group;
use crate::content::asset::Asset;
use crate::flow::mode::Mode;
use crate::flow::model::StepKind;
use crate::flow::session::Session;
use crate::flow::update::{self as walk, FlowEvent as Walk};
use crate::municipality::house::{HOUSE, Room};

impl Model {
    /// The first orders, after [`Model::new`].
    pub fn start(&mut self) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.on_its_way.iter().cloned().map(Effect::Load).collect();
        effects.extend(self.ask(Asset::Ui(self.settings.lang.clone())));
        effects.extend(self.ask(Asset::Catalogue));
        effects.extend(self.put_together());
        effects
    }

    /// Takes in what happened. An event that does not fit changes nothing.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::Arrived(asset, result) => self.arrived_file(asset, result),
            Event::LaterCame(result) => self.later_came(result),
            Event::SearchOpened => self.search_opened(),
            Event::QuestionTyped => {
                self.asked_something = true;
                if self.notice == Some(Notice::NoNumber) {
                    // It was about the text before. The live region forgets it too, so that it is heard again when it is said again.
                    self.notice = None;
                    return vec![Effect::Announce(String::new())];
                }
                vec![]
            }
            Event::NumberRefused => {
                self.notice = Some(Notice::NoNumber);
                vec![]
            }
            Event::HouseEntered(room) => self.enter(room, true),
            Event::ExercisesOpened(group) => self.list(group, true),
            Event::FlowChosen(flow) if flow == HOUSE => self.enter(None, true),
            Event::FlowChosen(flow) => self.open(Wanted { flow, resume: false, by_visitor: true }),
            Event::HostSetFlow(flow) => self.host_set_flow(flow.unwrap_or_default()),
            Event::ModeChosen(mode) if self.place == Place::Step => self.walk(Walk::ModeChosen(mode)),
            Event::ModeChosen(mode) => {
                self.wanted.by_visitor = true;
                self.begin(mode)
            }
            Event::Resumed => self.resume_or_open(),
            Event::Answered(answer) => self.answered(answer),
            Event::IncidentCalled(id) => self.walk(Walk::IncidentCalled(id)),
            Event::WentBack => self.went_back(),
            Event::Revisited(step) => self.walk(Walk::Revisited(step)),
            Event::PractisedAgain(step) => self.practise_again(step),
            Event::Restarted => self.restarted(),
            Event::WentHome => self.go_home(true),
            Event::Retried => self.retry(),
            Event::Navigated { flow, step } => self.navigated(flow, step),
            Event::HelpOpened => {
                self.help_open = true;
                let mut effects = vec![Effect::Hush, Effect::ShowDialog(Dialog::Help)];
                effects.extend(self.speak());
                effects
            }
            Event::HelpClosed => {
                self.help_open = false;
                vec![Effect::Hush, Effect::CloseDialog(Dialog::Help)]
            }
            Event::LanguageChosen(lang) => self.language_chosen(lang),
            Event::LookChosen(look) => {
                self.settings.look = look;
                vec![self.remember()]
            }
            Event::ReadAloudToggled => {
                self.settings.read_aloud = !self.settings.read_aloud;
                if self.settings.read_aloud { self.speak() } else { vec![Effect::Hush] }
            }
            Event::VoiceMissing => {
                self.settings.read_aloud = false;
                self.notice = Some(Notice::NoVoice);
                vec![]
            }
            Event::NoticeClosed => {
                self.notice = None;
                // The live region forgets it too, so that it is heard again when it comes again. The button goes with it, and the
                // keyboard would be nowhere.
                vec![Effect::Announce(String::new()), Effect::FocusHeading]
            }
            Event::StopShown => vec![Effect::ShowDialog(Dialog::Stop)],
            Event::StopClosed => vec![Effect::CloseDialog(Dialog::Stop)],
            Event::Finished => vec![Effect::Hush, Effect::Wipe],
            Event::FellIdle(seconds) => self.fell_idle(seconds),
            Event::CameBack => {
                self.idle = None;
                vec![Effect::CloseDialog(Dialog::Idle)]
            }
        }
    }

    /// Switches the interface to a language whose words are there.
    pub(super) fn speak_in(&mut self, lang: &str) -> Vec<Effect> {
        let Some(ui) = self.uis.get(lang) else { return vec![] };
        self.ui = ui.clone();
        self.turn += 1;
        self.ui_turn += 1;
        if self.place == Place::Waking {
            let mut effects = vec![Effect::Tell(HostEvent::Ready)];
            if self.wanted.flow == HOUSE {
                effects.extend(self.enter(self.first_room, false));
                return effects;
            }
            if self.wanted.flow == EXERCISES {
                effects.extend(self.list(self.first_group, false));
                return effects;
            }
            self.place = if self.wanted.flow.is_empty() { Place::Start } else { Place::Opening };
            effects.extend(match self.broken.take() {
                Some(failure) => self.failed(failure),
                None if self.is_off(&self.wanted.flow) => self.send_away(),
                None => self.put_together(),
            });
            return effects;
        }
        self.settings.lang = lang.to_owned();
        let tell = Effect::Tell(HostEvent::Language { lang: lang.to_owned() });
        let mut effects = vec![Effect::Hush, tell, self.remember()];
        if self.package.is_some() || self.place == Place::Opening {
            effects.extend(self.put_together());
        }
        if matches!(self.place, Place::House(_)) {
            effects.extend(self.search_opened());
        }
        // What is read in the old language ends here. A flow is read again when its words are there.
        if matches!(self.place, Place::Start | Place::House(_) | Place::Exercises(_)) {
            effects.extend(self.speak());
        }
        effects
    }

    fn language_chosen(&mut self, lang: String) -> Vec<Effect> {
        if self.uis.contains_key(&lang) {
            return self.speak_in(&lang);
        }
        self.ask(Asset::Ui(lang))
    }

    fn retry(&mut self) -> Vec<Effect> {
        self.turn += 1;
        match self.place {
            Place::Failed(_) => {
                self.expand_failed = None;
                let mut effects = Vec::new();
                if let (Local::Nowhere, Some(id)) = (&self.local, self.municipality.clone()) {
                    self.local = Local::Awaited(vec![]);
                    effects = self.ask(Asset::Municipality(id));
                }
                // What arrived broken may have been mended: ask for all of it again.
                self.files.clear();
                self.words.clear();
                let wanted = Wanted { by_visitor: true, ..self.wanted.clone() };
                effects.extend(self.open(wanted));
                effects
            }
            _ => self.ask(Asset::Catalogue),
        }
    }

    /// Begins the open flow in a mode.
    pub(super) fn begin(&mut self, mode: Mode) -> Vec<Effect> {
        let Some(package) = self.package.clone() else { return vec![] };
        self.session = Some(Session::new(&package.flow, mode).seeded(self.settings.seed));
        self.undone = None;
        self.place = Place::Step;
        self.arrived()
    }

    pub(super) fn resume(&mut self) -> Vec<Effect> {
        let Some(package) = self.package.clone() else { return vec![] };
        match &mut self.session {
            Some(session) if session.flow == package.flow.id => {
                session.settle(&package.flow);
                self.place = Place::Step;
            }
            _ => {
                if let Some(mode) = self.set_mode() {
                    return self.begin(mode);
                }
                self.place = Place::Welcome;
            }
        }
        self.arrived()
    }

    fn resume_or_open(&mut self) -> Vec<Effect> {
        let Some(session) = &self.session else { return vec![] };
        let flow = session.flow.clone();
        self.open(Wanted { flow, resume: true, by_visitor: true })
    }

    pub(super) fn walk(&mut self, event: Walk) -> Vec<Effect> {
        let (Place::Step, Some(package), Some(session)) = (self.place, &self.package, &self.session) else {
            return vec![];
        };
        let again = event == Walk::Restarted;
        let new = walk::update(&package.flow, session, event);
        if &new == session {
            if !session.is_full() {
                return vec![];
            }
            self.notice = Some(Notice::Full);
            return vec![];
        }
        let old = self.session.replace(new);
        self.undone = old.filter(|_| again);
        self.wanted.by_visitor = true;
        self.arrived()
    }

    fn went_back(&mut self) -> Vec<Effect> {
        self.wanted.by_visitor = true;
        match (self.place, &self.session) {
            (Place::Step, Some(session)) if !session.trail.is_empty() => self.walk(Walk::WentBack),
            (Place::Step, _) if self.undone.is_some() => self.take_up_again(),
            (Place::Step, _) if self.set_mode().is_none() => {
                self.place = Place::Welcome;
                self.arrived()
            }
            (Place::Welcome | Place::Step, _) => self.go_where_it_began(),
            (Place::House(Some(_)), _) => self.enter(None, true),
            _ => self.go_home(true),
        }
    }

    /// Goes on where the visitor was before they began again.
    fn take_up_again(&mut self) -> Vec<Effect> {
        self.session = self.undone.take().or(self.session.take());
        self.arrived()
    }

    /// Back to the start, or to the room where the flow was chosen.
    fn go_where_it_began(&mut self) -> Vec<Effect> {
        match self.came_from {
            Place::House(room) => self.enter(room, true),
            Place::Exercises(group) => self.list(group, true),
            _ => self.go_home(true),
        }
    }

    fn enter(&mut self, room: Option<Room>, by_visitor: bool) -> Vec<Effect> {
        self.place = Place::House(room.filter(|room| !self.is_absent(*room)));
        self.help_open = false;
        self.wanted = Wanted { by_visitor, ..Wanted::default() };
        let mut effects = self.search_opened();
        effects.extend(self.arrived());
        effects
    }

    fn host_set_flow(&mut self, flow: String) -> Vec<Effect> {
        match flow.as_str() {
            _ if self.place == Place::Waking => {
                self.wanted = Wanted { flow, ..Wanted::default() };
                self.put_together()
            }
            "" => self.go_home(false),
            HOUSE => self.enter(None, false),
            EXERCISES => self.list(None, false),
            _ => self.open(Wanted { flow, ..Wanted::default() }),
        }
    }

    fn restarted(&mut self) -> Vec<Effect> {
        self.wanted.by_visitor = true;
        match self.place {
            Place::Step if self.session.as_ref().is_some_and(|session| session.trail.is_empty()) => vec![],
            Place::Step => self.walk(Walk::Restarted),
            _ => vec![],
        }
    }

    pub(super) fn go_home(&mut self, by_visitor: bool) -> Vec<Effect> {
        self.place = Place::Start;
        self.help_open = false;
        self.wanted = Wanted { by_visitor, ..Wanted::default() };
        self.arrived()
    }

    fn navigated(&mut self, flow: Option<String>, step: Option<String>) -> Vec<Effect> {
        if self.place == Place::Waking {
            // Where the visitor wants to be, once there is anything to be seen.
            self.first_room = step.as_deref().and_then(Room::by_name);
            self.first_group = group(step.as_deref());
            self.wanted = Wanted { flow: flow.unwrap_or_default(), ..Wanted::default() };
            return self.put_together();
        }
        let Some(flow) = flow else {
            return if self.place == Place::Start { vec![] } else { self.go_home(true) };
        };
        if flow == HOUSE {
            return self.enter(step.as_deref().and_then(Room::by_name), true);
        }
        if flow == EXERCISES {
            return self.list(group(step.as_deref()), true);
        }
        let open = self.package.as_ref().is_some_and(|package| package.flow.id == flow);
        match (step, self.place) {
            (Some(step), Place::Step) if open => self.revisit(step),
            (None, Place::Welcome) if open => vec![],
            (None, Place::Step) if open && self.set_mode().is_none() => {
                self.place = Place::Welcome;
                self.arrived()
            }
            (None, Place::Step) if open => self.go_where_it_began(),
            (step, _) => {
                let resume = step.is_some() && self.session.as_ref().is_some_and(|session| session.flow == flow);
                self.open(Wanted { flow, resume, by_visitor: true })
            }
        }
    }

    /// A new screen: keep the place, tell the host, move focus, read aloud.
    pub(super) fn arrived(&mut self) -> Vec<Effect> {
        self.turn += 1;
        self.again = false;
        let mut effects = vec![Effect::Hush, self.remember()];
        if self.wanted.by_visitor {
            effects.push(Effect::FocusHeading);
        }
        effects.push(self.moved());
        let at = self.here().filter(|_| self.place == Place::Step);
        if let Some((flow, step, mode, kind)) = at {
            effects.push(Effect::Tell(HostEvent::Step { flow: flow.clone(), step: step.clone(), mode }));
            if kind == StepKind::Outcome {
                effects.push(Effect::Tell(HostEvent::Complete { flow, step, mode }));
            }
        }
        effects.extend(self.speak());
        effects
    }

    /// Where the visitor is, for the address of the page.
    pub(super) fn moved(&self) -> Effect {
        let at = self.here().filter(|_| self.place == Place::Step);
        let (flow, step) = match (self.place, at) {
            (Place::House(room), _) => (Some(HOUSE.to_owned()), room.map(|room| room.name().to_owned())),
            (Place::Exercises(group), _) => (Some(EXERCISES.to_owned()), group.map(str::to_owned)),
            (Place::Welcome, _) => (Some(self.wanted.flow.clone()), None),
            (_, Some((flow, step, ..))) => (Some(flow), Some(step)),
            _ => (None, None),
        };
        Effect::Tell(HostEvent::Moved { flow, step })
    }

    fn here(&self) -> Option<(String, String, Mode, StepKind)> {
        let (package, session) = (self.package.as_ref()?, self.session.as_ref()?);
        let step = session.position(&package.flow)?;
        Some((package.flow.id.clone(), step.id.clone(), session.mode, step.kind))
    }

    fn remember(&self) -> Effect {
        Effect::Remember(Box::new(self.saved()))
    }

    /// Reads the screen aloud, when that is on. Until what reads aloud is there it waits.
    pub(super) fn speak(&self) -> Vec<Effect> {
        let aloud = self.aloud.filter(|_| self.settings.read_aloud);
        aloud.map(|aloud| Effect::Speak((aloud.read)(self))).into_iter().collect()
    }
}
