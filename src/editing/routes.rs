//! All ways through a flow: what a reviewer reads to see that nobody is sent the wrong way.

use crate::flow::graph::targets;
use crate::flow::model::{Flow, StepKind};

/// So many ways are listed; a flow with more has its reasons, and nobody reads on.
pub const MOST: usize = 1_000;

/// The ways from the start to an outcome that meet no step twice, as ids of steps. Detours and loops are left out: they lead
/// back to where they began.
pub fn routes(flow: &Flow) -> Vec<Vec<&str>> {
    let mut found = Vec::new();
    let mut open = vec![vec![flow.start.as_str()]];
    while let Some(way) = open.pop() {
        let Some(step) = way.last().and_then(|id| flow.step(id)) else { continue };
        if step.kind == StepKind::Outcome {
            found.push(way);
            if found.len() == MOST {
                break;
            }
            continue;
        }
        let mut on: Vec<&str> = Vec::new();
        for to in targets(step).filter(|to| !step.incidents.iter().any(|id| id == to)) {
            if !way.contains(&to) && !on.contains(&to) {
                on.push(to);
            }
        }
        // The first road is tried first.
        open.extend(on.into_iter().rev().map(|to| [way.clone(), vec![to]].concat()));
    }
    found
}
