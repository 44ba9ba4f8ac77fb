//! Sounds, by the Web Audio API. The context in which they are played belongs to one widget, is made with the first sound, rests when
//! nothing is heard, and goes with the widget.

use super::object::{call, construct, get, is, set, window};
use super::typing::{self, Timer};
use js_sys::Array;
use wasm_bindgen::JsValue;

/// How long after a sound the device may rest, in milliseconds.
const REST: u32 = 2000;

/// What plays sounds. Dropping it lets the device go.
#[derive(Default)]
pub struct Player {
    context: Option<JsValue>,
    rest: Option<Timer>,
}

impl Player {
    /// Plays samples, each so many parts of `full`. Not before anybody pressed anything here, as browsers ask; and not while a voice
    /// reads: that is what somebody listens to.
    pub fn play(&mut self, samples: &[i32], full: i32, rate: u32) {
        if !pressed() || speaking() {
            return;
        }
        self.rest = None;
        let kept = self.context.take().filter(|context| !is_now(context, "closed"));
        self.context = kept.or_else(|| construct(&window()?, "AudioContext", &Array::new()));
        let Some(context) = &self.context else { return };
        if is_now(context, "suspended") {
            quietly(context, "resume");
        }
        start(context, samples, full, rate);
        let context = context.clone();
        // What no press has let begin would play all at once when one does.
        self.rest = Some(typing::after(REST, move || {
            quietly(&context, if is_now(&context, "running") { "suspend" } else { "close" });
        }));
    }
}

impl Drop for Player {
    fn drop(&mut self) {
        if let Some(context) = self.context.take().filter(|context| !is_now(context, "closed")) {
            quietly(&context, "close");
        }
    }
}

fn start(context: &JsValue, samples: &[i32], full: i32, rate: u32) -> Option<()> {
    let shape = ["{\"length\":", &samples.len().to_string(), ",\"sampleRate\":", &rate.to_string(), "}"].concat();
    let buffer = construct(&window()?, "AudioBuffer", &Array::of1(&js_sys::JSON::parse(&shape).ok()?))?;
    // As text: numbers in a typed array would be a part of the glue that the first screen waits for.
    let unit = ["e-", &full.ilog10().to_string()].concat();
    let list = samples.iter().map(|sample| sample.to_string() + &unit).collect::<Vec<_>>().join(",");
    let list = js_sys::JSON::parse(&["[", &list, "]"].concat()).ok()?;
    call(&call(&buffer, "getChannelData", &JsValue::NULL)?, "set", &list);
    let source = call(context, "createBufferSource", &JsValue::UNDEFINED)?;
    set(&source, "buffer", &buffer);
    call(&source, "connect", &get(context, "destination")?)?;
    call(&source, "start", &JsValue::UNDEFINED)?;
    Some(())
}

fn is_now(context: &JsValue, state: &str) -> bool {
    get(context, "state").and_then(|now| now.as_string()).is_some_and(|now| now == state)
}

/// Whether anything on this page was pressed. What does not say so lets a context wait, which does no harm.
fn pressed() -> bool {
    let active = window().and_then(|window| get(&get(&window, "navigator")?, "userActivation"));
    active.is_none_or(|active| is(&active, "hasBeenActive"))
}

fn speaking() -> bool {
    let voices = window().and_then(|window| get(&window, "speechSynthesis"));
    voices.is_some_and(|voices| is(&voices, "speaking") || is(&voices, "pending"))
}

/// Asks for something that may be refused later: that is no error of the page.
fn quietly(context: &JsValue, what: &str) {
    let promised = call(context, what, &JsValue::UNDEFINED);
    // It takes whatever it gets, and does nothing.
    let nothing = window().and_then(|window| get(&get(&window, "Function")?, "prototype"));
    if let (Some(promised), Some(nothing)) = (promised, nothing) {
        call(&promised, "catch", &nothing);
    }
}
