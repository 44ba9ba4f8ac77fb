//! Reading aloud with the browser's own voices.

use crate::app::aloud::{Asked, Speech};
use crate::app::voices::Voice;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    // Some browsers have no speech at all: asking must not trap.
    let window = web_sys::window()?;
    js_sys::Reflect::has(&window, &"speechSynthesis".into()).ok()?.then_some(())?;
    // A page may have put nothing in its place.
    window.speech_synthesis().ok().filter(|found| found.is_truthy())
}

/// How often, and how many times, voices are asked for: some devices have none in the first seconds.
const EVERY: u32 = 250;
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
    let voices: Vec<SpeechSynthesisVoice> = synthesis.get_voices().iter().map(JsCast::unchecked_into).collect();
    let known: Vec<Voice> = voices.iter().map(known).collect();
    if let Some(parts) = speech.voiced(&known) {
        for (part, voice) in parts {
            let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&part.text) else { return };
            utterance.set_lang(&known[voice].lang);
            utterance.set_voice(Some(&voices[voice]));
            utterance.set_rate(0.9);
            synthesis.speak(&utterance);
        }
    } else if tries < if known.is_empty() { PATIENCE } else { PATIENCE_WITH_SOME } {
        // `voiceschanged` does not come in every browser.
        Timeout::new(EVERY, move || say(speech, asked, tries + 1)).forget();
    } else {
        (asked.no_voice)();
    }
}

fn known(voice: &SpeechSynthesisVoice) -> Voice {
    Voice { name: voice.name(), lang: voice.lang(), local: voice.local_service(), default: voice.default() }
}

/// Stops reading.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
