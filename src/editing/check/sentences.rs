//! How long sentences are.

use super::subject::Subject;
use crate::editing::diagnostic::Diagnostics;
use crate::editing::language::sentences::{sentences, words};
use crate::editing::texts::Role;

/// A sentence with more words than this is too long to read with ease (product.md: about 12, with some room).
pub const LONGEST_SENTENCE: usize = 20;

/// From here on a sentence can mostly be cut in two.
pub const LONG_SENTENCE: usize = 15;

pub(super) fn check(subject: &Subject, say: &mut Diagnostics) {
    for text in &subject.texts {
        let read = subject.read(text);
        for sentence in sentences(&read) {
            let count = words(sentence).len();
            let mend = "Make two sentences of it: one thing at a time.";
            if count > LONGEST_SENTENCE {
                let expected = &format!("at most {LONGEST_SENTENCE} words, this has {count}");
                say.error("sentence-length", &text.path, sentence, expected, mend);
            } else if count > LONG_SENTENCE && text.role != Role::Message {
                let expected = &format!("about 12 words, at most {LONG_SENTENCE}; this has {count}");
                say.advise("sentence-length", &text.path, sentence, expected, mend);
            }
        }
    }
}
