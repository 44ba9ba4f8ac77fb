//! What is made up for the example municipality says so, "(voorbeeld)"; anywhere else it was left standing.

use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;
use crate::value::Value;

/// The municipality that does not exist.
const EXAMPLE: &str = "municipalities/voorbeeldstad.json";

/// The marks, in the languages of the content.
const MARKS: [&str; 2] = ["(voorbeeld)", "(example)"];

pub(super) fn check(library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    for (name, written) in library.written.iter().filter(|(name, _)| name.as_str() != EXAMPLE) {
        look(written, &mut Vec::new(), &mut Diagnostics::new(name, diagnostics));
    }
}

fn look<'v>(value: &'v Value, path: &mut Vec<String>, say: &mut Diagnostics) {
    let mut inside = |name: String, value: &'v Value| {
        path.push(name);
        look(value, path, say);
        path.pop();
    };
    match value {
        Value::Map(map) => map.iter().for_each(|(name, value)| inside(name.to_owned(), value)),
        Value::List(list) => list.iter().enumerate().for_each(|(at, value)| inside(at.to_string(), value)),
        Value::Text(text) if MARKS.iter().any(|mark| text.contains(mark)) => {
            let mend = "Write what is true in this municipality. Only Voorbeeldstad is made up.";
            say.error("example", &path.join("."), text, "no “(voorbeeld)”", mend);
        }
        _ => {}
    }
}
