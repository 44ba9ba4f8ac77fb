//! `stapwijzer pages`: writes the steps of every flow as pages that need no program.

use super::{Misuse, read, told};
use stapwijzer::editing::pages::site::Site;
use std::fs;
use std::io;
use std::path::Path;

/// Writes all pages; `false` when a flow has none, because something is wrong with it.
pub fn run(content: &Path, out: &Path, base: Option<&str>, today: &str) -> Result<bool, Misuse> {
    let (library, diagnostics) = read(content);
    let (files, found) = Site { library: &library, today, base }.files();
    for (path, text) in &files {
        let file = out.join(path);
        if let Err(error) = write(&file, text) {
            eprintln!("{} cannot be written: {error}", file.display());
            return Ok(false);
        }
    }
    let well = told(&diagnostics);
    found.iter().for_each(|problem| eprintln!("{problem}"));
    println!("{} files in {}", files.len(), out.display());
    Ok(found.is_empty() && well)
}

fn write(file: &Path, text: &str) -> io::Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, text)
}
