//! The program as a machine, fed by a platform that answers at once: what a visitor meets, and what is ordered.

pub use crate::support::file;
use crate::support::{TODAY, library};
use stapwijzer::app::aloud::{self, Aloud};
use stapwijzer::app::event::{Effect, Event, Failure, HostEvent, Later};
use stapwijzer::app::model::{Model, Options, Place};
use stapwijzer::app::notice::Notice;
use stapwijzer::app::outcome::Went;
use stapwijzer::app::saved::Saved;
use stapwijzer::app::screen::{Screen, Start};
use stapwijzer::content::asset::Asset;
use stapwijzer::content::package::{Expand, assemble};
use stapwijzer::flow::answer::{Aid, Answer};
use stapwijzer::flow::mode::Mode;
use stapwijzer::flow::model::StepKind;
use stapwijzer::value::Value;
use std::collections::VecDeque;

/// The moment at which the tests look at the content.
pub fn now() -> String {
    format!("{TODAY} 10:00")
}

/// The code that comes later; nothing sounds.
pub fn later() -> Later {
    Later { expand: Expand(assemble), aloud: Aloud { read: aloud::read, speak: |_, _| (), hush: || () } }
}

/// A program with the real content behind it.
pub struct Stage {
    pub model: Model,
    pub effects: Vec<Effect>,
    /// What fails to load, by the start of its path.
    broken: Vec<(&'static str, Failure)>,
    /// Files that only this program has.
    own: Vec<(&'static str, Value)>,
}

impl Stage {
    pub fn start(options: Options) -> Stage {
        Stage::start_with(options, vec![])
    }

    pub fn start_with(options: Options, broken: Vec<(&'static str, Failure)>) -> Stage {
        Stage { broken, ..Stage::asleep(options) }.awake()
    }

    pub fn start_with_files(options: Options, own: Vec<(&'static str, Value)>) -> Stage {
        Stage { own, ..Stage::asleep(options) }.awake()
    }

    /// A program that nothing has arrived at yet.
    pub fn asleep(options: Options) -> Stage {
        let mut model = Model::new(Options { now: now(), ..options });
        model.update(Event::LaterCame(Ok(later())));
        Stage { model, effects: vec![], broken: vec![], own: vec![] }
    }

    fn awake(mut self) -> Stage {
        let first = self.model.start();
        self.carry_out(first);
        self
    }

    pub fn send(&mut self, event: Event) -> &mut Stage {
        let effects = self.model.update(event);
        self.carry_out(effects);
        self
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let mut todo = VecDeque::from(effects);
        while let Some(effect) = todo.pop_front() {
            let event = match &effect {
                Effect::Load(asset) => Some(Event::Arrived(asset.clone(), self.find(asset))),
                _ => None,
            };
            self.effects.push(effect);
            if let Some(event) = event {
                todo.extend(self.model.update(event));
            }
        }
    }

    /// A file as the browser hands it over, unless it is broken.
    fn find(&self, asset: &Asset) -> Result<Value, Failure> {
        let path = asset.path();
        match self.broken.iter().find(|(broken, _)| path.starts_with(broken)) {
            Some((_, failure)) => Err(*failure),
            None => {
                let own = self.own.iter().find(|(own, _)| *own == path).map(|(_, value)| value.clone());
                own.or_else(|| file(&path)).ok_or(Failure::Missing)
            }
        }
    }

    /// What the start offers; it must be what is shown.
    pub fn at_start(&self) -> Start {
        assert!(matches!(self.model.screen(), Screen::Start), "{:?}", self.model.place);
        self.model.start_screen()
    }

    /// The id of the current step.
    pub fn step(&self) -> String {
        match self.model.screen() {
            Screen::Step(step) => step.id.clone(),
            other => panic!("no step but {other:?}"),
        }
    }

    pub fn told(&self) -> Vec<&HostEvent> {
        self.effects
            .iter()
            .filter_map(|effect| if let Effect::Tell(event) = effect { Some(event) } else { None })
            .collect()
    }

    fn saved(&self) -> Saved {
        self.model.saved()
    }

    /// An answer that the current step takes; none at the outcome.
    pub fn next_answer(&self) -> Option<Answer> {
        let Screen::Step(step) = self.model.screen() else { panic!("no step") };
        Some(match step.kind {
            StepKind::Explain => Answer::Seen,
            StepKind::Choose => Answer::Chose(way_on(&step, &self.model)),
            StepKind::Checklist => Answer::Ticked(vec![]),
            StepKind::Practise => Answer::Practised(Aid::None),
            _ => return None,
        })
    }

    /// Goes on with the first answer that each step takes, until the outcome.
    pub fn walk_to_the_end(&mut self) -> &mut Stage {
        for _ in 0..120 {
            let Some(answer) = self.next_answer() else { return self };
            self.send(Event::Answered(answer));
        }
        panic!("no end at {}", self.step())
    }
}

/// The option of the road that is shown; when the question comes again, the next option.
fn way_on(step: &stapwijzer::app::screen::StepScreen, model: &Model) -> String {
    let met = model.session.iter().flat_map(|session| &session.trail).filter(|visit| visit.step == step.id).count();
    let next = step.progress.steps.get(step.progress.number).map(|(id, _)| id.clone());
    let found = step.package.flow.step(&step.id).unwrap();
    let by_road = found.next == next || found.roads.iter().any(|road| Some(&road.to) == next.as_ref());
    let leads = found.options.iter().find(|option| option.next == next || option.next.is_none() && by_road);
    let leads = leads.filter(|_| met == 0);
    leads.unwrap_or(&found.options[met % found.options.len()]).id.clone()
}

pub fn flow(id: &str) -> Options {
    Options { flow: Some(id.into()), lang: "nl".into(), ..Options::default() }
}

pub const MOVE: &str = "verhuizing-doorgeven";

#[test]
fn a_visitor_starts_with_what_is_chosen_often_and_all_exercises_behind_it() {
    let stage = Stage::start(Options { lang: "nl".into(), ..Options::default() });
    let start = stage.at_start();
    assert_eq!(stage.model.exercises(None).len(), library().catalogue.flows.len());
    assert!(!start.resume && stage.model.offers("digid") && !start.often.is_empty());
    assert!(stage.told().contains(&&HostEvent::Ready));
}

#[test]
fn the_list_of_exercises_is_a_place_with_an_address_that_a_flow_leads_back_to() {
    let mut stage = Stage::start(flow("oefeningen"));
    assert_eq!(stage.model.place, Place::Exercises(None));
    stage.send(Event::Navigated { flow: Some("oefeningen".into()), step: Some("digid".into()) });
    assert_eq!(stage.model.place, Place::Exercises(Some("digid")));
    let digid = stage.model.exercises(Some("digid"));
    assert!(digid.len() > 3 && digid.iter().all(|card| card.group == "digid"));
    stage.send(Event::FlowChosen(digid[0].id.clone())).send(Event::WentBack);
    assert_eq!(stage.model.place, Place::Exercises(Some("digid")));
    let here = HostEvent::Moved { flow: Some("oefeningen".into()), step: Some("digid".into()) };
    assert!(stage.told().contains(&&here), "{:?}", stage.told());
    assert_eq!(stage.send(Event::WentBack).model.place, Place::Start);
}

#[test]
fn a_page_that_names_a_flow_opens_it_without_taking_focus() {
    let mut stage = Stage::start(flow(MOVE));
    assert_eq!(stage.model.place, Place::Welcome);
    assert!(!stage.effects.contains(&Effect::FocusHeading), "the host page keeps its focus");
    stage.send(Event::ModeChosen(Mode::Practise));
    assert!(stage.effects.contains(&Effect::FocusHeading), "a visitor who goes on hears the heading");
}

#[test]
fn a_visitor_walks_to_the_outcome_and_the_host_hears_ids_only() {
    for entry in library().catalogue.flows.iter().filter(|entry| !library().files[&entry.id].guide) {
        let mut stage = Stage::start(flow(&entry.id));
        stage.send(Event::ModeChosen(Mode::Alone)).walk_to_the_end();
        let complete = stage.told().into_iter().filter(|event| matches!(event, HostEvent::Complete { .. })).count();
        assert_eq!(complete, 1, "{}", entry.id);
        let practises = library().files[&entry.id].steps.iter().any(|step| step.kind == StepKind::Practise);
        let well = |went: Went| !went.without_help.is_empty() && went.with_help.is_empty() && went.again.is_empty();
        let went = stage.model.outcome_screen().unwrap().result.map(well);
        assert_eq!(went, practises.then_some(true), "{}: alleen ends with a result", entry.id);
    }
}

#[test]
fn going_back_offers_the_answer_again() {
    let mut stage = Stage::start(flow("melding-openbare-ruimte"));
    stage.send(Event::ModeChosen(Mode::Practise));
    while !matches!(stage.model.screen(), Screen::Step(step) if step.kind == StepKind::Choose) {
        stage.send(Event::Answered(Answer::Seen));
    }
    let Screen::Step(asked) = stage.model.screen() else { panic!() };
    let last = asked.options.last().unwrap().id.clone();
    stage.send(Event::Answered(Answer::Chose(last.clone()))).send(Event::WentBack);
    let Screen::Step(again) = stage.model.screen() else { panic!() };
    assert_eq!(again.id, asked.id);
    assert_eq!(again.options.iter().find(|option| option.picked).map(|option| &option.id), Some(&last));
}

#[test]
fn a_crash_brings_the_visitor_back_to_the_same_step() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::ModeChosen(Mode::Together)).send(Event::Answered(Answer::Seen));
    let (step, saved) = (stage.step(), stage.saved());
    let after = Stage::start(Options { saved: Some(saved), step: Some(step.clone()), ..flow(MOVE) });
    assert_eq!(after.step(), step);
}

#[test]
fn a_reload_on_a_personal_device_offers_to_go_on() {
    let mut stage = Stage::start(Options { device: "personal".into(), ..flow(MOVE) });
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::Answered(Answer::Seen));
    let (step, saved) = (stage.step(), stage.saved());
    let home =
        Options { device: "personal".into(), lang: "nl".into(), saved: Some(saved.clone()), ..Options::default() };
    let mut after = Stage::start(home);
    let start = after.at_start();
    assert!(start.resume);
    after.send(Event::Resumed);
    assert_eq!(after.step(), step);
    // With the address of the step in the page, the visitor is there at once.
    let deep = Options { device: "personal".into(), step: Some(step.clone()), saved: Some(saved), ..flow(MOVE) };
    assert_eq!(Stage::start(deep).step(), step);
}

#[test]
fn a_saved_visit_of_another_version_is_dropped() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::Answered(Answer::Seen));
    let saved = Saved { version: 99, ..stage.saved() };
    let after = Stage::start(Options { saved: Some(saved), step: Some("waarheen".into()), ..flow(MOVE) });
    assert_eq!(after.model.place, Place::Welcome);
}

