//! Letters that hide, turn the reading direction or look like others are found wherever a text can stand.

use crate::mistakes::remarks_after_in;
use crate::slips::input;
use crate::support::public;
use serde_json::Value;
use std::fs;

const FILES: [&str; 7] = [
    "flows/catalogue.json",
    "flows/melding-openbare-ruimte/flow.json",
    "flows/melding-openbare-ruimte/nl.json",
    "flows/melding-openbare-ruimte/en.json",
    "flows/melding-openbare-ruimte/find.json",
    "municipalities/voorbeeldstad.json",
    "ui/en.json",
];

/// A mark that turns the reading direction in the name of a municipality, and a space of no width in that of a partner: 0 errors.
#[test]
fn hidden_letters_in_the_names_of_a_municipality_are_named() {
    let said = remarks_after_in(|folder| {
        let bytes = input("town-turning-letters-in-name.json");
        fs::write(folder.join("municipalities/town-turning-letters-in-name.json"), bytes).unwrap();
    });
    let errors = said.iter().filter(|one| one.is_error());
    let errors: Vec<(&str, &str)> = errors.map(|one| (one.path.as_str(), &one.found[..6])).collect();
    assert_eq!(errors, [("name", "U+202E"), ("partners.0.name", "U+200B")]);
}

/// A space of no width passed in the name of a partner and in a figure: which fields were looked at was a list, kept by hand. Here
/// every text of every file is spoilt, whatever field it stands in.
#[test]
fn no_text_of_any_file_is_passed_over() {
    for name in FILES {
        let mut file: Value = serde_json::from_slice(&fs::read(public().join(name)).unwrap()).unwrap();
        let texts = spoil(&mut file);
        assert!(texts > 10, "{name} has {texts} texts");
        let said = remarks_after_in(|folder| fs::write(folder.join(name), file.to_string()).unwrap());
        let named = said.iter().filter(|one| one.file == name && one.found == "U+200B, a space of no width").count();
        assert_eq!(named, texts, "{name}");
    }
}

/// Puts a hidden letter in every text; how many there were.
fn spoil(value: &mut Value) -> usize {
    match value {
        Value::String(text) => {
            text.push('\u{200b}');
            1
        }
        Value::Array(list) => list.iter_mut().map(spoil).sum(),
        Value::Object(map) => map.values_mut().map(spoil).sum(),
        _ => 0,
    }
}
