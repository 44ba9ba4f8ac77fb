//! Reading aloud with the browser's own voices.

use super::object::{call, construct, get, is, set, window};
use super::timer;
use crate::app::aloud::{Asked, Speech};
use crate::app::voices::Voice;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

fn synthesis() -> Option<JsValue> {
    // Some browsers have no speech at all, and a page may have put nothing in its place: asking must not trap.
    get(&window()?, "speechSynthesis").filter(JsValue::is_truthy)
}

/// How often, and how many times, voices are asked for: some devices have none in the first seconds.
const EVERY: i32 = 250;
const PATIENCE: u32 = 40;

/// The voices that come first are often all there are.
const PATIENCE_WITH_SOME: u32 = 8;

/// Says it, by voices of the device, once they are there.
pub fn speak(speech: Speech, asked: Asked) {
    hush();
    say(speech, asked, 0);
}

fn say(speech: Speech, asked: Asked, tries: u32) {
    if !(asked.still)() {
        return;
    }
    let Some(synthesis) = synthesis() else { return (asked.no_voice)() };
    let voices = call(&synthesis, "getVoices", &JsValue::UNDEFINED).and_then(|voices| voices.dyn_into::<Array>().ok());
    let voices: Vec<JsValue> = voices.map_or_else(Vec::new, |voices| voices.iter().collect());
    let known: Vec<Voice> = voices.iter().map(known).collect();
    if let Some(parts) = speech.voiced(&known) {
        for (part, voice) in parts {
            let text = Array::of1(&part.text.as_str().into());
            let utterance = window().and_then(|window| construct(&window, "SpeechSynthesisUtterance", &text));
            let Some(utterance) = utterance else { return };
            set(&utterance, "lang", &known[voice].lang.as_str().into());
            set(&utterance, "voice", &voices[voice]);
            set(&utterance, "rate", &0.9.into());
            call(&synthesis, "speak", &utterance);
        }
    } else if tries < if known.is_empty() { PATIENCE } else { PATIENCE_WITH_SOME } {
        // `voiceschanged` does not come in every browser.
        timer::after(EVERY, move || say(speech, asked, tries + 1));
    } else {
        (asked.no_voice)();
    }
}

fn known(voice: &JsValue) -> Voice {
    let word = |name: &str| get(voice, name).and_then(|word| word.as_string()).unwrap_or_default();
    Voice { name: word("name"), lang: word("lang"), local: is(voice, "localService"), default: is(voice, "default") }
}

/// Stops reading.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        call(&synthesis, "cancel", &JsValue::UNDEFINED);
    }
}