#[test]
fn a_change_of_language_keeps_the_step() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::Answered(Answer::Seen));
    let Screen::Step(dutch) = stage.model.screen() else { panic!() };
    stage.send(Event::LanguageChosen("en".into()));
    let Screen::Step(english) = stage.model.screen() else { panic!() };
    assert_eq!(dutch.id, english.id);
    assert_ne!(dutch.name, english.name);
    assert!(stage.told().contains(&&HostEvent::Language { lang: "en".into() }));
    stage.send(Event::LanguageChosen("nl".into()));
    let Screen::Step(back) = stage.model.screen() else { panic!() };
    assert_eq!(back.name, dutch.name);
}

/// Story: a number was taken away in the search, and “Wij hebben het weggehaald” stayed on the screen while the next text stood in the field.
#[test]
fn what_was_said_of_a_number_goes_with_the_next_text() {
    let mut stage = Stage::start(Options { lang: "nl".into(), ..Options::default() });
    stage.effects.clear();
    stage.send(Event::NumberRefused);
    assert_eq!(stage.model.notice, Some(Notice::NoNumber));
    // The notice itself is put in the live region when it is drawn: told here as well, it would be heard twice.
    assert!(!stage.effects.iter().any(|effect| matches!(effect, Effect::Announce(_))), "{:?}", stage.effects);
    stage.send(Event::QuestionTyped);
    assert_eq!(stage.model.notice, None);
    // Another notice has nothing to do with what is typed.
    stage.send(Event::VoiceMissing).send(Event::QuestionTyped);
    assert_eq!(stage.model.notice, Some(Notice::NoVoice));
}

