//! From a request to a file, and never outside the folder.

use crate::compress::{ENCODINGS, beside};
use std::path::{Path, PathBuf};

/// Where a path leads.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    File(PathBuf),
    /// A folder without its slash: relative addresses in its page would go astray.
    Folder,
    Nothing,
}

/// The file for a decoded path.
pub fn find(root: &Path, path: &str) -> Found {
    let Some(relative) = path.strip_prefix('/') else { return Found::Nothing };
    let trimmed = relative.strip_suffix('/').unwrap_or(relative);
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '\0', ':']);
    if !trimmed.is_empty() && !trimmed.split('/').all(plain) {
        return Found::Nothing;
    }
    // Only what is really inside, wherever links lead.
    let (Ok(root), Ok(file)) = (root.canonicalize(), root.join(trimmed).canonicalize()) else { return Found::Nothing };
    if !file.starts_with(&root) {
        return Found::Nothing;
    }
    let slash = relative.is_empty() || relative.ends_with('/');
    let index = file.join("index.html");
    match (slash, file.is_file(), index.is_file()) {
        (false, true, _) => Found::File(file),
        (true, _, true) => Found::File(index),
        (false, _, true) => Found::Folder,
        _ => Found::Nothing,
    }
}

/// The path of a request target: without query, and decoded.
pub fn decode(target: &str) -> Option<String> {
    unescape(target.split(['?', '#']).next()?)
}

/// Resolves `%41`.
pub fn unescape(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let pair = [rest.next()?, rest.next()?];
            let pair =
                std::str::from_utf8(&pair).ok().filter(|pair| pair.bytes().all(|one| one.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(pair, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The compressed copy that the browser takes, with the name of its encoding.
pub fn compressed(file: &Path, accepted: &str) -> Option<(PathBuf, &'static str)> {
    let copies = ENCODINGS.iter().filter(|(encoding, _)| accepts(accepted, encoding));
    copies.map(|(encoding, ending)| (beside(file, ending), *encoding)).find(|(copy, _)| copy.is_file())
}

fn accepts(accepted: &str, encoding: &str) -> bool {
    accepted.split(',').any(|one| {
        let (name, weight) = one.split_once(';').unwrap_or((one, ""));
        let refused = weight.trim().strip_prefix("q=").and_then(|q| q.parse::<f32>().ok()).is_some_and(|q| q == 0.0);
        name.trim().eq_ignore_ascii_case(encoding) && !refused
    })
}

/// The media type, by the ending of the name.
pub fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;

    #[test]
    fn encodings_are_taken_at_their_word() {
        assert!(accepts("gzip, deflate, br", "br") && accepts("GZIP;q=0.5", "gzip"));
        assert!(!accepts("gzip;q=0, br;q=0.0", "gzip") && !accepts("gzip;q=0, br;q=0.0", "br") && !accepts("", "br"));
    }

    #[test]
    fn escapes_are_resolved_or_refused() {
        assert_eq!(decode("/a%20b?x=%2e").as_deref(), Some("/a b"));
        for bad in ["/%", "/%4", "/%zz", "/%ff", "/%+1"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn nothing_outside_the_folder_is_found() {
        let outer = tree(&[("secret.txt", "x"), ("site/a.txt", "x"), ("site/.env", "x"), ("site/sub/index.html", "x")]);
        let root = outer.path().join("site");
        std::os::unix::fs::symlink(outer.path().join("secret.txt"), root.join("link.txt")).unwrap();
        let is_file = |path: &str| matches!(find(&root, path), Found::File(_));
        assert!(is_file("/a.txt") && is_file("/sub/"));
        assert_eq!(find(&root, "/sub"), Found::Folder);
        let bad = [
            "/../secret.txt",
            "/sub/../../secret.txt",
            "//secret.txt",
            "/link.txt",
            "/.env",
            "/",
            "a.txt",
            "/..\\secret.txt",
            "/a.txt/",
            "/a\0",
        ];
        for path in bad {
            assert_eq!(find(&root, path), Found::Nothing, "{path}");
        }
    }
}
