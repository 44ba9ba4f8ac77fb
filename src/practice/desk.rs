//! The practice desk of one step while somebody works at it: what is on the screen, in the fields and on the devices.
//!
//! A view keeps one [`Desk`] in a signal, tells it what happened, and draws what its `&self` methods say. What is typed
//! stays in the buffers of the fields; nothing that comes out of [`Desk::update`] holds any of it.

use super::coach::{Coach, Coaching, Help};
pub use super::device::{Arrived, Device, What};
pub use super::event::{Announcement, At, DeskEvent, Response, Touch};
use super::persona::Persona;
use super::spec::ScreenSpec;
use super::verdict::Verdict;
use crate::date::Date;
use crate::map::Map;
use crate::practice::input::field::Field;
use crate::practice::input::gate::Edit;
use crate::practice::input::sensitive_numbers::{NumberGuard, Stop};
use crate::practice::screens;
use crate::practice::screens::confirmation;
use crate::practice::screens::rules::{Rules, Scene};
use crate::practice::screens::summary;
pub use crate::practice::screens::summary::{Line, LineValue};

mod demonstration;
mod shown;

pub use demonstration::Deed;
use demonstration::Demonstration;

/// One practise step at run time.
#[derive(Debug)]
pub struct Desk {
    spec: ScreenSpec,
    persona: &'static Persona,
    today: Date,
    rules: Box<dyn Rules>,
    scene: Scene,
    /// The one that runs.
    demonstration: Option<Demonstration>,
    lines: Vec<Line>,
    number: Option<String>,
    coach: Coach,
    guard: NumberGuard,
    /// Where the guard's run of characters was typed.
    typing: Option<At>,
    verdict: Option<Verdict>,
    stop: Option<Stop>,
    passed: bool,
    /// What was typed was taken away, and nobody was told yet.
    emptied: bool,
}

impl Desk {
    /// The desk of the screen `spec`. `screens` are those of the flow, for the lines of a summary; `today` is
    /// `YYYY-MM-DD`, and what is no day counts as 1 January 2026.
    pub fn new(
        spec: &ScreenSpec,
        screens: &Map<ScreenSpec>,
        persona: &'static Persona,
        today: &str,
        coaching: Coaching,
    ) -> Desk {
        let today = Date::parse(today).unwrap_or(Date::from_days(20_454));
        let (rules, fields) = screens::set_up(spec, persona, today);
        let mut desk = Desk {
            rules,
            scene: Scene::laid(spec, fields),
            demonstration: None,
            lines: summary::lines(spec, screens, persona, today),
            number: confirmation::number(spec, persona),
            spec: spec.clone(),
            persona,
            today,
            coach: Coach::new(coaching),
            guard: NumberGuard::new(persona.get("bsn").unwrap_or_default()),
            typing: None,
            verdict: None,
            stop: None,
            passed: false,
            emptied: false,
        };
        desk.rules.begin(&mut desk.scene);
        if desk.coach.filled_in() {
            desk.bring_on();
        }
        desk.fill_if_watched();
        desk.scene.said.clear();
        desk
    }

    /// The visitor goes on with more help, or with less: all that is on the desk stays.
    pub fn coached(&mut self, coaching: Coaching) {
        self.coach.take_over(coaching);
    }

    /// What happened, but for typing. An event that does not fit changes nothing.
    pub fn update(&mut self, event: DeskEvent) -> Response {
        self.complete();
        let urged = self.coach.urged();
        let mut judged = false;
        match event {
            DeskEvent::Submitted => {
                judged = true;
                self.submit();
            }
            DeskEvent::Touched(touch) if !self.passed => {
                self.forget_verdict();
                if let Some(verdict) = self.rules.touch(touch, &mut self.scene) {
                    judged = true;
                    self.judged(verdict);
                } else if matches!(touch, Touch::EnvelopeOpened | Touch::CallAnswered) {
                    // A code came to light.
                    self.fill_if_watched();
                }
            }
            DeskEvent::Touched(touch) if self.rules.stays_open() => {
                self.rules.touch(touch, &mut self.scene);
            }
            DeskEvent::Touched(_) => {}
            DeskEvent::Picked { field, option } => self.change(field, |field| {
                if option < field.options().len() {
                    field.picked = Some(option);
                }
            }),
            DeskEvent::Ticked { field, on } => self.change(field, |field| field.ticked = on),
            DeskEvent::AskedNewCode if self.passed => {}
            DeskEvent::AskedNewCode => {
                if self.rules.send_code(&mut self.scene) {
                    self.forget_verdict();
                    self.fill_if_watched();
                }
            }
            DeskEvent::LaterPressed => {
                if self.later() {
                    self.fill_if_watched();
                }
            }
            DeskEvent::HintAsked => {
                if self.coach.ask_hint() {
                    self.scene.said.push(Announcement::HintShown);
                }
            }
            DeskEvent::ShowAsked => {
                if self.coach.ask_show() {
                    judged = self.show();
                }
            }
            DeskEvent::Looked(device) => self.scene.inbox(device).iter_mut().for_each(|message| message.new = false),
            DeskEvent::LeftAlone => {
                self.forget_typing();
                self.come_back();
            }
            DeskEvent::PageHidden => self.forget_typing(),
            DeskEvent::PageShown => self.come_back(),
            DeskEvent::StopClosed => self.stop = None,
        }
        match self.coach.urged() {
            Some(Help::Hint) if urged != Some(Help::Hint) => self.scene.said.push(Announcement::HintUrged),
            Some(Help::Shown) if urged != Some(Help::Shown) => self.scene.said.push(Announcement::ShowUrged),
            _ => {}
        }
        let verdict = self.verdict.filter(|_| judged);
        Response { verdict, announcements: std::mem::take(&mut self.scene.said), passed: self.passed }
    }

