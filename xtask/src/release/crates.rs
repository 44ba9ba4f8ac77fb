//! The crates that end up in the browser program, as Cargo itself chooses them: their licences, sums and files.

use crate::{project, run, tools};
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A crate of somebody else whose code is shipped.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Crate {
    pub name: String,
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    pub authors: Vec<String>,
    pub repository: String,
    /// Where its files are on this machine.
    pub folder: PathBuf,
    /// SHA-256 of the archive in the registry.
    pub checksum: String,
}

/// Says of the program that is shipped what `cargo tree` is to look at: no code of macros, nothing that is only built or tested with.
const SHIPPED: &[&str] = &["-p", "stapwijzer", "--no-default-features", "--features", "split"];
const EDGES: &[&str] = &["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];

/// All of them, sorted. Ours are not in the list.
pub fn shipped() -> Result<Vec<Crate>> {
    let mut cargo = run::cargo();
    let tree = output(cargo.args(["tree", "--locked", "--target", tools::WASM]).args(SHIPPED).args(EDGES))?;
    let mut cargo = run::cargo();
    let metadata =
        output(cargo.args(["metadata", "--locked", "--format-version", "1", "--filter-platform", tools::WASM]))?;
    let metadata: Value = serde_json::from_str(&metadata).context("cargo metadata")?;
    let lock = fs::read_to_string(project::root().join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    let crates = choose(&tree, &metadata, &sums(&lock))?;
    ensure!(crates.iter().any(|it| it.name == "leptos"), "Leptos is not among what ships");
    Ok(crates)
}

/// The Rust that compiles it, whose standard library is shipped too.
pub fn rust_version() -> Result<String> {
    let said = output(run::command("rustc").arg("--version"))?;
    said.split_whitespace().nth(1).map(str::to_owned).context("rustc has no version")
}

fn output(command: &mut Command) -> Result<String> {
    let shown = run::shown(command);
    let output = command.output().with_context(|| format!("cannot run: {shown}"))?;
    if !output.status.success() {
        bail!("failed ({}): {shown}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// What `tree` names, with what `metadata` says of it.
fn choose(tree: &str, metadata: &Value, sums: &BTreeMap<(String, String), String>) -> Result<Vec<Crate>> {
    let packages = metadata["packages"].as_array().context("cargo metadata has no packages")?;
    let mut crates = Vec::new();
    // “leptos v0.8.23”, with the folder of what is ours, and “(*)” when it was there before.
    for line in tree.lines().filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let (name, version) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let version = version.strip_prefix('v').with_context(|| format!("cargo tree says “{line}”"))?;
        let package = packages.iter().find(|package| package["name"] == name && package["version"] == version);
        let package = package.with_context(|| format!("cargo metadata does not know {name} {version}"))?;
        if package["source"].is_null() {
            continue;
        }
        let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
        let file = PathBuf::from(text("manifest_path"));
        let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
        crates.push(Crate {
            name: name.to_owned(),
            version: version.to_owned(),
            // An older way to write it.
            licence: text("license").replace('/', " OR "),
            authors: authors.map(str::to_owned).collect(),
            repository: text("repository"),
            folder: file.parent().map(PathBuf::from).unwrap_or_default(),
            checksum: sums.get(&(name.to_owned(), version.to_owned())).cloned().unwrap_or_default(),
        });
    }
    crates.sort();
    crates.dedup();
    Ok(crates)
}

/// The sums in a lock file, by name and version.
fn sums(lock: &str) -> BTreeMap<(String, String), String> {
    let packages = lock.split("[[package]]").skip(1);
    let field = |package: &str, key: &str| {
        let found = package.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"'));
        found.map(str::to_owned)
    };
    packages
        .filter_map(|package| {
            Some(((field(package, "name")?, field(package, "version")?), field(package, "checksum")?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_ships_is_told_once_and_ours_is_not() {
        let tree = "stapwijzer v0.1.0 (/x)\nb v1.0.0+spec-1\n\na v2.0.0\nb v1.0.0+spec-1 (*)\n";
        let package = |name: &str, version: &str, source: Value| json!({ "name": name, "version": version, "source": source, "license": "MIT/Apache-2.0", "manifest_path": format!("/r/{name}/Cargo.toml"), "authors": ["Ans"] });
        let metadata = json!({ "packages": [
            package("stapwijzer", "0.1.0", Value::Null), package("a", "1.0.0", json!("r")), package("a", "2.0.0", json!("r")),
            package("b", "1.0.0+spec-1", json!("r")),
        ] });
        let lock = "version = 4\n\n[[package]]\nname = \"a\"\nversion = \"2.0.0\"\nchecksum = \"abc\"\n";
        let crates = choose(tree, &metadata, &sums(lock)).unwrap();
        let told: Vec<_> =
            crates.iter().map(|it| (it.name.as_str(), it.version.as_str(), it.checksum.as_str())).collect();
        assert_eq!(told, [("a", "2.0.0", "abc"), ("b", "1.0.0+spec-1", "")]);
        assert_eq!((crates[0].licence.as_str(), crates[0].folder.to_str()), ("MIT OR Apache-2.0", Some("/r/a")));
        assert!(choose("c v1.0.0", &metadata, &BTreeMap::new()).is_err());
    }
}
