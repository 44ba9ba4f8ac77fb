//! "Stap 3 van 8": how far along a visit is, and what the list of steps shows.

use super::answer::Answer;
use super::model::{Condition, Flow, Step, StepKind};
use super::session::{Session, Visit};
use std::collections::VecDeque;

/// Where a step stands in the list of steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    Current,
    /// Likely still to come.
    ToCome,
}

/// The list of steps: those on the trail (a loop counts each time), the current one, and the likely rest. Where a detour
/// began, the step was not done: it counts when it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Progress {
    /// The number of the current step, from 1.
    pub number: usize,
    /// The likely number of steps. It can grow when a longer road is chosen, never below `number`.
    pub total: usize,
    pub steps: Vec<(String, StepState)>,
}

impl Progress {
    pub fn of(flow: &Flow, session: &Session) -> Progress {
        let Some(here) = session.position(flow) else { return Progress::default() };
        let done = session.trail.iter().filter(|visit| !matches!(visit.answer, Answer::Detour(_)));
        let mut steps: Vec<_> = done.map(|visit| (visit.step.clone(), StepState::Done)).collect();
        steps.push((here.id.clone(), StepState::Current));
        let number = steps.len();
        // The last outcome in the file is where the service ends; the others are ways out on the way.
        let last = flow.steps.iter().rfind(|step| step.kind == StepKind::Outcome).map(|step| step.id.as_str());
        let tries = [(true, last), (false, last), (true, None), (false, None)];
        let rest = tries.into_iter().find_map(|(kept, end)| rest(flow, here, session, kept, end)).unwrap_or_default();
        steps.extend(rest.into_iter().map(|id| (id, StepState::ToCome)));
        Progress { number, total: steps.len(), steps }
    }
}

/// The shortest way from `here` to that outcome (or any), without `here`. With `kept`, answers given before are followed.
fn rest(flow: &Flow, here: &Step, session: &Session, kept: bool, end: Option<&str>) -> Option<Vec<String>> {
    let mut from: Vec<(&str, &str)> = Vec::new();
    let mut queue = VecDeque::from([here.id.as_str()]);
    while let Some(id) = queue.pop_front() {
        let step = flow.step(id)?;
        if step.kind == StepKind::Outcome && end.is_none_or(|end| end == id) {
            let mut way = Vec::new();
            let mut id = id;
            while id != here.id {
                way.push(id.to_owned());
                id = from.iter().find(|(to, _)| *to == id)?.1;
            }
            way.reverse();
            return Some(way);
        }
        for to in leads_to(step, session, kept) {
            if to != here.id && !from.iter().any(|(known, _)| *known == to) && flow.step(to).is_some() {
                from.push((to, &step.id));
                queue.push_back(to);
            }
        }
    }
    None
}

/// The steps that may follow, as far as the answers so far tell.
fn leads_to<'a>(step: &'a Step, session: &Session, kept: bool) -> Vec<&'a str> {
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
        for road in &step.roads {
            if road.mode.is_some_and(|only| only != session.mode) {
                continue;
            }
            match may_hold(&road.when, &session.trail) {
                Some(true) => {
                    ways.push(&road.to);
                    return ways;
                }
                Some(false) => {}
                None => ways.push(&road.to),
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
