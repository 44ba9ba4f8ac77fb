//! Compressed copies beside the files, for the server to send as they are.

use crate::layout;
use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The ending of a compressed copy, by what `Accept-Encoding` calls it; the better one first.
pub const ENCODINGS: &[(&str, &str)] = &[("br", "br"), ("gzip", "gz")];

/// What shrinks; pictures and fonts are compressed already.
const TEXT: &[&str] = &["html", "js", "css", "json", "wasm", "svg", "txt", "webmanifest"];

/// Writes `.br` and `.gz` beside every file that gets smaller by it.
pub fn folder(folder: &Path) -> Result<()> {
    for path in layout::files(folder)? {
        if path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| TEXT.contains(&ending)) {
            let file = folder.join(path);
            let bytes = fs::read(&file)?;
            for (copy, small) in [(beside(&file, "br"), brotli(&bytes)?), (beside(&file, "gz"), gzip(&bytes)?)] {
                if small.len() < bytes.len() {
                    fs::write(&copy, small).with_context(|| format!("{} cannot be written", copy.display()))?;
                }
            }
        }
    }
    Ok(())
}

/// The path of the compressed copy with this ending.
pub fn beside(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Whether the file is a compressed copy of another one.
pub fn is_copy(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENCODINGS.iter().any(|(_, ours)| ending == *ours))
}

/// The bytes in brotli.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut small = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut small, &params)?;
    Ok(small)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;
    use std::io::Read;

    #[test]
    fn copies_hold_the_same_and_only_where_they_help() {
        let text = "stapwijzer ".repeat(100);
        let site = tree(&[("a/x.js", &text), ("tiny.json", "{}"), ("photo.png", &text)]);
        folder(site.path()).unwrap();
        let names = layout::files(site.path()).unwrap();
        let names: Vec<_> = names.iter().map(|path| path.to_str().unwrap()).collect();
        assert_eq!(names, ["a/x.js", "a/x.js.br", "a/x.js.gz", "photo.png", "tiny.json"]);
        let read = |name: &str| fs::read(site.path().join(name)).unwrap();
        let mut back = String::new();
        flate2::read::GzDecoder::new(&read("a/x.js.gz")[..]).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &read("a/x.js.br")[..], &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
    }
}
