//! What a browser says of typing, in the terms of the practice desk: which text replaces which part of a field.

use js_sys::JsString;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, InputEvent};

#[wasm_bindgen]
extern "C" {
    /// A field or an event, asked for what it holds as it stands in JavaScript: the texts stay on that side. (Not by `Reflect.get`,
    /// which a page may have replaced.)
    type Holder;

    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Holder) -> JsValue;

    #[wasm_bindgen(method, getter, structural)]
    fn data(this: &Holder) -> JsValue;

    #[wasm_bindgen(method, getter, structural, js_name = dataTransfer)]
    fn transfer(this: &Holder) -> Option<Holder>;

    #[wasm_bindgen(method, catch, js_name = getData)]
    fn of_kind(this: &Holder, kind: &str) -> Result<JsValue, JsValue>;
}

/// A change that is about to happen.
pub struct Change {
    pub input: HtmlInputElement,
    /// In UTF-16 units, as the browser counts.
    pub start: usize,
    pub end: usize,
    text: Option<JsString>,
}

impl Change {
    /// Reads a `beforeinput` event and takes it over: the browser then changes nothing by itself. `None` for what cannot
    /// be taken over (an input method that is composing); that comes in afterwards, through [`whole`].
    pub fn before(event: &Event) -> Option<Change> {
        let event: &InputEvent = event.dyn_ref()?;
        let kind = event.input_type();
        if !event.cancelable() || event.is_composing() || kind.contains("Composition") {
            return None;
        }
        // Enter sends; in a field of one line it is no text, and what the coach said of the sending has to stay.
        if matches!(kind.as_str(), "insertLineBreak" | "insertParagraph") {
            return None;
        }
        event.prevent_default();
        if is_line_end(&kind) {
            return None;
        }
        let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
        let length = value(&input).map_or(0, |value| value.length() as usize);
        let place = |place: Option<u32>| place.map_or(length, |place| (place as usize).min(length));
        let mut start = place(input.selection_start().ok().flatten());
        let mut end = place(input.selection_end().ok().flatten());
        let mut text = None;
        if kind.starts_with("insert") {
            text = inserted(event);
        } else if kind.starts_with("delete") {
            if start == end {
                let far = kind.contains("Word") || kind.contains("Line");
                match kind.ends_with("Backward") {
                    true => start = if far { 0 } else { start.saturating_sub(1) },
                    false => end = if far { length } else { (end + 1).min(length) },
                }
            }
        } else {
            // Undo, redo, formatting: a field that forgets has nothing to bring back.
            return None;
        }
        Some(Change { input, start, end, text })
    }

    /// The text that comes in, one character at a time: a paste of a megabyte is never copied.
    pub fn incoming(&self) -> impl Iterator<Item = char> + '_ {
        chars(self.text.as_ref())
    }
}

/// Enter. In a field of one line it is no edit: it replaces nothing that is selected, and what it sent has its answer already.
fn is_line_end(kind: &str) -> bool {
    matches!(kind, "insertLineBreak" | "insertParagraph")
}

fn inserted(event: &InputEvent) -> Option<JsString> {
    let event: &Holder = event.unchecked_ref();
    if let Ok(text) = event.data().dyn_into::<JsString>() {
        return Some(text);
    }
    event.transfer()?.of_kind("text/plain").ok()?.dyn_into().ok()
}

fn chars(text: Option<&JsString>) -> impl Iterator<Item = char> + '_ {
    let units = text.into_iter().flat_map(JsString::iter);
    char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}'))
}

/// What stands in the field after the browser changed it by itself (an input method, autofill, dictation).
pub struct WholeText {
    pub input: HtmlInputElement,
    text: Option<JsString>,
}

/// Reads an `input` event.
pub fn whole(event: &Event) -> Option<WholeText> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let text = value(&input);
    Some(WholeText { input, text })
}

/// What stands in a field. It stays on the JavaScript side: a copy would lie in freed memory afterwards.
fn value(input: &HtmlInputElement) -> Option<JsString> {
    input.unchecked_ref::<Holder>().value().dyn_into().ok()
}

fn holds(input: &HtmlInputElement, text: &str) -> bool {
    value(input).is_some_and(|value| value.iter().eq(text.encode_utf16()))
}

impl WholeText {
    pub fn incoming(&self) -> impl Iterator<Item = char> + '_ {
        chars(self.text.as_ref())
    }

    /// Whether this is the text already.
    pub fn is(&self, text: &str) -> bool {
        holds(&self.input, text)
    }
}

/// An element that is a field.
pub fn input(element: &Element) -> Option<HtmlInputElement> {
    element.dyn_ref::<HtmlInputElement>().cloned()
}

/// Puts a text in a field, unless it stands there.
pub fn put(input: &HtmlInputElement, text: &str) {
    if !holds(input, text) {
        input.set_value(text);
    }
}

/// Puts the keyboard on an element, and brings that in sight.
pub fn focus_in_sight(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Puts the keyboard on the first thing under `root` that takes it, of these selectors in this order: what is hidden or
/// switched off does not. `false` when none does.
pub fn focus_first(root: &Element, places: &[&str]) -> bool {
    places.iter().any(|place| {
        let Ok(Some(found)) = root.query_selector(place) else { return false };
        focus_in_sight(&found);
        has_keyboard(&found)
    })
}

fn has_keyboard(element: &Element) -> bool {
    element.matches(":focus").unwrap_or(false)
}

/// What is selected in a field that has the keyboard, or where its caret is.
pub fn selection(input: &HtmlInputElement) -> Option<(usize, usize)> {
    if !has_keyboard(input) {
        return None;
    }
    let place = |place: Result<Option<u32>, _>| place.ok().flatten().map(|place| place as usize);
    Some((place(input.selection_start())?, place(input.selection_end())?))
}

/// Whether a click came from a key: no pointer pressed then.
pub fn by_key(click: &Event) -> bool {
    click.dyn_ref::<web_sys::UiEvent>().is_none_or(|click| click.detail() == 0)
}

/// Puts the keyboard on a field, without moving the page: a finger is on its way to the next key.
pub fn focus(input: &HtmlInputElement) {
    let still = web_sys::FocusOptions::new();
    still.set_prevent_scroll(true);
    let _ = input.focus_with_options(&still);
}

/// Shows what the gate let through.
pub fn show(input: &HtmlInputElement, text: &str, caret: usize) {
    put(input, text);
    let _ = input.set_selection_range(caret as u32, caret as u32);
}

/// Does something every second, until the handle is dropped.
pub fn every_second(act: impl FnMut() + 'static) -> gloo_timers::callback::Interval {
    gloo_timers::callback::Interval::new(1000, act)
}

/// Something that will be done, unless this is dropped.
pub type Timer = gloo_timers::callback::Timeout;

/// Does something when so many milliseconds have passed.
pub fn after(milliseconds: u32, act: impl FnOnce() + 'static) -> Timer {
    Timer::new(milliseconds, act)
}

/// Does something when typing has rested a moment, unless the handle is dropped: with each key, drop the one of the key before.
pub fn at_rest(act: impl FnOnce() + 'static) -> Timer {
    /// Milliseconds: longer than between two keys of somebody who types slowly, shorter than one waits for an answer.
    const REST: u32 = 700;
    Timer::new(REST, act)
}

/// Whether Enter was pressed: not held, and not to accept what an input method offers.
pub fn is_enter(event: &Event) -> bool {
    let pressed = |event: &web_sys::KeyboardEvent| event.key() == "Enter" && !event.is_composing() && !event.repeat();
    event.dyn_ref().is_some_and(pressed)
}
