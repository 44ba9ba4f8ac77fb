//! Noticing that nobody is there. Counts ticks of a timer, not the clock, so that a clock that jumps wipes nobody.

use crate::app::event::Event;
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
    /// Reports [`Event::FellIdle`] after `seconds` without a sign of life, and then every second that passes.
    pub fn new(root: &HtmlElement, seconds: u32, send: impl Fn(Event) + 'static) -> IdleWatch {
        let quiet = Rc::new(Cell::new(0));
        let heard = quiet.clone();
        let alive = Closure::<dyn FnMut()>::new(move || heard.set(0));
        for sign in SIGNS_OF_LIFE {
            let _ = root.add_event_listener_with_callback(sign, alive.as_ref().unchecked_ref());
        }
        let tick = Interval::new(1000, move || {
            quiet.set(quiet.get() + 1);
            if quiet.get() == seconds {
                send(Event::FellIdle);
            } else if quiet.get() > seconds {
                send(Event::IdleSecondPassed);
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
