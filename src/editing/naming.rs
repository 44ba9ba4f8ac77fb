//! Files and folders whose names will not do: told by what they are, and not taken for content.

use super::diagnostic::{Diagnostic, Diagnostics};
use super::identifier;
use std::collections::BTreeSet;

/// What a file or folder is called, and how it should be.
#[derive(Clone, Copy)]
pub enum Named {
    /// A folder of `flows/`.
    Flow,
    /// A file of `municipalities/`.
    Municipality,
    /// A file of words: of a flow, or of the interface.
    Language,
}

/// Files of a flow that are no languages.
const OWN: [&str; 2] = ["flow", "find"];

impl Named {
    fn fault(self, name: &str) -> Option<&'static str> {
        match self {
            Named::Language => identifier::language_fault(name),
            Named::Flow => identifier::flow_fault(name),
            Named::Municipality => identifier::fault(name),
        }
    }

    /// The name that is meant.
    fn proposed(self, name: &str) -> Option<String> {
        let own = OWN.into_iter().find(|own| name.to_lowercase().starts_with(own)).map(str::to_owned);
        match self {
            Named::Language => own.or_else(|| identifier::proposed_language(name)),
            Named::Flow | Named::Municipality => identifier::proposed(name).filter(|id| self.fault(id).is_none()),
        }
    }

    /// What to do with a name that has no other like it.
    fn rename(self, right: &str) -> String {
        match self {
            Named::Flow => format!("Call the folder “{right}”, and write that id in its files and in catalogue.json."),
            Named::Municipality => format!("Call it {right}.json, and write “{right}” as its id."),
            Named::Language => format!("Call it {right}.json, and write “{right}” as its lang."),
        }
    }
}

/// The names that will do, of those in a folder. The others are told, and what each is meant for counts as there, but spoilt.
pub fn sorted_out(
    named: Named,
    folder: &str,
    names: Vec<String>,
    spoilt: &mut BTreeSet<String>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let ending = if matches!(named, Named::Flow) { "" } else { ".json" };
    let (good, bad): (Vec<String>, Vec<String>) = names.into_iter().partition(|name| named.fault(name).is_none());
    for name in bad {
        let mut say = Diagnostics::new(&format!("{folder}/{name}{ending}"), diagnostics);
        let mut say = |found: &str, expected: &str, mend: &str| say.error("name", "", found, expected, mend);
        if name.starts_with('.') {
            let found = "a hidden file, which a program left (“._” is that of a Mac)";
            say(found, "files of content only", "Delete it.");
            continue;
        }
        let expected = named.fault(&name).unwrap_or_default();
        let proposed = named.proposed(&name);
        match proposed.filter(|right| *right != name) {
            Some(right) if good.contains(&right) || OWN.contains(&right.as_str()) => {
                let found = format!("a copy of {right}{ending}");
                say(&found, "one of each", "Delete it, or move it out of this folder.");
            }
            Some(right) => {
                say(&name, expected, &named.rename(&right));
                spoilt.insert(format!("{folder}/{right}{ending}"));
                if matches!(named, Named::Flow) {
                    spoilt.insert(format!("{folder}/{right}/flow.json"));
                }
            }
            None => say(&name, expected, "Give it a name of plain letters, or take it out."),
        }
    }
    good
}

/// Why a step cannot be called this, with a mend.
pub fn of_step(id: &str) -> Option<(&'static str, String)> {
    let why = identifier::fault(id)?;
    let mend = match identifier::proposed(id) {
        Some(right) => format!("Call it “{right}”, in the words of every language too."),
        None => "Give it an id of plain letters, in the words of every language too.".to_owned(),
    };
    Some((why, mend))
}
