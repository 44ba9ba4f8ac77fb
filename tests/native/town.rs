//! The house, and what a municipality lays over the national flows, in the program as a machine.

use crate::program::{Stage, file, flow};
use stapwijzer::app::event::{Effect, Event, Failure, HostEvent};
use stapwijzer::app::model::{Local, Options, Place};
use stapwijzer::app::notice::Notice;
use stapwijzer::app::screen::Screen;
use stapwijzer::content::asset::Asset;
use stapwijzer::content::inline::plain;
use stapwijzer::flow::answer::Answer;
use stapwijzer::flow::mode::Mode;
use stapwijzer::municipality::house::Room;
use stapwijzer::value::Value;

/// The answers that lead from `ik-heb-een-brief` to activating DigiD.
const WAY_TO_ACTIVATING: [&str; 4] = ["digid", "geen", "a", "kort"];
const BROKEN_LAMP: &str = "melding-openbare-ruimte";

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// A program for a municipality with this file.
fn town(json: &'static str, options: Options) -> Stage {
    let options = Options { municipality: Some("stad".into()), ..options };
    Stage::start_with_files(options, vec![("municipalities/stad.json", value(json))])
}

fn title(stage: &Stage) -> String {
    match stage.model.screen() {
        Screen::Step(step) => stapwijzer::content::inline::plain(&step.name),
        other => panic!("no step but {other:?}"),
    }
}

#[test]
fn a_visitor_walks_through_the_house_and_back_to_the_room_where_a_flow_was_chosen() {
    let mut stage = Stage::start(Options::default());
    stage.send(Event::HouseEntered(None));
    assert_eq!(stage.model.place, Place::House(None));
    stage.send(Event::HouseEntered(Some(Room::Library))).send(Event::FlowChosen("e-book-lenen".into()));
    assert_eq!(stage.model.place, Place::Welcome);
    stage.send(Event::WentBack);
    assert_eq!(stage.model.place, Place::House(Some(Room::Library)));
    stage.send(Event::WentBack);
    assert_eq!(stage.model.place, Place::House(None));
    stage.send(Event::WentBack);
    assert_eq!(stage.model.place, Place::Start);
}

