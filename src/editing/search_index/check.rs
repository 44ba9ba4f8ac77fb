//! What is made from the content is as new as the content: the search index and the table of national products.

use super::write;
use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;

/// Names the files of the index that are not there, or are older than the content. `found` gives the text of a file of the folder.
pub fn check(library: &Library, found: &dyn Fn(&str) -> Option<String>, diagnostics: &mut Vec<Diagnostic>) {
    for (path, text) in write::files(library) {
        if found(&path).as_ref() != Some(&text) {
            let mend = "Run: stapwijzer index. It makes what the search looks in from the content.";
            Diagnostics::new(&path, diagnostics).error(
                "index",
                "",
                "another index than the content gives",
                "the index of now",
                mend,
            );
        }
    }
}
