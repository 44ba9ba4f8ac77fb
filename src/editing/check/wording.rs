//! Which words are chosen: officialese, long and unknown words, and the passive voice.

use super::subject::Subject;
use crate::editing::diagnostic::Diagnostics;
use crate::editing::language::Language;
use crate::editing::language::foreign::DutchWords;
use crate::editing::language::officialese;
use crate::editing::language::officialese::Pair;
use crate::editing::language::passive::passive;
use crate::editing::language::sentences::{sentences, unquoted, words};
use crate::editing::language::vocabulary::Vocabulary;
use crate::editing::texts::{Role, Text};
use std::collections::HashSet;

/// From so many letters on a word is hard to take in.
pub const LONG_WORD: usize = 18;

/// The lists of words, read once for a whole library.
pub(super) struct Lists {
    vocabulary: Vocabulary,
    dutch: Vec<Pair>,
    english: Vec<Pair>,
    /// For Dutch words in texts of other languages.
    pub foreign: DutchWords,
}

impl Lists {
    /// Reads the lists that are built into the program.
    pub fn read() -> Lists {
        let pairs = officialese::pairs;
        Lists {
            vocabulary: Vocabulary::dutch(),
            dutch: pairs(Language::Dutch),
            english: pairs(Language::English),
            foreign: DutchWords::read(),
        }
    }
}

pub(super) fn check(subject: &Subject, lists: &Lists, say: &mut Diagnostics) {
    let Some(language) = Language::of(&subject.words.lang) else { return };
    let explained = explained(subject);
    let mut named = HashSet::new();
    // Messages and forms are somebody else's; what stands between quotes, too.
    for text in subject.texts.iter().filter(|text| !matches!(text.role, Role::Message | Role::Made)) {
        let read = unquoted(&subject.read(text));
        for sentence in sentences(&read) {
            official(text, sentence, language, lists, say);
            if text.role != Role::Helper
                && let Some((helper, participle)) = passive(sentence, language)
            {
                let mend = match language {
                    Language::Dutch => "Say who does it: “De gemeente stuurt …”, “U krijgt …”.",
                    Language::English => "Say who does it: “The municipality sends …”, “You get …”.",
                };
                say.advise("passive", &text.path, &format!("{helper} … {participle}"), "an active sentence", mend);
            }
        }
        for (at, word) in hard_words(&read) {
            if explained.contains(&word.to_lowercase()) || !named.insert(word.to_lowercase()) {
                continue;
            }
            // The explanation of a word may name it in full.
            if text.role != Role::Term && word.chars().filter(|c| c.is_alphabetic()).count() >= LONG_WORD {
                let mend = "Take a shorter word, cut it with a hyphen, or explain it in terms.";
                say.advise("long-word", &text.path, word, &format!("fewer than {LONG_WORD} letters"), mend);
            }
            // A capital within a sentence is that of a name.
            let name = word.chars().skip(usize::from(at == 0)).any(char::is_uppercase);
            if language == Language::Dutch && !name && !lists.vocabulary.knows(word, &explained) {
                let mend = "A slip of the pen? Mend it. Else take a word that everybody knows, or explain it in terms.";
                say.advise("unknown-word", &text.path, word, "a word that is used often", mend);
            }
        }
    }
}

fn official(text: &Text, sentence: &str, language: Language, lists: &Lists, say: &mut Diagnostics) {
    let pairs = match language {
        Language::Dutch => &lists.dutch,
        Language::English => &lists.english,
    };
    for pair in officialese::find(sentence, pairs) {
        let mend = format!("Write “{}”, or say it in another way.", pair.plain);
        say.error("officialese", &text.path, &pair.official(), "a plain word", &mend);
    }
}

/// The words that are looked at, each with its place in its sentence: no numbers, codes and addresses.
fn hard_words(text: &str) -> Vec<(usize, &str)> {
    let all = sentences(text).into_iter().flat_map(|sentence| words(sentence).into_iter().enumerate());
    all.filter(|(_, word)| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))).collect()
}

/// The words that the flow explains, and those that its explained expressions are made of.
fn explained(subject: &Subject) -> HashSet<String> {
    let whole = subject.words.terms.keys().map(str::to_lowercase);
    let parts =
        subject.words.terms.keys().flat_map(|term| words(term).into_iter().map(str::to_lowercase).collect::<Vec<_>>());
    whole.chain(parts).collect()
}