#[test]
fn a_language_that_does_not_exist_changes_nothing_and_says_so() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::LanguageChosen("xx".into()));
    assert_eq!(stage.model.ui.lang, "nl");
    assert_eq!(stage.model.notice, Some(Notice::NoLanguage));
    // Asked for by the host page from the start: Dutch.
    let stage = Stage::start(Options { lang: "xx".into(), ..flow(MOVE) });
    assert_eq!(stage.model.ui.lang, "nl");
    assert_eq!(stage.model.place, Place::Welcome);
}

#[test]
fn a_flow_without_words_in_the_language_is_shown_in_dutch() {
    let broken = vec![("flows/verhuizing-doorgeven/en.json", Failure::Missing)];
    let stage = Stage::start_with(Options { lang: "en".into(), ..flow(MOVE) }, broken);
    let Screen::Welcome(welcome) = stage.model.screen() else { panic!("{:?}", stage.model.place) };
    assert_eq!(welcome.title, "Verhuizing doorgeven");
    assert_eq!(stage.model.notice, Some(Notice::DutchOnly));
}

#[test]
fn a_flow_that_does_not_come_says_why_and_can_be_tried_again() {
    for failure in Failure::ALL {
        for broken in
            ["flows/verhuizing-doorgeven/flow", "flows/verhuizing-doorgeven/nl", "flows/digid-inloggen-sms/flow"]
        {
            let mut stage = Stage::start_with(flow(MOVE), vec![(broken, failure)]);
            assert!(matches!(stage.model.place, Place::Failed(_)), "{broken} {failure:?}: {:?}", stage.model.place);
            stage.broken.clear();
            stage.send(Event::Retried);
            assert_eq!(stage.model.place, Place::Welcome, "{broken} {failure:?}");
        }
    }
}

