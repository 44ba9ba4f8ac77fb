//! A deed for later that nobody takes back. (One that may be: [`super::typing::after`].)

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Does something once the change that has just been made is drawn.
pub fn soon(act: impl FnOnce() + 'static) {
    after(0, act);
}

/// Does something when so many milliseconds have passed. The closure frees itself when it has run; one of gloo that is forgotten stays
/// for the life of the page.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) {
    set(milliseconds, Box::new(act));
}

fn set(milliseconds: i32, act: Box<dyn FnOnce()>) {
    if let Some(window) = web_sys::window() {
        let act = Closure::once_into_js(act);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), milliseconds);
    }
}
