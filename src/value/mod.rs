//! Reading content from a tree of JSON values, and reporting everything that does not fit.
//!
//! One reader serves the browser (which parses JSON itself) and the native checker. Serde's derived code was 76 kB of the
//! wasm, brought 15 kB of number printing with it, and stops at the first fault; the rule here is to name them all.

use crate::map::Map;

/// A JSON value, as far as content has such.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Null,
    Bool(bool),
    /// A whole one.
    Number(i64),
    Text(String),
    List(Vec<Value>),
    Map(Map<Value>),
    /// What content does not have, in words: a fraction, or something nested too deep. It fits nowhere, and spoils nothing else.
    Odd(String),
}

/// Deeper than this is not content.
pub const DEEPEST: usize = 32;

/// So much that does not fit is told; who mends that will find the rest. A file of nothing but faults would fill the memory
/// with what is said of them.
pub const MOST_MISFITS: usize = 1_000;

/// Something that does not fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The place, with dots: `steps.3.next`.
    pub path: String,
    pub found: String,
    pub expected: &'static str,
    /// A field that this version does not know. The checker refuses it; the widget reads on, because a newer file may
    /// hold more.
    pub unknown: bool,
}

/// Reads values and collects what does not fit.
#[derive(Debug, Default)]
pub struct Reader {
    path: Vec<String>,
    pub misfits: Vec<Misfit>,
    /// What is being read does not fit: it is left out by what can be without it. Apart from `misfits`, which has an end.
    broken: bool,
}

/// A type that can be read. After a misfit it reads as something empty, so that the rest is read too; the nearest element of
/// a list or a map, or field that may be absent, is then left out.
pub trait FromValue: Sized {
    fn from_value(value: &Value, reader: &mut Reader) -> Self;

    /// What stands for a field that is not there; `None` when it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

impl Value {
    /// A field of an object.
    pub fn at(&self, name: &str) -> Option<&Value> {
        if let Value::Map(map) = self { map.get(name) } else { None }
    }

    /// The JSON text of the value.
    pub fn to_json(&self) -> String {
        let mut json = String::new();
        self.write(&mut json);
        json
    }

    fn write(&self, json: &mut String) {
        match self {
            Value::Null | Value::Odd(_) => json.push_str("null"),
            Value::Bool(yes) => json.push_str(if *yes { "true" } else { "false" }),
            Value::Number(number) => json.push_str(&number.to_string()),
            Value::Text(text) => write_text(text, json),
            Value::List(list) => {
                json.push('[');
                for (index, value) in list.iter().enumerate() {
                    if index > 0 {
                        json.push(',');
                    }
                    value.write(json);
                }
                json.push(']');
            }
            Value::Map(map) => {
                json.push('{');
                for (index, (name, value)) in map.iter().enumerate() {
                    if index > 0 {
                        json.push(',');
                    }
                    write_text(name, json);
                    json.push(':');
                    value.write(json);
                }
                json.push('}');
            }
        }
    }
}

fn write_text(text: &str, json: &mut String) {
    json.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            // Ids and flags hold no control characters; one that does is no id of ours.
            c if c.is_control() => json.push(' '),
            c => json.push(c),
        }
    }
    json.push('"');
}

/// Reads a whole value.
pub fn read<T: FromValue>(value: &Value) -> (T, Vec<Misfit>) {
    let mut reader = Reader::default();
    let read = T::from_value(value, &mut reader);
    (read, reader.misfits)
}

impl Reader {
    /// Something does not fit here.
    pub fn misfit(&mut self, found: &Value, expected: &'static str) {
        let found = match found {
            Value::Null => "null".to_owned(),
            Value::Bool(_) => "true or false".to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Text(text) | Value::Odd(text) => shortened(text),
            Value::List(_) => "a list".to_owned(),
            Value::Map(_) => "an object".to_owned(),
        };
        self.report(found, expected, false);
    }

    fn report(&mut self, found: String, expected: &'static str, unknown: bool) {
        self.broken |= !unknown;
        if !self.is_full() {
            self.misfits.push(Misfit { path: self.path.join("."), found, expected, unknown });
        }
    }

    /// Enough does not fit: lists and maps are read no further.
    #[inline(never)]
    fn is_full(&self) -> bool {
        self.misfits.len() >= MOST_MISFITS
    }

