//! The notices that the licences of other people's code ask to pass on with it.

use super::crates::Crate;
use crate::run;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const INTRODUCTION: &str = "\
Stapwijzer is published under the EUPL-1.2; see LICENSE. The program in it (the files that end with .wasm, and the
JavaScript beside them) holds code of the crates below, which others made and share under the licences given here.";

const MIT: &str = include_str!("licences/MIT.txt");

/// What begins the name of a file with a licence or a notice.
const NAMES: &[&str] = &["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

const LINE: &str = "--------------------------------------------------------------------------------";

/// `THIRD-PARTY.txt`: a list of the crates, then each text once, under the crates that it is for.
pub fn text(crates: &[Crate], rust: &str) -> Result<String> {
    let mut out = format!("{INTRODUCTION}\n\n");
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for it in crates {
        let name = format!("{} {}", it.name, it.version);
        writeln!(
            out,
            "{name}: {}{}",
            it.licence,
            it.repository.is_empty().then(String::new).unwrap_or_else(|| format!(", {}", it.repository))
        )?;
        for text in of_crate(it)? {
            texts.entry(text).or_default().push(name.clone());
        }
    }
    writeln!(out, "The standard library of Rust {rust}: MIT OR Apache-2.0; its notices are in THIRD-PARTY-rust.html")?;
    let mut texts: Vec<(Vec<String>, String)> = texts.into_iter().map(|(text, names)| (names, text)).collect();
    texts.sort();
    for (names, text) in texts {
        write!(out, "\n{LINE}\n{}\n{LINE}\n\n{text}\n", names.join(", "))?;
    }
    Ok(out)
}

/// The notices of the standard library, as they come with Rust.
pub fn of_rust() -> Result<Vec<u8>> {
    let output = run::command("rustc").args(["--print", "sysroot"]).output().context("cannot run rustc")?;
    let sysroot = String::from_utf8(output.stdout)?;
    let file = Path::new(sysroot.trim()).join("share/doc/rust/COPYRIGHT-library.html");
    fs::read(&file).with_context(|| format!("this Rust has no notices of its standard library, {}", file.display()))
}

/// The texts that a crate carries; for one without any, the text of its licence with its authors.
fn of_crate(it: &Crate) -> Result<Vec<String>> {
    let entries = fs::read_dir(&it.folder).with_context(|| format!("{} cannot be read", it.folder.display()))?;
    let mut files: Vec<_> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();
    let is_notice = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        NAMES.iter().any(|begin| name.starts_with(begin))
    };
    let mut texts = Vec::new();
    for file in files.iter().filter(|file| is_notice(file)) {
        let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        texts.push(tidy(&text));
    }
    if !texts.is_empty() {
        return Ok(texts);
    }
    if !it.licence.split(" OR ").any(|licence| licence.trim_matches(['(', ')']) == "MIT") {
        bail!("{} {} carries no licence text, and {} is not MIT: add its text here", it.name, it.version, it.licence);
    }
    let holders = if it.authors.is_empty() { format!("the authors of {}", it.name) } else { it.authors.join(", ") };
    Ok(vec![tidy(&format!("MIT License\n\nCopyright (c) {holders}\n\n{MIT}"))])
}

/// So that texts which differ only in how lines end are the same.
fn tidy(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;

    fn it(name: &str, licence: &str, folder: &Path) -> Crate {
        Crate {
            name: name.into(),
            version: "1.0.0".into(),
            licence: licence.into(),
            folder: folder.into(),
            ..Crate::default()
        }
    }

    #[test]
    fn each_text_stands_once_under_all_that_it_is_for() {
        let one = tree(&[("LICENSE-MIT", "Mine\r\n"), ("src/license.rs", "no"), ("Cargo.toml", "")]);
        let other = tree(&[("license-mit.md", "Mine\n\n"), ("NOTICE", "Also theirs")]);
        let crates = [it("a", "MIT", one.path()), it("b", "Apache-2.0", other.path())];
        let text = text(&crates, "1.95.0").unwrap();
        assert!(text.contains("\na 1.0.0, b 1.0.0\n") && text.contains("\nb 1.0.0\n"), "{text}");
        assert_eq!((text.matches("\nMine\n").count(), text.matches("Also theirs").count()), (1, 1), "{text}");
        assert!(text.contains("Rust 1.95.0"));
    }

    /// Leptos and some twenty others carry no file; the licence still asks for the notice.
    #[test]
    fn a_crate_without_a_file_gets_the_text_with_its_authors() {
        let bare = tree(&[("Cargo.toml", "")]);
        let leptos = Crate { authors: vec!["Greg".into()], ..it("leptos", "MIT", bare.path()) };
        let text = text(&[leptos], "1.95.0").unwrap();
        assert!(text.contains("Copyright (c) Greg\n\nPermission is hereby granted"), "{text}");
        let error = of_crate(&it("odd", "Zlib", bare.path())).unwrap_err();
        assert!(error.to_string().contains("odd 1.0.0 carries no licence text"), "{error}");
    }
}
