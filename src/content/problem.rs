//! A fault in content: in which file, where, what was found and what was expected.

use crate::flow::graph::{GraphFault, What};
use std::fmt;

/// One fault. Written for the person who edits the file.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub file: String,
    /// The place in the file, with dots: `steps.3.next`. Empty for the file as a whole.
    pub path: String,
    pub found: String,
    pub expected: String,
}

impl Problem {
    /// A problem at a place in a file.
    pub fn new(file: &str, path: &str, found: &str, expected: &str) -> Problem {
        Problem { file: file.into(), path: path.into(), found: found.into(), expected: expected.into() }
    }

    /// A fault in the routing, as a fault in the file.
    pub fn of_fault(file: &str, fault: GraphFault) -> Problem {
        let path = fault.step.map_or_else(|| "start".to_owned(), |index| ["steps.", &index.to_string()].concat());
        let (found, expected) = match fault.what {
            What::DuplicateStep(id) => (id, "an id that no other step has"),
            What::UnknownStep(id) => (id, "the id of a step of this flow"),
            What::UnknownOption { step, option } => ([step, option].join(" = "), "an option of that step"),
            What::NoNext => ("no next".to_owned(), "a next step"),
            What::Missing(field) => (["no ", field].concat(), "at least one"),
            What::Unreachable => ("a step that nothing leads to".to_owned(), "a road to it"),
            What::NoWayOut => ("no way to an outcome".to_owned(), "a road that ends in an outcome"),
        };
        Problem::new(file, &path, &found, expected)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { file, path, found, expected } = self;
        write!(f, "{file}: {path}: found “{found}”, expected {expected}")
    }
}
