//! Corrected wording in a municipality's file is read as residents will read it: laid over the national words, and looked at
//! in every way in which those are. What is said is what the national words do not have themselves.

use super::check_words;
use super::subject::Subject;
use super::wording::Lists;
use crate::content::file::FlowFile;
use crate::content::words::Words;
use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;
use crate::editing::national::{self, NATIONAL};
use crate::municipality::file::Municipality;
use crate::municipality::overlay;
use crate::value::{Value, read};

pub(super) fn check(library: &Library, lists: &Lists, diagnostics: &mut Vec<Diagnostic>) {
    for (id, town) in &library.municipalities {
        let name = format!("municipalities/{id}.json");
        let Some(written) = library.written.get(&name) else { continue };
        // What does not fit was said when the file was read.
        let (_, misfits) = read::<Municipality>(written);
        let is_known = |path: &str| misfits.iter().any(|misfit| misfit.path == path);
        for (flow, part) in town.flows.iter().filter(|(_, part)| !part.words.is_empty()) {
            let Some(local) = written.at("flows").and_then(|flows| flows.at(flow)) else { continue };
            let Some(laid) = Laid::over(library, flow, local) else { continue };
            for lang in part.words.keys() {
                let place = format!("flows.{flow}");
                let say = &mut Diagnostics::new(&name, diagnostics);
                let words = laid.words(lang, &mut |at, found, expected| {
                    let path = format!("{place}.{at}");
                    if !is_known(&path) {
                        say.error("municipality", &path, found, expected, mend_of(expected));
                    }
                });
                if let Some(words) = words {
                    let new = laid.diagnostics(&words, lists, diagnostics);
                    let at = |path: &str| format!("{place}.words.{lang}.{path}");
                    diagnostics.extend(new.into_iter().map(|new| in_town(new, &name, at)));
                }
            }
        }
    }
}

/// A flow with a municipality's part over it.
struct Laid<'a> {
    library: &'a Library,
    id: &'a str,
    local: &'a Value,
    file: FlowFile,
}

impl<'a> Laid<'a> {
    /// With the municipality's own figures. (What is wrong with those is said by `municipality.rs`.)
    fn over(library: &'a Library, id: &'a str, local: &'a Value) -> Option<Laid<'a>> {
        library.files.get(id)?;
        let written = library.written.get(&format!("flows/{id}/flow.json"))?;
        let (mut file, _) = national::put_in(written, library.written.get(NATIONAL));
        overlay::facts(&mut file, local, &mut |_, _, _| ());
        Some(Laid { library, id, local, file: read(&file).0 })
    }

    /// The words in a language, when the flow has it.
    fn words(&self, lang: &str, say: overlay::OnMisfit) -> Option<Words> {
        self.library.words.get(&(self.id.to_owned(), lang.to_owned()))?;
        let mut words = self.library.written.get(&format!("flows/{}/{lang}.json", self.id))?.clone();
        overlay::words(&mut words, self.local, lang, say);
        Some(read(&words).0)
    }

    /// What there is to say of these words where the municipality wrote them; `before` holds what was said of the national ones.
    fn diagnostics(&self, words: &Words, lists: &Lists, before: &[Diagnostic]) -> Vec<Diagnostic> {
        let subject = Subject::new(&self.file, words);
        let dutch = self.words("nl", &mut |_, _, _| ());
        let mut diagnostics = Vec::new();
        check_words(&subject, dutch.as_ref(), lists, &mut diagnostics);
        let national = subject.name();
        let own = self.local.at("words").and_then(|own| own.at(&words.lang));
        let is_same = |one: &Diagnostic, other: &Diagnostic| {
            (one.kind, &one.path, &one.found, &one.expected) == (other.kind, &other.path, &other.found, &other.expected)
        };
        diagnostics.retain(|new| {
            own.is_some_and(|own| holds(own, &new.path))
                && !before.iter().any(|old| old.file == national && is_same(old, new))
        });
        diagnostics
    }
}

/// Whether something is written at this place, or the whole place belongs to what is written.
fn holds(own: &Value, path: &str) -> bool {
    let mut here = own;
    for name in path.split('.') {
        match here {
            Value::Map(map) => match map.get(name) {
                Some(inner) => here = inner,
                None => return false,
            },
            _ => return true,
        }
    }
    true
}

/// A diagnostic about the laid words as one about the municipality's file, with a mend that its editor can carry out.
fn in_town(diagnostic: Diagnostic, file: &str, at: impl Fn(&str) -> String) -> Diagnostic {
    let mend = match diagnostic.kind {
        "mark" if diagnostic.found.starts_with("{f.") => {
            "Write the name of a figure of the flow: flow.json has them, under facts and local."
        }
        "mark" if !diagnostic.found.starts_with('{') => {
            "Take the brackets off, or take a word that the flow explains, under terms of its words."
        }
        "figure" => {
            "Write {f.…} with a figure of the flow, and set that figure under facts. \
             Is it made up for the exercise, or on a button? Write it between “ ”."
        }
        "phone" if !diagnostic.mend.starts_with("Write {f.") => {
            "Write {f.…} with a figure of the flow, and set that figure under facts."
        }
        "host" if diagnostic.mend.contains("data/hosts.txt") => {
            "A slip of the pen? Put a space after the full stop. Your own page? Write it under link: the flow shows it."
        }
        "placeholders" => "Use the same {…} in each language of your file.",
        "words-unused" => "Write the name as flow.json has it, or take these words out.",
        _ => &diagnostic.mend,
    };
    Diagnostic { file: file.to_owned(), path: at(&diagnostic.path), mend: mend.to_owned(), ..diagnostic }
}

fn mend_of(expected: &str) -> &'static str {
    if expected == "a step of this flow" {
        "Look the id of the step up in flow.json."
    } else {
        "Write that here, or take the field out: then the national words stay."
    }
}
