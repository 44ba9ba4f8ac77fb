//! Reading the content folder natively: for the checker and the tests. Reports all problems, not the first.

use super::diagnostic::{Diagnostic, Diagnostics};
use super::find_file::FindFile;
use crate::content::catalogue::Catalogue;
use crate::content::file::FlowFile;
use crate::content::package;
use crate::content::package::Package;
use crate::content::problem::Problem;
use crate::content::words::Words;
use crate::map::Map;
use crate::municipality::file::Municipality;
use crate::value::{self, FromValue, Misfit, Value};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// No content file may be larger, in bytes: wasm memory never shrinks.
pub const LARGEST_FILE: u64 = 256 * 1024;

/// But for the catalogue, of which the program keeps the beginning.
const LARGEST_CATALOGUE: u64 = 8 * LARGEST_FILE;

/// The catalogue, below the content folder.
const CATALOGUE: &str = "flows/catalogue.json";

/// All the content of a folder like `public/`.
#[derive(Debug, Default)]
pub struct Library {
    pub catalogue: Catalogue,
    pub files: BTreeMap<String, FlowFile>,
    /// How each flow is found, by flow.
    pub finds: BTreeMap<String, FindFile>,
    /// By flow and language.
    pub words: BTreeMap<(String, String), Words>,
    /// Interface words by language.
    pub ui: BTreeMap<String, Map<String>>,
    /// What municipalities lay over it, by id. What does not fit reads as nothing.
    pub municipalities: BTreeMap<String, Municipality>,
    /// The files as they are written, by their names, of what a municipality's file is laid over, and of that itself.
    pub written: BTreeMap<String, Value>,
}

/// Reads a content folder.
pub fn read(root: &Path, problems: &mut Vec<Diagnostic>) -> Library {
    let mut library = Library::default();
    if let Some(catalogue) = read_file::<Catalogue>(root, CATALOGUE, problems) {
        library.catalogue = catalogue;
    }
    for id in names(&root.join("flows"), true) {
        let folder = format!("flows/{id}");
        if let Some(flow) = library.read_written::<FlowFile>(root, &format!("{folder}/flow.json"), problems) {
            if flow.id != id {
                let mend = &format!("Write “{id}”, the name of the folder.");
                Diagnostics::new(&format!("{folder}/flow.json"), problems).error("name", "id", &flow.id, &id, mend);
            }
            library.files.insert(id.clone(), flow);
        }
        let languages = names(&root.join(&folder), false);
        if languages.iter().any(|name| name == "find")
            && let Some(find) = read_file::<FindFile>(root, &format!("{folder}/find.json"), problems)
        {
            library.finds.insert(id.clone(), find);
        }
        for lang in languages.into_iter().filter(|name| name != "flow" && name != "find") {
            let name = format!("{folder}/{lang}.json");
            let Some(words) = library.read_written::<Words>(root, &name, problems) else { continue };
            if words.flow != id || words.lang != lang {
                let (found, expected) = (format!("{} {}", words.flow, words.lang), format!("{id} {lang}"));
                let mend = "Write the names of the folder and of the file.";
                Diagnostics::new(&name, problems).error("name", "flow, lang", &found, &expected, mend);
            }
            library.words.insert((id.clone(), lang), words);
        }
    }
    for lang in names(&root.join("ui"), false) {
        if let Some(words) = read_file(root, &format!("ui/{lang}.json"), problems) {
            library.ui.insert(lang, words);
        }
    }
    for id in names(&root.join("municipalities"), false) {
        let name = format!("municipalities/{id}.json");
        if let Some(value) = bytes(root, &name, problems).and_then(|bytes| value(&name, &bytes, problems)) {
            let (town, misfits) = value::read(&value);
            say_misfits(&misfits, &mut Diagnostics::new(&name, problems));
            library.municipalities.insert(id, town);
            library.written.insert(name, value);
        }
    }
    library
}

