//! The content is right, and the check finds what is wrong with it.

use crate::support::{TODAY, library, root};
use stapwijzer::content::{check, file::FlowFile, read};
use stapwijzer::flow::graph::reach;
use stapwijzer::flow::mode::Mode;
use stapwijzer::flow::model::Flow;
use stapwijzer::map::Map;
use stapwijzer::practice::coach::Coaching;
use stapwijzer::practice::desk::Desk;
use stapwijzer::practice::keys::{can_type, rows};
use stapwijzer::practice::persona::Persona;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn our_own_content_has_no_problems() {
    let problems = check::check(library(), TODAY);
    assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
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

/// Copies a flow, breaks one file of it, and gives the problems found.
fn problems_after(file: &str, break_it: impl Fn(&str) -> String) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let flow = "flows/melding-openbare-ruimte";
    fs::create_dir_all(folder.path().join(flow)).unwrap();
    fs::create_dir_all(folder.path().join("ui")).unwrap();
    let public = root().join("public");
    for name in ["flow.json", "nl.json", "en.json"]
        .map(|name| format!("{flow}/{name}"))
        .iter()
        .map(String::as_str)
        .chain(["ui/nl.json", "ui/en.json", "flows/catalogue.json"])
    {
        let text = fs::read_to_string(public.join(name)).unwrap();
        let text = if name.ends_with(file) { break_it(&text) } else { text };
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut problems = Vec::new();
    let library = read::library(Path::new(folder.path()), &mut problems);
    problems.extend(check::check(&library, TODAY));
    // The copy has one flow, the catalogue names more: that is not what is tested here.
    problems.iter().map(ToString::to_string).filter(|text| !text.contains("a folder with this flow")).collect()
}

/// Breaks a file and expects a problem that names it and says this.
#[track_caller]
fn check_names(file: &str, find: &str, replace: &str, said: &str) {
    let problems = problems_after(file, |text| {
        assert!(text.contains(find), "{file} does not hold {find}");
        text.replacen(find, replace, 1)
    });
    let found = problems.iter().any(|problem| problem.contains(file) && problem.contains(said));
    assert!(found, "expected “{said}” about {file}, found {problems:#?}");
}

#[test]
fn an_unbroken_copy_has_no_problems() {
    assert_eq!(problems_after("flow.json", str::to_owned), Vec::<String>::new());
}

#[test]
fn every_kind_of_mistake_is_named_with_its_file() {
    let flow = "melding-openbare-ruimte/flow.json";
    let nl = "melding-openbare-ruimte/nl.json";
    check_names(flow, "\"format\": 1", "\"format\": 2", "format");
    check_names(flow, "\"start\": \"", "\"start\": \"niet-", "the id of a step");
    check_names(flow, "\"persona\": \"", "\"persona\": \"niet-", "a persona");
    check_names(flow, "{", "{ \"nieuw\": 1,", "found “nieuw”, expected a known field");
    check_names(flow, "\"kind\": \"explain\"", "\"kind\": \"dans\"", "found “dans”, expected one of explain");
    check_names(flow, "\"steps\"", "\"steps\": [], \"facts2\"", "found “facts2”, expected a known field");
    check_names(flow, "\"minutes\": 10", "\"minutes\": \"tien\"", "minutes: found “tien”, expected a whole number");
    check_names(flow, "\"minutes\": 10,", "", "minutes: found “nothing”, expected this field");
    check_names(nl, "\"title\": \"", "\"title\": \"<b>", "words only");
    check_names(nl, "\"summary\": \"", "\"summary\": \"{p.niets} ", "a persona key");
    check_names(nl, "\"summary\": \"", "\"summary\": \"{f.niets} ", "a fact");
    check_names(nl, "\"summary\": \"", "\"summary\": \"d\u{456}gid ", "look-alike");
    check_names(nl, "\"summary\": \"", "\"summary\": \"ver\u{200b}huizen ", "hidden");
    check_names(nl, "\"summary\": \"", "\"summary\": \"111222333 ", "BSN");
    check_names(nl, "\"summary\": \"", "\"summary\": \"javascript:alert ", "words only");
    check_names(nl, "\"summary\": \"", "\"summary\": \"a b c d e f g h i j k l m n o p q r s t u ", "at most 20 words");
    check_names(nl, "\"flow\": \"", "\"flow\": \"andere-", "melding-openbare-ruimte");
    check_names("ui/en.json", "\"start.title\"", "\"start.tittle\"", "start.title");
}

#[test]
fn a_screen_that_cannot_be_done_is_named() {
    #[track_caller]
    fn check(screen: &str, said: &str) {
        let broken = |text: &str| text.replacen("\"type\": \"summary\"", screen, 1);
        let problems = problems_after("melding-openbare-ruimte/flow.json", broken);
        assert!(problems.iter().any(|problem| problem.contains(said)), "expected “{said}”, found {problems:#?}");
    }
    check(r#""type": "inbox""#, "something to do");
    check(r#""type": "inbox", "tasks": ["zwem:a"]"#, "or notices");
    check(r#""type": "judge", "right": "waar""#, "“real” or “fake”");
    check(r#""type": "judge""#, "shows and item");
    check(r#""type": "pages", "options": ["a", "b"], "right": "a""#, "one of the options after the first");
    check(r#""type": "history", "options": ["a", "klopt"], "right": "b""#, "“klopt” is the last");
    check(r#""type": "history", "options": ["a", "klopt"]"#, "a time for each line");
    check(r#""type": "tap""#, "places to tap");
}

#[test]
fn what_is_not_json_is_named_too() {
    let flow = "melding-openbare-ruimte/flow.json";
    #[track_caller]
    fn check(text: &str) {
        let problems = problems_after("melding-openbare-ruimte/flow.json", |_| text.to_owned());
        assert!(problems.iter().any(|problem| problem.contains("flow.json")), "{text:.40}: {problems:?}");
    }
    check("");
    check("null");
    check("[]");
    check("<!doctype html><title>Inloggen op wifi</title>");
    check("{\"format\": 1");
    check("\u{feff}{}");
    check("{\"format\": 1, \"format\": 1}");
    check("{\"format\": 1.5}");
    check(&"[".repeat(100_000));
    check(&format!("{{\"format\": 1, \"id\": \"{}\"}}", "x".repeat(300_000)));
    let truncated = fs::read_to_string(root().join("public/flows").join(flow)).unwrap();
    check(&truncated[..truncated.len() / 2]);
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

/// In every flow at least three things can go wrong, each with a way back, and who went alone is asked two questions.
#[test]
fn every_flow_rehearses_what_goes_wrong_and_asks_afterwards() {
    library().files.values().for_each(rehearses);
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
