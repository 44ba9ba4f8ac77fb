//! What is kept of a step: ids and flags, never anything that was typed.

use super::model::{Step, StepKind};
use crate::names;

/// The answer at a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// `explain`: nothing to remember.
    Seen,
    /// `choose`: the id of the option.
    Chose(String),
    /// `checklist`: the ids that were ticked; none is fine too.
    Ticked(Vec<String>),
    /// `practise`: how much help it took.
    Practised(Aid),
    /// Something went wrong on purpose: the first step of the detour. It is no answer to the step, which comes again.
    Detour(String),
}

names! {
    /// How much help a practice screen took.
    pub enum Aid {
        None = "none",
        Hint = "hint",
        Shown = "shown",
    }
}

impl Answer {
    /// Whether this can be an answer to that step.
    pub fn fits(&self, step: &Step) -> bool {
        match (step.kind, self) {
            (StepKind::Explain, Answer::Seen) => true,
            (StepKind::Choose, Answer::Chose(id)) => step.options.iter().any(|option| &option.id == id),
            (StepKind::Checklist, Answer::Ticked(ids)) => {
                ids.iter().all(|id| step.items.iter().any(|item| &item.id == id))
            }
            (StepKind::Practise, Answer::Practised(_)) => true,
            (_, Answer::Detour(id)) => step.incidents.contains(id),
            _ => false,
        }
    }

    /// The answer as one text, for storage. Ids hold no spaces.
    pub fn to_text(&self) -> String {
        match self {
            Answer::Seen => "seen".to_owned(),
            Answer::Chose(id) => ["chose ", id].concat(),
            Answer::Ticked(ids) => ["ticked ", &ids.join(" ")].concat(),
            Answer::Practised(aid) => ["practised ", aid.name()].concat(),
            Answer::Detour(id) => ["detour ", id].concat(),
        }
    }

    /// The answer in such a text; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Answer> {
        let (kind, rest) = text.split_once(' ').unwrap_or((text, ""));
        Some(match kind {
            "seen" => Answer::Seen,
            "chose" => Answer::Chose(rest.to_owned()),
            "ticked" => Answer::Ticked(rest.split_whitespace().map(str::to_owned).collect()),
            "detour" => Answer::Detour(rest.to_owned()),
            "practised" => Answer::Practised(Aid::NAMES.iter().find(|(name, _)| *name == rest)?.1),
            _ => return None,
        })
    }
}
