//! How each flow is found: rooms, national product names, and the words of those who need it.

use crate::content::file::FORMAT;
use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;
use crate::editing::upl;

/// So many ways to say it a flow has in every language; fewer, and nobody finds it.
pub const FEWEST_NEEDS: usize = 12;

pub(super) fn check(library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    for id in library.files.keys() {
        let file = format!("flows/{id}/find.json");
        let mut say = Diagnostics::new(&file, diagnostics);
        let mut say =
            |path: &str, found: &str, expected: &str, mend: &str| say.error("find", path, found, expected, mend);
        let Some(find) = library.finds.get(id) else {
            if library.is_spoilt(&file) {
                continue;
            }
            let mend = "Write find.json as CONTRIBUTING.md shows it.";
            say("", "nothing", "the words by which residents find the flow", mend);
            continue;
        };
        if find.format != FORMAT || &find.flow != id {
            say("flow", &find.flow, id, &format!("Write the id of this flow, and format {FORMAT}."));
        }
        if find.rooms.is_empty() {
            say("rooms", "nothing", "a room of the house", "Name the room where somebody would ask for this.");
        }
        for product in &find.upl {
            if upl::uri(product).is_none() {
                let mend = "Search data/upl.csv for the word, and copy the name as it stands there.";
                say("upl", product, "a name of the national list of products (data/upl.csv)", mend);
            }
            let others = library.finds.values().filter(|other| other.flow != find.flow);
            if let Some(other) = others.into_iter().find(|other| other.upl.contains(product)) {
                let expected = &format!("a name that no other flow has; {} has it", other.flow);
                say("upl", product, expected, "Keep it in the flow that does the product itself.");
            }
        }
        for lang in library.langs(id) {
            let needs = find.needs.get(lang).map_or(&[][..], Vec::as_slice);
            if needs.len() < FEWEST_NEEDS {
                let mend = "Write more: how would somebody say it at the desk, who does not know its name?";
                say(
                    &format!("needs.{lang}"),
                    &needs.len().to_string(),
                    &format!("at least {FEWEST_NEEDS} ways to say it"),
                    mend,
                );
            }
            if let Some(empty) = needs.iter().position(|need| need.trim().is_empty()) {
                say(&format!("needs.{lang}.{empty}"), "nothing", "words", "Write them, or take the line out.");
            }
        }
    }
}
