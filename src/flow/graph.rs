//! The flow as a graph: what is wrong with it, and all its edges. Every fault is reported, not the first.

use super::model::{Flow, Step, StepKind};

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
        for to in targets(step).filter(|to| ids.find(to).is_none()) {
            say(at, What::UnknownStep(to.to_owned()));
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
    let (reached, out) = (ids.reached(&flow.start), ids.ways_out(true));
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
    Ids::of(flow).reached(from)
}

/// Of each step, whether an outcome can be reached from it; by incidents too, or not.
pub fn ways_out(flow: &Flow, by_incidents: bool) -> Vec<bool> {
    Ids::of(flow).ways_out(by_incidents)
}

/// The steps of a flow by their ids: a table of hashes, so that what is asked of a flow takes as long as the flow is. (With every id
/// looked for among all steps, a file of 4,500 steps stopped the page for a minute.)
struct Ids<'a> {
    flow: &'a Flow,
    /// Indices, each from the place that its hash says; their number is a power of two. Of steps with one id the first is there.
    slots: Vec<Option<usize>>,
}

impl<'a> Ids<'a> {
    fn of(flow: &'a Flow) -> Ids<'a> {
        let mut ids = Ids { flow, slots: vec![None; (flow.steps.len() * 2 + 1).next_power_of_two()] };
        for (index, step) in flow.steps.iter().enumerate() {
            let slot = ids.slot(&step.id);
            ids.slots[slot].get_or_insert(index);
        }
        ids
    }

    /// Where an id stands, or would.
    fn slot(&self, id: &str) -> usize {
        let last = self.slots.len() - 1;
        let hash = id.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        let mut slot = hash as usize & last;
        while self.slots[slot].is_some_and(|index| self.flow.steps[index].id != id) {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn find(&self, id: &str) -> Option<usize> {
        self.slots[self.slot(id)]
    }

    /// What a search found of the first step with an id, for every step with it.
    fn for_all(&self, found: &[bool]) -> Vec<bool> {
        self.flow.steps.iter().map(|step| self.find(&step.id).is_some_and(|first| found[first])).collect()
    }

    fn reached(&self, from: &str) -> Vec<bool> {
        let mut seen = vec![false; self.flow.steps.len()];
        let mut todo: Vec<usize> = self.find(from).into_iter().collect();
        while let Some(index) = todo.pop() {
            if !std::mem::replace(&mut seen[index], true) {
                todo.extend(targets(&self.flow.steps[index]).filter_map(|to| self.find(to)));
            }
        }
        self.for_all(&seen)
    }

    /// One search backwards, from all outcomes at once.
    fn ways_out(&self, by_incidents: bool) -> Vec<bool> {
        let steps = &self.flow.steps;
        let mut before = vec![Vec::new(); steps.len()];
        for (index, step) in steps.iter().enumerate() {
            let on = targets(step).filter(|to| by_incidents || !step.incidents.iter().any(|id| id == to));
            on.filter_map(|to| self.find(to)).for_each(|to| before[to].push(index));
        }
        let mut out = vec![false; steps.len()];
        let mut todo: Vec<usize> = (0..steps.len()).filter(|index| steps[*index].kind == StepKind::Outcome).collect();
        while let Some(index) = todo.pop() {
            if !std::mem::replace(&mut out[index], true) {
                todo.extend(&before[index]);
            }
        }
        self.for_all(&out)
    }
}
