//! The real content, read once.

use stapwijzer::content::read::{self, Library};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// The day on which the tests look at the content.
pub const TODAY: &str = "2026-11-23";

/// The project's own folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The content in `public/`.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let mut problems = Vec::new();
        let library = read::library(&root().join("public"), &mut problems);
        assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
        library
    })
}
