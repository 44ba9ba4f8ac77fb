//! A visit to a flow. It stores answers; everything else follows by replay.

use super::answer::Answer;
use super::mode::Mode;
use super::model::{Condition, Flow, Road, Step};
use crate::map::Map;

/// A trail is followed no further than this: nobody walks so far, but a damaged store may claim it.
pub const LONGEST_TRAIL: usize = 400;

/// One visit: the trail of answered steps, and per step the last answer, so that going back offers it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    pub flow: String,
    pub mode: Mode,
    pub trail: Vec<Visit>,
    pub kept: Map<Answer>,
    /// Decides which incidents are met unannounced. A number that the caller draws; the same number, the same incidents.
    pub seed: u32,
}

/// One answered step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    pub step: String,
    pub answer: Answer,
}

impl Session {
    pub fn new(flow: &Flow, mode: Mode) -> Session {
        Session { flow: flow.id.clone(), mode, trail: Vec::new(), kept: Map::default(), seed: 0 }
    }

    /// Whether nothing more can be answered: only going back, or beginning again.
    pub fn is_full(&self) -> bool {
        self.trail.len() >= LONGEST_TRAIL
    }

    /// The same visit with another seed.
    pub fn seeded(self, seed: u32) -> Session {
        Session { seed, ..self }
    }

    /// The step where the visitor is. A trail that no longer fits the flow counts as far as it replays.
    pub fn position<'a>(&self, flow: &'a Flow) -> Option<&'a Step> {
        self.replay(flow).0
    }

    /// Cuts the trail to the part that still replays, so that a change of content never loses the person.
    pub fn settle(&mut self, flow: &Flow) {
        let (_, fits) = self.replay(flow);
        self.trail.truncate(fits);
        self.kept.retain(|id, answer| flow.step(id).is_some_and(|step| answer.fits(step)));
        self.flow.clone_from(&flow.id);
    }

    fn replay<'a>(&self, flow: &'a Flow) -> (Option<&'a Step>, usize) {
        let mut here = flow.step(&flow.start);
        for (index, visit) in self.trail.iter().enumerate().take(LONGEST_TRAIL) {
            let Some(step) = here else { return (here, index) };
            if step.id != visit.step || !visit.answer.fits(step) {
                return (here, index);
            }
            match next(flow, step, &visit.answer, &self.trail[..=index], self.mode) {
                Some(there) => here = Some(there),
                None => return (here, index),
            }
        }
        (here, self.trail.len().min(LONGEST_TRAIL))
    }
}

/// Where an answer at `step` leads: a detour to its first step; else the option's own road, then the first road whose
/// conditions hold, then `next`. `None` at an outcome, or when the flow is broken there.
pub fn next<'a>(flow: &'a Flow, step: &Step, answer: &Answer, trail: &[Visit], mode: Mode) -> Option<&'a Step> {
    if let Answer::Detour(id) = answer {
        return flow.step(id);
    }
    let chosen = match answer {
        Answer::Chose(id) => {
            step.options.iter().find(|option| &option.id == id).and_then(|option| option.next.as_ref())
        }
        _ => None,
    };
    let holds = |road: &&Road| road.mode.is_none_or(|only| only == mode) && all_hold(&road.when, trail);
    let road = || step.roads.iter().find(holds).map(|road| &road.to);
    let id = chosen.or_else(road).or(step.next.as_ref())?;
    flow.step(id)
}

/// Whether all conditions hold for the latest answers in the trail. A question that was never asked has no answer:
/// `is` fails, `not` holds.
pub fn all_hold(conditions: &[Condition], trail: &[Visit]) -> bool {
    conditions.iter().all(|condition| {
        let answer =
            trail.iter().rev().find(|visit| visit.step == condition.step).and_then(|visit| match &visit.answer {
                Answer::Chose(id) => Some(id),
                _ => None,
            });
        condition.is.as_ref().is_none_or(|id| answer == Some(id))
            && condition.not.as_ref().is_none_or(|id| answer != Some(id))
    })
}
