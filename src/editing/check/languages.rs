//! Words of another language are marked as such, `{nl:gemeente}`: an English voice cannot say them (WCAG 3.1.2).

use super::subject::Subject;
use crate::content::inline::{self, Inline, parse};
use crate::editing::diagnostic::Diagnostics;
use crate::editing::language::Language;
use crate::editing::language::foreign::DutchWords;
use crate::editing::texts::Text;

/// The kind of what is found here.
const KIND: &str = "language-mark";

/// The pieces of a text; those in another language too.
pub(super) fn pieces(text: &Text, subject: &Subject) -> Vec<Inline> {
    fn flat(pieces: Vec<Inline>) -> Vec<Inline> {
        let one = |piece| match piece {
            Inline::Foreign { words, .. } | Inline::Strong(words) => flat(words),
            piece => vec![piece],
        };
        pieces.into_iter().flat_map(one).collect()
    }
    flat(parse(&text.text, subject))
}

pub(super) fn check(subject: &Subject, dutch: &DutchWords, say: &mut Diagnostics) {
    let english = Language::of(&subject.words.lang) == Some(Language::English);
    for text in &subject.texts {
        let pieces = parse(&text.text, subject);
        marks(subject, text, &pieces, say);
        // A sender is called as they are called.
        if english && keeps(&text.path) && !text.path.ends_with(".from") {
            unmarked(text, &pieces, dutch, say);
        }
    }
}

fn marks(subject: &Subject, text: &Text, pieces: &[Inline], say: &mut Diagnostics) {
    for piece in pieces {
        match piece {
            Inline::Foreign { lang, words } => marked(subject, text, lang, words, say),
            Inline::Strong(words) => marks(subject, text, words, say),
            Inline::Text(words) => open(text, words, say),
            _ => {}
        }
    }
}

/// A mark of a language: it stands where it can be shown, says something, and is not of the text's own language.
fn marked(subject: &Subject, text: &Text, lang: &str, words: &[Inline], say: &mut Diagnostics) {
    let mark = format!("{{{lang}:{}}}", inline::plain(words));
    let mut wrong = |expected: &str, mend: &str| say.error(KIND, &text.path, &mark, expected, mend);
    if !keeps(&text.path) {
        wrong("words without a mark of a language", "Take the mark off: what stands here is shown without marks.");
    } else if subject.words.lang.split('-').next() == Some(lang) {
        wrong(
            "another language than that of the file",
            "Take the mark off: these words are in the language of the file.",
        );
    } else if !inline::plain(words).contains(char::is_alphabetic) {
        wrong("words between {nl: and }", "Write the words in the mark, or take it off.");
    } else if mark.matches('{').count() > 1 {
        wrong("no { in a mark", "Close the mark before {p.…} or {f.…}, and open another one after it.");
    }
}

/// A mark that is opened and not closed.
fn open(text: &Text, words: &str, say: &mut Diagnostics) {
    let mut marks = words.split('{').skip(1);
    if let Some((lang, _)) = marks.find_map(inline::language) {
        say.error(KIND, &text.path, &format!("{{{lang}:"), "a } after the words", "Close the mark: {nl:gemeente}.");
    }
}

/// Dutch words in an English text: between quotes, strong, or as a word to tap.
fn unmarked(text: &Text, pieces: &[Inline], dutch: &DutchWords, say: &mut Diagnostics) {
    // A mark cuts a text within its quotes: what is marked counts as no words at all.
    let mut read = String::new();
    let mut found = Vec::new();
    for piece in pieces {
        match piece {
            Inline::Foreign { .. } => {}
            Inline::Text(words) => read.push_str(words),
            Inline::Strong(words) if words.iter().any(|words| matches!(words, Inline::Foreign { .. })) => {}
            piece => {
                let words = inline::plain(std::slice::from_ref(piece));
                read.push_str(&words);
                // The capital of a word to tap is that of a name.
                let name = matches!(piece, Inline::Term { .. }) && words.starts_with(char::is_uppercase);
                found.extend((!name).then_some(words));
            }
        }
    }
    found.extend(read.split('“').skip(1).filter_map(|after| Some(after.split_once('”')?.0.to_owned())));
    for words in found {
        // “Verleng (renew)” says its own translation.
        let own = words.split(" (").next().unwrap_or_default();
        if dutch.are_all(own) {
            let mend = format!("Write {{nl:{own}}}, so that a Dutch voice says it.");
            say.advise(KIND, &text.path, own, "Dutch words in a mark", &mend);
        }
    }
}

/// Whether a text is shown with its marks. The name of a flow and its summary stand in lists and in the title of the page, as plain words.
fn keeps(path: &str) -> bool {
    !matches!(path, "title" | "summary")
}
