//! Two buttons of one name on one practise step: a word that can be tapped for its explanation, and something on the desk
//! itself. Who listens to the screen, or talks to it, cannot tell them apart.

use super::languages::pieces;
use super::subject::Subject;
use crate::content::inline::Inline;
use crate::content::words::ScreenWords;
use crate::editing::diagnostic::Diagnostics;
use crate::editing::texts::{Role, Text};

pub(super) fn check(subject: &Subject, say: &mut Diagnostics) {
    for step in &subject.file.steps {
        let Some(screen) = &step.screen else { continue };
        let Some(words) = subject.words.screens.get(screen) else { continue };
        let names = names(&words.get());
        let here = |text: &&Text| match text.role {
            Role::Prose | Role::Helper => text.step() == Some(&step.id) || text.screen() == Some(screen),
            _ => false,
        };
        for text in subject.texts.iter().filter(here) {
            for piece in pieces(text, subject) {
                let Inline::Term { shown, .. } = piece else { continue };
                if names.iter().any(|name| is_same(name, &shown)) {
                    let expected = "a word to tap that is no button, field or choice of this practice screen";
                    let mend =
                        "Put the mark on another word that says it: Dat is [versturen|indienen]. Or take it off.";
                    say.advise("one-name", &text.path, &shown, expected, mend);
                }
            }
        }
    }
}

/// What can be pressed or filled in on a screen, by the words on it.
fn names(screen: &ScreenWords) -> Vec<String> {
    let ScreenWords { button, fields, places, choices, .. } = screen;
    let fields = fields.values().flat_map(|field| [&field.label].into_iter().chain(field.options.values()));
    let choices = choices.values().map(|choice| &choice.label);
    button.iter().chain(fields).chain(places.values()).chain(choices).cloned().collect()
}

/// Whether two names sound the same.
fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
