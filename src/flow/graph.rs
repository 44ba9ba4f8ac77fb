//! The flow as a graph: what is wrong with it, and all its edges. Every fault is reported, not the first.

use super::model::{Flow, Step, StepKind};
use crate::hash::fnv1a;

/// A fault in the routing, with the index of the step it stands in.
#[derive(Debug, Clone, PartialEq)]
pub struct GraphFault {
    /// `None`: the flow as a whole.
    pub step: Option<usize>,
    pub what: What,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// Two steps have this id.
    DuplicateStep(String),
    /// `start`, `next`, `roads`, an option or a condition names a step that is not there.
    UnknownStep(String),
    /// A condition asks for an option that the step does not have.
    UnknownOption { step: String, option: String },
    /// A step that is not an outcome leads nowhere.
    NoNext,
    /// A `choose` without options, a `practise` without a screen, an `include` without a flow, no steps at all.
    Missing(&'static str),
    /// Nothing leads here.
    Unreachable,
    /// From here no outcome can be reached.
    NoWayOut,
}

/// All the steps that `step` may lead to.
pub fn targets(step: &Step) -> impl Iterator<Item = &str> {
    let options = step.options.iter().filter_map(|option| option.next.as_deref());
    let detours = step.incidents.iter().map(String::as_str);
    options.chain(step.roads.iter().map(|road| road.to.as_str())).chain(step.next.as_deref()).chain(detours)
}

/// All the faults of a flow.
pub fn faults(flow: &Flow) -> Vec<GraphFault> {
    let ids = Ids::of(flow);
    let mut roads = Vec::new();
    let mut faults = Vec::new();
    let mut say = |step: Option<usize>, what| faults.push(GraphFault { step, what });
    if flow.steps.is_empty() {
        say(None, What::Missing("steps"));
    }
    if ids.find(&flow.start).is_none() {
        say(None, What::UnknownStep(flow.start.clone()));
    }
    for (index, step) in flow.steps.iter().enumerate() {
        let at = Some(index);
        if ids.find(&step.id) != at {
            say(at, What::DuplicateStep(step.id.clone()));
        }
        for to in targets(step) {
            match ids.find(to) {
                Some(to) => roads.push((index, to)),
                None => say(at, What::UnknownStep(to.to_owned())),
            }
        }
        match step.kind {
            StepKind::Choose if step.options.is_empty() => say(at, What::Missing("options")),
            StepKind::Practise if step.screen.is_none() => say(at, What::Missing("screen")),
            StepKind::Include if step.flow.is_none() => say(at, What::Missing("flow")),
            _ => {}
        }
        let every_option_leads =
            step.kind == StepKind::Choose && step.options.iter().all(|option| option.next.is_some());
        if step.kind != StepKind::Outcome && step.next.is_none() && !every_option_leads {
            say(at, What::NoNext);
        }
        let conditions =
            step.roads.iter().flat_map(|road| &road.when).chain(step.items.iter().flat_map(|item| &item.when));
        for condition in conditions {
            let Some(asked) = ids.find(&condition.step).map(|index| &flow.steps[index]) else {
                say(at, What::UnknownStep(condition.step.clone()));
                continue;
            };
            for option in condition.is.iter().chain(&condition.not) {
                if !asked.options.iter().any(|known| &known.id == option) {
                    say(at, What::UnknownOption { step: asked.id.clone(), option: option.clone() });
                }
            }
        }
    }
    let reached = ids.search(&roads, ids.find(&flow.start).into_iter().collect());
    let out = ids.ways_out(roads);
    for index in 0..flow.steps.len() {
        if !reached[index] {
            say(Some(index), What::Unreachable);
        }
        if !out[index] {
            say(Some(index), What::NoWayOut);
        }
    }
    faults
}

/// Of each step, whether it can be reached from there.
pub fn reached(flow: &Flow, from: &str) -> Vec<bool> {
    let ids = Ids::of(flow);
    ids.search(&ids.roads(), ids.find(from).into_iter().collect())
}

/// Of each step, whether an outcome can be reached from it.
pub fn ways_out(flow: &Flow) -> Vec<bool> {
    let ids = Ids::of(flow);
    ids.ways_out(ids.roads())
}

/// The steps of a flow by their ids: a table of hashes, so that what is asked of a flow takes as long as the flow is. (With every id
/// looked for among all steps, a file of 4,500 steps stopped the page for a minute.)
struct Ids<'a> {
    flow: &'a Flow,
    /// Indices from 1, each from the place that its hash says; their number is a power of two. Of steps with one id the first is there.
    slots: Vec<usize>,
}

impl<'a> Ids<'a> {
    fn of(flow: &'a Flow) -> Ids<'a> {
        let mut ids = Ids { flow, slots: vec![0; (flow.steps.len() * 2 + 1).next_power_of_two()] };
        for (index, step) in flow.steps.iter().enumerate() {
            let slot = ids.slot(&step.id);
            if ids.slots[slot] == 0 {
                ids.slots[slot] = index + 1;
            }
        }
        ids
    }

    /// Where an id stands, or would.
    fn slot(&self, id: &str) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = fnv1a(id.bytes()) as usize & last;
        while self.at(slot).is_some_and(|index| self.flow.steps[index].id != id) {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn at(&self, slot: usize) -> Option<usize> {
        self.slots[slot].checked_sub(1)
    }

    #[inline(never)]
    fn find(&self, id: &str) -> Option<usize> {
        self.at(self.slot(id))
    }

    /// From which step to which one can go.
    fn roads(&self) -> Vec<(usize, usize)> {
        let steps = self.flow.steps.iter().enumerate();
        steps.flat_map(|(index, step)| targets(step).filter_map(move |to| Some((index, self.find(to)?)))).collect()
    }

    /// One search backwards, from all outcomes at once.
    fn ways_out(&self, mut roads: Vec<(usize, usize)>) -> Vec<bool> {
        roads.iter_mut().for_each(|road| *road = (road.1, road.0));
        let steps = self.flow.steps.iter().enumerate();
        self.search(&roads, steps.filter(|(_, step)| step.kind == StepKind::Outcome).map(|(index, _)| index).collect())
    }

    /// What can be reached from these steps along roads. Of steps with one id, all are what the first of them is.
    #[inline(never)]
    fn search(&self, roads: &[(usize, usize)], mut todo: Vec<usize>) -> Vec<bool> {
        let count = self.flow.steps.len();
        // For each step the last of its roads, and for each road the one before it from the same step.
        let (mut last, mut before) = (vec![usize::MAX; count], vec![usize::MAX; roads.len()]);
        for (road, (from, _)) in roads.iter().enumerate() {
            before[road] = std::mem::replace(&mut last[*from], road);
        }
        let mut seen = vec![false; count];
        while let Some(step) = todo.pop() {
            if !std::mem::replace(&mut seen[step], true) {
                let mut road = last[step];
                while let Some((_, to)) = roads.get(road) {
                    todo.push(*to);
                    road = before[road];
                }
            }
        }
        self.flow.steps.iter().map(|step| self.find(&step.id).is_some_and(|first| seen[first])).collect()
    }
}
