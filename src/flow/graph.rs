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
    let mut faults = Vec::new();
    let mut say = |step: Option<usize>, what| faults.push(GraphFault { step, what });
    if flow.steps.is_empty() {
        say(None, What::Missing("steps"));
    }
    if flow.step(&flow.start).is_none() {
        say(None, What::UnknownStep(flow.start.clone()));
    }
    for (index, step) in flow.steps.iter().enumerate() {
        let at = Some(index);
        if flow.steps[..index].iter().any(|other| other.id == step.id) {
            say(at, What::DuplicateStep(step.id.clone()));
        }
        for to in targets(step).filter(|to| flow.step(to).is_none()) {
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
            let Some(asked) = flow.step(&condition.step) else {
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
    let reached = reach(flow, &flow.start);
    for (index, step) in flow.steps.iter().enumerate() {
        let way_out =
            reach(flow, &step.id).iter().any(|id| flow.step(id).is_some_and(|step| step.kind == StepKind::Outcome));
        if !reached.contains(&step.id.as_str()) {
            say(Some(index), What::Unreachable);
        }
        if !way_out {
            say(Some(index), What::NoWayOut);
        }
    }
    faults
}

/// The steps that can be reached from there, itself included.
pub fn reach<'a>(flow: &'a Flow, from: &'a str) -> Vec<&'a str> {
    let mut seen = Vec::new();
    let mut todo = vec![from];
    while let Some(id) = todo.pop() {
        if let Some(step) = flow.step(id)
            && !seen.contains(&id)
        {
            seen.push(id);
            todo.extend(targets(step));
        }
    }
    seen
}
