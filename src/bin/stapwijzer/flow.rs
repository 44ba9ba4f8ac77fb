//! `stapwijzer graph` and `stapwijzer routes`: one flow, as it runs.

use super::{Misuse, read};
use stapwijzer::content::package::Package;
use stapwijzer::editing::diagram::svg::svg;
use stapwijzer::editing::library::Library;
use stapwijzer::editing::{mermaid, routes};
use std::path::Path;

/// Prints the flow as a drawing.
pub fn graph(flow: &str, folder: &Path, lang: &str, as_svg: bool) -> Result<bool, Misuse> {
    with_flow(flow, folder, lang, |package| match as_svg {
        true => print!("{}", svg(package)),
        false => print!("{}", mermaid::mermaid(package)),
    })
}

/// Prints all ways through it.
pub fn routes(flow: &str, folder: &Path) -> Result<bool, Misuse> {
    with_flow(flow, folder, "nl", |package| {
        routes::routes(&package.flow).iter().for_each(|way| println!("{}", way.join(" ")));
    })
}

fn with_flow(flow: &str, folder: &Path, lang: &str, act: impl FnOnce(&Package)) -> Result<bool, Misuse> {
    let (library, _) = read(folder);
    if let Some(why) = lacking(&library, flow, lang) {
        eprintln!("{why}");
        return Ok(false);
    }
    let package = library.package(flow, lang);
    match &package {
        Ok(package) => act(package),
        Err(problems) => problems.iter().for_each(|problem| eprintln!("{problem}")),
    }
    Ok(package.is_ok())
}

/// Which file is missing for this flow in this language, of itself or of what it includes.
fn lacking(library: &Library, flow: &str, lang: &str) -> Option<String> {
    if library.is_spoilt(&format!("flows/{flow}/flow.json")) {
        return Some(format!("flows/{flow}/flow.json cannot be read. Run: stapwijzer check"));
    }
    if !library.files.contains_key(flow) {
        let known: Vec<&str> = library.files.keys().map(String::as_str).collect();
        return Some(format!("there is no flow “{flow}”. There are: {}", known.join(" ")));
    }
    let within = library.with_includes(flow);
    let other = within.into_iter().find(|id| !library.langs(id).contains(&lang))?;
    let langs = library.langs(&other).join(", ");
    let file = format!("flows/{other}/{lang}.json");
    match library.is_spoilt(&file) {
        true => Some(format!("{file} cannot be read. Run: stapwijzer check")),
        false => Some(format!("{file} is not there; the languages of {other} are: {langs}")),
    }
}