/// Once the words of a flow came just after its structure had failed, and the program asked for the structure again by
/// itself: the message with "Probeer opnieuw" vanished under the visitor's finger.
#[test]
fn what_arrives_after_a_failure_does_not_move_the_visitor() {
    let mut model = Model::new(Options { now: now(), ..flow("melding-openbare-ruimte") });
    model.start();
    let mut arrived = |asset: Asset, result| model.update(Event::Arrived(asset, result));
    let id = "melding-openbare-ruimte".to_owned();
    arrived(Asset::Ui("nl".into()), Ok(file("ui/nl.json").unwrap()));
    arrived(Asset::Flow(id.clone()), Err(Failure::Server));
    let words = Asset::Words(id, "nl".into());
    assert_eq!(arrived(words.clone(), Ok(file(&words.path()).unwrap())), vec![]);
    assert_eq!(model.place, Place::Failed(Failure::Server));
}

#[test]
fn an_unknown_flow_leaves_the_way_home_open() {
    let mut stage = Stage::start(flow("bestaat-niet"));
    assert_eq!(stage.model.place, Place::Failed(Failure::Missing));
    stage.send(Event::WentHome);
    assert_eq!(stage.model.place, Place::Start);
}

#[test]
fn without_the_catalogue_the_named_flow_still_works() {
    let mut stage = Stage::start_with(flow(MOVE), vec![("flows/catalogue", Failure::Server)]);
    assert_eq!(stage.model.place, Place::Welcome);
    stage.send(Event::WentHome);
    let start = stage.at_start();
    assert_eq!(start.failure, Some(Failure::Server));
    stage.broken.clear();
    stage.send(Event::Retried);
    let start = stage.at_start();
    assert!(start.failure.is_none() && !start.empty);
}

#[test]
fn a_double_tap_is_not_an_error() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::Answered(Answer::Seen));
    let step = stage.step();
    // The second tap meets a question, which "seen" does not answer.
    stage.send(Event::Answered(Answer::Seen));
    assert_eq!(stage.step(), step);
    stage.send(Event::WentHome).send(Event::WentHome);
    assert_eq!(stage.model.place, Place::Start);
}

#[test]
fn browser_back_goes_back_along_the_trail() {
    let mut stage = Stage::start(Options { device: "personal".into(), ..flow(MOVE) });
    stage.send(Event::ModeChosen(Mode::Practise));
    let first = stage.step();
    stage.send(Event::Answered(Answer::Seen));
    stage.send(Event::Navigated { flow: Some(MOVE.into()), step: Some(first.clone()) });
    assert_eq!(stage.step(), first);
    stage.send(Event::Navigated { flow: Some(MOVE.into()), step: Some("geen-stap".into()) });
    assert_eq!(stage.step(), first);
    stage.send(Event::Navigated { flow: None, step: None });
    assert_eq!(stage.model.place, Place::Start);
}

#[test]
fn reading_aloud_says_when_there_is_no_voice() {
    let mut stage = Stage::start(flow(MOVE));
    stage.send(Event::ReadAloudToggled);
    assert!(stage.effects.iter().any(|effect| matches!(effect, Effect::Speak(speech) if !speech.parts.is_empty())));
    stage.send(Event::VoiceMissing);
    assert_eq!(stage.model.notice, Some(Notice::NoVoice));
    assert!(!stage.model.settings.read_aloud);
}