    /// The fields of an object; names that are not known are reported.
    pub fn fields<'a>(&mut self, value: &'a Value, known: &[&str]) -> Option<&'a Map<Value>> {
        let Value::Map(map) = value else {
            self.misfit(value, "an object");
            return None;
        };
        for name in map.keys().filter(|name| !known.contains(name)) {
            self.report(shortened(name), "a known field", true);
        }
        Some(map)
    }

    /// One field of an object. (One copy for a type, and not one for a field: 5 kB of wasm.)
    #[inline(never)]
    pub fn field<T: FromValue>(&mut self, fields: Option<&Map<Value>>, name: &str) -> T {
        match (find(fields, name), T::absent()) {
            (Some(value), absent) => self.item(name, value).or(absent).unwrap_or_else(|| {
                self.broken = true;
                empty()
            }),
            (None, Some(absent)) => absent,
            (None, None) => {
                // Once for an object that is none; else for each field that must be there.
                if fields.is_some() {
                    self.missing(name);
                }
                empty()
            }
        }
    }

    /// What stands in something else; `None` when it does not fit.
    #[inline(never)]
    fn item<T: FromValue>(&mut self, name: &str, value: &Value) -> Option<T> {
        let before = std::mem::take(&mut self.broken);
        self.enter(name);
        let read = T::from_value(value, self);
        self.path.pop();
        let broken = std::mem::replace(&mut self.broken, before);
        (!broken).then_some(read)
    }

    /// What was read knows by itself what does not fit, and need not be left out.
    pub fn spare(&mut self) {
        self.broken = false;
    }

    #[inline(never)]
    fn enter(&mut self, name: &str) {
        self.path.push(shortened(name));
    }

    #[inline(never)]
    fn missing(&mut self, name: &str) {
        self.enter(name);
        self.report("nothing".into(), "this field", false);
        self.path.pop();
    }
}

/// The beginning of a name or a text: it is told, and need not be whole.
#[inline(never)]
fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}

#[inline(never)]
fn find<'a>(fields: Option<&'a Map<Value>>, name: &str) -> Option<&'a Value> {
    fields?.get(name)
}

impl FromValue for String {
    #[inline(never)]
    fn from_value(value: &Value, reader: &mut Reader) -> String {
        if let Value::Text(text) = value {
            return text.clone();
        }
        reader.misfit(value, "a text");
        String::new()
    }
}

macro_rules! whole {
    ($($type:ty),*) => {$(
        impl FromValue for $type {
            fn from_value(value: &Value, reader: &mut Reader) -> $type {
                if let Value::Number(number) = value
                    && let Ok(number) = <$type>::try_from(*number)
                {
                    return number;
                }
                reader.misfit(value, "a whole number");
                0
            }
        }
    )*};
}
whole!(u32, u8, i32, usize);

impl FromValue for bool {
    fn from_value(value: &Value, reader: &mut Reader) -> bool {
        if let Value::Bool(yes) = value {
            return *yes;
        }
        reader.misfit(value, "true or false");
        false
    }

    fn absent() -> Option<bool> {
        Some(false)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value, reader: &mut Reader) -> Option<T> {
        if *value == Value::Null { None } else { Some(T::from_value(value, reader)) }
    }

    fn absent() -> Option<Option<T>> {
        Some(None)
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn from_value(value: &Value, reader: &mut Reader) -> Vec<T> {
        let Value::List(list) = value else {
            reader.misfit(value, "a list");
            return Vec::new();
        };
        let mut read = Vec::new();
        for (index, value) in list.iter().enumerate() {
            if reader.is_full() {
                break;
            }
            read.extend(reader.item(&index.to_string(), value));
        }
        read
    }

    fn absent() -> Option<Vec<T>> {
        Some(Vec::new())
    }
}

impl<T: FromValue> FromValue for Map<T> {
    fn from_value(value: &Value, reader: &mut Reader) -> Map<T> {
        let Value::Map(map) = value else {
            reader.misfit(value, "an object");
            return Map::default();
        };
        let mut read = Map::default();
        for (name, value) in map.iter() {
            if reader.is_full() {
                break;
            }
            if let Some(value) = reader.item(name, value) {
                read.insert(name.to_owned(), value);
            }
        }
        read
    }

    fn absent() -> Option<Map<T>> {
        Some(Map::default())
    }
}

/// An empty one: what a type reads as when there is nothing.
pub fn empty<T: FromValue>() -> T {
    T::from_value(&Value::Null, &mut Reader::default())
}

mod declare;
pub mod lazy;
#[cfg(feature = "check")]
mod native;
#[cfg(feature = "check")]
pub mod schema;
#[cfg(test)]
mod tests;
pub mod whole;
