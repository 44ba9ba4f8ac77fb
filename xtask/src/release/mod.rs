//! `cargo xtask release`: the files that a municipality downloads. `docs/releasing.md` says how a version is cut.
//!
//! The same sources give the same bytes, on any machine and any day: entries are sorted, and their time is the day that CHANGELOG.md
//! gives the version (or `SOURCE_DATE_EPOCH`).

pub mod crates;
pub mod date;
pub mod notices;
pub mod pack;
pub mod sbom;
pub mod version;

use crate::{build, layout, machine, project, run};
use anyhow::{Context, Result, ensure};
use date::Date;
use std::env;
use std::fs;
use std::path::Path;

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// The version to cut; without it, the one that Cargo.toml has
    #[arg(long, value_name = "X.Y.Z")]
    pub version: Option<String>,
}

/// Checks, sets the version, builds, and packs `target/release-files/`.
pub fn run(options: &Options) -> Result<()> {
    let root = project::root();
    let clean = changes()?;
    ensure!(clean.is_empty(), "a release is made of what is committed, and these files are not:\n{clean}");
    let before = version::current()?;
    let version = options.version.clone().unwrap_or_else(|| before.clone());
    version::check(&version)?;
    let changelog = fs::read_to_string(root.join("CHANGELOG.md")).context("CHANGELOG.md cannot be read")?;
    let date = match env::var("SOURCE_DATE_EPOCH") {
        Ok(seconds) => Date::of_epoch(seconds.parse().context("SOURCE_DATE_EPOCH is no number")?),
        Err(_) => version::day(&changelog, &version)?,
    };
    if version != before {
        version::set(root, &before, &version)?;
    }
    build::release()?;
    machine::leaves_no_trace(&project::dist())?;
    let out = root.join("target/release-files");
    files(&out, &version, date)?;
    println!("\nThe files of version {version} are in target/release-files/:");
    for path in layout::files(&out)? {
        println!("{:>9} bytes  {}", fs::metadata(out.join(&path))?.len(), path.display());
    }
    if version != before {
        println!("Now: git commit -am 'Version {version}' && git tag -a v{version} -m 'Version {version}'");
    }
    Ok(())
}

/// What is not committed, a line a file.
fn changes() -> Result<String> {
    let output = run::command("git").args(["status", "--porcelain"]).output().context("cannot run git")?;
    ensure!(output.status.success(), "git does not know this folder: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).trim_end().to_owned())
}

/// The site with the licences of all that is in it, as one file; beside it the list of what it was made of, and the sums.
fn files(out: &Path, version: &str, date: Date) -> Result<()> {
    let _ = fs::remove_dir_all(out);
    fs::create_dir_all(out)?;
    let shipped = crates::shipped()?;
    let (licence, of_rust) = (fs::read(project::root().join("LICENSE"))?, notices::of_rust()?);
    let notices = notices::text(&shipped, &crates::rust_version()?)?;
    let sbom = sbom::json(version, date, &shipped, &crates::rust_version()?)?;
    let mut entries = pack::folder(&project::dist())?;
    for (name, bytes) in [
        ("LICENSE", licence),
        ("THIRD-PARTY.txt", notices.clone().into()),
        ("THIRD-PARTY-rust.html", of_rust),
        ("sbom.cdx.json", sbom.clone().into()),
    ] {
        entries.push((name.into(), bytes));
    }
    let name = format!("stapwijzer-{version}");
    let zip = pack::zip(&name, entries, date)?;
    let files = [
        (format!("{name}.zip"), zip),
        ("THIRD-PARTY.txt".into(), notices.into()),
        ("sbom.cdx.json".into(), sbom.into()),
    ];
    for (name, bytes) in &files {
        fs::write(out.join(name), bytes).with_context(|| format!("{name} cannot be written"))?;
    }
    fs::write(out.join("SHA256SUMS"), pack::sums(&files)).context("SHA256SUMS cannot be written")
}
