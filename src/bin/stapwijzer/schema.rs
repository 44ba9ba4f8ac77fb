//! `stapwijzer schema`: writes the JSON Schemas of the content files, for editors.

use super::{Asked, Misuse};
use stapwijzer::editing::schemas;
use std::fs;
use std::path::Path;

/// Writes them; `false` when that cannot be done.
pub fn run(asked: &Asked) -> Result<bool, Misuse> {
    let out = asked.out.as_deref().unwrap_or(Path::new("schema"));
    for (name, text) in schemas::files() {
        let file = out.join(name);
        if let Err(error) = fs::create_dir_all(out).and_then(|()| fs::write(&file, text)) {
            eprintln!("{} cannot be written: {error}", file.display());
            return Ok(false);
        }
    }
    Ok(true)
}
