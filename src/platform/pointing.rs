//! Moving something on the screen: dragging it with a pointer, and the arrow keys.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// Whether something happened inside what a selector names.
pub fn within(event: &Event, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.and_then(|target| target.closest(selector).ok().flatten()).is_some()
}

/// A pointer takes hold of the element that listens: from now on its moves come here.
pub fn grab(event: &Event) {
    let Some((pointer, element)) = parts(event) else { return };
    let _ = element.set_pointer_capture(pointer.pointer_id());
}

/// Where a pointer drags the element to: the column and row of a grid that lies over its parent. `None` when nothing is
/// being dragged.
pub fn dragged(event: &Event, columns: u8, rows: u8) -> Option<(u8, u8)> {
    let (pointer, element) = parts(event)?;
    if !element.has_pointer_capture(pointer.pointer_id()) {
        return None;
    }
    let area = element.parent_element()?.get_bounding_client_rect();
    let cell = |at: f64, size: f64, count: u8| (at / size * f64::from(count)).clamp(0.0, f64::from(count - 1)) as u8;
    let x = cell(f64::from(pointer.client_x()) - area.left(), area.width(), columns);
    let y = cell(f64::from(pointer.client_y()) - area.top(), area.height(), rows);
    Some((x, y))
}

fn parts(event: &Event) -> Option<(&PointerEvent, Element)> {
    Some((event.dyn_ref()?, event.current_target()?.dyn_into().ok()?))
}

/// The step that an arrow key asks for: to the right, and down. The page does not scroll for it then.
pub fn arrow(event: &Event) -> Option<(i8, i8)> {
    let key = event.dyn_ref::<KeyboardEvent>()?.key();
    let step = match key.as_str() {
        "ArrowLeft" => (-1, 0),
        "ArrowRight" => (1, 0),
        "ArrowUp" => (0, -1),
        "ArrowDown" => (0, 1),
        _ => return None,
    };
    event.prevent_default();
    Some(step)
}
