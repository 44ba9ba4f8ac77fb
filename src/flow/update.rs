//! One step of a visit: `(flow, session, what happened) -> session`. Pure; an event that does not fit changes nothing.

use super::answer::Answer;
use super::mode::Mode;
use super::model::Flow;
use super::session::{LONGEST_TRAIL, Session, Visit, next};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The step was answered.
    Answered(Answer),
    WentBack,
    /// A step was picked from the progress list. Later answers stay on offer.
    Revisited(String),
    /// The visitor begins again: nothing is kept.
    Restarted,
    ModeChosen(Mode),
}

/// The session after the event; equal to the old one when the event does not fit.
pub fn update(flow: &Flow, session: &Session, event: Event) -> Session {
    let mut new = session.clone();
    new.settle(flow);
    match event {
        Event::Answered(answer) => {
            let Some(step) = new.position(flow) else { return new };
            if !answer.fits(step) || new.trail.len() >= LONGEST_TRAIL {
                return new;
            }
            new.trail.push(Visit { step: step.id.clone(), answer: answer.clone() });
            if next(flow, step, &answer, &new.trail).is_none() {
                new.trail.pop();
                return new;
            }
            new.kept.insert(step.id.clone(), answer);
        }
        Event::WentBack => {
            new.trail.pop();
        }
        Event::Revisited(id) => {
            if let Some(index) = new.trail.iter().rposition(|visit| visit.step == id) {
                new.trail.truncate(index);
            }
        }
        Event::Restarted => {
            new.trail.clear();
            new.kept.clear();
        }
        Event::ModeChosen(mode) => new.mode = mode,
    }
    new
}
