//! The task of a practise step: one to three short parts, which light up one by one. What is no task stands under `home`.
//!
//! All of it is advice: a fourth part is shown too, and a municipality's flow need not wait for it. Our own flows have none of it, which a
//! test sees to (`tests/native/parts.rs`).

use super::subject::Subject;
use crate::editing::diagnostic::Diagnostics;
use crate::editing::language::sentences::{sentences, words};
use crate::flow::model::StepKind;

/// The kind of the diagnostics.
pub const KIND: &str = "task-parts";

/// A task has so many parts at most.
pub const MOST_PARTS: usize = 3;

/// A part of more words is hard to keep in mind while one does it (about 10, with some room).
pub const LONGEST_PART: usize = 14;

/// What a sentence about home, and not about the desk, begins with.
const ELSEWHERE: [&str; 4] = ["Thuis ", "In het echt ", "At home", "In real life"];

pub(super) fn check(subject: &Subject, say: &mut Diagnostics) {
    for step in subject.file.steps.iter().filter(|step| step.kind == StepKind::Practise) {
        let Some(parts) = subject.words.steps.get(&step.id).map(|words| &words.text) else { continue };
        let place = format!("steps.{}.text", step.id);
        if parts.len() > MOST_PARTS {
            let mend = "Say what to do in fewer parts; what is background goes under home.";
            let expected = format!("at most {MOST_PARTS} parts");
            say.advise(KIND, &place, &format!("{} paragraphs", parts.len()), &expected, mend);
        }
        for text in subject.texts.iter().filter(|text| is_part(&text.path, &place)) {
            let read = subject.read(text);
            let count = words(&read).len();
            if count > LONGEST_PART {
                let mend = "Say the one thing to do now. What explains it goes under home, hint or mistakes.";
                let expected = format!("about 10 words, at most {LONGEST_PART}; this has {count}");
                say.advise(KIND, &text.path, &text.text, &expected, mend);
            }
            for sentence in sentences(&read) {
                if ELSEWHERE.iter().any(|begin| sentence.starts_with(begin)) {
                    let mend = "Move it to home of this step: it is shown small there.";
                    say.advise(KIND, &text.path, sentence, "what to do here, at the desk", mend);
                }
            }
        }
    }
}

/// Whether a place is a paragraph of the text at another one.
fn is_part(path: &str, text: &str) -> bool {
    path.strip_prefix(text).is_some_and(|rest| rest.starts_with('.'))
}
