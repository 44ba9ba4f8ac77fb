//! "Stap 3 van 8": how far along a visit is, and what the list of steps shows.

use super::answer::Answer;
use super::model::{Condition, Flow, Step, StepKind};
use super::session::{LONGEST_TRAIL, Session, Visit};

/// Where a step stands in the list of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    /// Likely still to come.
    ToCome,
}

/// The list of steps: those on the road, the current one, and the rest of the longest road that is still open. What leads
/// back to a step that was met (a wrong answer, something that goes wrong) is beside the road: it has the number of the
/// step that it came off, and adds none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    /// The number of the current step, from 1.
    pub number: usize,
    /// The number of steps of the longest road from here. A shorter road makes it smaller; nothing makes it larger.
    pub total: usize,
    pub steps: Vec<(String, StepState)>,
}

impl Progress {
    pub fn of(flow: &Flow, session: &Session) -> Progress {
        let Some(here) = session.position(flow) else { return Progress::default() };
        let mut road: Vec<Visit> = Vec::new();
        for visit in &session.trail {
            back_to(&mut road, &visit.step);
            road.push(visit.clone());
        }
        back_to(&mut road, &here.id);
        let ahead = |from: &str, road: &[Visit]| {
            [true, false].into_iter().find_map(|kept| Ahead::new(flow, session, kept, road).way(from))
        };
        let mut rest = ahead(&here.id, &road);
        let mut done = road.len();
        while rest.is_none() && done > 0 {
            done -= 1;
            rest = ahead(&road[done].step, &road[..done]);
        }
        let done = if rest.is_some() { done } else { road.len() };
        let mut steps: Vec<_> = road[..done].iter().map(|visit| (visit.step.clone(), StepState::Done)).collect();
        steps.push((here.id.clone(), StepState::Current));
        steps.extend(rest.into_iter().flatten().map(|id| (id, StepState::ToCome)));
        Progress { number: done + 1, total: steps.len(), steps }
    }
}

/// Who comes back to a step is where they were then.
fn back_to(road: &mut Vec<Visit>, step: &str) {
    if let Some(at) = road.iter().position(|visit| visit.step == step) {
        road.truncate(at);
    }
}

/// The longest roads to an outcome that come by no step twice.
struct Ahead<'a> {
    flow: &'a Flow,
    session: &'a Session,
    /// Answers given before are followed.
    kept: bool,
    road: &'a [Visit],
    /// The steps on the way that is looked at.
    way: Vec<&'a str>,
    /// For steps that were looked at: how far the end is, and by which next step.
    known: Vec<(&'a str, Option<(usize, &'a str)>)>,
}

impl<'a> Ahead<'a> {
    fn new(flow: &'a Flow, session: &'a Session, kept: bool, road: &'a [Visit]) -> Ahead<'a> {
        Ahead { flow, session, kept, road, way: Vec::new(), known: Vec::new() }
    }

    /// The longest way from a step, without that step.
    fn way(mut self, from: &'a str) -> Option<Vec<String>> {
        self.far(from)?;
        let mut way = Vec::new();
        let mut here = from;
        while let Some((_, Some((1.., next)))) = self.known.iter().find(|(known, _)| *known == here) {
            way.push((*next).to_owned());
            here = next;
        }
        Some(way)
    }

    fn far(&mut self, id: &'a str) -> Option<usize> {
        if let Some((_, found)) = self.known.iter().find(|(known, _)| *known == id) {
            return found.map(|(far, _)| far);
        }
        let step = self
            .flow
            .step(id)
            .filter(|_| !self.way.contains(&id) && !self.road.iter().any(|visit| visit.step == id))?;
        // Nobody walks further than that.
        let found = if step.kind == StepKind::Outcome || self.way.len() >= LONGEST_TRAIL {
            Some((0, ""))
        } else {
            self.way.push(id);
            let mut best: Option<(usize, &str)> = None;
            for to in leads_to(step, self.session, self.kept, self.road) {
                if let Some(far) = self.far(to).filter(|far| best.is_none_or(|(best, _)| best <= *far)) {
                    best = Some((far + 1, to));
                }
            }
            self.way.pop();
            best
        };
        self.known.push((id, found));
        found.map(|(far, _)| far)
    }
}

/// The steps that may follow, as far as the answers so far tell.
fn leads_to<'a>(step: &'a Step, session: &Session, kept: bool, road: &[Visit]) -> Vec<&'a str> {
    let chosen = session.kept.get(&step.id).filter(|_| kept);
    let mut ways: Vec<&str> = Vec::new();
    let mut own_roads = step.options.is_empty();
    for option in &step.options {
        if matches!(chosen, Some(Answer::Chose(id)) if id != &option.id) {
            continue;
        }
        match &option.next {
            Some(to) => ways.push(to),
            None => own_roads = true,
        }
    }
    if own_roads {
        for one in &step.roads {
            if one.mode.is_some_and(|only| only != session.mode) {
                continue;
            }
            match may_hold(&one.when, road) {
                Some(true) => {
                    ways.push(&one.to);
                    return ways;
                }
                Some(false) => {}
                None => ways.push(&one.to),
            }
        }
        ways.extend(step.next.as_deref());
    }
    ways
}

/// Whether the conditions hold; `None` when a question they ask about has not been answered yet.
fn may_hold(conditions: &[Condition], trail: &[Visit]) -> Option<bool> {
    let known = conditions.iter().all(|condition| trail.iter().any(|visit| visit.step == condition.step));
    known.then(|| super::session::all_hold(conditions, trail))
}
