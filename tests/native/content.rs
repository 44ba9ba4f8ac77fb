//! The content is right.

use crate::support::reach;
use crate::support::{TODAY, library};
use stapwijzer::content::file::FlowFile;
use stapwijzer::editing::check;
use stapwijzer::flow::mode::Mode;
use stapwijzer::flow::model::Flow;
use stapwijzer::map::Map;
use stapwijzer::practice::coach::Coaching;
use stapwijzer::practice::desk::Desk;
use stapwijzer::practice::input::keys::{can_type, rows};
use stapwijzer::practice::persona::Persona;
use std::collections::BTreeSet;

#[test]
fn our_own_content_has_no_problems() {
    let diagnostics = check::check(library(), TODAY);
    let problems: String =
        diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).map(|error| format!("{error}\n")).collect();
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn every_flow_is_there_in_dutch_and_english() {
    let library = library();
    assert!(library.files.len() >= 3);
    for id in library.files.keys() {
        for lang in ["nl", "en"] {
            let package = library.package(id, lang).unwrap_or_else(|problems| panic!("{id} {lang}: {problems:?}"));
            assert_eq!(package.words.lang, lang);
        }
    }
}

#[test]
fn a_figure_that_has_expired_fails_the_check() {
    let problems = check::check(library(), "2031-01-01");
    assert!(problems.iter().any(|problem| problem.path.ends_with("validUntil")), "{problems:?}");
}

/// On a kiosk nobody has other keys than those on the screen.
#[test]
fn the_keys_of_a_kiosk_can_type_every_card() {
    let noor = Persona::by_id("noor").unwrap();
    let mut typed = 0;
    for (id, file) in &library().files {
        for (name, screen) in file.screens.iter().map(|(name, screen)| (name, screen.get())) {
            let desk = Desk::new(&screen, &Map::default(), noor, TODAY, Coaching::default());
            for input in desk.fields().iter().flat_map(|field| field.inputs()) {
                for value in input.values() {
                    assert!(can_type(rows(input.keys()), value), "{id} {name}: “{value}”");
                    typed += 1;
                }
            }
        }
    }
    assert!(typed > 50, "only {typed} values");
}

/// In every flow (but a guide, which is only asked one's way with) at least three things can go wrong, each with a way back, and who went alone is asked two questions.
#[test]
fn every_flow_rehearses_what_goes_wrong_and_asks_afterwards() {
    library().files.values().filter(|file| !file.guide).for_each(rehearses);
}

#[track_caller]
pub fn rehearses(file: &FlowFile) {
    let id = &file.id;
    let incidents: BTreeSet<&String> = file.steps.iter().flat_map(|step| &step.incidents).collect();
    assert!(incidents.len() >= 3, "{id} has {} incidents", incidents.len());
    let flow = Flow { id: id.clone(), start: file.start.clone(), steps: file.steps.clone() };
    for step in &file.steps {
        for incident in &step.incidents {
            let reached = reach(&flow, incident);
            assert!(reached.contains(&step.id.as_str()), "{id}: {incident} does not lead back to {}", step.id);
        }
    }
    let alone = file.steps.iter().flat_map(|step| &step.roads).filter(|road| road.mode == Some(Mode::Alone));
    let asked: BTreeSet<&str> = alone.flat_map(|road| reach(&flow, &road.to)).collect();
    assert!(["terugvraag-1", "terugvraag-2"].iter().all(|question| asked.contains(question)), "{id} asks {asked:?}");
}
