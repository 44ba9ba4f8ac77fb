//! How a visit went: which steps went without help, which with a hint, and which to practise again. No score.

use super::answer::{Aid, Answer};
use super::session::Session;

/// The practised steps of a visit, each once, in the order in which they were first met.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct VisitResult {
    pub without_help: Vec<String>,
    pub with_help: Vec<String>,
    pub practise_again: Vec<String>,
}

/// What the trail tells. A step that was met more than once counts by its last time.
pub fn result(session: &Session) -> VisitResult {
    let mut steps: Vec<(&str, Aid)> = Vec::new();
    for visit in &session.trail {
        let Answer::Practised(aid) = visit.answer else { continue };
        match steps.iter_mut().find(|(id, _)| *id == visit.step) {
            Some(known) => known.1 = aid,
            None => steps.push((&visit.step, aid)),
        }
    }
    let pick = |wanted: Aid| steps.iter().filter(|(_, aid)| *aid == wanted).map(|(id, _)| (*id).to_owned()).collect();
    VisitResult { without_help: pick(Aid::None), with_help: pick(Aid::Hint), practise_again: pick(Aid::Shown) }
}
