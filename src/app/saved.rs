//! What is kept of a visit: ids and flags. It has no place for anything that was typed.

use super::settings::{Look, Theme};
use crate::flow::answer::Answer;
use crate::flow::mode::Mode;
use crate::flow::session::{Session, Visit};
use crate::map::Map;
use crate::record;
use crate::value::{self, Value};

/// The format of [`Saved`]; one of another format is dropped.
pub const VERSION: u32 = 1;

/// The state of a visit, for a reload or a fresh wasm instance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    pub version: u32,
    pub lang: String,
    pub look: Look,
    pub session: Option<Session>,
    /// Whether the visitor was in the middle of the flow (and not on the start screen).
    pub inside: bool,
}

record! {
    /// [`Saved`] as it is stored.
    pub struct Stored {
        pub version: u32 = "version",
        pub lang: String = "lang",
        pub text: usize = "text",
        pub theme: Theme = "theme",
        pub more_contrast: bool = "moreContrast",
        pub sounds: bool = "sounds",
        pub inside: bool = "inside",
        pub flow: Option<String> = "flow",
        pub mode: Option<Mode> = "mode",
        /// The steps of the trail; `answers` has as many.
        pub steps: Vec<String> = "steps",
        pub answers: Vec<String> = "answers",
        pub kept: Map<String> = "kept",
        pub seed: Option<u32> = "seed",
    }
}

impl Saved {
    /// The visit as a JSON text.
    pub fn to_json(&self) -> String {
        let text = |text: &str| Value::Text(text.to_owned());
        let mut map = Map::default();
        map.insert("version".into(), Value::Number(self.version.into()));
        map.insert("lang".into(), text(&self.lang));
        map.insert("text".into(), Value::Number(self.look.text as i64));
        map.insert("theme".into(), text(self.look.theme.id()));
        map.insert("moreContrast".into(), Value::Bool(self.look.more_contrast));
        map.insert("sounds".into(), Value::Bool(self.look.sounds));
        map.insert("inside".into(), Value::Bool(self.inside));
        if let Some(session) = &self.session {
            let steps = session.trail.iter().map(|visit| text(&visit.step));
            let answers = session.trail.iter().map(|visit| Value::Text(visit.answer.to_text()));
            map.insert("flow".into(), text(&session.flow));
            map.insert("mode".into(), text(session.mode.id()));
            map.insert("steps".into(), Value::List(steps.collect()));
            map.insert("answers".into(), Value::List(answers.collect()));
            let kept = session.kept.iter().map(|(step, answer)| (step.to_owned(), Value::Text(answer.to_text())));
            map.insert("kept".into(), Value::Map(kept.collect()));
            map.insert("seed".into(), Value::Number(session.seed.into()));
        }
        Value::Map(map).to_json()
    }

    /// The visit in a stored value; `None` for what is not ours.
    pub fn from_value(stored: &Value) -> Option<Saved> {
        let (stored, misfits) = value::read::<Stored>(stored);
        if !misfits.is_empty() || stored.version != VERSION {
            return None;
        }
        let trail = stored
            .steps
            .into_iter()
            .zip(&stored.answers)
            .map_while(|(step, answer)| Answer::from_text(answer).map(|answer| Visit { step, answer }));
        let trail: Vec<Visit> = trail.collect();
        let kept =
            stored.kept.into_iter().filter_map(|(step, answer)| Some((step, Answer::from_text(&answer)?))).collect();
        let session = match (stored.flow, stored.mode) {
            (Some(flow), Some(mode)) => {
                Some(Session { flow, mode, trail, kept, seed: stored.seed.unwrap_or_default() })
            }
            _ => None,
        };
        let (text, theme, more_contrast) = (stored.text, stored.theme, stored.more_contrast);
        let look = Look { text, theme, more_contrast, sounds: stored.sounds };
        Some(Saved { version: stored.version, lang: stored.lang, look, session, inside: stored.inside })
    }
}
