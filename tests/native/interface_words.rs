//! The words of the interface: each is said somewhere, and whatever the program says has words.

use crate::support::{public, root};
use serde_json::{Map, Value};
use stapwijzer::app::event::Failure;
use stapwijzer::municipality::holidays::Holiday;
use stapwijzer::municipality::house::Room;
use stapwijzer::practice::screens::new_account::Demand;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn json(path: &str) -> Value {
    serde_json::from_slice(&fs::read(public().join(path)).unwrap()).unwrap()
}

fn words(lang: &str) -> Map<String, Value> {
    json(&format!("ui/{lang}.json")).as_object().unwrap().clone()
}

/// Keys whose end comes from a value: of that type, of the catalogue, or put together.
fn made() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    keys.extend(Failure::ALL.map(|failure| format!("load.failed.{}", failure.code())));
    keys.extend((1..=12).map(|month| format!("month.{month}")));
    keys.extend(Holiday::ALL.map(|day| format!("holiday.{}", day.name())));
    keys.extend(Demand::ALL.map(|demand| format!("demand.{}", demand.id())));
    keys.extend(["watch", "together", "practise", "alone"].map(|way| format!("mode.{way}.text")));
    keys.extend(Room::ALL.iter().flat_map(|room| ["", ".text"].map(|end| format!("room.{}{end}", room.name()))));
    let catalogue = json("flows/catalogue.json");
    let groups = catalogue["flows"].as_array().unwrap().iter().filter_map(|flow| flow["group"].as_str());
    keys.extend(groups.map(|group| format!("start.group.{group}")));
    keys
}

/// The texts between quotation marks in the program, its tests left out.
fn literals(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            literals(&path, found);
        } else if path.extension().is_some_and(|end| end == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
            found.extend(lines.flat_map(|line| line.split('"').skip(1).step_by(2).map(str::to_owned)));
        }
    }
}

fn said() -> BTreeSet<String> {
    let mut said = made();
    literals(&root().join("src"), &mut said);
    said
}

/// Story: “Deze oefening is nieuwer dan dit programma” was translated and kept up to date, and no road in the program led to it. A family
/// (`load.failed.…`) counted as used as a whole.
#[test]
fn every_word_of_the_interface_is_said_somewhere() {
    let said = said();
    let dead: Vec<String> = words("nl").into_iter().map(|(key, _)| key).filter(|key| !said.contains(key)).collect();
    assert!(dead.is_empty(), "no line of src says these: {dead:?}");
}

/// A value that came later showed its key, “load.failed.newer”, in the place of words.
#[test]
fn every_value_that_is_told_by_name_has_words() {
    for lang in ["nl", "en"] {
        let words = words(lang);
        let silent: Vec<String> = made().into_iter().filter(|key| !words.contains_key(key)).collect();
        assert!(silent.is_empty(), "{lang}: no words for {silent:?}");
    }
}

/// Story: "U bent er bijna. Nog te typen: 9", when four of thirteen letters stood there; and a mistake was compared with "het voorbeeld".
#[test]
fn a_mistake_is_told_in_words_that_are_true_on_every_screen() {
    for (lang, untrue) in [("nl", ["bijna", "voorbeeld"]), ("en", ["almost", "example"])] {
        let words = words(lang);
        for key in ["mistake.short", "mistake.differs", "mistake.sms.differs"] {
            let said = words[key].as_str().unwrap();
            assert!(untrue.iter().all(|word| !said.contains(word)), "{lang} {key}: {said}");
        }
    }
}
