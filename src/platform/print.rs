//! Printing the card alone, from a page of its own in a frame: the page around it stays off the paper, and is not touched.

use super::object::{call, construct, get, set};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// Milliseconds in which a second press is the other half of a double tap. As the press was made, not as it is heard: the browser's own
/// dialog keeps a page waiting.
const TWICE: f64 = 1500.0;

/// Where the button keeps when it was pressed last.
const ASKED: &str = "asked";

/// Prints the card that stands in the same `around` as what was pressed, with the frame that stands there for it. Where there is no
/// such frame, the page is printed as it is.
pub fn alone(pressed: &Event, around: &str, card: &str, title: &str) {
    if let Some(button) = pressed.current_target() {
        let (at, before) = (pressed.time_stamp(), get(&button, ASKED).and_then(|before| before.as_f64()));
        set(&button, ASKED, &at.into());
        if before.is_some_and(|before| at - before < TWICE) {
            return;
        }
    }
    let printed = pressed.current_target().and_then(|pressed| pressed.dyn_into::<Element>().ok()).and_then(|pressed| {
        let around = pressed.closest(around).ok()??;
        in_frame(&around.query_selector("iframe").ok()??, &around.query_selector(card).ok()??, title)
    });
    if let (None, Some(window)) = (printed, web_sys::window()) {
        let _ = window.print();
    }
}

fn in_frame(frame: &Element, card: &Element, title: &str) -> Option<()> {
    let (window, page) = (get(frame, "contentWindow")?, get(frame, "contentDocument")?);
    // The root of the widget without what is in it: its language, and what its own style goes by.
    let root = call(card.closest("[data-device]").ok()??.as_ref(), "cloneNode", &JsValue::FALSE)?;
    call(&root, "append", &call(card, "cloneNode", &JsValue::TRUE)?)?;
    set(&page, "adoptedStyleSheets", &Array::of1(&same_style(card, &window)?));
    set(&page, "title", &title.into());
    set(&get(&page, "documentElement")?, "lang", &get(&root, "lang")?);
    call(&get(&page, "body")?, "replaceChildren", &root)?;
    call(&window, "print", &JsValue::UNDEFINED)?;
    Some(())
}

/// The style of the widget for the page in the frame: a sheet belongs to the page that made it.
fn same_style(card: &Element, window: &JsValue) -> Option<JsValue> {
    let sheets = get(&call(card, "getRootNode", &JsValue::UNDEFINED)?, "adoptedStyleSheets")?;
    let at = |list: &JsValue, index: usize| get(list, &index.to_string());
    let text = |rule: JsValue| get(&rule, "cssText")?.as_string();
    let rules = (0..).map_while(|index| get(&at(&sheets, index)?, "cssRules"));
    let text: String = rules.flat_map(|rules| (0..).map_while(move |index| text(at(&rules, index)?))).collect();
    let sheet = construct(window, "CSSStyleSheet", &Array::new())?;
    call(&sheet, "replaceSync", &text.into())?;
    Some(sheet)
}
