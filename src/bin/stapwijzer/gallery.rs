//! `stapwijzer gallery`: writes `/schermen.html`, which shows every screen in every state.

use super::Misuse;
use stapwijzer::editing::gallery;
use std::fs;
use std::path::Path;

/// Writes the page and its content into a site; `false` when something cannot be read or written.
pub fn run(content: &Path, out: &Path) -> Result<bool, Misuse> {
    let words = |lang| Some((lang, fs::read_to_string(content.join(format!("ui/{lang}.json"))).ok()?));
    let interface: Vec<(&str, String)> = ["nl", "en"].into_iter().filter_map(words).collect();
    for (path, text) in gallery::files(interface.iter().map(|(lang, text)| (*lang, text.as_str()))) {
        let file = out.join(path);
        let written = fs::create_dir_all(file.parent().unwrap_or(&file)).and_then(|()| fs::write(&file, text));
        if let Err(error) = written {
            eprintln!("{} cannot be written: {error}", file.display());
            return Ok(false);
        }
    }
    Ok(true)
}
