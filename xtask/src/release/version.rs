//! The version: where it stands, what CHANGELOG.md says of it, and setting it.

use super::date::Date;
use crate::project;
use anyhow::{Context, Result, ensure};
use std::fs;
use std::path::Path;

/// The version of the product, which is that of the workspace. It is read, not compiled in: a release may just have set it.
pub fn current() -> Result<String> {
    let manifest = fs::read_to_string(project::root().join("Cargo.toml")).context("Cargo.toml cannot be read")?;
    Ok(of(&manifest)?.to_owned())
}

/// The version in a manifest, at `[workspace.package]`.
fn of(manifest: &str) -> Result<&str> {
    let section = manifest.split_once("[workspace.package]").map(|(_, rest)| rest);
    let version = section.and_then(|rest| rest.split_once("version = \"")?.1.split_once('"'));
    version.map(|(version, _)| version).context("Cargo.toml has no version at [workspace.package]")
}

/// Three numbers.
pub fn check(version: &str) -> Result<()> {
    let numbers: Vec<&str> = version.split('.').collect();
    let plain = |part: &&str| part.parse::<u32>().is_ok_and(|number| number.to_string() == **part);
    ensure!(numbers.len() == 3 && numbers.iter().all(plain), "a version is three numbers, as 1.2.3, not “{version}”");
    Ok(())
}

/// The day that CHANGELOG.md gives a version: `## 1.2.3 (2026-12-01)`.
pub fn day(changelog: &str, version: &str) -> Result<Date> {
    let begin = format!("## {version} (");
    let mut parts = changelog.split("\n## ");
    let section = parts.find(|part| part.starts_with(&begin[3..])).map(|part| &part[begin.len() - 3..]);
    let (day, rest) = section.and_then(|rest| rest.split_once(')')).with_context(|| {
        format!(
            "CHANGELOG.md has no section for it; give what is under “Unreleased” the title ## {version} (YYYY-MM-DD)"
        )
    })?;
    ensure!(rest.trim().len() > 1, "the section of {version} in CHANGELOG.md is empty");
    Date::read(day).with_context(|| format!("“{day}” in CHANGELOG.md is no day, as 2026-12-01"))
}

/// Writes another version in the manifest and in the locks, so that Cargo need not be asked.
pub fn set(root: &Path, before: &str, version: &str) -> Result<()> {
    let change = |path: &str, change: &dyn Fn(&str) -> String| {
        let file = root.join(path);
        let text = fs::read_to_string(&file).with_context(|| format!("{path} cannot be read"))?;
        let new = change(&text);
        ensure!(new != text, "{path} does not have version {before}");
        fs::write(&file, new).with_context(|| format!("{path} cannot be written"))
    };
    let line = |version: &str| format!("version = \"{version}\"");
    change("Cargo.toml", &|text| text.replacen(&line(before), &line(version), 1))?;
    for path in ["Cargo.lock", "fuzz/Cargo.lock"] {
        change(path, &|text| {
            ["stapwijzer", "stapwijzer-e2e", "xtask"].iter().fold(text.to_owned(), |text, name| {
                let entry = |version| format!("name = \"{name}\"\n{}\n", line(version));
                text.replace(&entry(before), &entry(version))
            })
        })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;

    #[test]
    fn the_changelog_says_what_is_in_a_version_and_when() {
        let log = "# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-12-01)\n\n- More.\n\n## 0.1.1 (soon)\n\n- x\n\n## 0.1.0 (2026-11-01)\n\n";
        assert_eq!(day(log, "0.2.0").unwrap().to_string(), "2026-12-01");
        let said = |version| format!("{:#}", day(log, version).unwrap_err());
        assert!(said("0.3.0").contains("## 0.3.0 (YYYY-MM-DD)"), "{}", said("0.3.0"));
        assert!(said("0.1.1").contains("“soon”") && said("0.1.0").contains("empty"), "{}", said("0.1.0"));
    }

    #[test]
    fn a_version_is_three_numbers() {
        assert!(check("0.2.0").is_ok());
        for version in ["v0.2.0", "0.2", "0.2.0-rc1", "0.02.0", "", "0.2.0.1"] {
            assert!(check(version).is_err(), "{version}");
        }
    }

    #[test]
    fn the_version_is_set_in_all_places_and_nowhere_else() {
        let lock = |version: &str| {
            format!(
                "name = \"other\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"stapwijzer\"\nversion = \"{version}\"\n"
            )
        };
        let manifest =
            |version: &str| format!("[workspace.package]\nversion = \"{version}\"\n\n[x]\nversion = \"0.1.0\"\n");
        let root = tree(&[
            ("Cargo.toml", &manifest("0.1.0")),
            ("Cargo.lock", &lock("0.1.0")),
            ("fuzz/Cargo.lock", &lock("0.1.0")),
        ]);
        set(root.path(), "0.1.0", "0.2.0").unwrap();
        for (path, text) in
            [("Cargo.toml", manifest("0.2.0")), ("Cargo.lock", lock("0.2.0")), ("fuzz/Cargo.lock", lock("0.2.0"))]
        {
            assert_eq!(fs::read_to_string(root.path().join(path)).unwrap(), text, "{path}");
        }
        assert_eq!(of(&manifest("0.2.0")).unwrap(), "0.2.0");
        assert!(set(root.path(), "0.1.0", "0.3.0").is_err(), "it has another version by now");
    }

    /// What `set` looks for is in our own files: else a release would stop half-way.
    #[test]
    fn our_own_files_hold_the_version_where_it_is_set() {
        let root = project::root();
        let version = current().unwrap();
        check(&version).unwrap();
        for (path, names) in
            [("Cargo.lock", vec!["stapwijzer", "stapwijzer-e2e", "xtask"]), ("fuzz/Cargo.lock", vec!["stapwijzer"])]
        {
            let lock = fs::read_to_string(root.join(path)).unwrap();
            for name in names {
                assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{version}\"\n")), "{path}: {name}");
            }
        }
    }
}
