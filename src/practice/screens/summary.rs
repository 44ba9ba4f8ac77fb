//! "Klopt alles?": what the screens before asked for, line by line, in the values of the card.

use super::rules::{Rules, Scene};
use super::stages::Stages;
use super::{form, map};
use crate::date::Date;
use crate::map::Map;
use crate::practice::input::field::Field;
use crate::practice::persona::Persona;
use crate::practice::spec::{FieldKind, ScreenKind, ScreenSpec};

/// One line of a summary. Its label is `screens.<screen>.fields.<field>.label`; for a map the screen's title says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub screen: String,
    pub field: String,
    pub value: LineValue,
}

/// What stands on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineValue {
    /// A text or a date, as it is.
    Text(String),
    /// The id of an option; its words are in `fields.<field>.options`.
    Option(String),
    /// The id of a place; its name is in `places`.
    Place(String),
    Ticked,
    /// It was left empty.
    Empty,
}

/// Sending is right.
#[derive(Debug)]
pub struct Summary;

impl Rules for Summary {
    fn stages(&self, _scene: &Scene, _spec: &ScreenSpec) -> Stages {
        // Reading shows nowhere.
        Some(vec![])
    }

    fn button(&self) -> &'static str {
        "summary.send"
    }
}

/// The lines of a summary. Screens that are not there, and log-ins, have none.
pub fn lines(spec: &ScreenSpec, screens: &Map<ScreenSpec>, persona: &Persona, today: Date) -> Vec<Line> {
    let mut lines = Vec::new();
    for (id, screen) in spec.of.iter().filter_map(|id| Some((id, screens.get(id)?))) {
        let fields = match screen.kind {
            ScreenKind::Form => form::fields(screen, persona, today),
            ScreenKind::Map => vec![map::field(screen)],
            // Nothing that is asked there belongs in what is sent.
            ScreenKind::Login
            | ScreenKind::SmsCode
            | ScreenKind::Summary
            | ScreenKind::Confirmation
            | ScreenKind::Method
            | ScreenKind::NewAccount
            | ScreenKind::NewPassword
            | ScreenKind::MailCode
            | ScreenKind::LetterCode
            | ScreenKind::PairingCode
            | ScreenKind::Scan
            | ScreenKind::AppChoice
            | ScreenKind::PinChoose
            | ScreenKind::PinEnter
            | ScreenKind::Organisation
            | ScreenKind::IdCheck
            | ScreenKind::Inbox
            | ScreenKind::History
            | ScreenKind::Judge
            | ScreenKind::Tap
            | ScreenKind::Pages => vec![],
        };
        for field in &fields {
            let value = value(field, screen.kind);
            lines.push(Line { screen: id.clone(), field: field.id().to_owned(), value });
        }
    }
    lines
}

fn value(field: &Field, screen: ScreenKind) -> LineValue {
    let expected = field.expected().to_owned();
    match field.kind() {
        FieldKind::Confirm => LineValue::Ticked,
        _ if expected.is_empty() => LineValue::Empty,
        _ if screen == ScreenKind::Map => LineValue::Place(expected),
        FieldKind::Choice | FieldKind::Upload => LineValue::Option(expected),
        FieldKind::Text | FieldKind::Bsn | FieldKind::Date => LineValue::Text(expected),
    }
}
