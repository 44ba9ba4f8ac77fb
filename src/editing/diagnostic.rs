//! What the check has to say about one place in the content: what is wrong there, and how to mend it. Native only: the
//! browser program knows a plain [`Problem`].

use crate::content::problem::Problem;
use std::fmt;

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It could be better: counted, and the check still passes.
    Advice,
    /// It is wrong: the check fails.
    Error,
}

/// One thing to mend. Written for the person who edits the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// A stable code for this kind of check: `sentence-length`.
    pub kind: &'static str,
    pub severity: Severity,
    pub file: String,
    /// The place in the file, with dots: `steps.3.next`. Empty for the file as a whole.
    pub path: String,
    pub found: String,
    pub expected: String,
    /// What to do about it, as a sentence. Empty where `expected` says it all.
    pub mend: String,
}

impl Severity {
    /// The word for machines.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Advice => "advice",
            Severity::Error => "error",
        }
    }
}

impl Diagnostic {
    /// A problem that the program itself would stumble over.
    pub fn of(kind: &'static str, problem: Problem, mend: &str) -> Diagnostic {
        let Problem { file, path, found, expected } = problem;
        Diagnostic { kind, severity: Severity::Error, file, path, found, expected, mend: mend.to_owned() }
    }

    /// Whether the check fails on it.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Diagnostic { file, path, found, expected, mend, .. } = self;
        write!(f, "{file}: {path}: found “{found}”, expected {expected}. {mend}")
    }
}

/// Collects the diagnostics about one file.
pub struct Diagnostics<'a> {
    file: String,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Diagnostics<'a> {
    /// For a file, by its name below the content folder. What is said is added to `diagnostics`.
    pub fn new(file: &str, diagnostics: &'a mut Vec<Diagnostic>) -> Diagnostics<'a> {
        Diagnostics { file: file.to_owned(), diagnostics }
    }

    /// Something is wrong.
    pub fn error(&mut self, kind: &'static str, path: &str, found: &str, expected: &str, mend: &str) {
        let problem = Problem::new(&self.file, path, found, expected);
        self.diagnostics.push(Diagnostic::of(kind, problem, mend));
    }

    /// Something could be better.
    pub fn advise(&mut self, kind: &'static str, path: &str, found: &str, expected: &str, mend: &str) {
        let problem = Problem::new(&self.file, path, found, expected);
        self.diagnostics.push(Diagnostic { severity: Severity::Advice, ..Diagnostic::of(kind, problem, mend) });
    }
}
