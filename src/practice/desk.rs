//! The practice desk of one step while somebody works at it: what is on the screen, in the fields and on the devices.
//!
//! A view keeps one [`Desk`] in a signal, tells it what happened, and draws what its `&self` methods say. What is typed
//! stays in the buffers of the fields; nothing that comes out of [`Desk::update`] holds any of it.

use super::coach::{Coach, Coaching, Help};
use super::confirmation;
use super::date::Date;
pub use super::device::{Arrived, Device, What};
pub use super::event::{Announcement, At, DeskEvent, Outcome};
use super::field::{Field, judge};
use super::form;
use super::gate::Edit;
use super::guard::{Guard, Stop};
use super::login::Login;
use super::map;
use super::persona::Persona;
use super::sms_code::SmsCode;
use super::spec::{Place, ScreenKind, ScreenSpec, Trouble};
use super::summary;
pub use super::summary::{Line, LineValue};
use super::verdict::Verdict;
use crate::map::Map;

mod shown;

/// One practise step at run time.
#[derive(Debug)]
pub struct Desk {
    kind: ScreenKind,
    trouble: Trouble,
    rules: Rules,
    fields: Vec<Field>,
    places: Vec<Place>,
    lines: Vec<Line>,
    number: Option<String>,
    phone: Vec<Arrived>,
    mail: Vec<Arrived>,
    letter: Vec<Arrived>,
    coach: Coach,
    guard: Guard,
    /// Where the guard's run of characters was typed.
    typing: Option<At>,
    verdict: Option<Verdict>,
    stop: Option<Stop>,
    passed: bool,
}

