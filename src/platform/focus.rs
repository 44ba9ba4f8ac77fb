//! Moving focus to what a press has just brought. (To the heading of a new screen, and into a dialog: the loader, which knows the
//! page around it.)

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, HtmlElement};

/// Does something with what a selector finds under `root`, once the change that has just been made is drawn.
fn once_drawn(root: Element, selector: &'static str, act: fn(&HtmlElement)) {
    let Some(window) = web_sys::window() else { return };
    // It frees itself when it has run; a timer of gloo that is forgotten stays for the life of the page.
    let later = Closure::once_into_js(move || {
        let found = root.query_selector(selector).ok().flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            act(&found);
        }
    });
    let _ = window.set_timeout_with_callback(later.unchecked_ref());
}

fn focus(on: &HtmlElement) {
    let _ = on.focus();
}

/// Focuses something that a press has just brought, in the `around` of what was pressed: the button may be gone by then.
fn after_press(pressed: &Event, around: &str, selector: &'static str) {
    let pressed = pressed.current_target().and_then(|pressed| pressed.dyn_into::<Element>().ok());
    if let Some(around) = pressed.and_then(|pressed| pressed.closest(around).ok().flatten()) {
        once_drawn(around, selector, focus);
    }
}

/// Focuses the element marked `data-page` on the same drawn device, once what was pressed has opened another page there.
pub fn drawn_page(pressed: &Event) {
    after_press(pressed, "section", "[data-page]");
}

/// Focuses something on the same practice desk, also on another device.
pub fn on_desk(pressed: &Event, selector: &'static str) {
    after_press(pressed, ".sw-desk", selector);
}

/// Focuses the heading of what the search found.
pub fn found(pressed: &Event) {
    after_press(pressed, ".sw-find", "[data-found]");
}
