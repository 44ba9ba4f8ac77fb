//! Reading the content folder natively: for the checker and the tests. Reports all problems, not the first.

use super::diagnostic::{Diagnostic, Diagnostics};
use super::find_file::FindFile;
use super::naming::{Named, sorted_out};
use super::national::{self, NATIONAL};
use super::reading::{CATALOGUE, bytes, fitting, say_misfits, value};
use crate::content::catalogue::Catalogue;
use crate::content::figure::Figure;
use crate::content::file::{FlowFile, NationalFile};
use crate::content::package;
use crate::content::package::Package;
use crate::content::problem::Problem;
use crate::content::words::Words;
use crate::map::Map;
use crate::municipality::file::Municipality;
use crate::value::{self, FromValue, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use super::reading::{LARGEST_FILE, names, parse, read_file};

/// The files of municipalities, below the content folder.
const TOWNS: &str = "municipalities";

/// All the content of a folder like `public/`.
#[derive(Debug, Default)]
pub struct Library {
    pub catalogue: Catalogue,
    pub files: BTreeMap<String, FlowFile>,
    /// The figures that more than one flow uses.
    pub national: Map<Figure>,
    /// How each flow is found, by flow.
    pub finds: BTreeMap<String, FindFile>,
    /// By flow and language.
    pub words: BTreeMap<(String, String), Words>,
    /// Interface words by language.
    pub ui: BTreeMap<String, Map<String>>,
    /// What municipalities lay over it, by id. What does not fit reads as nothing.
    pub municipalities: BTreeMap<String, Municipality>,
    /// All of these files as they are written, by their names.
    pub written: BTreeMap<String, Value>,
    /// Files that are there and cannot be used, by their names. What is wrong with them is said once, and not as if they were missing.
    pub spoilt: BTreeSet<String>,
    /// The names of the drawings; `None` for a folder that has none.
    pub drawings: Option<BTreeSet<String>>,
}

/// Reads a content folder.
pub fn read(root: &Path, problems: &mut Vec<Diagnostic>) -> Library {
    let mut library = Library::default();
    library.drawings = std::fs::read_dir(root.join("drawings")).ok().map(|folder| {
        let names = folder.flatten().map(|file| file.file_name().to_string_lossy().into_owned());
        names.filter_map(|name| name.strip_suffix(".svg").map(str::to_owned)).collect()
    });
    library.catalogue = library.read_one(root, CATALOGUE, problems).unwrap_or_default();
    if root.join(NATIONAL).exists() {
        library.national = library.read_one::<NationalFile>(root, NATIONAL, problems).unwrap_or_default().facts;
    }
    let flows = sorted_out(Named::Flow, "flows", names(&root.join("flows"), true), &mut library.spoilt, problems);
    flows.into_iter().for_each(|id| library.read_flow(root, id, problems));
    let languages = sorted_out(Named::Language, "ui", names(&root.join("ui"), false), &mut library.spoilt, problems);
    for lang in languages {
        if let Some(words) = library.read_one(root, &format!("ui/{lang}.json"), problems) {
            library.ui.insert(lang, words);
        }
    }
    let towns = names(&root.join(TOWNS), false);
    for id in sorted_out(Named::Municipality, TOWNS, towns, &mut library.spoilt, problems) {
        let name = format!("{TOWNS}/{id}.json");
        if let Some(value) = library.read_value(root, &name, problems) {
            let (town, misfits) = value::read(&value);
            say_misfits(&misfits, &mut Diagnostics::new(&name, problems));
            library.municipalities.insert(id, town);
            library.written.insert(name, value);
        }
    }
    library
}

impl Library {
    fn read_flow(&mut self, root: &Path, id: String, problems: &mut Vec<Diagnostic>) {
        let folder = format!("flows/{id}");
        if let Some(flow) = self.read_flow_file(root, &format!("{folder}/flow.json"), problems) {
            if flow.id != id {
                let mend = &format!("Write “{id}”, the name of the folder.");
                Diagnostics::new(&format!("{folder}/flow.json"), problems).error("name", "id", &flow.id, &id, mend);
            }
            self.files.insert(id.clone(), flow);
        }
        let (own, others): (Vec<String>, Vec<String>) =
            names(&root.join(&folder), false).into_iter().partition(|name| name == "flow" || name == "find");
        if own.iter().any(|name| name == "find")
            && let Some(find) = self.read_one(root, &format!("{folder}/find.json"), problems)
        {
            self.finds.insert(id.clone(), find);
        }
        for lang in sorted_out(Named::Language, &folder, others, &mut self.spoilt, problems) {
            let name = format!("{folder}/{lang}.json");
            let Some(words) = self.read_one::<Words>(root, &name, problems) else { continue };
            if words.flow != id || words.lang != lang {
                let (found, expected) = (format!("{} {}", words.flow, words.lang), format!("{id} {lang}"));
                let mend = "Write the names of the folder and of the file.";
                Diagnostics::new(&name, problems).error("name", "flow, lang", &found, &expected, mend);
            }
            self.words.insert((id.clone(), lang), words);
        }
    }

    /// Reads a `flow.json`, with the national figures in the places where it names them.
    fn read_flow_file(&mut self, root: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> Option<FlowFile> {
        let written = self.read_value(root, name, problems)?;
        let (whole, unknown) = national::put_in(&written, self.written.get(NATIONAL));
        for (id, named) in unknown.iter().filter(|_| !self.is_spoilt(NATIONAL)) {
            let mend = &format!("Write the name of a figure in {NATIONAL}, or the figure itself.");
            let say = &mut Diagnostics::new(name, problems);
            say.error("fact", &format!("facts.{id}"), named, "a figure of the whole country", mend);
        }
        let read = fitting(name, &whole, problems);
        self.note(name, read.is_none());
        self.written.insert(name.to_owned(), written);
        read
    }

    /// The national figure that a flow has under this name of its own, if it is one.
    pub fn national_name(&self, flow: &str, id: &str) -> Option<&str> {
        match self.written.get(&format!("flows/{flow}/flow.json"))?.at("facts")?.at(id) {
            Some(Value::Text(named)) => Some(named),
            _ => None,
        }
    }

    /// Reads one file, and keeps it as it is written too.
    fn read_one<T: FromValue>(&mut self, root: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> Option<T> {
        let value = self.read_value(root, name, problems)?;
        let read = fitting(name, &value, problems);
        self.note(name, read.is_none());
        self.written.insert(name.to_owned(), value);
        read
    }

    fn read_value(&mut self, root: &Path, name: &str, problems: &mut Vec<Diagnostic>) -> Option<Value> {
        let value = bytes(root, name, problems).and_then(|bytes| value(name, &bytes, problems));
        self.note(name, value.is_none());
        value
    }

    /// What cannot be used is told where it is read, and nowhere else.
    fn note(&mut self, name: &str, is_spoilt: bool) {
        if is_spoilt {
            self.spoilt.insert(name.to_owned());
        }
    }

    /// Whether a file cannot be used, which has been told.
    pub fn is_spoilt(&self, name: &str) -> bool {
        self.spoilt.contains(name)
    }

    /// Whether a flow is on offer, and no draft.
    pub fn is_published(&self, id: &str) -> bool {
        self.files.get(id).is_some_and(|file| file.published)
    }

    /// A flow, and all those that stand in it.
    pub fn with_includes(&self, id: &str) -> Vec<String> {
        let mut all = vec![id.to_owned()];
        let mut at = 0;
        while let Some(file) = all.get(at).map(|id| self.files.get(id)) {
            let inner: Vec<String> = file.into_iter().flat_map(package::includes).map(str::to_owned).collect();
            all.extend(inner.into_iter().filter(|id| !all.contains(id)).collect::<Vec<_>>());
            at += 1;
        }
        all
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
