//! The words of the interface: the same keys and placeholders in every language.

use super::keys::braces;
use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;

pub(super) fn check(library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    let Some(dutch) = library.ui.get("nl") else {
        if library.is_spoilt("ui/nl.json") {
            return;
        }
        let mend = "Write ui/nl.json: the other languages follow it.";
        Diagnostics::new("ui/nl.json", diagnostics).error(
            "interface",
            "",
            "nothing",
            "the Dutch interface words",
            mend,
        );
        return;
    };
    for (lang, words) in &library.ui {
        let mut say = Diagnostics::new(&format!("ui/{lang}.json"), diagnostics);
        for (key, text) in dutch {
            let Some(found) = words.get(key) else {
                let mend = &format!("Translate “{text}”.");
                say.error("interface", key, "nothing", "the words for this key", mend);
                continue;
            };
            let (mut here, mut there) = (braces(found), braces(text));
            here.sort();
            there.sort();
            if here != there {
                let mend = "Use each placeholder as often as nl.json does.";
                say.error("interface", key, found, &format!("the placeholders {there:?}"), mend);
            }
        }
        for key in words.keys().filter(|key| !dutch.contains_key(key)) {
            let mend = "Take it out, or add it to nl.json.";
            say.error("interface", key, key, "a key that nl.json has too", mend);
        }
    }
}