/// The rules of screens that remember something between tries.
#[derive(Debug)]
enum Rules {
    Login(Login),
    SmsCode(SmsCode),
    /// All fields right is right.
    Fields,
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
        let rules = match spec.kind {
            ScreenKind::Login => Rules::Login(Login::new(persona, spec.trouble)),
            ScreenKind::SmsCode => Rules::SmsCode(SmsCode::new(spec.trouble)),
            _ => Rules::Fields,
        };
        let fields = match (&rules, spec.kind) {
            (Rules::Login(login), _) => login.fields(persona),
            (Rules::SmsCode(_), _) => vec![SmsCode::field()],
            (_, ScreenKind::Map) => vec![map::field(spec)],
            (_, ScreenKind::Form) => form::fields(spec, persona, today),
            _ => vec![],
        };
        let mut desk = Desk {
            kind: spec.kind,
            trouble: spec.trouble,
            rules,
            fields,
            places: spec.places.clone(),
            lines: summary::lines(spec, screens, persona, today),
            number: confirmation::number(spec, persona),
            phone: Arrived::words(&spec.phone),
            mail: Arrived::words(&spec.mail),
            letter: Arrived::words(spec.letter.as_slice()),
            coach: Coach::new(coaching),
            guard: Guard::new(persona.get("bsn").unwrap_or_default()),
            typing: None,
            verdict: None,
            stop: None,
            passed: false,
        };
        // The letter lay there already.
        desk.letter.iter_mut().for_each(|letter| letter.new = false);
        desk.send_code();
        desk.fill_if_watched();
        desk
    }

    /// What happened, but for typing. An event that does not fit changes nothing.
    pub fn update(&mut self, event: DeskEvent) -> Outcome {
        let urged = self.coach.urged();
        let mut said = Vec::new();
        match event {
            DeskEvent::Submitted => self.submit(&mut said),
            DeskEvent::Picked { field, option } => self.change(field, |field| {
                if option < field.options().len() {
                    field.picked = Some(option);
                }
            }),
            DeskEvent::Ticked { field, on } => self.change(field, |field| field.ticked = on),
            DeskEvent::AskedNewCode => {
                if self.send_code() {
                    said.push(Announcement::NewMessage(Device::Phone));
                    self.forget_verdict();
                    self.fill_if_watched();
                }
            }
            DeskEvent::LaterPressed => {
                if self.unblock() {
                    said.push(Announcement::Unlocked);
                    self.fill_if_watched();
                }
            }
            DeskEvent::HintAsked => {
                if self.coach.ask_hint() {
                    said.push(Announcement::HintShown);
                }
            }
            DeskEvent::ShowAsked => {
                if self.coach.ask_show() {
                    self.show(&mut said);
                }
            }
            DeskEvent::Looked(device) => self.inbox(device).iter_mut().for_each(|message| message.new = false),
            DeskEvent::FieldLeft(at) => {
                if let Some(input) = self.fields.get_mut(at.field).and_then(|field| field.inputs.get_mut(at.part)) {
                    input.buffer.clear();
                }
                self.guard.forget();
            }
            DeskEvent::PageHidden => self.wipe(),
            DeskEvent::PageShown => self.fill_if_watched(),
            DeskEvent::StopClosed => self.stop = None,
        }
        match self.coach.urged() {
            Some(Help::Hint) if urged != Some(Help::Hint) => said.push(Announcement::HintUrged),
            Some(Help::Shown) if urged != Some(Help::Shown) => said.push(Announcement::ShowUrged),
            _ => {}
        }
        let verdict = if event == DeskEvent::Submitted { self.verdict } else { None };
        Outcome { verdict, announcements: said, passed: self.passed }
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
        if self.typing != Some(at) {
            self.guard.forget();
            self.typing = Some(at);
        }
        let blocked = self.locked();
        let input = self.fields.get_mut(at.field).and_then(|field| field.inputs.get_mut(at.part));
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
        self.fields.iter_mut().for_each(Field::clear);
        self.guard.forget();
        self.typing = None;
    }

    /// "Laat zien": brings the screen on, and fills in what the exercise asks for now.
    pub fn fill_in(&mut self) {
        self.show(&mut Vec::new());
    }

    fn show(&mut self, said: &mut Vec<Announcement>) {
        if self.unblock() {
            said.push(Announcement::Unlocked);
        }
        if self.code_expired() && self.send_code() {
            said.push(Announcement::NewMessage(Device::Phone));
        }
        self.fill();
        self.forget_verdict();
        said.push(Announcement::FilledIn);
    }

    fn fill(&mut self) {
        match &self.rules {
            Rules::Login(login) => login.fill_in(&mut self.fields),
            _ => self.fields.iter_mut().for_each(Field::fill_in),
        }
    }

    fn fill_if_watched(&mut self) {
        if self.coach.filled_in() {
            let mistakes: Vec<_> = self.fields.iter().map(Field::mistake).collect();
            self.fill();
            self.fields.iter_mut().zip(mistakes).for_each(|(field, mistake)| field.mistake = mistake);
        }
    }

    fn submit(&mut self, said: &mut Vec<Announcement>) {
        if self.passed {
            self.verdict = Some(Verdict::Right);
            return;
        }
        let sent = self.codes_sent();
        let verdict = match &mut self.rules {
            Rules::Login(login) => login.submit(&mut self.fields),
            Rules::SmsCode(sms) => sms.submit(&mut self.fields, &mut self.phone),
            Rules::Fields => judge(&mut self.fields),
        };
        self.verdict = Some(verdict);
        self.passed = verdict == Verdict::Right;
        if self.codes_sent() > sent {
            said.push(Announcement::NewMessage(Device::Phone));
        }
        if let Some(fault) = verdict.fault() {
            if !fault.on_purpose {
                self.coach.mistake();
            }
            if fault.tries_left == Some(0) && self.kind == ScreenKind::SmsCode {
                said.push(Announcement::Restarted);
            }
            self.fill_if_watched();
        }
    }

    /// Sends a code to the phone; `false` when the screen sends none.
    fn send_code(&mut self) -> bool {
        let (Rules::SmsCode(sms), Some(field)) = (&mut self.rules, self.fields.first_mut()) else { return false };
        sms.send(field, &mut self.phone);
        true
    }

    fn codes_sent(&self) -> u32 {
        if let Rules::SmsCode(sms) = &self.rules { sms.sent() } else { 0 }
    }

    fn unblock(&mut self) -> bool {
        let Rules::Login(login) = &mut self.rules else { return false };
        let unblocked = login.later();
        if unblocked {
            self.forget_verdict();
        }
        unblocked
    }

    /// Changes a field; what was said about it is over.
    fn change(&mut self, field: usize, change: impl FnOnce(&mut Field)) {
        if let Some(field) = self.fields.get_mut(field) {
            change(field);
            field.mistake = None;
            self.verdict = None;
        }
    }

    fn forget_verdict(&mut self) {
        self.verdict = None;
        self.fields.iter_mut().for_each(|field| field.mistake = None);
    }

    fn inbox(&mut self, device: Device) -> &mut [Arrived] {
        match device {
            Device::Computer => &mut [],
            Device::Phone => &mut self.phone,
            Device::Mail => &mut self.mail,
            Device::Letter => &mut self.letter,
        }
    }
}
