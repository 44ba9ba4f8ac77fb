//! `(model, what happened) -> orders`. The one place where the program decides.

use super::event::{Effect, Event, HostEvent, looked};
use super::model::{Local, Model, Place, Wanted};
use super::settings::{IDLE_COUNTDOWN, Look, Settings};
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
            Event::LaterCame(expand) => self.later_came(expand),
            Event::SearchOpened => self.search_opened(),
            Event::QuestionTyped => {
                self.asked_something = true;
                vec![]
            }
            Event::NumberRefused => {
                self.notice = Some("find.no-number");
                vec![Effect::Announce(self.ui.t("find.no-number"))]
            }
            Event::HouseEntered(room) => self.enter(room, true),
            Event::FlowChosen(flow) if flow == HOUSE => self.enter(None, true),
            Event::FlowChosen(flow) => self.open(Wanted { flow, resume: false, by_visitor: true }),
            Event::ModeChosen(mode) if self.place == Place::Step => self.walk(Walk::ModeChosen(mode)),
            Event::ModeChosen(mode) => {
                self.wanted.by_visitor = true;
                self.begin(mode)
            }
            Event::Resumed => self.resume_or_open(),
            Event::Answered(answer) => self.walk(Walk::Answered(answer)),
            Event::IncidentCalled(id) => self.walk(Walk::IncidentCalled(id)),
            Event::WentBack => self.went_back(),
            Event::Revisited(step) => self.walk(Walk::Revisited(step)),
            Event::Restarted => self.restarted(),
            Event::WentHome => self.go_home(true),
            Event::Retried => self.retry(),
            Event::Navigated { flow, step } => self.navigated(flow, step),
            Event::HelpOpened => {
                self.help_open = true;
                vec![Effect::Hush, Effect::ShowDialog]
            }
            Event::HelpClosed => {
                self.help_open = false;
                vec![Effect::CloseDialog]
            }
            Event::LanguageChosen(lang) => self.language_chosen(lang),
            Event::TextSizeChosen(_) | Event::ThemeChosen(_) | Event::ContrastToggled => {
                self.settings.look = looked(self.settings.look, &event);
                vec![self.remember()]
            }
            Event::ReadAloudToggled => {
                self.settings.read_aloud = !self.settings.read_aloud;
                if self.settings.read_aloud { vec![self.speak()] } else { vec![Effect::Hush] }
            }
            Event::VoiceMissing => {
                self.settings.read_aloud = false;
                self.notice = Some("notice.no-voice");
                vec![Effect::Announce(self.ui.t("notice.no-voice"))]
            }
            Event::NoticeClosed => {
                self.notice = None;
                vec![]
            }
            Event::StopShown => vec![Effect::ShowDialog],
            Event::StopClosed => vec![Effect::CloseDialog],
            Event::PrintAsked => vec![Effect::Print],
            Event::Finished => vec![Effect::Hush, Effect::Wipe],
            Event::FellIdle if self.idle.is_none() && self.policy.idle_after.is_some() && self.somebody_was_here() => {
                self.idle = Some(IDLE_COUNTDOWN);
                self.help_open = false;
                vec![Effect::Hush, Effect::CloseDialog, Effect::ShowDialog]
            }
            Event::FellIdle => vec![],
            Event::IdleSecondPassed => match self.idle {
                Some(0 | 1) => vec![Effect::Wipe],
                Some(left) => {
                    self.idle = Some(left - 1);
                    vec![]
                }
                None => vec![],
            },
            Event::CameBack => {
                self.idle = None;
                vec![Effect::CloseDialog]
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
            self.place = if self.wanted.flow.is_empty() { Place::Start } else { Place::Opening };
            effects.extend(match self.broken.take() {
                Some(failure) => self.failed(failure),
                None if self.is_off(&self.wanted.flow) => self.send_away(),
                None => self.put_together(),
            });
            return effects;
        }
        self.settings.lang = lang.to_owned();
        let mut effects = vec![Effect::Tell(HostEvent::Language { lang: lang.to_owned() }), self.remember()];
        if self.package.is_some() || self.place == Place::Opening {
            effects.extend(self.put_together());
        }
        if matches!(self.place, Place::House(_)) {
            effects.extend(self.search_opened());
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
                self.expand_failed = false;
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

    fn walk(&mut self, event: Walk) -> Vec<Effect> {
        let (Place::Step, Some(package), Some(session)) = (self.place, &self.package, &self.session) else {
            return vec![];
        };
        let new = walk::update(&package.flow, session, event);
        if &new == session {
            if !session.is_full() {
                return vec![];
            }
            self.notice = Some("notice.full");
            return vec![Effect::Announce(self.ui.t("notice.full"))];
        }
        self.session = Some(new);
        self.wanted.by_visitor = true;
        self.arrived()
    }

    fn went_back(&mut self) -> Vec<Effect> {
        self.wanted.by_visitor = true;
        match (self.place, &self.session) {
            (Place::Step, Some(session)) if !session.trail.is_empty() => self.walk(Walk::WentBack),
            (Place::Step, _) if self.set_mode().is_none() => {
                self.place = Place::Welcome;
                self.arrived()
            }
            (Place::Welcome | Place::Step, _) => self.go_where_it_began(),
            (Place::House(Some(_)), _) => self.enter(None, true),
            _ => self.go_home(true),
        }
    }

    /// Back to the start, or to the room where the flow was chosen.
    fn go_where_it_began(&mut self) -> Vec<Effect> {
        match self.came_from {
            Place::House(room) => self.enter(room, true),
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
            self.wanted = Wanted { flow: flow.unwrap_or_default(), ..Wanted::default() };
            return self.put_together();
        }
        let Some(flow) = flow else {
            return if self.place == Place::Start { vec![] } else { self.go_home(true) };
        };
        if flow == HOUSE {
            return self.enter(step.as_deref().and_then(Room::by_name), true);
        }
        let open = self.package.as_ref().is_some_and(|package| package.flow.id == flow);
        match (step, self.place) {
            (Some(step), Place::Step) if open => {
                let known =
                    self.session.as_ref().is_some_and(|session| session.trail.iter().any(|visit| visit.step == step));
                if known { self.walk(Walk::Revisited(step)) } else { vec![] }
            }
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
        let mut effects = vec![Effect::Hush, self.remember()];
        if self.wanted.by_visitor {
            effects.push(Effect::FocusHeading);
        }
        let at = self.here().filter(|_| self.place == Place::Step);
        let (flow, step) = match (self.place, &at) {
            (Place::House(room), _) => (Some(HOUSE.to_owned()), room.map(|room| room.name().to_owned())),
            (Place::Welcome, _) => (Some(self.wanted.flow.clone()), None),
            (_, Some(at)) => (Some(at.0.clone()), Some(at.1.clone())),
            _ => (None, None),
        };
        effects.push(Effect::Tell(HostEvent::Moved { flow, step }));
        if let (Place::Step, Some((flow, step, mode, kind))) = (self.place, at) {
            effects.push(Effect::Tell(HostEvent::Step { flow: flow.clone(), step: step.clone(), mode }));
            if kind == StepKind::Outcome {
                effects.push(Effect::Tell(HostEvent::Complete { flow, step, mode }));
            }
        }
        if self.settings.read_aloud {
            effects.push(self.speak());
        }
        effects
    }

    fn here(&self) -> Option<(String, String, Mode, StepKind)> {
        let (package, session) = (self.package.as_ref()?, self.session.as_ref()?);
        let step = session.position(&package.flow)?;
        Some((package.flow.id.clone(), step.id.clone(), session.mode, step.kind))
    }

    fn remember(&self) -> Effect {
        Effect::Remember(Box::new(self.saved()))
    }

    fn speak(&self) -> Effect {
        Effect::Speak { lang: self.settings.lang.clone(), text: super::aloud::read(self) }
    }

    /// Whether there is something of a visitor here: a place, a look, a language, or a question in the search.
    fn somebody_was_here(&self) -> bool {
        let Settings { look, lang, read_aloud, .. } = &self.settings;
        let set = *look != Look::default() || *lang != self.first_lang || *read_aloud;
        self.place != Place::Start || self.session.is_some() || set || self.asked_something
    }
}
