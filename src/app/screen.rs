//! What a view needs to draw, worked out: a view never works out a rule again.

use super::event::Failure;
use super::model::{Local, Model, Place};
use super::texts::Texts;
use crate::content::catalogue::{Entry, in_lang};
use crate::content::inline::Inline;
use crate::content::package::Package;
use crate::content::words::{Labelled, StepWords};
use crate::flow::answer::Answer;
use crate::flow::mode::Mode;
use crate::flow::model::StepKind;
use crate::flow::progress::{Progress, StepState};
use crate::flow::session::all_hold;
use crate::municipality::house::Room;
use crate::practice::persona::Persona;
use std::sync::Arc;

/// The screen that is shown.
#[derive(Debug, Clone)]
pub enum Screen {
    Loading,
    Start,
    /// The house, or one of its rooms.
    House(Option<Room>),
    /// All exercises, or those of a group.
    Exercises(Option<&'static str>),
    /// The flow could not be loaded.
    Failed(Failure),
    Welcome(Welcome),
    Step(Arc<StepScreen>),
}

/// "Waarmee kan ik u helpen?"
#[derive(Debug, Clone)]
pub struct Start {
    /// What is chosen often: ids with a few words.
    pub often: Vec<(String, String)>,
    /// There are no exercises at all.
    pub empty: bool,
    /// The catalogue could not be loaded.
    pub failure: Option<Failure>,
    /// A visit can be gone on with.
    pub resume: bool,
}

/// A flow on offer.
#[derive(Debug, Clone)]
pub struct Card {
    pub id: String,
    pub icon: String,
    pub title: String,
    pub summary: String,
    pub minutes: u32,
    /// The group it belongs to; those of a group stand together.
    pub group: String,
}

/// What a flow is about, and the four modes.
#[derive(Debug, Clone)]
pub struct Welcome {
    pub id: String,
    pub icon: String,
    pub title: String,
    pub summary: String,
    pub minutes: u32,
    /// There is a visit to go on with.
    pub resume: bool,
}

/// One step.
#[derive(Debug, Clone)]
pub struct StepScreen {
    pub id: String,
    pub kind: StepKind,
    pub mode: Mode,
    /// "Stap 3 van 8:"
    pub count: String,
    /// The title with its marks.
    pub name: Vec<Inline>,
    pub progress: Progress,
    /// The steps of the progress list with their titles.
    pub steps: Vec<(String, Vec<Inline>, StepState)>,
    pub text: Vec<Vec<Inline>>,
    pub action: Option<Vec<Inline>>,
    pub hint: Option<Vec<Inline>>,
    pub options: Vec<Pick>,
    pub items: Vec<Pick>,
    /// `practise`: the id of the screen in the package.
    pub screen: Option<String>,
    pub package: Arc<Package>,
    pub persona: &'static Persona,
    pub today: String,
}

/// An option or an item, with whether it was picked before.
#[derive(Debug, Clone)]
pub struct Pick {
    pub id: String,
    pub label: Vec<Inline>,
    pub text: Option<Vec<Inline>>,
    pub picked: bool,
}

impl StepScreen {
    /// What is other at home. (Only the later file asks for this and what follows, so it is read there.)
    pub fn home(&self) -> Vec<Vec<Inline>> {
        self.lines(|words| &words.home)
    }

    /// What often goes wrong here.
    pub fn mistakes(&self) -> Vec<Vec<Inline>> {
        self.lines(|words| &words.mistakes)
    }

    /// What keeps one safe here.
    pub fn safety(&self) -> Vec<Vec<Inline>> {
        self.lines(|words| &words.safety)
    }

    /// What who helps can say, when somebody does.
    pub fn helper(&self) -> Vec<Vec<Inline>> {
        if self.mode == Mode::Together { self.lines(|words| &words.helper) } else { vec![] }
    }

    /// `outcome`: what happens next.
    pub fn after(&self) -> Vec<Vec<Inline>> {
        self.lines(|words| &words.after)
    }

    /// What who helps can let go wrong here: the steps, with their titles.
    pub fn incidents(&self) -> Vec<(String, Vec<Inline>)> {
        let step = self.package.flow.step(&self.id).filter(|_| self.mode.calls_incidents());
        let titled = |id: &String| {
            let title = self.package.words.steps.get(id).map_or_else(Vec::new, |words| self.texts().rich(&words.title));
            (id.clone(), title)
        };
        step.into_iter().flat_map(|step| &step.incidents).map(titled).collect()
    }

    /// What the marks in its texts refer to.
    pub fn texts(&self) -> Texts<'_> {
        Texts { package: &self.package, persona: self.persona, today: &self.today }
    }

    fn lines(&self, which: fn(&StepWords) -> &Vec<String>) -> Vec<Vec<Inline>> {
        self.package.words.steps.get(&self.id).map_or_else(Vec::new, |words| self.texts().rich_all(which(words)))
    }
}

impl Model {
    /// The screen to draw.
    pub fn screen(&self) -> Screen {
        match self.place {
            Place::Waking | Place::Opening => Screen::Loading,
            // Half of what stands in the house is the municipality's: it is drawn once.
            Place::House(_) if matches!(self.local, Local::Awaited(_)) => Screen::Loading,
            Place::Failed(failure) => Screen::Failed(failure),
            Place::Start => Screen::Start,
            Place::House(room) => Screen::House(room),
            Place::Exercises(group) => Screen::Exercises(group),
            Place::Welcome => self.welcome_screen().map_or(Screen::Failed(Failure::BadContent), Screen::Welcome),
            Place::Step => {
                self.step_screen().map_or(Screen::Failed(Failure::BadContent), |s| Screen::Step(Arc::new(s)))
            }
        }
    }