impl Library {
    /// Reads one file, and keeps it as it is written too.
    fn read_written<T: FromValue>(&mut self, root: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> Option<T> {
        let value = value(name, &bytes(root, name, problems)?, problems)?;
        let read = fitting(name, &value, problems);
        self.written.insert(name.to_owned(), value);
        read
    }

    /// The languages of a flow.
    pub fn langs(&self, id: &str) -> Vec<&str> {
        self.words.keys().filter(|(flow, _)| flow == id).map(|(_, lang)| lang.as_str()).collect()
    }

    /// Every language that a flow has.
    pub fn all_langs(&self) -> Vec<&str> {
        let langs: std::collections::BTreeSet<&str> = self.words.keys().map(|(_, lang)| lang.as_str()).collect();
        langs.into_iter().collect()
    }

    /// A flow put together in a language.
    ///
    /// # Errors
    /// As [`package::assemble`].
    pub fn package(&self, id: &str, lang: &str) -> Result<Package, Vec<Problem>> {
        let words = |id: &str| self.words.get(&(id.to_owned(), lang.to_owned()));
        let source = |(id, file): (&String, _)| Some((id.clone(), (file, words(id)?)));
        package::assemble(id, &self.files.iter().filter_map(source).collect())
    }
}

/// The names of the folders, or of the JSON files without their ending, in a folder.
pub fn names(folder: &Path, folders: bool) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter(|entry| entry.path().is_dir() == folders)
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            if folders { Some(name) } else { name.strip_suffix(".json").map(str::to_owned) }
        })
        .collect();
    names.sort();
    names
}

/// Reads one file below a content folder; what is wrong with it becomes a problem.
pub fn read_file<T: FromValue>(root: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> Option<T> {
    parse(name, &bytes(root, name, problems)?, problems)
}

/// How large a file may be, in bytes, and what to do about one that is larger.
fn limit(name: &str) -> (u64, &'static str) {
    match name.split_once('/') {
        // The browser takes a large catalogue too, and keeps only its beginning: that is what the start shows.
        _ if name == CATALOGUE => (LARGEST_CATALOGUE, "Write shorter summaries, or take out flows that nobody needs."),
        Some(("flows", rest)) if rest.ends_with("/find.json") => {
            (LARGEST_FILE, "Keep the ways to say it that people use, and take the others out.")
        }
        Some(("flows", _)) => (LARGEST_FILE, "Make two flows of it, and let one include the other."),
        Some(("municipalities", _)) => {
            (LARGEST_FILE, "Keep what differs from the national content, and shorten what is laid over it.")
        }
        Some(("find", _)) => {
            (LARGEST_FILE, "Run: stapwijzer index. It makes the index anew, in parts that are not larger.")
        }
        _ => (LARGEST_FILE, "Take out what is not needed."),
    }
}

fn bytes(root: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> Option<Vec<u8>> {
    let (path, (most, mend)) = (root.join(name), limit(name));
    let bytes = match fs::metadata(&path).map(|meta| meta.len()) {
        Ok(size) if size > most => {
            let expected = &format!("at most {} kB", most / 1024);
            Diagnostics::new(name, problems).error("size", "", &format!("{size} bytes"), expected, mend);
            return None;
        }
        Ok(_) => fs::read(&path),
        Err(error) => Err(error),
    };
    let say = |error: std::io::Error| {
        Diagnostics::new(name, problems).error("file", "", &error.to_string(), "a file", "Put it there, readable.");
    };
    bytes.map_err(say).ok()
}

/// Reads one JSON text; everything that does not fit becomes a problem. `None` when it cannot be used at all.
pub fn parse<T: FromValue>(name: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Option<T> {
    fitting(name, &value(name, bytes, problems)?, problems)
}

fn fitting<T: FromValue>(name: &str, value: &Value, problems: &mut Vec<Diagnostic>) -> Option<T> {
    let (read, misfits) = value::read(value);
    say_misfits(&misfits, &mut Diagnostics::new(name, problems));
    misfits.iter().all(|misfit| misfit.unknown).then_some(read)
}

fn value(name: &str, bytes: &[u8], problems: &mut Vec<Diagnostic>) -> Option<Value> {
    let mut say = Diagnostics::new(name, problems);
    if bytes.starts_with(b"\xef\xbb\xbf") {
        say.error("json", "", "a byte order mark", "UTF-8 without one", "Save the file as UTF-8 without BOM.");
        return None;
    }
    // The parser itself stops at 128 values within values.
    let say = |error: serde_json::Error| {
        let mend = "Look at that line and the one before it: a comma, a quote or a bracket is often missing.";
        say.error("json", "", &error.to_string(), "JSON as CONTRIBUTING.md shows it", mend);
    };
    serde_json::from_slice::<Value>(bytes).map_err(say).ok()
}

fn say_misfits(misfits: &[Misfit], say: &mut Diagnostics) {
    for misfit in misfits {
        if misfit.unknown {
            let mend = &format!(
                "Mend the name of “{}”, or take it out: CONTRIBUTING.md says which fields there are.",
                misfit.found
            );
            say.error("unknown-field", &misfit.path, &misfit.found, misfit.expected, mend);
        } else {
            let mend = &format!("Write {} here.", misfit.expected);
            say.error("field", &misfit.path, &misfit.found, misfit.expected, mend);
        }
    }
}
