//! Keeping a visit on a personal device. Storage may be refused (private mode, a partitioned frame): then nothing is kept.

use super::json;
use crate::app::saved::Saved;
use web_sys::Storage;

const KEY: &str = "stapwijzer:visit";

/// A stored visit longer than this many UTF-16 units is not ours.
const LONGEST: u32 = 200_000;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// The visit in a text; garbage gives nothing.
pub fn from_text(text: &str) -> Option<Saved> {
    Saved::from_value(&json::parse(text)?)
}

/// Keeps the text; a full or refused storage is no reason to stop.
pub fn keep(text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, text);
    }
}

/// What was kept.
pub fn kept() -> Option<Saved> {
    let text = storage()?.get_item(KEY).ok()??;
    if text.len() as u32 > LONGEST { None } else { from_text(&text) }
}
