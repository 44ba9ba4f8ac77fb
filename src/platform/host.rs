//! The loader (`embed/element.js`) as wasm sees it.

use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the loader offers a mounted widget.
    #[derive(Clone)]
    pub type Host;

    /// The JSON value of a file under the base address. Rejects with `{code}`.
    #[wasm_bindgen(method)]
    pub fn load(this: &Host, path: &str) -> Promise;

    /// Dispatches `stapwijzer:<name>` with ids only; `moved` is for the loader itself (the address of the page).
    #[wasm_bindgen(method)]
    pub fn emit(this: &Host, name: &str, detail: &JsValue);

    /// Keeps, outside wasm, what brings the visitor back to the same step.
    #[wasm_bindgen(method)]
    pub fn remember(this: &Host, saved: &str);

    /// Ends the visit: a fresh instance at the start screen.
    #[wasm_bindgen(method)]
    pub fn wipe(this: &Host);
}
