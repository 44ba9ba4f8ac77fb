//! Seeing that a source changed, by asking the file system now and then: no library, and it works on every disk.

use crate::layout;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

/// What the site is made of.
const SOURCES: &[&str] = &["src", "style", "public", "index.html", "Cargo.toml", "Cargo.lock", "rust-toolchain.toml"];

const PAUSE: Duration = Duration::from_millis(300);

/// The state of all sources at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot(BTreeMap<PathBuf, (SystemTime, u64)>);

impl Snapshot {
    /// The sources of the project at `root`, now.
    pub fn take(root: &Path) -> Snapshot {
        let mut seen = BTreeMap::new();
        for source in SOURCES {
            let top = root.join(source);
            let paths = if top.is_dir() { layout::files(&top).unwrap_or_default() } else { vec![PathBuf::new()] };
            for path in paths {
                let file = if path.as_os_str().is_empty() { top.clone() } else { top.join(path) };
                // A file that is gone by now is seen at the next look.
                if let Ok(data) = fs::metadata(&file) {
                    seen.insert(file, (data.modified().unwrap_or(SystemTime::UNIX_EPOCH), data.len()));
                }
            }
        }
        Snapshot(seen)
    }

    /// Waits until something is different and at rest again, and gives that state.
    pub fn wait_for_change(&self, root: &Path) -> Snapshot {
        loop {
            thread::sleep(PAUSE);
            let now = Snapshot::take(root);
            // An editor or a checkout may be half way.
            if now != *self && Snapshot::take(root) == now {
                return now;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;

    #[test]
    fn a_changed_a_new_and_a_gone_file_are_seen() {
        let project = tree(&[("src/a/b.rs", "1"), ("index.html", "1"), ("README.md", "1")]);
        let root = project.path();
        let first = Snapshot::take(root);
        assert_eq!(first.0.len(), 2);
        fs::write(root.join("README.md"), "other").unwrap();
        assert_eq!(Snapshot::take(root), first, "not a source of the site");
        let change = |act: &dyn Fn() -> std::io::Result<()>| {
            let before = Snapshot::take(root);
            let changed = thread::scope(|scope| {
                let waiting = scope.spawn(|| before.wait_for_change(root));
                act().unwrap();
                waiting.join().unwrap()
            });
            assert_ne!(changed, before);
        };
        change(&|| fs::write(root.join("src/a/b.rs"), "22"));
        change(&|| fs::write(root.join("src/new.rs"), ""));
        change(&|| fs::remove_file(root.join("index.html")));
    }
}