    /// Text that is about to come in at `start..end` of an input (UTF-16 units): a key, a paste, a drop. No text is a
    /// deletion. Nothing is copied, so any size will do.
    pub fn edit(&mut self, at: At, start: usize, end: usize, incoming: &mut dyn Iterator<Item = char>) -> Edit {
        self.type_in(at, Some((start, end)), incoming)
    }

    /// The whole new value of an input that changed already: an IME, dictation, autofill, undo.
    pub fn set_text(&mut self, at: At, incoming: &mut dyn Iterator<Item = char>) -> Edit {
        self.type_in(at, None, incoming)
    }

    fn type_in(&mut self, at: At, range: Option<(usize, usize)>, incoming: &mut dyn Iterator<Item = char>) -> Edit {
        self.complete();
        if self.typing != Some(at) {
            self.guard.forget();
            self.typing = Some(at);
        }
        let blocked = self.locked();
        let input = self.scene.fields.get_mut(at.field).and_then(|field| field.inputs.get_mut(at.part));
        let edit = match (input, range) {
            (Some(input), Some((start, end))) if !blocked => {
                input.gate.replace(&mut input.buffer, &mut self.guard, start, end, incoming)
            }
            (Some(input), None) if !blocked => input.gate.set(&mut input.buffer, &mut self.guard, incoming),
            // Nowhere to type: the guard watches all the same.
            _ => Edit { stop: self.guard.watch_all(incoming), ..Edit::default() },
        };
        self.change(at.field, |_| {});
        self.stop = edit.stop.or(self.stop);
        edit
    }

    /// Overwrites everything that was typed: the step changes, the page is hidden, the visit is over.
    pub fn wipe(&mut self) {
        self.demonstration = None;
        self.scene.fields.iter_mut().for_each(Field::clear);
        self.guard.forget();
        self.typing = None;
    }

    /// The same, to be told when somebody is there again.
    fn forget_typing(&mut self) {
        self.emptied |= !self.is_blank();
        self.wipe();
    }

    fn come_back(&mut self) {
        let emptied = std::mem::take(&mut self.emptied);
        self.fill_if_watched();
        // What is filled in again is not missed.
        if emptied && self.is_blank() {
            self.scene.said.push(Announcement::Emptied);
        }
    }

    /// "Laat zien": brings the screen on, and fills in what the exercise asks for now.
    pub fn fill_in(&mut self) {
        self.show();
        self.scene.said.clear();
    }

    /// Whether that was an answer too.
    fn show(&mut self) -> bool {
        self.bring_on();
        self.rules.fill_in(&mut self.scene);
        self.forget_verdict();
        self.scene.said.push(Announcement::FilledIn);
        let done = self.rules.shown_is_done();
        if done {
            self.submit();
        }
        done
    }

    fn bring_on(&mut self) {
        if !demonstration::bring_on(&mut *self.rules, &mut self.scene).is_empty() {
            self.forget_verdict();
        }
    }

    fn fill_if_watched(&mut self) {
        if self.coach.filled_in() {
            let mistakes: Vec<_> = self.scene.fields.iter().map(Field::mistake).collect();
            self.rules.fill_in(&mut self.scene);
            self.scene.fields.iter_mut().zip(mistakes).for_each(|(field, mistake)| field.mistake = mistake);
        }
    }

    fn submit(&mut self) {
        if self.passed {
            self.verdict = Some(Verdict::Right);
            return;
        }
        let verdict = self.rules.submit(&mut self.scene);
        self.judged(verdict);
    }

    fn judged(&mut self, verdict: Verdict) {
        self.verdict = Some(verdict);
        self.passed = verdict == Verdict::Right;
        if let Some(fault) = verdict.fault() {
            if !fault.on_purpose {
                self.coach.mistake();
            }
            self.fill_if_watched();
        }
    }

    fn later(&mut self) -> bool {
        let changed = self.rules.later(&mut self.scene);
        if changed {
            self.forget_verdict();
        }
        changed
    }

    /// Changes a field; what was said about it is over.
    fn change(&mut self, field: usize, change: impl FnOnce(&mut Field)) {
        if let Some(field) = self.scene.fields.get_mut(field) {
            change(field);
            field.mistake = None;
            self.verdict = None;
        }
    }

    fn forget_verdict(&mut self) {
        self.verdict = None;
        self.scene.fields.iter_mut().for_each(|field| field.mistake = None);
    }
}