    /// What is in the catalogue, without what the municipality has switched off.
    fn offered(&self) -> impl Iterator<Item = &Entry> {
        let flows = self.catalogue.as_ref().map_or(&[][..], |catalogue| &catalogue.flows[..]);
        flows.iter().filter(|entry| !self.is_off(&entry.id))
    }

    /// Whether there are exercises of a group. Yes as long as it is not known: the door to them would push the next one down when it came.
    pub fn offers(&self, group: &str) -> bool {
        !self.knows_offer()
            || self.catalogue.is_err()
            || self.offered().any(|entry| entry.group.as_deref() == Some(group))
    }

    /// Whether it is known what is on offer. Until then nobody may be told that there is nothing.
    pub fn knows_offer(&self) -> bool {
        self.cards_turn > 0
    }

    /// What the start offers.
    pub fn start_screen(&self) -> Start {
        let lang = &self.settings.lang;
        let mut start =
            Start { often: vec![], empty: true, failure: self.catalogue.as_ref().err().copied(), resume: false };
        for entry in self.offered() {
            start.empty = false;
            let words = in_lang(&entry.often, lang);
            if !words.is_empty() {
                start.often.push((entry.id.clone(), words.to_owned()));
            }
        }
        let unfinished = self.session.as_ref().filter(|session| !session.trail.is_empty());
        start.resume = unfinished.is_some_and(|session| !self.is_off(&session.flow));
        start
    }

    /// The exercises, or those of a group, in the order of the catalogue.
    pub fn exercises(&self, group: Option<&str>) -> Vec<Card> {
        let lang = &self.settings.lang;
        let wanted = self.offered().filter(|entry| group.is_none_or(|group| entry.group.as_deref() == Some(group)));
        wanted
            .map(|entry| Card {
                id: entry.id.clone(),
                icon: entry.icon.clone(),
                title: in_lang(&entry.title, lang).to_owned(),
                summary: in_lang(&entry.summary, lang).to_owned(),
                minutes: entry.minutes,
                group: entry.group.clone().unwrap_or_default(),
            })
            .collect()
    }

    /// The title of a flow in the catalogue, in the language of the interface.
    pub(super) fn title_of(&self, flow: &str) -> Option<String> {
        let entry = self.catalogue.as_ref().ok()?.flows.iter().find(|entry| entry.id == flow)?;
        Some(in_lang(&entry.title, &self.settings.lang).to_owned())
    }

    fn welcome_screen(&self) -> Option<Welcome> {
        let package = self.package.as_ref()?;
        let session = self.session.as_ref().filter(|s| s.flow == package.flow.id && !s.trail.is_empty());
        Some(Welcome {
            id: package.flow.id.clone(),
            icon: package.icon.clone(),
            title: package.words.title.clone(),
            summary: package.words.summary.clone(),
            minutes: package.minutes,
            resume: session.is_some(),
        })
    }

    /// The current step; `None` when nothing is open.
    pub fn step_screen(&self) -> Option<StepScreen> {
        let package = self.package.clone()?;
        let session = self.session.as_ref()?;
        let step = session.position(&package.flow)?;
        let words = package.words.steps.get(&step.id)?;
        let persona = Persona::by_id(&package.persona)?;
        let texts = Texts { package: &package, persona, today: self.settings.today() };
        let progress = Progress::of(&package.flow, session);
        let title_of = |id: &str| package.words.steps.get(id).map_or_else(Vec::new, |words| texts.rich(&words.title));
        let pick = |id: &str, labels: &crate::map::Map<Labelled>, picked: bool| Pick {
            id: id.to_owned(),
            label: labels.get(id).map_or_else(Vec::new, |words| texts.rich(&words.label)),
            text: labels.get(id).and_then(|words| words.text.as_ref()).map(|text| texts.rich(text)),
            picked,
        };
        let (number, total) = (progress.number.to_string(), progress.total.to_string());
        let kept = session.kept.get(&step.id);
        let items = step.items.iter().filter(|item| all_hold(&item.when, &session.trail));
        let options = step.options.iter();
        Some(StepScreen {
            id: step.id.clone(),
            kind: step.kind,
            mode: session.mode,
            count: self
                .ui
                .fill("step.heading", &[("n", &number), ("total", &total), ("title", "")])
                .trim_end()
                .to_owned(),
            name: texts.rich(&words.title),
            steps: progress.steps.iter().map(|(id, stage)| (id.clone(), title_of(id), *stage)).collect(),
            progress,
            text: texts.rich_all(&words.text),
            action: words.action.as_ref().map(|text| texts.rich(text)),
            hint: words.hint.as_ref().map(|text| texts.rich(text)),
            options: options
                .map(|option| pick(&option.id, &words.options, kept == Some(&Answer::Chose(option.id.clone()))))
                .collect(),
            items: items
                .map(|item| {
                    pick(&item.id, &words.items, matches!(kept, Some(Answer::Ticked(ids)) if ids.contains(&item.id)))
                })
                .collect(),
            screen: step.screen.clone(),
            package: package.clone(),
            persona,
            today: self.settings.today().to_owned(),
        })
    }
}
