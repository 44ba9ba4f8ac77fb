//! Reading aloud, in the program as a machine: what is said, in which language, by which voice, and when.

use crate::program::{Stage, flow, later};
use crate::support::{public, root};
use serde_json::Value as Json;
use stapwijzer::app::aloud::{Speech, Spoken};
use stapwijzer::app::event::{Effect, Event};
use stapwijzer::app::model::{Model, Options};
use stapwijzer::app::screen::Screen;
use stapwijzer::app::voices::{Voice, choose};
use stapwijzer::content::inline::{Inline, plain};
use stapwijzer::flow::answer::Answer;
use stapwijzer::flow::mode::Mode;
use stapwijzer::value::Value;

const BOOK: &str = "e-book-lenen";

/// What was ordered to be said and hushed since a moment, oldest first; `None` is silence.
fn said(stage: &Stage, since: usize) -> Vec<Option<Speech>> {
    let ordered = |effect: &Effect| match effect {
        Effect::Speak(speech) => Some(Some(speech.clone())),
        Effect::Hush => Some(None),
        _ => None,
    };
    stage.effects[since..].iter().filter_map(ordered).collect()
}

fn reading(options: Options) -> Stage {
    let mut stage = Stage::start(options);
    stage.send(Event::ReadAloudToggled);
    stage
}

/// The lists of real devices.
#[test]
fn each_device_has_a_voice_that_keeps_the_text_on_it_or_none() {
    let text = std::fs::read_to_string(root().join("tests/data/voices.json")).unwrap();
    let devices: Vec<Json> = serde_json::from_str(&text).unwrap();
    for device in &devices {
        let voice = |voice: &Json| Voice {
            name: voice[0].as_str().unwrap().to_owned(),
            lang: voice[1].as_str().unwrap().to_owned(),
            local: voice[2].as_bool().unwrap(),
            default: false,
        };
        let voices: Vec<Voice> = device["voices"].as_array().unwrap().iter().map(voice).collect();
        for (lang, expected) in device["takes"].as_object().unwrap() {
            let taken = choose(&voices, lang, false).map(|place| voices[place].name.as_str());
            assert_eq!(taken, expected.as_str(), "{} in {lang}", device["case"]);
        }
    }
}

/// Story: a title and a button were plain words, so in “First call the griffie” the Dutch word was said as English.
#[test]
fn a_dutch_word_in_a_title_or_a_button_is_dutch() {
    let path = "flows/e-book-lenen/en.json";
    let read = |path: &str| -> Json { serde_json::from_slice(&std::fs::read(public().join(path)).unwrap()).unwrap() };
    let mut words = read(path);
    let start = read("flows/e-book-lenen/flow.json")["start"].as_str().unwrap().to_owned();
    words["steps"][&start]["title"] = "Look for {nl:tuin} here".into();
    words["steps"][&start]["action"] = "To the {nl:Boekenplank}".into();
    let own: Value = serde_json::from_value(words).unwrap();
    let mut stage = Stage::start_with_files(Options { lang: "en".into(), ..flow(BOOK) }, vec![(path, own)]);
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::ReadAloudToggled);
    let parts: Vec<_> = said(&stage, 0).into_iter().flatten().flat_map(|speech| speech.parts).collect();
    let told: Vec<_> = parts.iter().map(|part| (part.lang.as_str(), part.text.as_str())).take(3).collect();
    assert!(told[0].0 == "en" && told[0].1.ends_with(": Look for "), "{told:?}");
    assert_eq!(told[1..], [("nl", "tuin"), ("en", " here")]);
    let Screen::Step(step) = stage.model.screen() else { panic!("{:?}", stage.model.place) };
    assert_eq!(step.count, format!("Step 1 of {}:", step.progress.total));
    // What stands in attributes has no marks.
    assert_eq!(plain(&step.name), "Look for tuin here");
    let dutch =
        |pieces: &[Inline]| pieces.iter().any(|piece| matches!(piece, Inline::Foreign { lang, .. } if lang == "nl"));
    assert!(dutch(&step.name) && dutch(step.action.as_deref().unwrap()) && dutch(&step.steps[0].1), "{step:?}");
}

