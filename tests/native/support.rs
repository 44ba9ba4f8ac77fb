//! The real content, read once.

use stapwijzer::editing::library;
use stapwijzer::editing::library::Library;
use stapwijzer::editing::national::{self, NATIONAL};
use stapwijzer::flow::graph::reached;
use stapwijzer::flow::model::Flow;
use stapwijzer::value::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The day on which the tests look at the content.
pub const TODAY: &str = "2026-11-30";

/// The project's own folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The variable that names another content folder to test, called `public` too: what the guide makes of a copy (`docs.rs`).
pub const PUBLIC: &str = "STAPWIJZER_TEST_PUBLIC";

/// The content folder.
pub fn public() -> PathBuf {
    std::env::var_os(PUBLIC).map_or_else(|| root().join("public"), PathBuf::from)
}

/// Calls the command for editors beside the content folder, as in the project's own.
pub fn call(arguments: &[&str]) -> Output {
    let beside = public().parent().unwrap().to_owned();
    Command::new(env!("CARGO_BIN_EXE_stapwijzer")).args(arguments).current_dir(beside).output().unwrap()
}

/// Copies a folder with all that is in it.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let there = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &there);
        } else {
            fs::copy(entry.path(), there).unwrap();
        }
    }
}

/// A copy of the content folder, to change.
pub fn copy_of_public() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&public(), folder.path());
    folder
}

/// A content file as a tree of values, as the site has it: with the figures of the whole country.
pub fn file(path: &str) -> Option<Value> {
    let read = |path| serde_json::from_slice(&std::fs::read(root().join("public").join(path)).ok()?).ok();
    Some(national::put_in(&read(path)?, read(NATIONAL).as_ref()).0)
}

/// The content in `public/`.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let mut problems = Vec::new();
        let library = library::read(&public(), &mut problems);
        assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
        library
    })
}

/// The ids of the steps that can be reached from there, itself included.
pub fn reach<'a>(flow: &'a Flow, from: &str) -> Vec<&'a str> {
    let steps = flow.steps.iter().zip(reached(flow, from));
    steps.filter(|(_, reached)| *reached).map(|(step, _)| step.id.as_str()).collect()
}