#[test]
fn the_house_and_its_rooms_have_an_address() {
    let mut stage = Stage::start(Options { flow: Some("huis".into()), ..Options::default() });
    assert_eq!(stage.model.place, Place::House(None));
    stage.send(Event::HouseEntered(Some(Room::Council)));
    let told = HostEvent::Moved { flow: Some("huis".into()), step: Some("raadzaal".into()) };
    assert!(stage.told().contains(&&told), "{:?}", stage.told());
    stage.send(Event::Navigated { flow: Some("huis".into()), step: Some("mediatheek".into()) });
    assert_eq!(stage.model.place, Place::House(Some(Room::Library)));
    stage.send(Event::Navigated { flow: Some("huis".into()), step: Some("zwembad".into()) });
    assert_eq!(stage.model.place, Place::House(None));
    // A reload, or a crash, brings back the room.
    let room = Options { flow: Some("huis".into()), step: Some("raadzaal".into()), ..Options::default() };
    assert_eq!(Stage::start(room.clone()).model.place, Place::House(Some(Room::Council)));
    let without = town(r#"{"rooms":{"raadzaal":{"absent":true}}}"#, Options::default());
    let mut stage = without;
    stage.send(Event::HouseEntered(Some(Room::Council)));
    assert_eq!(stage.model.place, Place::House(None), "this house has no such room");
}

/// A widget on a page of a municipality may be faster than that municipality's file.
#[test]
fn a_flow_waits_for_the_municipality_and_goes_on_without_it() {
    for failure in Failure::ALL {
        let options = Options { municipality: Some("stad".into()), ..flow(BROKEN_LAMP) };
        let stage = Stage::start_with(options, vec![("municipalities/", failure)]);
        assert_eq!(stage.model.place, Place::Welcome, "{failure:?}");
        assert_eq!(stage.model.notice, Some(Notice::NoMunicipality));
    }
    let mut stage = Stage::asleep(Options { municipality: Some("stad".into()), ..flow(BROKEN_LAMP) });
    for asset in
        [Asset::Ui("nl".into()), Asset::Flow(BROKEN_LAMP.into()), Asset::Words(BROKEN_LAMP.into(), "nl".into())]
    {
        stage.model.update(Event::Arrived(asset.clone(), Ok(file(&asset.path()).unwrap())));
    }
    assert_eq!(stage.model.place, Place::Opening);
    let words =
        r#"{"flows":{"melding-openbare-ruimte":{"words":{"nl":{"steps":{"welkom":{"title":"Welkom in Stad"}}}}}}}"#;
    stage.model.update(Event::Arrived(Asset::Municipality("stad".into()), Ok(value(words))));
    stage.send(Event::ModeChosen(Mode::Together));
    assert_eq!(title(&stage), "Welkom in Stad");
}

/// While a municipality was slow to answer, the start would say that there are no exercises, and its cards were drawn twice; so it was
/// where the municipality answered before the catalogue came. The door to DigiD stands there all the time.
#[test]
fn what_is_on_offer_is_known_once_the_municipality_answered() {
    let town = Asset::Municipality("stad".into());
    for answer in [Ok(value("{}")), Err(Failure::Missing)] {
        for order in [[&Asset::Catalogue, &town], [&town, &Asset::Catalogue]] {
            let mut stage = Stage::asleep(Options { municipality: Some("stad".into()), ..Options::default() });
            let come = |stage: &mut Stage, asset: &Asset| {
                let found = if *asset == town { answer.clone() } else { Ok(file(&asset.path()).unwrap()) };
                stage.model.update(Event::Arrived(asset.clone(), found));
            };
            come(&mut stage, &Asset::Ui("nl".into()));
            come(&mut stage, order[0]);
            stage.at_start();
            assert!(!stage.model.knows_offer() && stage.model.offers("digid"), "after {:?}", order[0]);
            come(&mut stage, order[1]);
            assert!(stage.model.knows_offer() && stage.model.offers("digid") && !stage.at_start().empty);
        }
    }
}

#[test]
fn own_wording_lies_over_the_national_words_in_its_own_language_only() {
    let json =
        r#"{"flows":{"melding-openbare-ruimte":{"words":{"nl":{"steps":{"welkom":{"title":"Welkom in Stad"}}}}}}}"#;
    let mut stage = town(json, flow(BROKEN_LAMP));
    stage.send(Event::ModeChosen(Mode::Together));
    assert_eq!(title(&stage), "Welkom in Stad");
    stage.send(Event::LanguageChosen("en".into()));
    assert_ne!(title(&stage), "Welkom in Stad");
}

#[test]
fn a_mistake_costs_only_its_own_part_and_is_told_to_who_looks_after_the_file() {
    let json = r#"{"flows":{"melding-openbare-ruimte":{"words":{"nl":{"steps":{
        "welkom": { "title": 7 }, "gevaar": { "title": "Is er gevaar?" }, "geen-stap": {} }}}}}}"#;
    let mut stage = town(json, flow(BROKEN_LAMP));
    stage.send(Event::ModeChosen(Mode::Together));
    let Screen::Step(step) = stage.model.screen() else { panic!() };
    assert!(step.steps.iter().any(|(_, title, _)| plain(title) == "Is er gevaar?"), "{:?}", step.steps);
    let warned: Vec<&String> = stage
        .effects
        .iter()
        .filter_map(|effect| if let Effect::Warn(text) = effect { Some(text) } else { None })
        .collect();
    assert!(warned.iter().any(|text| text.contains("words.nl.steps.welkom.title: 7")), "{warned:?}");
    assert!(warned.iter().any(|text| text.contains("geen-stap")), "{warned:?}");
    for odd in ["[]", "null", "3", r#"{"flows":[]}"#, r#"{"flows":{"melding-openbare-ruimte":null}}"#] {
        let odd: &'static str = odd;
        assert_eq!(town(odd, flow(BROKEN_LAMP)).model.place, Place::Welcome, "{odd}");
    }
}

/// What each municipality sets itself reads as such, until it says so.
#[test]
fn a_local_figure_differs_until_the_municipality_fills_it_in() {
    let id = "afspraak-paspoort-id-rijbewijs";
    let shown = |stage: &mut Stage| {
        stage.send(Event::ModeChosen(Mode::Together));
        let package = stage.model.package.clone().unwrap();
        let texts = stapwijzer::app::texts::Texts {
            package: &package,
            persona: stapwijzer::practice::persona::Persona::by_id("noor").unwrap(),
            today: "2026-11-23",
        };
        texts.plain("{f.kostenPaspoort}").replace('\u{a0}', " ")
    };
    assert_eq!(shown(&mut Stage::start(flow(id))), "verschilt per gemeente");
    assert_eq!(shown(&mut Stage::start(Options { lang: "en".into(), ..flow(id) })), "differs by municipality");
    let json = r#"{"flows":{"afspraak-paspoort-id-rijbewijs":{"facts":{"kostenPaspoort":
        {"value":"€ 80","source":"stad.nl","checked":"2026-11-23","validUntil":"2027-11-23"}}}}}"#;
    assert_eq!(shown(&mut town(json, flow(id))), "€ 80");
}

