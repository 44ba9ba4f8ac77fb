//! Moving focus: to the heading of a new screen, into a dialog and back.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};

/// Does something with what a selector finds under `root`, once the change that has just been made is drawn.
fn once_drawn(root: Element, selector: &'static str, act: fn(&HtmlElement)) {
    Timeout::new(0, move || {
        let found = root.query_selector(selector).ok().flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            act(&found);
        }
    })
    .forget();
}

fn focus(on: &HtmlElement) {
    let _ = on.focus();
}

/// Focuses the element marked `data-heading` once the new screen has been drawn.
pub fn heading(root: &HtmlElement) {
    once_drawn(root.clone().into(), "[data-heading]", |heading| {
        heading.scroll_into_view();
        focus(heading);
    });
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

/// Shows the dialog with this id as a modal one, once it has been drawn.
pub fn show_dialog(root: &HtmlElement, id: &'static str) {
    let root = root.clone();
    Timeout::new(0, move || {
        if let Some(dialog) = dialog(&root, id).filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
        }
    })
    .forget();
}

/// Closes it while it is still there.
pub fn close_dialog(root: &HtmlElement, id: &str) {
    if let Some(dialog) = dialog(root, id).filter(HtmlDialogElement::open) {
        dialog.close();
    }
}

fn dialog(root: &HtmlElement, id: &str) -> Option<HtmlDialogElement> {
    root.query_selector(&["#", id].concat()).ok()??.dyn_into().ok()
}
