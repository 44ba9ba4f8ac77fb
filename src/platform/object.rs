//! Objects of the browser by the names of what they have: typed, each name would cost glue, and trap where a page took it away.

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// What an object has under this name.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

/// Puts something under this name, where the object lets it.
pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(of, &name.into(), value);
}

/// Calls a method with one argument. `None` where there is no such method, and when it throws.
pub(super) fn call(of: &JsValue, method: &str, with: &JsValue) -> Option<JsValue> {
    Reflect::get(of, &method.into()).ok()?.dyn_into::<Function>().ok()?.call1(of, with).ok()
}
