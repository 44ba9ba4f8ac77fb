//! `(model, what happened) -> orders`. The one place where the program decides.

use super::event::{Effect, Event, Failure, HostEvent, looked};
use super::model::{FIRST_LANG, Model, Place, Wanted, words_key};
use super::settings::IDLE_COUNTDOWN;
use crate::content::file::FORMAT;
use crate::content::ui::Ui;
use crate::flow::mode::Mode;
use crate::flow::model::Kind;
use crate::flow::session::Session;
use crate::flow::update::{self as walk, Event as Walk};

impl Model {
    /// The first orders, after [`Model::new`].
    pub fn start(&mut self) -> Vec<Effect> {
        let mut effects = vec![Effect::LoadUi(self.settings.lang.clone()), Effect::LoadCatalogue];
        self.asks(["ui ", &self.settings.lang].concat());
        effects.extend(self.put_together());
        effects
    }

    /// Takes in what happened. An event that does not fit changes nothing.
    pub fn update(&mut self, event: Event) -> Vec<Effect> {
        match event {
            Event::UiArrived(lang, result) => self.ui_arrived(lang, result),
            Event::CatalogueArrived(result) => {
                self.catalogue = result.and_then(|c| if c.format > FORMAT { Err(Failure::BadContent) } else { Ok(c) });
                self.turn += 1;
                vec![]
            }
            Event::FlowArrived(id, Ok(file)) => {
                self.got(&["flow ", &id].concat());
                if file.id != id {
                    return self.arrived_broken(Failure::BadContent);
                }
                self.files.insert(id, *file);
                self.put_together_if_wanted()
            }
            Event::FlowArrived(id, Err(failure)) => {
                self.got(&["flow ", &id].concat());
                self.arrived_broken(failure)
            }
            Event::WordsArrived(id, lang, result) => self.words_arrived(id, lang, result),
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

    fn ui_arrived(&mut self, lang: String, result: Result<crate::map::Map<String>, Failure>) -> Vec<Effect> {
        self.got(&["ui ", &lang].concat());
        match result {
            Ok(words) => {
                self.uis.insert(lang.clone(), Ui { lang: lang.clone(), words });
                self.speak_in(&lang)
            }
            // A language that is not there: the interface goes on in Dutch.
            Err(Failure::Missing) if self.place == Place::Waking && lang != FIRST_LANG => {
                FIRST_LANG.clone_into(&mut self.settings.lang);
                let mut effects = vec![Effect::LoadUi(FIRST_LANG.to_owned())];
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

    /// Switches the interface to a language whose words are there.
    fn speak_in(&mut self, lang: &str) -> Vec<Effect> {
        let Some(ui) = self.uis.get(lang) else { return vec![] };
        self.ui = ui.clone();
        self.turn += 1;
        self.ui_turn += 1;
        if self.place == Place::Waking {
            self.place = if self.wanted.flow.is_empty() { Place::Start } else { Place::Opening };
            let mut effects = vec![Effect::Tell(HostEvent::Ready)];
            effects.extend(self.put_together());
            return effects;
        }
        self.settings.lang = lang.to_owned();
        let mut effects = vec![Effect::Tell(HostEvent::Language { lang: lang.to_owned() }), self.remember()];
        if self.package.is_some() || self.place == Place::Opening {
            effects.extend(self.put_together());
        }
        effects
    }

    fn language_chosen(&mut self, lang: String) -> Vec<Effect> {
        if self.uis.contains_key(&lang) {
            return self.speak_in(&lang);
        }
        if self.asks(["ui ", &lang].concat()) { vec![Effect::LoadUi(lang)] } else { vec![] }
    }

    fn words_arrived(
        &mut self,
        id: String,
        lang: String,
        result: Result<Box<crate::content::words::Words>, Failure>,
    ) -> Vec<Effect> {
        self.got(&["words ", &id, " ", &lang].concat());
        match result {
            Ok(words) if words.flow == id => {
                self.words.insert(words_key(&id, &lang), *words);
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
        let waiting = !matches!(self.place, Place::Start | Place::Failed(_));
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
            Place::Start | Place::Failed(_) => vec![],
        }
    }

    fn retry(&mut self) -> Vec<Effect> {
        self.turn += 1;
        match self.place {
            Place::Failed(_) => {
                // What arrived broken may have been mended: ask for all of it again.
                self.files.clear();
                self.words.clear();
                let wanted = Wanted { by_visitor: true, ..self.wanted.clone() };
                self.open(wanted)
            }
            _ => vec![Effect::LoadCatalogue],
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
            _ => self.place = Place::Welcome,
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
            return vec![];
        }
        self.session = Some(new);
        self.wanted.by_visitor = true;
        self.arrived()
    }

    fn went_back(&mut self) -> Vec<Effect> {
        self.wanted.by_visitor = true;
        match (self.place, &self.session) {
            (Place::Step, Some(session)) if !session.trail.is_empty() => self.walk(Walk::WentBack),
            (Place::Step, _) if self.fixed_mode.is_none() => {
                self.place = Place::Welcome;
                self.arrived()
            }
            _ => self.go_home(true),
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
        let Some(flow) = flow else {
            return if self.place == Place::Start { vec![] } else { self.go_home(true) };
        };
        let open = self.package.as_ref().is_some_and(|package| package.flow.id == flow);
        match (step, self.place) {
            (Some(step), Place::Step) if open => {
                let known =
                    self.session.as_ref().is_some_and(|session| session.trail.iter().any(|visit| visit.step == step));
                if known { self.walk(Walk::Revisited(step)) } else { vec![] }
            }
            (None, Place::Welcome) if open => vec![],
            (None, Place::Step) if open => {
                self.place = Place::Welcome;
                self.arrived()
            }
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
        let at = self.here().filter(|_| matches!(self.place, Place::Step | Place::Welcome));
        effects.push(Effect::Tell(HostEvent::Moved {
            flow: (self.place == Place::Welcome)
                .then(|| self.wanted.flow.clone())
                .or(at.as_ref().map(|at| at.0.clone())),
            step: at.as_ref().filter(|_| self.place == Place::Step).map(|at| at.1.clone()),
        }));
        if let (Place::Step, Some((flow, step, mode, kind))) = (self.place, at) {
            effects.push(Effect::Tell(HostEvent::Step { flow: flow.clone(), step: step.clone(), mode }));
            if kind == Kind::Outcome {
                effects.push(Effect::Tell(HostEvent::Complete { flow, step, mode }));
            }
        }
        if self.settings.read_aloud {
            effects.push(self.speak());
        }
        effects
    }

    fn here(&self) -> Option<(String, String, Mode, Kind)> {
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

    fn somebody_was_here(&self) -> bool {
        self.place != Place::Start || self.session.is_some() || self.settings.look != super::settings::Look::default()
    }
}
