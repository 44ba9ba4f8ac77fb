//! The roads between the steps: references, reachability, a way out of every step.

use crate::content::file::FlowFile;
use crate::content::problem::Problem;
use crate::editing::diagnostic::Diagnostics;
use crate::flow::graph::{self, What, targets};
use crate::flow::model::Flow;

pub(super) fn check(file: &FlowFile, say: &mut Diagnostics) {
    let flow = Flow { id: file.id.clone(), start: file.start.clone(), steps: file.steps.clone() };
    let faults = graph::faults(&flow);
    // A detour comes back by rule, so an outcome that only a detour reaches is no way out.
    let mut calm = flow.clone();
    calm.steps.iter_mut().for_each(|step| step.incidents.clear());
    let (has_way_out, of_its_own) = (graph::ways_out(&flow), graph::ways_out(&calm));
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
        if has_way_out[index] && !of_its_own[index] {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editing::library::parse;
    use crate::flow::model::Step;

    /// Steps of which each is an id and what else its record holds.
    #[track_caller]
    fn check(steps: &[(&str, &str)], expected: &[&str]) {
        let steps: Vec<String> = steps.iter().map(|(id, rest)| format!(r#"{{"id":"{id}",{rest}}}"#)).collect();
        let json = format!(
            r#"{{"format":1,"id":"x","icon":"x","persona":"noor","minutes":1,"start":"a","steps":[{}]}}"#,
            steps.join(",")
        );
        let mut diagnostics = Vec::new();
        let file: FlowFile = parse("flow.json", json.as_bytes(), &mut diagnostics).unwrap();
        super::check(&file, &mut Diagnostics::new("flow.json", &mut diagnostics));
        let said: Vec<String> =
            diagnostics.iter().map(|diagnostic| format!("{}: {}", diagnostic.path, diagnostic.found)).collect();
        assert_eq!(said, expected);
        assert!(diagnostics.iter().all(|diagnostic| !diagnostic.mend.is_empty()));
    }

    const EXPLAIN: &str = r#""kind":"explain""#;
    const END: &str = r#""kind":"outcome""#;

    fn to(next: &str) -> String {
        format!(r#"{EXPLAIN},"next":"{next}""#)
    }

    #[test]
    fn a_sound_flow_passes() {
        check(&[("a", &to("b")), ("b", END)], &[]);
    }

    #[test]
    fn what_leads_nowhere_is_named() {
        check(&[("a", EXPLAIN)], &["steps.0 (a): no next", "steps.0 (a): no way to an outcome"]);
        check(
            &[("a", &to("c")), ("b", END)],
            &["steps.0 (a): c", "steps.0 (a): no way to an outcome", "steps.1 (b): a step that nothing leads to"],
        );
        check(&[("a", &to("b")), ("b", END), ("b", END)], &["steps.2 (b): b"]);
    }

    #[test]
    fn loops_without_a_way_out_are_named() {
        let circle = [("a", &*to("b")), ("b", &to("c")), ("c", &to("a")), ("d", END)];
        check(
            &circle,
            &[
                "steps.0 (a): no way to an outcome",
                "steps.1 (b): no way to an outcome",
                "steps.2 (c): no way to an outcome",
                "steps.3 (d): a step that nothing leads to",
            ],
        );
        let itself = r#""kind":"choose","options":[{"id":"ja","next":"a"},{"id":"nee","next":"b"}]"#;
        check(&[("a", itself), ("b", END)], &["steps.0 (a): a step that leads to itself"]);
    }

    /// What goes wrong comes back by rule: an outcome behind an incident is no way out.
    #[test]
    fn an_incident_is_no_way_out() {
        let detour = format!(r#"{},"incidents":["c"]"#, to("b"));
        let said = ["a", "b"].map(|id| format!("({id}): no way to an outcome but by an incident"));
        check(
            &[("a", &detour), ("b", &to("a")), ("c", END)],
            &[&format!("steps.0 {}", said[0]), &format!("steps.1 {}", said[1])],
        );
    }

    #[test]
    fn the_mend_knows_what_was_meant() {
        let flow = Flow {
            steps: ["welkom", "nodig", "klaar"].map(|id| Step { id: id.into(), ..Step::default() }).into(),
            ..Flow::default()
        };
        assert_eq!(nearest("welkon", &flow), Some("welkom"));
        assert_eq!(nearest("xyz", &flow), None);
    }
}
