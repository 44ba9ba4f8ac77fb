//! Moving focus: to the heading of a new screen, into a dialog and back.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};

/// Focuses the element marked `data-heading` once the new screen has been drawn.
pub fn heading(root: &HtmlElement) {
    let root = root.clone();
    Timeout::new(0, move || {
        let heading = root.query_selector("[data-heading]").ok().flatten();
        if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
            heading.scroll_into_view();
            let _ = heading.focus();
        }
    })
    .forget();
}

/// Focuses the element marked `data-page` on the same drawn device, once what was pressed has opened another page there: the
/// button that was pressed may be gone.
pub fn drawn_page(pressed: &Event) {
    let pressed = pressed.current_target().and_then(|pressed| pressed.dyn_into::<Element>().ok());
    let Some(device) = pressed.and_then(|pressed| pressed.closest("section").ok().flatten()) else { return };
    Timeout::new(0, move || {
        let title = device.query_selector("[data-page]").ok().flatten();
        if let Some(title) = title.and_then(|title| title.dyn_into::<HtmlElement>().ok()) {
            let _ = title.focus();
        }
    })
    .forget();
}

fn dialog(root: &HtmlElement) -> Option<HtmlDialogElement> {
    root.query_selector("dialog").ok()??.dyn_into().ok()
}

/// Shows the dialog as a modal one, once it has been drawn.
pub fn show_dialog(root: &HtmlElement) {
    let root = root.clone();
    Timeout::new(0, move || {
        if let Some(dialog) = dialog(&root).filter(|dialog| !dialog.open()) {
            let _ = dialog.show_modal();
        }
    })
    .forget();
}

/// Closes it while it is still there.
pub fn close_dialog(root: &HtmlElement) {
    if let Some(dialog) = dialog(root).filter(HtmlDialogElement::open) {
        dialog.close();
    }
}
