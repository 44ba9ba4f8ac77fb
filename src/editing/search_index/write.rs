//! The index as files, as `stapwijzer index` writes them and the browser reads them.

use super::build::{index, part_name};
use crate::editing::diagnostic::Diagnostic;
use crate::editing::find_file::FindFile;
use crate::editing::library::{Library, read_file};
use crate::editing::upl;
use crate::search::Finder;
use crate::search::index::{IndexFile, OTHER};
use crate::value::Value;
use std::path::Path;

/// The folder of the index, below the content folder.
pub const FOLDER: &str = "find";

/// The files of the index, each with its path below the content folder.
pub fn files(library: &Library) -> Vec<(String, String)> {
    let of_lang = |lang: &str| {
        let parts = index(library, lang);
        let named = |(number, part): (usize, &IndexFile)| (path(&part_name(lang, number)), text(part));
        parts.iter().enumerate().map(named).collect::<Vec<_>>()
    };
    library.all_langs().into_iter().chain([OTHER]).flat_map(of_lang).chain(products(library)).collect()
}

/// Which flow a national product is about, and the names of all products: for pages that know a product and none of our ids.
fn products(library: &Library) -> [(String, String); 2] {
    let on_offer = |find: &&FindFile| library.is_published(&find.flow);
    let flow = |name: &str| {
        library.finds.values().filter(on_offer).find(|find| find.upl.iter().any(|product| product == name))
    };
    let json = |text: &str| Value::Text(text.to_owned()).to_json();
    let line = |(uri, value): (&str, &str)| format!("{}:{}", json(uri), json(value));
    let known = upl::products().filter_map(|(name, uri)| Some((uri, flow(name)?.flow.as_str())));
    let named = upl::products().filter(|(name, _)| flow(name).is_none()).map(|(name, uri)| (uri, name));
    let file = |key: &str, lines: Vec<String>| format!("{{\"format\":1,\"{key}\":{{\n{}\n}}}}\n", lines.join(",\n"));
    [
        ("flows/upl.json".to_owned(), file("flows", known.map(line).collect())),
        ("flows/upl-names.json".to_owned(), file("names", named.map(line).collect())),
    ]
}

fn path(name: &str) -> String {
    format!("{FOLDER}/{name}.json")
}

/// A file with a line for each flow and each word, so that a change shows as one.
fn text(part: &IndexFile) -> String {
    let json = |text: &str| Value::Text(text.to_owned()).to_json();
    let list = |texts: &[String]| texts.iter().map(|text| json(text)).collect::<Vec<_>>().join(",");
    let flows = part.flows.iter().map(|flow| {
        format!(
            "{{\"id\":{},\"icon\":{},\"minutes\":{},\"title\":{},\"summary\":{},\"rooms\":[{}],\"needs\":{}}}",
            json(&flow.id),
            json(&flow.icon),
            flow.minutes,
            json(&flow.title),
            json(&flow.summary),
            list(&flow.rooms),
            json(&flow.needs),
        )
    });
    let flows = flows.collect::<Vec<_>>().join(",\n");
    let terms = part.terms.iter().map(|term| json(term)).collect::<Vec<_>>().join(",\n");
    let next = part.next.as_deref().map_or("null".to_owned(), json);
    let (format, lang) = (part.format, json(&part.lang));
    let synonyms = part.synonyms.iter().map(|group| json(group)).collect::<Vec<_>>().join(",\n");
    let forms = part.forms.iter().map(|form| json(form)).collect::<Vec<_>>().join(",\n");
    let elsewhere = json(&part.elsewhere);
    format!(
        "{{\"format\":{format},\"lang\":{lang},\"next\":{next},\n\"flows\":[\n{flows}\n],\n\"terms\":[\n{terms}\n],\n\"synonyms\":[\n{synonyms}\n],\n\"forms\":[\n{forms}\n],\n\"elsewhere\":{elsewhere}}}\n"
    )
}

/// The parts of the index of a language, as the files below a content folder have them; none when there is no index.
pub fn parts(folder: &Path, lang: &str, problems: &mut Vec<Diagnostic>) -> Vec<IndexFile> {
    let mut parts: Vec<IndexFile> = Vec::new();
    let mut next = Some(lang.to_owned());
    while let Some(part) = next.take().and_then(|name| read_file::<IndexFile>(folder, &path(&name), problems)) {
        // A part that names one that was read already ends the row.
        next = part.next.clone().filter(|_| parts.len() < crate::search::index::MOST_PARTS);
        parts.push(part);
    }
    parts
}

/// What the browser has once it has loaded the index below a content folder.
pub fn finder(folder: &Path, problems: &mut Vec<Diagnostic>) -> Finder {
    let mut finder = Finder::default();
    for lang in crate::editing::library::names(&folder.join(FOLDER), false).iter().filter(|name| !name.contains('-')) {
        finder.add(lang, parts(folder, lang, problems));
    }
    finder
}
