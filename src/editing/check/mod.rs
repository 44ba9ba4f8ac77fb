//! The content check: everything that can be wrong with flows and words, found natively before a resident does. A file a
//! concern; each says what is wrong, what was expected, and how to mend it.

mod catalogue;
mod codes;
mod complete;
mod facts;
mod figures;
mod file;
mod find_file;
mod hosts;
mod includes;
mod keys;
mod letters;
mod marks;
mod municipality;
mod names;
mod overlay;
mod personal;
mod readability;
mod routing;
mod sentences;
mod subject;
mod ui;
mod wording;

pub use find_file::FEWEST_NEEDS;
pub use readability::{PLAIN_FLOW, PLAIN_STEP};
pub use sentences::{LONG_SENTENCE, LONGEST_SENTENCE};
pub use wording::LONG_WORD;

use crate::content::file::{FORMAT, FlowFile};
use crate::content::words::Words;
use crate::editing::diagnostic::{Remark, Say};
use crate::editing::library::Library;
use std::collections::HashSet;
use subject::Subject;
use wording::Lists;

/// All there is to say about a library, as seen on a day (`YYYY-MM-DD`).
pub fn check(library: &Library, today: &str) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let lists = Lists::read();
    for (id, file) in &library.files {
        let say = &mut Say::new(&format!("flows/{id}/flow.json"), &mut remarks);
        file::check(file, say);
        facts::check(file, today, say);
        routing::check(file, say);
        includes::check(id, library, say);
        if !library.langs(id).contains(&"nl") {
            let mend = "Write nl.json: the other languages follow it.";
            Say::new(&format!("flows/{id}/nl.json"), &mut remarks).error(
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
        complete::check(id, lang, library, &mut remarks);
        let dutch = library.words.get(&(id.clone(), "nl".to_owned()));
        check_words(&Subject::new(file, words), dutch, &lists, &mut remarks);
    }
    find_file::check(library, &mut remarks);
    catalogue::check(library, &mut remarks);
    ui::check(library, &mut remarks);
    municipality::check(library, today, &mut remarks);
    overlay::check(library, &lists, &mut remarks);
    without_repeats(remarks)
}

/// How well a flow can be read in a language, as one figure (`None` when it cannot be measured), and each of its steps.
pub fn readability(file: &FlowFile, words: &Words) -> (Option<f64>, Vec<(String, f64)>) {
    let subject = Subject::new(file, words);
    let steps = readability::of_steps(&subject);
    (readability::of_flow(&subject), steps.into_iter().map(|(step, figure)| (step.to_owned(), figure)).collect())
}

/// Everything about one language of one flow; `dutch` is what a translation follows.
fn check_words(subject: &Subject, dutch: Option<&Words>, lists: &Lists, remarks: &mut Vec<Remark>) {
    let say = &mut Say::new(&subject.name(), remarks);
    if subject.words.format != FORMAT {
        let mend = &format!("Write {FORMAT}: no other format exists yet.");
        say.error("format", "format", &subject.words.format.to_string(), &FORMAT.to_string(), mend);
    }
    keys::check(subject, dutch, say);
    marks::check(subject, say);
    names::check(subject, say);
    letters::check(subject, say);
    sentences::check(subject, say);
    personal::check(subject, say);
    figures::check(subject, say);
    hosts::check(subject, say);
    wording::check(subject, lists, say);
    readability::check(subject, say);
}

/// Two checks may stumble over the same thing; it is said once.
fn without_repeats(mut remarks: Vec<Remark>) -> Vec<Remark> {
    let place = |remark: &Remark| (remark.file.clone(), remark.path.clone());
    let missing: HashSet<_> = remarks.iter().filter(|remark| remark.kind == complete::MISSING).map(place).collect();
    let mut said = HashSet::new();
    remarks.retain(|remark| {
        let again = remark.kind == keys::KIND && missing.contains(&place(remark));
        !again && said.insert((place(remark), remark.found.clone(), remark.expected.clone()))
    });
    remarks
}
