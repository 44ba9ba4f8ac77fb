//! `stapwijzer new`: starts a flow.

use super::Misuse;
use stapwijzer::editing::{identifier, scaffold};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the files of a new flow, which is a draft; `false` when that cannot be done.
pub fn run(id: &str, content: &Path) -> Result<bool, Misuse> {
    if let Some(why) = identifier::flow_fault(id) {
        let meant = identifier::proposed(id).filter(|meant| meant != id);
        let meant = meant.map_or(String::new(), |id| format!(". Did you mean “{id}”?"));
        return Err(Misuse(format!("“{id}” will not do: {why}{meant}")));
    }
    match write(id, &content.join("flows")) {
        Ok(folder) => {
            println!("{} is there, as a draft. Its texts say what to write. Then: stapwijzer check", folder.display());
            Ok(true)
        }
        Err(why) => {
            eprintln!("{why}");
            Ok(false)
        }
    }
}

/// Everything that can be wrong is looked at before the first file is written.
fn write(id: &str, flows: &Path) -> Result<PathBuf, String> {
    let folder = flows.join(id);
    if folder.exists() {
        return Err(format!("{} is there already", folder.display()));
    }
    let cannot = |file: &Path, error| format!("{} cannot be used: {error}", file.display());
    fs::create_dir(&folder).map_err(|error| cannot(&folder, error))?;
    for (name, text) in scaffold::files(id) {
        fs::write(folder.join(name), text).map_err(|error| cannot(&folder.join(name), error))?;
    }
    Ok(folder)
}
