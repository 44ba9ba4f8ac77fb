//! Whether anybody can see the page: a page that is hidden forgets what was typed.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Document;

/// Watches until it is dropped.
pub struct PageVisibility {
    document: Document,
    changed: Closure<dyn FnMut()>,
}

impl PageVisibility {
    /// Reports `true` when the page is hidden, `false` when it is there again.
    pub fn new(report: impl Fn(bool) + 'static) -> Option<PageVisibility> {
        let document = web_sys::window()?.document()?;
        let asked = document.clone();
        let changed = Closure::<dyn FnMut()>::new(move || report(asked.hidden()));
        document.add_event_listener_with_callback("visibilitychange", changed.as_ref().unchecked_ref()).ok()?;
        Some(PageVisibility { document, changed })
    }
}

impl Drop for PageVisibility {
    fn drop(&mut self) {
        let changed = self.changed.as_ref().unchecked_ref();
        let _ = self.document.remove_event_listener_with_callback("visibilitychange", changed);
    }
}