#[test]
fn a_flow_that_is_switched_off_is_nowhere_and_who_asks_for_it_is_told_so() {
    let json = r#"{"flows":{"melding-openbare-ruimte":{"off":true}}}"#;
    let mut stage = town(json, flow(BROKEN_LAMP));
    assert_eq!((stage.model.place, stage.model.notice), (Place::Start, Some(Notice::Off)));
    // The loader keeps the preview of the flow until it hears that the visitor is elsewhere.
    assert!(stage.told().contains(&&HostEvent::Moved { flow: None, step: None }), "{:?}", stage.told());
    let cards = stage.model.exercises(None);
    assert!(!cards.is_empty() && cards.iter().all(|card| card.id != BROKEN_LAMP));
    assert!(stage.at_start().often.iter().all(|(id, _)| id != BROKEN_LAMP));
    stage.send(Event::FlowChosen(BROKEN_LAMP.into()));
    assert_eq!(stage.model.place, Place::Start);
    assert!(stage.model.is_off(BROKEN_LAMP) && !stage.model.is_off("verhuizing-doorgeven"));
}

#[test]
fn a_guide_begins_at_once_and_ends_where_one_goes_on() {
    let mut stage = Stage::start(Options::default());
    stage.send(Event::FlowChosen("ik-heb-een-brief".into()));
    assert_eq!(stage.model.place, Place::Step);
    // From DigiD, with a code that begins with an A, from last week.
    for answer in WAY_TO_ACTIVATING {
        let step = stage.step();
        stage.send(Event::Answered(Answer::Chose(answer.into())));
        assert_ne!(stage.step(), step, "{step} does not take {answer}");
    }
    let outcome = stage.model.outcome_screen().unwrap();
    let (flow, title) = outcome.opens.expect("one goes on from here");
    assert_eq!(flow, "digid-activeren-brief");
    assert!(title.is_some_and(|title| !title.is_empty()));
    stage.send(Event::FlowChosen(flow));
    assert_eq!(stage.model.place, Place::Welcome);
    // Back on its first step leads out, and no host page gives it another mode.
    let mut stage = Stage::start(Options {
        flow: Some("ik-heb-een-brief".into()),
        mode: Some("alleen".into()),
        ..Options::default()
    });
    let Screen::Step(step) = stage.model.screen() else { panic!() };
    assert_eq!(step.mode, Mode::Together);
    stage.send(Event::WentBack);
    assert_eq!(stage.model.place, Place::Start);
}

/// Once a flow whose files came before the words of the interface was drawn with keys in the place of words.
#[test]
fn nothing_is_drawn_before_there_are_words_to_draw_it_with() {
    let mut model = Stage::asleep(flow(BROKEN_LAMP)).model;
    model.start();
    let mut arrive = |asset: Asset, result| model.update(Event::Arrived(asset, result));
    for asset in [Asset::Flow(BROKEN_LAMP.into()), Asset::Words(BROKEN_LAMP.into(), "nl".into())] {
        arrive(asset.clone(), Ok(file(&asset.path()).unwrap()));
    }
    assert_eq!(model.place, Place::Waking);
    model.update(Event::Arrived(Asset::Ui("nl".into()), Ok(file("ui/nl.json").unwrap())));
    assert_eq!(model.place, Place::Welcome);
    let mut model = Stage::asleep(flow(BROKEN_LAMP)).model;
    model.start();
    model.update(Event::Arrived(Asset::Flow(BROKEN_LAMP.into()), Err(Failure::Server)));
    assert_eq!(model.place, Place::Waking);
    let told = model.update(Event::Arrived(Asset::Ui("nl".into()), Ok(file("ui/nl.json").unwrap())));
    assert!(told.contains(&Effect::Tell(HostEvent::Error { code: "server" })), "{told:?}");
    assert_eq!(model.place, Place::Failed(Failure::Server));
}

