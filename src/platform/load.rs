//! Fetching, through the loader.

use super::host::Host;
use super::json;
use crate::app::event::{Event, Failure};
use crate::content::asset::Asset;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Asks for a file, and reports it as an event once it is there. (A callback and no future: each future is 3 kB of wasm.)
pub fn ask(host: &Host, asset: Asset, send: impl FnOnce(Event) + 'static) {
    let path = asset.path();
    let done = Closure::once_into_js(move |value: JsValue, code: JsValue| {
        let value = match code.as_string() {
            Some(code) => Err(Failure::from_code(&code)),
            None => Ok(json::from_js(&value)),
        };
        send(Event::Arrived(asset, value));
    });
    host.load(&path, done);
}
