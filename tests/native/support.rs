//! The real content, read once.

use stapwijzer::editing::library;
use stapwijzer::editing::library::Library;
use stapwijzer::flow::graph::reached;
use stapwijzer::flow::model::Flow;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The day on which the tests look at the content.
pub const TODAY: &str = "2026-11-23";

/// The project's own folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Calls the command for editors, in the project's folder.
pub fn call(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_stapwijzer")).args(arguments).current_dir(root()).output().unwrap()
}

/// A copy of the real content folder, to change.
pub fn copy_of_public() -> TempDir {
    fn copy(from: &Path, to: &Path) {
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
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("public"), folder.path());
    folder
}

/// The content in `public/`.
pub fn library() -> &'static Library {
    static LIBRARY: OnceLock<Library> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let mut problems = Vec::new();
        let library = library::read(&root().join("public"), &mut problems);
        assert!(problems.is_empty(), "{}", problems.iter().map(|p| format!("{p}\n")).collect::<String>());
        library
    })
}

/// The ids of the steps that can be reached from there, itself included.
pub fn reach<'a>(flow: &'a Flow, from: &str) -> Vec<&'a str> {
    let steps = flow.steps.iter().zip(reached(flow, from));
    steps.filter(|(_, reached)| *reached).map(|(step, _)| step.id.as_str()).collect()
}