/// “In Dutch: “gemeente”” was said by the English voice, as English.
#[test]
fn words_of_another_language_are_said_by_its_own_voice() {
    let mut stage = Stage::start(Options { lang: "en".into(), ..flow(BOOK) });
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::ReadAloudToggled);
    let mut parts = Vec::new();
    for _ in 0..40 {
        parts.extend(said(&stage, 0).into_iter().flatten().flat_map(|speech| speech.parts));
        let Some(answer) = stage.next_answer() else { break };
        stage.send(Event::Answered(answer));
    }
    let is = |lang: &str, text: &str| parts.contains(&Spoken { lang: lang.into(), text: text.into() });
    assert!(is("nl", "tuin") && is("nl", "Tuin"), "{parts:#?}");
    assert!(!parts.iter().any(|part| part.text.contains('{') || !part.text.contains(char::is_alphanumeric)));
    assert!(parts.iter().any(|part| part.lang == "en" && part.text.contains("is Dutch for garden")));

    let voice = |name: &str, lang: &str| Voice { name: name.into(), lang: lang.into(), local: true, default: false };
    let speech = Speech { lang: "en".into(), parts: parts.clone(), remote: false };
    let both = [voice("Xander", "nl-NL"), voice("Daniel", "en-GB")];
    for (part, place) in speech.voiced(&both).unwrap() {
        assert_eq!(both[place].lang[..2], part.lang, "{part:?}");
    }
    // Without a Dutch voice the English one says all; without an English one nothing is said.
    assert!(speech.voiced(&both[1..]).unwrap().iter().all(|(_, place)| *place == 0));
    assert_eq!(speech.voiced(&both[..1]), None);
}

/// The Dutch went on while the screen was in English, and nothing read the English.
#[test]
fn a_change_of_language_is_read_anew() {
    let mut stage = reading(flow(BOOK));
    stage.send(Event::ModeChosen(Mode::Practise)).send(Event::Answered(Answer::Seen));
    for lang in ["en", "nl", "en"] {
        let before = stage.effects.len();
        stage.send(Event::LanguageChosen(lang.into()));
        let said = said(&stage, before);
        let [None, Some(speech)] = &said[..] else { panic!("{lang}: {said:?}") };
        assert_eq!((speech.lang.as_str(), speech.parts[0].lang.as_str()), (lang, lang));
    }
    let mut start = reading(Options::default());
    let before = start.effects.len();
    start.send(Event::LanguageChosen("en".into()));
    let heard = said(&start, before);
    assert!(matches!(&heard[..], [None, Some(speech)] if speech.lang == "en"), "{heard:?}");
    // Nobody who does not want it is read to.
    let mut quiet = Stage::start(flow(BOOK));
    quiet.send(Event::LanguageChosen("en".into()));
    assert!(said(&quiet, 0).iter().all(Option::is_none));
}

/// “Stop, ik wil hulp” ended the reading, and its own text was not read.
#[test]
fn help_is_read() {
    let mut stage = reading(flow(BOOK));
    let before = stage.effects.len();
    stage.send(Event::HelpOpened);
    let heard = said(&stage, before);
    let [None, Some(speech)] = &heard[..] else { panic!("{heard:?}") };
    assert_eq!(speech.parts[0].text, "Rustig aan. Er is niets kwijt.");
    let before = stage.effects.len();
    stage.send(Event::HelpClosed);
    assert_eq!(said(&stage, before), [None]);
}

/// What reads aloud comes with the later file: pressed before that, the switch stays on and the reading begins when it is there.
#[test]
fn reading_begins_when_what_reads_is_there() {
    let mut model = Model::new(Options::default());
    assert_eq!(model.update(Event::ReadAloudToggled), []);
    let effects = model.update(Event::LaterCame(Ok(later())));
    assert!(matches!(effects[..], [Effect::Speak(_)]), "{effects:?}");
    assert!(model.settings.read_aloud);
    assert_eq!(model.update(Event::LaterCame(Ok(later()))), [], "it is not said twice");
}

/// A voice of the network gets what is read: only where the municipality wants that.
#[test]
fn voices_of_others_are_for_the_municipality_to_allow() {
    for (json, allowed) in [("{}", false), (r#"{"remoteVoices":true}"#, true), (r#"{"remoteVoices":"yes"}"#, false)] {
        let value: Value = serde_json::from_str(json).unwrap();
        let options = Options { municipality: Some("stad".into()), ..flow(BOOK) };
        let mut stage = Stage::start_with_files(options, vec![("municipalities/stad.json", value)]);
        stage.send(Event::ReadAloudToggled);
        let remote: Vec<bool> = said(&stage, 0).into_iter().flatten().map(|speech| speech.remote).collect();
        assert_eq!(remote, [allowed], "{json}");
    }
}
