//! Journeys through the real flows: every answer at every step that can be reached, in every flow.

use crate::support::library;
use stapwijzer::content::package::Package;
use stapwijzer::flow::answer::{Aid, Answer};
use stapwijzer::flow::mode::Mode;
use stapwijzer::flow::model::{Flow, Step, StepKind};
use stapwijzer::flow::progress::Progress;
use stapwijzer::flow::result::result;
use stapwijzer::flow::session::Session;
use stapwijzer::flow::update::{FlowEvent, update};
use std::collections::BTreeSet;

/// All the answers that a step takes (for a checklist: none and all).
fn answers(step: &Step) -> Vec<Answer> {
    match step.kind {
        StepKind::Explain => vec![Answer::Seen],
        StepKind::Choose => step.options.iter().map(|option| Answer::Chose(option.id.clone())).collect(),
        StepKind::Checklist => {
            vec![Answer::Ticked(vec![]), Answer::Ticked(step.items.iter().map(|i| i.id.clone()).collect())]
        }
        StepKind::Practise => vec![Answer::Practised(Aid::None), Answer::Practised(Aid::Shown)],
        StepKind::Include => panic!("{} is not expanded", step.id),
        StepKind::Outcome => vec![],
    }
}

/// Once "Stap 11 van 13" became "Stap 12 van 20", and each wrong answer added two more steps: the end moved away as one walked.
fn never_further(flow: &Flow, before: &Session, after: &Session) {
    let (before, after) = (Progress::of(flow, before), Progress::of(flow, after));
    assert!(after.total <= before.total, "the end moves away:\n{before:?}\n{after:?}");
    assert!(after.number <= after.total && after.number <= before.number + 1, "{before:?}\n{after:?}");
}

/// Walks every answer and every incident from every state; a state is a step with the choices so far that some rule asks
/// about. Gives the steps that were met.
fn walk_everything(package: &Package, mode: Mode) -> BTreeSet<String> {
    let flow = &package.flow;
    let rules = flow.steps.iter().flat_map(|step| {
        let of_roads = step.roads.iter().flat_map(|road| &road.when);
        of_roads.chain(step.items.iter().flat_map(|item| &item.when))
    });
    let asked: BTreeSet<&str> = rules.map(|condition| condition.step.as_str()).collect();
    let mut seen = BTreeSet::new();
    let mut met = BTreeSet::new();
    let mut todo = vec![Session::new(flow, mode)];
    while let Some(session) = todo.pop() {
        let here = session.position(flow).expect("a step");
        let choices: BTreeSet<String> = session
            .trail
            .iter()
            .filter_map(|visit| match &visit.answer {
                Answer::Chose(id) if asked.contains(visit.step.as_str()) => Some(format!("{}={id}", visit.step)),
                _ => None,
            })
            .collect();
        if !seen.insert((here.id.clone(), choices)) {
            continue;
        }
        met.insert(here.id.clone());
        let progress = Progress::of(flow, &session);
        assert!(progress.total < 60, "{}: {progress:?}", here.id);
        for answer in answers(here) {
            let next = update(flow, &session, FlowEvent::Answered(answer.clone()));
            // Alone, something may go wrong at the next step at once.
            let met = next.trail.len() - session.trail.len();
            assert!(met == 1 || (met == 2 && mode == Mode::Alone), "{} takes {answer:?}", here.id);
            never_further(flow, &session, &next);
            let back = (0..met).fold(next.clone(), |session, _| update(flow, &session, FlowEvent::WentBack));
            assert_eq!(back.trail, session.trail, "back from {}", here.id);
            let revisited = update(flow, &next, FlowEvent::Revisited(here.id.clone()));
            assert_eq!(revisited.position(flow).unwrap().id, here.id);
            todo.push(next);
        }
        if mode.calls_incidents() {
            for incident in &here.incidents {
                let next = update(flow, &session, FlowEvent::IncidentCalled(incident.clone()));
                assert_eq!(&next.position(flow).unwrap().id, incident);
                never_further(flow, &session, &next);
                todo.push(next);
            }
        }
        assert_eq!(update(flow, &session, FlowEvent::Restarted).position(flow).unwrap().id, flow.start);
    }
    met
}

#[test]
fn every_step_of_every_flow_can_be_walked() {
    library().files.keys().for_each(|id| walks(&library().package(id, "nl").unwrap()));
}

#[track_caller]
pub fn walks(package: &Package) {
    let met = &walk_everything(package, Mode::Practise) | &walk_everything(package, Mode::Alone);
    let all: BTreeSet<String> = package.flow.steps.iter().map(|step| step.id.clone()).collect();
    assert_eq!(met, all, "{}", package.flow.id);
}

#[test]
fn a_service_that_needs_digid_includes_the_log_in() {
    let package = library().package("verhuizing-doorgeven", "nl").unwrap();
    let ids: Vec<&str> = package.flow.steps.iter().map(|step| step.id.as_str()).collect();
    let at = |part: &str| ids.iter().position(|id| *id == part).unwrap_or_else(|| panic!("{part} in {ids:?}"));
    assert!(at("login.inloggen") < at("gegevens"));
    assert!(package.flow.steps.iter().all(|step| step.kind != StepKind::Include));
}

#[test]
fn the_result_counts_a_step_by_its_last_time() {
    let package = library().package("melding-openbare-ruimte", "nl").unwrap();
    let mut session = Session::new(&package.flow, Mode::Alone);
    let practised = package.flow.steps.iter().filter(|step| step.kind == StepKind::Practise).take(3);
    let ids: Vec<String> = practised.map(|step| step.id.clone()).collect();
    let visit =
        |step: &String, aid| stapwijzer::flow::session::Visit { step: step.clone(), answer: Answer::Practised(aid) };
    session.trail = vec![
        visit(&ids[0], Aid::Shown),
        visit(&ids[1], Aid::Hint),
        visit(&ids[2], Aid::Shown),
        visit(&ids[0], Aid::None),
    ];
    let outcome = result(&session);
    assert_eq!(outcome.without_help, [ids[0].clone()]);
    assert_eq!(outcome.with_help, [ids[1].clone()]);
    assert_eq!(outcome.practise_again, [ids[2].clone()]);
}

/// Who reported a move alone was asked, in the middle of it, what they learned from logging in.
#[test]
fn the_questions_of_an_included_flow_are_left_out() {
    let package = library().package("verhuizing-doorgeven", "nl").unwrap();
    let asked: Vec<&str> =
        package.flow.steps.iter().map(|step| step.id.as_str()).filter(|id| id.contains("terugvraag")).collect();
    assert!(asked.iter().all(|id| !id.contains('.')), "{asked:?}");
}