/// Once trying a flow again forgot the municipality that had not come either.
#[test]
fn trying_again_asks_for_the_municipality_too() {
    let options = Options { municipality: Some("stad".into()), ..flow(BROKEN_LAMP) };
    let mut stage =
        Stage::start_with(options, vec![("municipalities/", Failure::Server), ("flows/melding", Failure::Server)]);
    assert!(matches!(stage.model.place, Place::Failed(_)));
    stage.effects.clear();
    stage.send(Event::Retried);
    assert!(stage.effects.contains(&Effect::Load(Asset::Municipality("stad".into()))), "{:?}", stage.effects);
}

/// The index comes in parts, and a language counts only when it is whole.
#[test]
fn the_search_asks_for_its_index_part_by_part() {
    let part = |lang: &str, next: &str| {
        value(&format!(
            r#"{{"format":1,"lang":"{lang}","next":{next},"flows":[],"terms":[],"synonyms":[],"forms":[],"elsewhere":""}}"#
        ))
    };
    let index = |lang: &str, part| Asset::Index(lang.into(), part);
    let mut model = Stage::asleep(Options { lang: "nl".into(), ..Options::default() }).model;
    let asked = model.update(Event::SearchOpened);
    assert_eq!(asked, ["nl", "en", "other"].map(|lang| Effect::Load(index(lang, 0))));
    assert_eq!(model.update(Event::SearchOpened), vec![], "it is on its way");
    let next = model.update(Event::Arrived(index("nl", 0), Ok(part("nl", "\"nl-2\""))));
    assert_eq!(next, [Effect::Load(index("nl", 1))]);
    assert_eq!(index("nl", 1).path(), "find/nl-2.json");
    assert!(!model.index.is_ready());
    assert_eq!(model.update(Event::Arrived(index("nl", 1), Ok(part("nl", "null")))), vec![]);
    assert!(model.index.is_ready());
    let taken = model.index.take();
    assert_eq!(taken.iter().map(|(lang, parts)| (lang.as_str(), parts.len())).collect::<Vec<_>>(), [("nl", 2)]);
    assert!(!model.index.is_ready() && model.index.take().is_empty());
}

/// Once a part that did not come left the search at "Even geduld" for ever, and another language that was not there made that forgotten.
#[test]
fn an_index_that_does_not_come_says_so_and_is_asked_for_again() {
    let index = |lang: &str, part| Asset::Index(lang.into(), part);
    let whole = r#"{"format":1,"lang":"nl","next":"nl-2","flows":[],"terms":[]}"#;
    for wrong in [
        "{}",
        "[]",
        r#"{"format":2,"lang":"nl","flows":[],"terms":[]}"#,
        r#"{"format":1,"lang":"en","flows":[],"terms":[]}"#,
    ] {
        let mut model = Stage::asleep(Options { lang: "nl".into(), ..Options::default() }).model;
        model.update(Event::SearchOpened);
        model.update(Event::Arrived(index("nl", 0), Ok(value(whole))));
        model.update(Event::Arrived(index("nl", 1), Ok(value(wrong))));
        model.update(Event::Arrived(index("en", 0), Err(Failure::Missing)));
        let why = if wrong.contains("\"format\":2") { Failure::Newer } else { Failure::BadContent };
        assert_eq!(model.index.failure("nl"), Some(why), "{wrong}");
        let again = model.update(Event::SearchOpened);
        assert_eq!(again, [Effect::Load(index("nl", 0)), Effect::Load(index("en", 0))], "{wrong}");
        assert_eq!(model.index.failure("nl"), None);
    }
}

/// Once who typed "mijn man is dement" at a kiosk and walked away left that for the next visitor: nothing had been opened, so nobody
/// seemed to have been there.
#[test]
fn a_kiosk_forgets_a_question_too() {
    let mut stage = Stage::start(Options { device: "kiosk".into(), ..Options::default() });
    stage.send(Event::FellIdle(120));
    assert_eq!(stage.model.idle, None, "nobody was here");
    // Also when the index does not come. To look in the search is not to ask.
    stage.send(Event::SearchOpened).send(Event::FellIdle(120));
    assert_eq!(stage.model.idle, None, "nobody asked anything");
    stage.send(Event::QuestionTyped).send(Event::FellIdle(120));
    assert!(stage.model.idle.is_some());
    let mut other = Stage::start(Options { device: "kiosk".into(), ..Options::default() });
    other.send(Event::LanguageChosen("en".into())).send(Event::FellIdle(120));
    assert!(other.model.idle.is_some(), "the next visitor would meet another language");
}

#[test]
fn without_a_municipality_nothing_is_local() {
    let stage = Stage::start(Options::default());
    assert_eq!(stage.model.local, Local::Nowhere);
    assert!(stage.model.local_of(BROKEN_LAMP).is_none());
}
