//! One step of a visit: `(flow, session, what happened) -> session`. Pure; an event that does not fit changes nothing.

use super::answer::Answer;
use super::mode::Mode;
use super::model::Flow;
use super::session::{Session, Visit, next};
use crate::hash::fnv1a;

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum FlowEvent {
    /// The step was answered.
    Answered(Answer),
    WentBack,
    /// A step was picked from the progress list. Later answers stay on offer.
    Revisited(String),
    /// The visitor begins again: nothing is kept.
    Restarted,
    ModeChosen(Mode),
    /// Who sits beside lets something go wrong at the current step: the first step of the detour.
    IncidentCalled(String),
}

/// The session after the event; equal to the old one when the event does not fit.
pub fn update(flow: &Flow, session: &Session, event: FlowEvent) -> Session {
    let mut new = session.clone();
    new.settle(flow);
    match event {
        FlowEvent::Answered(answer) => {
            if matches!(answer, Answer::Detour(_)) {
                return new;
            }
            let Some(step) = go(flow, &mut new, &answer) else { return new };
            new.kept.insert(step, answer);
            meet(flow, &mut new);
        }
        FlowEvent::IncidentCalled(id) if new.mode.calls_incidents() => {
            go(flow, &mut new, &Answer::Detour(id));
        }
        FlowEvent::IncidentCalled(_) => {}
        FlowEvent::WentBack => {
            new.trail.pop();
        }
        FlowEvent::Revisited(id) => {
            if let Some(index) = new.trail.iter().rposition(|visit| visit.step == id) {
                new.trail.truncate(index);
            }
        }
        FlowEvent::Restarted => {
            new.trail.clear();
            new.kept.clear();
        }
        FlowEvent::ModeChosen(mode) => new.mode = mode,
    }
    new
}

/// Takes the road that an answer opens, and gives the id of the step that was answered; `None` when it does not fit.
fn go(flow: &Flow, session: &mut Session, answer: &Answer) -> Option<String> {
    let step = session.position(flow)?;
    if !answer.fits(step) || session.is_full() {
        return None;
    }
    session.trail.push(Visit { step: step.id.clone(), answer: answer.clone() });
    if next(flow, step, answer, &session.trail, session.mode).is_none() {
        session.trail.pop();
        return None;
    }
    Some(step.id.clone())
}

/// Who goes alone meets what the seed has in store at this step: once, and not again on the way back.
fn meet(flow: &Flow, session: &mut Session) {
    let Some(step) = session.position(flow).filter(|_| session.mode.meets_incidents()) else { return };
    let been = |visit: &Visit| visit.step == step.id && matches!(visit.answer, Answer::Detour(_));
    if step.incidents.is_empty() || session.trail.iter().any(been) {
        return;
    }
    // One place more than there are incidents: sometimes nothing goes wrong.
    let drawn = draw(session.seed, &step.id) as usize % (step.incidents.len() + 1);
    if let Some(id) = step.incidents.get(drawn) {
        go(flow, session, &Answer::Detour(id.clone()));
    }
}

/// A number that follows from the seed and the step alone.
fn draw(seed: u32, step: &str) -> u32 {
    fnv1a(seed.to_le_bytes().into_iter().chain(step.bytes())) >> 8
}
