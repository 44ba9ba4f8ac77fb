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

    /// Dispatches `stapwijzer:<name>` with ids only: a flow, a step, and one more by its `key`; `moved` is for the loader itself (the address of the page).
    #[wasm_bindgen(method)]
    pub fn emit(this: &Host, name: &str, flow: Option<&str>, step: Option<&str>, key: &str, value: &str);

    /// Writes a line to the console, for who looks after the content.
    #[wasm_bindgen(method)]
    pub fn warn(this: &Host, line: &str);

    /// Keeps, outside wasm, what brings the visitor back to the same step.
    #[wasm_bindgen(method)]
    pub fn remember(this: &Host, saved: &str);

    /// Ends the visit: a fresh instance at the start screen.
    #[wasm_bindgen(method)]
    pub fn wipe(this: &Host);

    /// Brings the heading of the new screen in sight, and the keyboard to it, once it has been drawn.
    #[wasm_bindgen(method)]
    pub fn heading(this: &Host);

    /// Shows the dialog with this id as a modal one, once it has been drawn; or closes it while it is still there.
    #[wasm_bindgen(method)]
    pub fn dialog(this: &Host, id: &str, open: bool);
}
