//! Reading aloud with the browser's own voices.

use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn synthesis() -> Option<SpeechSynthesis> {
    // Some browsers have no speech at all: asking must not trap.
    let window = web_sys::window()?;
    js_sys::Reflect::has(&window, &"speechSynthesis".into()).ok()?.then_some(())?;
    // A page may have put nothing in its place.
    window.speech_synthesis().ok().filter(|found| found.is_truthy())
}

/// Reads the paragraphs one by one. `false` when there is no voice for the language.
pub fn speak(lang: &str, text: &[String]) -> bool {
    let Some(synthesis) = synthesis() else { return false };
    synthesis.cancel();
    let voices = synthesis.get_voices();
    let voice = voices.iter().map(wasm_bindgen::JsCast::unchecked_into::<SpeechSynthesisVoice>).find(|voice| {
        let of_voice = voice.lang().to_ascii_lowercase();
        of_voice == lang || of_voice.starts_with(&[lang, "-"].concat()) || of_voice.starts_with(&[lang, "_"].concat())
    });
    let Some(voice) = voice else { return false };
    for paragraph in text {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(paragraph) else { return false };
        utterance.set_lang(lang);
        utterance.set_voice(Some(&voice));
        utterance.set_rate(0.9);
        synthesis.speak(&utterance);
    }
    true
}

/// Stops reading.
pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

/// Asks for the voices once, because browsers load them late.
pub fn prepare() {
    if let Some(synthesis) = synthesis() {
        let _ = synthesis.get_voices();
    }
}
