//! One slip in a file costs only its own part, in the program of residents.

use crate::program::{Stage, flow};
use crate::support::{public, root};
use stapwijzer::app::event::{Effect, Event, Failure};
use stapwijzer::app::model::{Local, Options};
use stapwijzer::app::notice::Notice;
use stapwijzer::flow::answer::Answer;
use stapwijzer::flow::mode::Mode;
use stapwijzer::flow::model::StepKind;
use stapwijzer::flow::session::LONGEST_TRAIL;
use stapwijzer::municipality::file::Municipality;
use stapwijzer::municipality::opening_hours::{Moment, OpenState, state, week};
use stapwijzer::value::{Value, read};
use std::fs;

/// A file that somebody sent in.
pub fn input(name: &str) -> Vec<u8> {
    fs::read(root().join("tests/native/inputs").join(name)).unwrap()
}

fn value(json: &[u8]) -> Value {
    serde_json::from_slice(json).unwrap()
}

fn warnings(stage: &Stage) -> Vec<&str> {
    stage
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Warn(text) = effect { Some(text.as_str()) } else { None })
        .collect()
}

/// A municipality wrote where its house stands, `"lat": 52.5`, in a field of a newer format. All of its file was lost, and residents
/// read “De gegevens van uw gemeente zijn er nu niet”.
#[test]
fn a_fraction_in_an_unknown_field_costs_nothing() {
    let options = Options { municipality: Some("proefstad".into()), ..Options::default() };
    let town = value(&input("town-fraction-in-unknown-field.json"));
    let stage = Stage::start_with_files(options, vec![("municipalities/proefstad.json", town)]);
    assert_eq!((stage.model.notice, warnings(&stage)), (None, vec![]));
    let Local::Here(town) = &stage.model.local else { panic!("the municipality is lost") };
    let (town, misfits) = read::<Municipality>(town);
    assert!(misfits.iter().all(|misfit| misfit.unknown), "{misfits:?}");
    let now = Moment::parse("2026-11-23 10:00").unwrap();
    assert_eq!(state(&town, None, week(&town, None).unwrap(), now), Some(OpenState::OpenUntil(now.day, 17 * 60)));
}

/// A fraction fits nowhere, and is no whole number by another name; 8.0 is one, as in the browser.
#[test]
fn a_fraction_fits_nowhere() {
    let (found, misfits) = read::<Vec<u32>>(&value(b"[1, 7.5, 8.0, -0.5, 1e3, 1e300]"));
    assert_eq!(found, [1, 8, 1000]);
    let told: Vec<(&str, &str)> =
        misfits.iter().map(|misfit| (misfit.path.as_str(), &misfit.found[..3.min(misfit.found.len())])).collect();
    assert_eq!(told, [("1", "7.5"), ("3", "-0."), ("5", "100")]);
}

/// The program with this catalogue: the titles of its cards, or why there are none.
fn offered(catalogue: &[u8]) -> (Vec<String>, Option<Failure>, usize) {
    let stage = Stage::start_with_files(Options::default(), vec![("flows/catalogue.json", value(catalogue))]);
    let start = stage.at_start();
    (stage.model.exercises(None).into_iter().map(|card| card.title).collect(), start.failure, warnings(&stage).len())
}

/// An editor wrote `"minutes": "10"` in one entry. The start had no flows at all, and said that there was a mistake “in this exercise”.
#[test]
fn a_bad_entry_of_the_catalogue_costs_only_itself() {
    assert_eq!(offered(&input("catalogue-minutes-as-text.json")), (vec!["Hulp thuis".into()], None, 1));
    let entry = |minutes: &str| {
        format!(r#"{{"id":"x","icon":"x","minutes":{minutes},"title":{{"nl":"X"}},"summary":{{"nl":"x"}}}}"#)
    };
    let catalogue = |entries: &[String]| format!(r#"{{"format":1,"flows":[{}]}}"#, entries.join(","));
    #[track_caller]
    fn check(catalogue: &str, cards: usize, failure: Option<Failure>) {
        let (titles, why, _) = offered(catalogue.as_bytes());
        assert_eq!((titles.len(), why), (cards, failure), "{catalogue}");
    }
    check(&catalogue(&[entry("7.5"), entry("8"), entry("null")]), 1, None);
    check(&catalogue(&[entry("7.5")]), 0, Some(Failure::BadCatalogue));
    check(&catalogue(&[]), 0, None);
    check("[]", 0, Some(Failure::BadCatalogue));
    check("{}", 0, Some(Failure::BadCatalogue));
    check(r#"{"format":2,"flows":[]}"#, 0, Some(Failure::Newer));
    check(&format!(r#"{{"format":1,"more":0.5,"flows":[{}]}}"#, entry("8")), 1, None);
}

/// One word of the interface that is no text took the whole interface away.
#[test]
fn a_bad_word_of_the_interface_costs_only_itself() {
    let mut words: serde_json::Value = serde_json::from_slice(&fs::read(public().join("ui/nl.json")).unwrap()).unwrap();
    words["start.lead"] = serde_json::json!(0.5);
    let stage = Stage::start_with_files(Options::default(), vec![("ui/nl.json", value(words.to_string().as_bytes()))]);
    assert!(!stage.at_start().empty && stage.model.ui.t("start.title").starts_with("Waarmee"));
    assert_eq!(warnings(&stage), ["ui/nl.json start.lead: 0.5, not a text"]);
}

/// After 400 answers a visit is full. What was answered then did nothing, without a word.
#[test]
fn a_visit_that_is_full_says_so() {
    let mut stage = Stage::start(flow("ww-aanvragen"));
    stage.send(Event::ModeChosen(Mode::Practise));
    // A way in circles: to the same question and back, until the trail is full.
    let package = stage.model.package.clone().unwrap();
    let choose = package.flow.steps.iter().position(|step| step.kind == StepKind::Choose).unwrap();
    let mut package = (*package).clone();
    let id = package.flow.steps[choose].id.clone();
    let options = &mut package.flow.steps[choose].options;
    options.iter_mut().for_each(|option| option.next = Some(id.clone()));
    let option = options[0].id.clone();
    package.flow.start = id;
    stage.model.package = Some(package.into());
    stage.model.session.as_mut().unwrap().trail.clear();
    for _ in 0..LONGEST_TRAIL {
        stage.send(Event::Answered(Answer::Chose(option.clone())));
    }
    assert_eq!((stage.model.notice, stage.model.session.as_ref().unwrap().trail.len()), (None, LONGEST_TRAIL));
    stage.send(Event::Answered(Answer::Chose(option)));
    assert_eq!(stage.model.notice, Some(Notice::Full));
    assert!(stage.model.ui.t(Notice::Full.key()).contains("heel veel"));
}
