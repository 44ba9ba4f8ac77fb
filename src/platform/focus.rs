//! Moving focus to what a press has just brought. (To the heading of a new screen, and into a dialog: the loader, which knows the
//! page around it.)

use super::object::{call, set};
use super::timer::soon;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement};

/// Free room, in pixels, between a field and the keys, and between its label and the edge of the window.
const GAP: f64 = 16.0;

/// Does something with what a selector finds under `root`, once it is drawn.
fn once_drawn(root: Element, selector: &'static str, act: fn(&HtmlElement)) {
    soon(move || {
        let found = root.query_selector(selector).ok().flatten();
        if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            act(&found);
        }
    });
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

/// Focuses the heading of what the search found.
pub fn found(pressed: &Event) {
    after_press(pressed, ".sw-find", "[data-found]");
}

/// Scrolls no further than is needed to see what a press brought as an answer; and with it the way on, where there is room.
/// Who is typing keeps their field in sight, unless it is `right` and they can go on.
pub fn answered(answer: &Element, right: bool) {
    let answer = answer.clone();
    soon(move || {
        let near = |around: &str, selector: &str| answer.closest(around).ok()??.query_selector(selector).ok()?;
        if !right && near(".sw-desk", "input:focus").is_some() {
            return;
        }
        if let Some(next) = near(".sw-dock", "[data-next]") {
            into_sight(&next);
        }
        into_sight(&answer);
    });
}

/// Brings something in sight once what was changed around it is drawn: a message above a field moves the field.
pub fn in_sight_soon(element: &Element) {
    let element = element.clone();
    soon(move || into_sight(&element));
}

fn into_sight(element: &Element) {
    scroll(element, "scrollIntoView", "block", &"nearest".into());
}

/// Brings the field that has just got the keyboard above the keys that lie at the foot of the window. The next field, or the button,
/// comes along as far as the label of this one stays in sight: under the keys no finger finds it.
pub fn above_keys(focused: &Event) {
    let Some(input) = focused.target().and_then(|input| input.dyn_into::<Element>().ok()) else { return };
    soon(move || {
        let up = |to: &str| input.closest(to).ok().flatten();
        let keys = up(".sw-desk").filter(|_| input.matches(".sw-input").unwrap_or(false));
        let keys = keys.and_then(|desk| desk.query_selector(".sw-board").ok()?);
        let (Some(keys), Some(field)) = (keys, up(".sw-field")) else { return };
        let top = keys.get_bounding_client_rect().top() - GAP;
        let under = |element: &Element| element.get_bounding_client_rect().bottom() - top;
        let next = field.next_element_sibling().map_or(0.0, |next| under(&next));
        let most = field.get_bounding_client_rect().top() - GAP;
        let by = next.min(most).max(under(&input));
        if let Some(window) = web_sys::window().filter(|_| by > 0.0) {
            scroll(&window, "scrollBy", "top", &by.into());
        }
    });
}

/// Brings the field that has just got the keyboard to the top of the window, so that what answers it has room above the keys.
pub fn at_the_top(focused: &Event) {
    if let Some(field) = focused.target().and_then(|field| field.dyn_into::<Element>().ok()) {
        soon(move || field.scroll_into_view());
    }
}

/// Calls a method that scrolls with one option. By way of the object: the names cost the first screen nothing.
fn scroll(on: &JsValue, method: &str, option: &str, value: &JsValue) {
    let options = js_sys::Object::new();
    set(&options, option, value);
    call(on, method, &options);
}

/// What lies over the page (the settings, all steps, the drawer of who helps) closes on Escape, which leaves the keyboard on its button,
/// when the keyboard goes elsewhere, and when something else is pressed.
pub fn over_left(event: &Event) {
    let element = |target: Option<web_sys::EventTarget>| target.and_then(|target| target.dyn_into::<Element>().ok());
    let Some(around) = element(event.current_target()) else { return };
    // One at a time: opening another is a press elsewhere.
    let open = around.query_selector("[data-over][open]").ok().flatten();
    if let Some(over) = open.filter(|over| left(over, event)) {
        let _ = over.remove_attribute("open");
    }
}

/// Whether an event leaves what is open.
fn left(over: &Element, event: &Event) -> bool {
    let element = |target: Option<web_sys::EventTarget>| target.and_then(|target| target.dyn_into::<Element>().ok());
    let to = match event.type_().as_str() {
        "keydown" => {
            let escape = event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape");
            let button = over.query_selector("summary").ok().flatten().filter(|_| escape);
            let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) else { return false };
            focus(&button);
            return true;
        }
        "pointerdown" => element(event.target()),
        // A browser that puts the keyboard on no button that is pressed says that it goes nowhere.
        _ => match Reflect::get(event, &"relatedTarget".into()).ok().and_then(|to| to.dyn_into().ok()) {
            Some(to) => Some(to),
            None => return false,
        },
    };
    !to.is_some_and(|to| over.contains(Some(&to)))
}
