//! The marks of texts refer to something, and nothing else in a text is more than words.

use super::languages::pieces;
use super::subject::Subject;
use crate::content::inline::Inline;
use crate::editing::diagnostic::Diagnostics;

/// What has no place in a text: markup, and addresses that a page could follow.
const FORBIDDEN: [&str; 6] = ["<", "javascript:", "data:", "http:", "https:", "//"];

pub(super) fn check(subject: &Subject, say: &mut Diagnostics) {
    for text in &subject.texts {
        let path = &text.path;
        if text.text.trim().is_empty() {
            say.error("empty", path, &text.text, "words", "Write the words, or take the field out.");
        }
        for piece in pieces(text, subject) {
            if let Inline::Term { shown, .. } = &piece
                && shown.contains(['{', '*'])
            {
                let mend = "Put the other mark around the brackets: {nl:[woord|term]}.";
                say.error("mark", path, shown, "plain words in the brackets", mend);
            }
            let Inline::Unknown(mark) = piece else { continue };
            let mend = match mark.strip_prefix('{').and_then(|inner| inner.split_once('.')) {
                Some(("f", id)) => format!("Add a fact “{}” to flow.json, or mend the name.", id.trim_end_matches('}')),
                Some(("p", _)) => "Use a key of the practice card: practice/persona.rs has them all.".to_owned(),
                _ => format!("Add “{mark}” to terms with an explanation, or take the brackets off."),
            };
            say.error("mark", path, &mark, "a persona key, a fact of flow.json, or a word in terms", &mend);
        }
        if let Some(mark) = FORBIDDEN.iter().find(|mark| text.text.contains(**mark)) {
            let mend = "Write words only: no markup, and an address without https:// before it.";
            say.error("markup", path, mark, "words only: an address is written as one types it", mend);
        }
    }
}
