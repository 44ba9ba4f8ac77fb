//! How well a step and a flow can be read, as one figure (`language/readability.rs`).

use super::subject::Subject;
use crate::editing::diagnostic::Diagnostics;
use crate::editing::language::Language;
use crate::editing::language::readability::Counts;
use crate::editing::texts::{Role, Text};

/// A flow below this is harder to read than ours are: they have 86 to 95.
pub const PLAIN_FLOW: f64 = 80.0;

/// A step below this is hard to read, also when the rest is plain.
pub const PLAIN_STEP: f64 = 65.0;

/// Fewer words than this make no figure.
const FEWEST_WORDS: usize = 25;

pub(super) fn check(subject: &Subject, say: &mut Diagnostics) {
    for (step, score) in of_steps(subject).into_iter().filter(|(_, score)| *score < PLAIN_STEP) {
        say.advise("readability", &format!("steps.{step}"), &format!("{score:.0}"), &expected(PLAIN_STEP), MEND);
    }
}

/// Looks at a flow as a whole. (An error: `policy.rs` makes it advice for a draft.)
pub(super) fn whole(subject: &Subject, say: &mut Diagnostics) {
    if let Some(score) = of_flow(subject).filter(|score| *score < PLAIN_FLOW) {
        say.error("readability", "", &format!("{score:.0}"), &expected(PLAIN_FLOW), MEND);
    }
}

const MEND: &str = "Shorten sentences, and take shorter words.";

fn expected(least: f64) -> String {
    format!("a readability of at least {least:.0}")
}

/// The figure of a flow in a language; `None` when it cannot be measured.
pub(super) fn of_flow(subject: &Subject) -> Option<f64> {
    let language = Language::of(&subject.words.lang)?;
    count(subject, language, |_| true).score(language)
}

/// The figures of the steps that have enough words to measure.
pub(super) fn of_steps<'a>(subject: &'a Subject) -> Vec<(&'a str, f64)> {
    let Some(language) = Language::of(&subject.words.lang) else { return vec![] };
    let figure = |id: &'a str| {
        let counts = count(subject, language, |text| text.step() == Some(id));
        Some((id, counts.score(language).filter(|_| counts.words >= FEWEST_WORDS)?))
    };
    subject.words.steps.keys().filter_map(figure).collect()
}

/// What visitors read as sentences. Labels are too short to tell, helpers read more, and messages are made up.
fn count(subject: &Subject, language: Language, which: impl Fn(&Text) -> bool) -> Counts {
    let mut counts = Counts::default();
    for text in subject.texts.iter().filter(|text| text.role == Role::Prose && which(text)) {
        counts.add(&subject.read(text), language);
    }
    counts
}
