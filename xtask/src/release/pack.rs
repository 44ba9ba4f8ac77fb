//! Packing: the same files give the same bytes.

use super::date::Date;
use crate::layout;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A file by its path, with slashes.
pub type Entry = (String, Vec<u8>);

/// All files below a folder.
pub fn folder(folder: &Path) -> Result<Vec<Entry>> {
    let read = |path: &Path| {
        let name = path.to_string_lossy().replace('\\', "/");
        let bytes = fs::read(folder.join(path)).with_context(|| format!("{name} cannot be read"))?;
        Ok((name, bytes))
    };
    layout::files(folder)?.iter().map(|path| read(path)).collect()
}

/// The entries in a folder called `name`, sorted, all of the same day and readable by all.
pub fn zip(name: &str, mut entries: Vec<Entry>, date: Date) -> Result<Vec<u8>> {
    entries.sort();
    let time =
        DateTime::from_date_and_time(date.year, date.month, date.day, 0, 0, 0).context("a zip has no such day")?;
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(time)
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in entries {
        writer.start_file(format!("{name}/{path}"), options)?;
        writer.write_all(&bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// What `sha256sum --check` reads.
pub fn sums(files: &[Entry]) -> String {
    let mut lines: Vec<String> = files.iter().map(|(name, bytes)| format!("{}  {name}\n", sum(bytes))).collect();
    lines.sort_by(|one, other| one[66..].cmp(&other[66..]));
    lines.concat()
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;
    use std::io::Read;
    use std::time::{Duration, SystemTime};
    use zip::ZipArchive;

    const DAY: Date = Date { year: 2026, month: 12, day: 1 };
    const FILES: &[(&str, &str)] = &[("index.html", "<p>"), ("r/1-a/app.wasm", "\0asm"), ("flows/a/nl.json", "{}")];

    fn packed(files: &[(&str, &str)], made: SystemTime) -> Vec<u8> {
        let site = tree(files);
        for (path, _) in files {
            fs::File::options().write(true).open(site.path().join(path)).unwrap().set_modified(made).unwrap();
        }
        zip("stapwijzer-1.2.3", folder(site.path()).unwrap(), DAY).unwrap()
    }

    /// Whoever doubts a release builds the tag and compares the sums. So neither the day, the folder nor the order may show.
    #[test]
    fn the_same_files_give_the_same_bytes() {
        let now = SystemTime::now();
        let other_order: Vec<_> = FILES.iter().rev().copied().collect();
        assert_eq!(packed(FILES, now), packed(&other_order, now - Duration::from_secs(900_000)));
        assert_ne!(packed(FILES, now), packed(&FILES[1..], now));
    }

    #[test]
    fn the_zip_holds_the_files_in_one_folder_sorted() {
        let bytes = packed(FILES, SystemTime::now());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<String> =
            (0..archive.len()).map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned()).collect();
        let inside = ["flows/a/nl.json", "index.html", "r/1-a/app.wasm"];
        assert_eq!(names, inside.map(|name| format!("stapwijzer-1.2.3/{name}")));
        let mut file = archive.by_index(1).unwrap();
        let time = file.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day(), time.hour()), (2026, 12, 1, 0));
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "<p>");
    }

    #[test]
    fn sums_are_those_of_sha256sum() {
        let sums = sums(&[("b".into(), b"abc".to_vec()), ("a".into(), vec![])]);
        let (empty, abc) = (
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        );
        assert_eq!(sums, format!("{empty}  a\n{abc}  b\n"));
    }
}
