//! The content check: everything that can be wrong with flows and words, found natively before a resident does. A file a
//! concern; each says what is wrong, what was expected, and how to mend it.

mod catalogue;
mod codes;
mod complete;
mod drawings;
mod examples;
mod facts;
mod figures;
mod file;
mod find_file;
mod hosts;
mod includes;
mod keys;
mod languages;
mod letters;
mod marks;
mod municipality;
mod names;
mod overlay;
mod parts;
mod personal;
mod policy;
mod readability;
mod routing;
mod screens;
mod sentences;
mod subject;
mod ui;
mod wording;

pub use facts::MOST_ON_A_DAY;
pub use find_file::FEWEST_NEEDS;
pub use parts::{KIND as PARTS, LONGEST_PART, MOST_PARTS};
pub use readability::{PLAIN_FLOW, PLAIN_STEP};
pub use sentences::{LONG_SENTENCE, LONGEST_SENTENCE};
pub use wording::LONG_WORD;

use crate::content::file::{FORMAT, FlowFile};
use crate::content::words::Words;
use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;
use std::collections::HashSet;
use subject::Subject;
use wording::Lists;

/// All there is to say about a library, as seen on a day (`YYYY-MM-DD`).
pub fn check(library: &Library, today: &str) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let lists = Lists::read();
    for (id, file) in &library.files {
        let say = &mut Diagnostics::new(&format!("flows/{id}/flow.json"), &mut diagnostics);
        file::check(file, say);
        routing::check(file, say);
        includes::check(id, library, say);
        if !library.langs(id).contains(&"nl") && !library.is_spoilt(&format!("flows/{id}/nl.json")) {
            let mend = "Write nl.json: the other languages follow it.";
            Diagnostics::new(&format!("flows/{id}/nl.json"), &mut diagnostics).error(
                "language",
                "",
                "nothing",
                "Dutch words",
                mend,
            );
        }
    }
    for ((id, lang), words) in &library.words {
        let Some(file) = library.files.get(id) else { continue };
        complete::check(id, lang, library, &mut diagnostics);
        let dutch = library.words.get(&(id.clone(), "nl".to_owned()));
        check_words(&Subject::new(file, words), dutch, &lists, &mut diagnostics);
    }
    find_file::check(library, &mut diagnostics);
    catalogue::check(library, &mut diagnostics);
    drawings::check(library, &mut diagnostics);
    examples::check(library, &mut diagnostics);
    ui::check(library, &mut diagnostics);
    facts::check(library, today, &mut diagnostics);
    municipality::check(library, today, &mut diagnostics);
    overlay::check(library, &lists, &mut diagnostics);
    letters::check(library, &mut diagnostics);
    policy::check(library, &mut diagnostics);
    without_repeats(diagnostics)
}

/// How well a flow can be read in a language, as one figure (`None` when it cannot be measured), and each of its steps.
pub fn readability(file: &FlowFile, words: &Words) -> (Option<f64>, Vec<(String, f64)>) {
    let subject = Subject::new(file, words);
    let steps = readability::of_steps(&subject);
    (readability::of_flow(&subject), steps.into_iter().map(|(step, figure)| (step.to_owned(), figure)).collect())
}

/// Everything about one language of one flow; `dutch` is what a translation follows.
fn check_words(subject: &Subject, dutch: Option<&Words>, lists: &Lists, diagnostics: &mut Vec<Diagnostic>) {
    let say = &mut Diagnostics::new(&subject.name(), diagnostics);
    if subject.words.format != FORMAT {
        let mend = &format!("Write {FORMAT}: no other format exists yet.");
        say.error("format", "format", &subject.words.format.to_string(), &FORMAT.to_string(), mend);
    }
    keys::check(subject, dutch, say);
    marks::check(subject, say);
    languages::check(subject, &lists.foreign, say);
    names::check(subject, say);
    parts::check(subject, say);
    sentences::check(subject, say);
    personal::check(subject, say);
    figures::check(subject, say);
    figures::years(subject, say);
    hosts::check(subject, say);
    wording::check(subject, lists, say);
    readability::check(subject, say);
}

/// Two checks may stumble over the same thing; it is said once.
fn without_repeats(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let place = |diagnostic: &Diagnostic| (diagnostic.file.clone(), diagnostic.path.clone());
    let missing: HashSet<_> =
        diagnostics.iter().filter(|diagnostic| diagnostic.kind == complete::MISSING).map(place).collect();
    let mut said = HashSet::new();
    diagnostics.retain(|diagnostic| {
        let again = diagnostic.kind == keys::KIND && missing.contains(&place(diagnostic));
        !again && said.insert((place(diagnostic), diagnostic.found.clone(), diagnostic.expected.clone()))
    });
    diagnostics
}
