//! The figures of the whole country, which stand once in `facts/national.json`; a flow names them. (`xtask/src/figures.rs` does the
//! same for the site that is built, so that a visitor asks for no more files.)

use crate::map::Map;
use crate::value::Value;

/// The file, below the content folder.
pub const NATIONAL: &str = "facts/national.json";

/// A `flow.json` with the figures in the places where it names them, and the places of names that are none.
pub fn put_in(flow: &Value, national: Option<&Value>) -> (Value, Vec<(String, String)>) {
    let (mut whole, mut unknown) = (flow.clone(), Vec::new());
    let known = national.and_then(|file| file.at("facts"));
    if let Value::Map(fields) = &mut whole
        && let Some(Value::Map(facts)) = fields.get_mut("facts")
    {
        let mut figures = Map::default();
        for (id, figure) in facts.iter() {
            match figure {
                Value::Text(name) => match known.and_then(|known| known.at(name)) {
                    Some(figure) => figures.insert(id.to_owned(), figure.clone()),
                    None => unknown.push((id.to_owned(), name.clone())),
                },
                own => figures.insert(id.to_owned(), own.clone()),
            }
        }
        *facts = figures;
    }
    (whole, unknown)
}
