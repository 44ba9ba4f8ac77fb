//! Where things are.

use std::env;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// The folder of the whole project: the one that Cargo runs us from, since two checkouts may share what is compiled.
pub fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let started = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).filter(|folder| folder.ends_with("xtask"));
        let folder = started.unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        folder.parent().map(Path::to_path_buf).unwrap_or_default()
    });
    &ROOT
}

/// The release build.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The site as `serve` shows it: built quickly, in one file, not compressed.
pub fn dev_site() -> PathBuf {
    scratch().join("site")
}

/// A folder for what xtask makes on the way.
pub fn scratch() -> PathBuf {
    root().join("target/xtask")
}

/// A folder for what one build leaves for a moment: `serve` and `build` may run at once.
pub fn passing(name: &str) -> PathBuf {
    scratch().join(format!("{name}-{}", std::process::id()))
}

/// What the tests need and a registry has: `bin/` holds the programs.
pub fn tools() -> PathBuf {
    root().join("target/tools")
}
