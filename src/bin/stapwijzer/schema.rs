//! `stapwijzer schema`: writes the JSON Schemas of the content files, for editors.

use super::Misuse;
use stapwijzer::editing::schemas;
use std::fs;
use std::path::Path;

/// Writes them; `false` when that cannot be done. A folder is made in one that is there, so that a mistyped path makes none.
pub fn run(out: &Path) -> Result<bool, Misuse> {
    if !out.is_dir()
        && let Err(error) = fs::create_dir(out)
    {
        return Err(Misuse(format!("the folder {} cannot be made: {error}", out.display())));
    }
    for (name, text) in schemas::files() {
        let file = out.join(name);
        if let Err(error) = fs::write(&file, text) {
            eprintln!("{} cannot be written: {error}", file.display());
            return Ok(false);
        }
    }
    Ok(true)
}
