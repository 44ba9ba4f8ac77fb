//! JSON: the browser parses, and the values come over as a tree.

use crate::map::Map;
use crate::value::{DEEPEST, Value};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The value of a JSON text.
pub fn parse(text: &str) -> Option<Value> {
    Some(from_js(&js_sys::JSON::parse(text).ok()?))
}

/// The tree of a value that came from `JSON.parse`.
pub fn from_js(value: &JsValue) -> Value {
    convert(value, 0)
}

fn convert(value: &JsValue, depth: usize) -> Value {
    if depth > DEEPEST {
        return odd();
    }
    if let Some(text) = value.as_string() {
        return Value::Text(text);
    }
    if let Some(number) = value.as_f64() {
        let whole = number as i64;
        return if whole as f64 == number { Value::Number(whole) } else { odd() };
    }
    if let Some(yes) = value.as_bool() {
        return Value::Bool(yes);
    }
    if Array::is_array(value) {
        let list = value.unchecked_ref::<Array>();
        let mut values = Vec::new();
        for index in 0..list.length() {
            values.push(convert(&list.get(index), depth + 1));
        }
        return Value::List(values);
    }
    if value.is_object() {
        let pairs = Object::entries(value.unchecked_ref());
        let mut map = Map::default();
        for index in 0..pairs.length() {
            let pair: Array = pairs.get(index).unchecked_into();
            map.insert(pair.get(0).as_string().unwrap_or_default(), convert(&pair.get(1), depth + 1));
        }
        return Value::Map(map);
    }
    Value::Null
}

/// A fraction, or what is deeper than content is. (Writing the number out would cost the first screen 15 kB.)
fn odd() -> Value {
    Value::Odd("a fraction".to_owned())
}
