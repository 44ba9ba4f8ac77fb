//! The loader (`embed/element.js`) as wasm sees it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What the loader offers a mounted widget.
    #[derive(Clone)]
    pub type Host;

    /// Asks for the JSON value of a file under the base address. `done` gets the value, or else a code as its second.
    #[wasm_bindgen(method)]
    pub fn load(this: &Host, path: &str, done: JsValue);

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
