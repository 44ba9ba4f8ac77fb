//! `stapwijzer new`: starts a flow.

use super::{Asked, Misuse, find};
use stapwijzer::editing::{identifier, library, scaffold};
use std::fs;
use std::path::{Path, PathBuf};

/// Writes the files of a new flow, its place in the catalogue, and the index that finds it; `false` when that cannot be done.
pub fn run(asked: &Asked) -> Result<bool, Misuse> {
    let id = asked.words.first().ok_or_else(|| Misuse("new takes the id of the flow".into()))?;
    if let Some(why) = identifier::flow_fault(id) {
        let meant = identifier::proposed(id).map_or(String::new(), |id| format!(". Did you mean “{id}”?"));
        return Err(Misuse(format!("“{id}” will not do: {why}{meant}")));
    }
    let content = super::folder(asked.words.get(1));
    match write(id, &content) {
        Ok(folder) => {
            println!("{} is there. Its texts say what to write. Then: stapwijzer index, and check", folder.display());
            Ok(true)
        }
        Err(why) => {
            eprintln!("{why}");
            Ok(false)
        }
    }
}

/// Everything that can be wrong is looked at before the first file is written.
fn write(id: &str, content: &Path) -> Result<PathBuf, String> {
    let flows = content.join("flows");
    let folder = flows.join(id);
    if folder.exists() {
        return Err(format!("{} is there already", folder.display()));
    }
    let catalogue = flows.join("catalogue.json");
    let cannot = |file: &Path, error| format!("{} cannot be used: {error}", file.display());
    let text = fs::read_to_string(&catalogue).map_err(|error| cannot(&catalogue, error))?;
    let text = scaffold::in_catalogue(&text, id)?;
    fs::create_dir(&folder).map_err(|error| cannot(&folder, error))?;
    for (name, text) in scaffold::files(id) {
        fs::write(folder.join(name), text).map_err(|error| cannot(&folder.join(name), error))?;
    }
    fs::write(&catalogue, text).map_err(|error| cannot(&catalogue, error))?;
    find::index(&library::read(content, &mut vec![]), content).map_err(|error| cannot(content, error))?;
    Ok(folder)
}
