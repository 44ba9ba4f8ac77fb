//! What does not fit is left out, and nothing more.

use super::*;
use crate::{names, record};

names! {
    pub enum Colour {
        Red = "red",
        Blue = "blue",
    }
}

record! {
    pub struct Thing {
        pub colours: Vec<Colour> = "colours",
        pub best: Option<Colour> = "best",
        pub by_name: Map<Colour> = "by_name",
        pub parts: Vec<Part> = "parts",
        pub sold: bool = "sold",
    }
}

record! {
    pub struct Part {
        pub colour: Colour = "colour",
        pub words: Map<String> = "words",
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn list(values: &[Value]) -> Value {
    Value::List(values.to_vec())
}

fn map(pairs: &[(&str, Value)]) -> Value {
    Value::Map(pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
}

/// Reads a thing with this field: so it reads, and that is named.
#[track_caller]
fn check(field: &str, value: Value, expected: impl Fn(&mut Thing), named: &[&str]) {
    let (thing, misfits) = read::<Thing>(&map(&[(field, value)]));
    let mut other = read::<Thing>(&map(&[])).0;
    expected(&mut other);
    assert_eq!(thing, other);
    assert_eq!(misfits.iter().map(|misfit| misfit.path.as_str()).collect::<Vec<_>>(), named);
}

/// A misspelt name read as the first one there is: a holiday as New Year's Day, a room as the reception.
#[test]
fn what_does_not_fit_is_left_out_and_nothing_more() {
    let colours = list(&[text("bleu"), text("blue"), Value::Null]);
    check("colours", colours, |thing| thing.colours = vec![Colour::Blue], &["colours.0", "colours.2"]);
    check("colours", text("blue"), |_| (), &["colours"]);
    check("colours", list(&Colour::ALL.map(|one| text(one.name()))), |thing| thing.colours = Colour::ALL.to_vec(), &[]);
    check("best", text(Colour::Blue.name()), |thing| thing.best = Some(Colour::Blue), &[]);
    check("best", text("bleu"), |_| (), &["best"]);
    check("by_name", map(&[("x", text("bleu"))]), |_| (), &["by_name.x"]);
    check("sold", text("no"), |_| (), &["sold"]);

    // What is without a field that must be there is left out whole; what can do without a word, is not.
    let blue = Part { colour: Colour::Blue, words: Map::default() };
    let part = |colour: &str, word: Value| map(&[("colour", text(colour)), ("words", map(&[("nl", word)]))]);
    check("parts", list(&[part("bleu", text("x"))]), |_| (), &["parts.0.colour"]);
    check("parts", list(&[map(&[])]), |_| (), &["parts.0.colour"]);
    check("parts", list(&[part("blue", Value::Null)]), |thing| thing.parts = vec![blue.clone()], &["parts.0.words.nl"]);

    // A field that is not known costs nothing.
    let newer = map(&[("colour", text("blue")), ("size", text("x"))]);
    check("parts", list(&[newer]), |thing| thing.parts = vec![blue.clone()], &["parts.0"]);
}

/// The list of what is told has an end; what does not fit after it is left out all the same.
#[test]
fn what_is_no_longer_told_is_left_out_too() {
    let many = list(&vec![text("bleu"); MOST_MISFITS + 1]);
    let (thing, misfits) = read::<Thing>(&map(&[("by_name", map(&[("x", text("red"))])), ("colours", many)]));
    assert_eq!((thing.colours, misfits.len()), (vec![], MOST_MISFITS));
    let many = Value::Map((0..MOST_MISFITS).map(|index| (index.to_string(), Value::Null)).collect());
    let mut reader = Reader::default();
    reader.fields(&many, &[]);
    let fields = map(&[("best", text("bleu"))]);
    #[expect(clippy::unreachable, reason = "this test made a map of it")]
    let Value::Map(fields) = fields else { unreachable!() };
    assert_eq!(reader.field::<Option<Colour>>(Some(&fields), "best"), None);
    assert_eq!(reader.misfits.len(), MOST_MISFITS);
}
