//! JavaScript's objects, asked by name: what the later file uses of a browser then costs the glue of the first screen nothing. What is not
//! there, or throws, is `None`.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The page's own window.
pub(super) fn window() -> Option<JsValue> {
    web_sys::window().map(Into::into)
}

/// What an object has under a name.
pub(super) fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_null() && !value.is_undefined())
}

/// Whether what it has there is a yes.
pub(super) fn is(of: &JsValue, name: &str) -> bool {
    get(of, name).is_some_and(|value| value.is_truthy())
}

pub(super) fn set(of: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(of, &name.into(), value);
}

/// Calls a method, with one value.
pub(super) fn call(of: &JsValue, method: &str, with: &JsValue) -> Option<JsValue> {
    get(of, method)?.dyn_into::<Function>().ok()?.call1(of, with).ok()
}

/// Makes one of a kind.
pub(super) fn construct(of: &JsValue, kind: &str, with: &Array) -> Option<JsValue> {
    let kind = get(of, kind)?.dyn_into::<Function>().ok()?;
    Reflect::construct(&kind, with).ok()
}
