//! The roads between the steps: references, reachability, a way out of every step.

use crate::content::file::FlowFile;
use crate::content::problem::Problem;
use crate::content::remark::Say;
use crate::flow::graph::{self, Fault, What, targets};
use crate::flow::model::{Flow, Kind, Step};

pub(super) fn check(file: &FlowFile, say: &mut Say) {
    let flow = Flow { id: file.id.clone(), start: file.start.clone(), steps: file.steps.clone() };
    let faults = graph::faults(&flow);
    let has_way_out: Vec<bool> = (0..flow.steps.len())
        .map(|index| !faults.contains(&Fault { step: Some(index), what: What::NoWayOut }))
        .collect();
    for fault in faults {
        let mend = mend(&fault.what, &flow);
        let Problem { path, found, expected, .. } = Problem::of_fault("", fault);
        say.error("routing", &place(&path, &flow), &found, &expected, &mend);
    }
    for (index, step) in flow.steps.iter().enumerate() {
        let path = place(&format!("steps.{index}"), &flow);
        if targets(step).any(|to| to == step.id) {
            let mend = "Lead on to another step. To ask again, put a step with an explanation between.";
            say.error("routing", &path, "a step that leads to itself", "another step", mend);
        }
        // A detour comes back by rule, so an outcome that only a detour reaches is no way out.
        if has_way_out[index] && !reaches_outcome(&flow, step) {
            let mend = "Give one of the steps in the circle a road (next, an option, roads) that ends in an outcome.";
            say.error(
                "routing",
                &path,
                "no way to an outcome but by an incident",
                "a road that ends in an outcome",
                mend,
            );
        }
    }
}

/// The place with the name of the step, so that nobody has to count: `steps.3 (welkom)`.
fn place(path: &str, flow: &Flow) -> String {
    let index = path.strip_prefix("steps.").and_then(|index| index.parse::<usize>().ok());
    match index.and_then(|index| flow.steps.get(index)) {
        Some(step) => format!("{path} ({})", step.id),
        None => path.to_owned(),
    }
}

fn reaches_outcome(flow: &Flow, from: &Step) -> bool {
    let (mut seen, mut todo) = (Vec::new(), vec![from]);
    while let Some(step) = todo.pop() {
        if step.kind == Kind::Outcome {
            return true;
        }
        if !seen.contains(&step.id.as_str()) {
            seen.push(&step.id);
            let on = targets(step).filter(|to| !step.incidents.iter().any(|incident| incident == to));
            todo.extend(on.filter_map(|to| flow.step(to)));
        }
    }
    false
}

fn mend(what: &What, flow: &Flow) -> String {
    match what {
        What::DuplicateStep(id) => format!("Give one of the two steps “{id}” another id, also in its words."),
        What::UnknownStep(id) => match nearest(id, flow) {
            Some(known) => format!("Did you mean “{known}”? Mend the name, or add a step “{id}”."),
            None => format!("Mend the name, or add a step “{id}”."),
        },
        What::UnknownOption { step, option } => {
            let options = flow.step(step).map_or(&[][..], |step| &step.options);
            let known: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
            format!("The options of “{step}” are: {}. Use one of them instead of “{option}”.", known.join(", "))
        }
        What::NoNext => "Add \"next\" with the id of the step that follows.".into(),
        What::Missing(field) => format!("Add \"{field}\"; a step of this kind cannot do without."),
        What::Unreachable => "Let another step lead here, or take the step out, with its words.".into(),
        What::NoWayOut => "Give one of the steps in the circle a road that ends in an outcome.".into(),
    }
}

/// The step whose id looks most like it.
fn nearest<'a>(id: &str, flow: &'a Flow) -> Option<&'a str> {
    let alike = |known: &str| {
        let front = id.chars().zip(known.chars()).take_while(|(a, b)| a == b).count();
        front + id.chars().rev().zip(known.chars().rev()).take_while(|(a, b)| a == b).count()
    };
    let best = flow.steps.iter().map(|step| step.id.as_str()).max_by_key(|known| alike(known))?;
    (alike(best) * 2 > id.chars().count()).then_some(best)
}
