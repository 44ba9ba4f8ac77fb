//! What is published tells nothing of the machine that built it, and so is the same from every machine.

use crate::{compress, layout, project, tools};
use anyhow::{Result, ensure};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// Fails when a file of the site holds a folder of this machine: panic messages name source files.
pub fn leaves_no_trace(site: &Path) -> Result<()> {
    let found = traces(site, &folders())?;
    ensure!(found.is_empty(), "what is published names folders of this machine:\n  {}", found.join("\n  "));
    Ok(())
}

/// Where this machine keeps its user, the project, crates and toolchains.
fn folders() -> Vec<PathBuf> {
    let rustup = env::var_os("RUSTUP_HOME").map(PathBuf::from);
    let all = [env::home_dir(), Some(project::root().into()), tools::cargo_home(), rustup, Some(env::temp_dir())];
    all.into_iter().flatten().collect()
}

fn traces(site: &Path, folders: &[PathBuf]) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for path in layout::files(site)?.into_iter().filter(|path| !compress::is_copy(path)) {
        let bytes = fs::read(site.join(&path))?;
        for folder in folders {
            // With what follows, since “/root” alone may be a word of the content; and “/” says nothing.
            let name = format!("{}/", folder.display());
            if name.len() > 2 && bytes.windows(name.len()).any(|window| window == name.as_bytes()) {
                found.push(format!("{}: {name}", path.display()));
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;

    #[test]
    fn a_folder_of_the_machine_is_found_in_any_file() {
        let site = tree(&[
            ("r/1-a/app.wasm", "\0asm panicked at /home/ans/.cargo/registry/x.rs"),
            ("index.html", "home, /home/ansje/ and /homes"),
            ("index.html.br", "/home/ans/"),
        ]);
        let found = traces(site.path(), &["/home/ans".into(), "/".into()]).unwrap();
        assert_eq!(found, ["r/1-a/app.wasm: /home/ans/"]);
    }
}
