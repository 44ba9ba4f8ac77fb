//! `stapwijzer pages`: writes the steps of every flow as pages that need no program.

use super::{Asked, Misuse, library};
use stapwijzer::editing::diagnostic::Diagnostic;
use stapwijzer::editing::pages::site::Site;
use std::fs;
use std::io;
use std::path::Path;

/// Writes all pages; `false` when a flow has none, because something is wrong with it.
pub fn run(asked: &Asked) -> Result<bool, Misuse> {
    let out = asked.out.as_deref().ok_or_else(|| Misuse("pages takes --out and a folder".into()))?;
    let base = asked.base.as_deref().map(whole).transpose()?;
    let (library, diagnostics) = library(asked.words.first());
    let (files, found) = Site { library: &library, today: &asked.today, base: base.as_deref() }.files();
    for (path, text) in &files {
        let file = out.join(path);
        if let Err(error) = write(&file, text) {
            eprintln!("{} cannot be written: {error}", file.display());
            return Ok(false);
        }
    }
    diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).for_each(|diagnostic| eprintln!("{diagnostic}"));
    found.iter().for_each(|problem| eprintln!("{problem}"));
    println!("{} files in {}", files.len(), out.display());
    Ok(found.is_empty() && !diagnostics.iter().any(Diagnostic::is_error))
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, text)
}

/// An address to put paths after.
fn whole(base: &str) -> Result<String, Misuse> {
    if !base.starts_with("https://") && !base.starts_with("http://") {
        return Err(Misuse("--base takes an address that begins with https://".into()));
    }
    Ok(format!("{}/", base.trim_end_matches('/')))
}
