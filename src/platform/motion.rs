//! Whether things may move by themselves, and the drawn hand that goes from one thing to the next. All by way of the objects: the names
//! cost the first screen nothing.

use super::object::{call, get, is, set};
use web_sys::Element;

/// Whether the reader has asked for less motion.
pub fn reduced() -> bool {
    let query = "(prefers-reduced-motion: reduce)".into();
    let asked = web_sys::window().and_then(|window| call(&window, "matchMedia", &query));
    asked.is_some_and(|asked| is(&asked, "matches"))
}

/// Whether the visitor came here by a key, or by what a screen reader makes of one: the browser then shows where the keyboard is.
pub fn came_by_key(near: &Element) -> bool {
    let root = near.closest("[data-device]").ok().flatten();
    root.and_then(|root| root.query_selector(":focus-visible").ok().flatten()).is_some()
}

/// Whether an element is drawn at all, and not behind a tab.
pub fn drawn(element: &Element) -> bool {
    element.get_bounding_client_rect().width() > 1.0
}

/// Whether a part of it is in the window.
pub fn in_window(element: &Element) -> bool {
    let height = web_sys::window().and_then(|window| get(&window, "innerHeight")?.as_f64()).unwrap_or_default();
    let place = element.get_bounding_client_rect();
    place.bottom() > 0.0 && place.top() < height
}

/// The part of `element` that this names, or the element itself.
pub fn part_of(element: &Element, selector: &str) -> Element {
    element.query_selector(selector).ok().flatten().filter(drawn).unwrap_or_else(|| element.clone())
}

/// What is seen of something to choose: the box itself may be drawn by its label.
pub fn face_of(element: &Element) -> Element {
    if drawn(element) {
        return element.clone();
    }
    element.closest("label").ok().flatten().unwrap_or_else(|| element.clone())
}

/// Lays the tip of the hand's finger on an element: in the middle of what is pressed, under what is typed.
pub fn point_at(hand: &Element, target: &Element) {
    let Some(around) = hand.parent_element() else { return };
    let (around, target_at) = (around.get_bounding_client_rect(), target.get_bounding_client_rect());
    let typed = target.matches(".sw-input").unwrap_or(false);
    let (across, down) = if typed { (0.8, 0.85) } else { (0.5, 0.6) };
    // Of what is large, a message or a page, the upper part is what one reads.
    let x = target_at.left() - around.left() + target_at.width() * across;
    let y = target_at.top() - around.top() + (target_at.height() * down).min(90.0);
    let place =
        ["translate(", &(x.max(0.0) as usize).to_string(), "px,", &(y.max(0.0) as usize).to_string(), "px)"].concat();
    if let Some(style) = get(hand, "style") {
        set(&style, "transform", &place.into());
    }
}

/// The keyboard goes from what is about to go away to the first button beside it.
pub fn keep_keyboard(bar: &Element) {
    if bar.query_selector(":focus").ok().flatten().is_some() {
        super::typing::focus_first(bar, &["button"]);
    }
}
