//! Every step, option, screen and message has its words, and the flow can be put together with what it includes.

use super::screens;
use crate::content::missing_words::missing_words;
use crate::content::problem::Problem;
use crate::editing::diagnostic::Diagnostic;
use crate::editing::library::Library;

/// The kind of what has no words.
pub(super) const MISSING: &str = "words-missing";

pub(super) fn check(id: &str, lang: &str, library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    let words = &library.words[&(id.to_owned(), lang.to_owned())];
    let mut missing = Vec::new();
    missing_words(&library.files[id], words, &mut missing);
    screens::missing(&library.files[id], words, &mut missing);
    let nothing_missing = missing.is_empty();
    diagnostics.extend(missing.into_iter().map(|problem| {
        let mend = "Add it, or take the id out of flow.json.";
        Diagnostic::of(MISSING, problem, mend)
    }));
    // What stops the whole from being put together is mostly said already, by the routing and the includes, better.
    let said = |problem: &Problem| {
        diagnostics.iter().any(|diagnostic| diagnostic.is_error() && diagnostic.file == problem.file)
            || library.spoilt.iter().any(|spoilt| folder(spoilt) == folder(&problem.file))
    };
    if nothing_missing && let Err(problems) = library.package(id, lang) {
        let new: Vec<Problem> = problems.into_iter().filter(|problem| !said(problem)).collect();
        let mend = "Mend this first: until then the flow cannot be walked.";
        diagnostics.extend(new.into_iter().map(|problem| Diagnostic::of("package", problem, mend)));
    }
}

fn folder(file: &str) -> &str {
    file.rsplit_once('/').map_or(file, |(folder, _)| folder)
}
