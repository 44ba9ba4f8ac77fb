//! Noticing that nobody is there. Time is what the clock says that has passed: the ticks of a timer stop while a device sleeps.

use crate::app::event::Event;
use crate::app::settings::IDLE_COUNTDOWN;
use gloo_timers::callback::Interval;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

const SIGNS_OF_LIFE: [&str; 3] = ["pointerdown", "keydown", "input"];

/// Watches the widget until it is dropped.
pub struct IdleWatch {
    root: HtmlElement,
    alive: Closure<dyn FnMut()>,
    _tick: Interval,
}

impl IdleWatch {
    /// Reports [`Event::FellIdle`] from `limit` seconds without a sign of life on, each second until the countdown is over.
    pub fn new(root: &HtmlElement, limit: u32, send: impl Fn(Event) + 'static) -> IdleWatch {
        let now = js_sys::Date::now;
        // The last sign of life; none while there is nothing to wait for.
        let last = Rc::new(Cell::new(Some(now())));
        let heard = last.clone();
        let alive = Closure::<dyn FnMut()>::new(move || heard.set(Some(now())));
        for sign in SIGNS_OF_LIFE {
            let _ = root.add_event_listener_with_callback(sign, alive.as_ref().unchecked_ref());
        }
        let tick = Interval::new(1000, move || {
            let Some(since) = last.get() else { return };
            let quiet = now() - since;
            if quiet < 0.0 {
                // The clock was set back: count from there.
                last.set(Some(now()));
            }
            let seconds = (quiet / 1000.0) as u32;
            if seconds >= limit + IDLE_COUNTDOWN {
                last.set(None);
            }
            if seconds >= limit {
                send(Event::FellIdle(seconds));
            }
        });
        IdleWatch { root: root.clone(), alive, _tick: tick }
    }
}

impl Drop for IdleWatch {
    fn drop(&mut self) {
        for sign in SIGNS_OF_LIFE {
            let _ = self.root.remove_event_listener_with_callback(sign, self.alive.as_ref().unchecked_ref());
        }
    }
}
