//! A content folder with as many flows as one likes: copies of our own under other ids, in other words (`vary.rs`).

use super::vary;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const CATALOGUE: &str = "flows/catalogue.json";

/// Makes at `to` a content folder with `count` flows out of the one at `from`. It is whole, as far as the index is concerned.
pub fn make(from: &Path, to: &Path, count: usize) -> Result<()> {
    let mut catalogue = read(&from.join(CATALOGUE))?;
    let own = catalogue["flows"].as_array().cloned().context("the catalogue has no list `flows`")?;
    let mut flows = Vec::new();
    for (number, mut entry) in own.iter().cycle().take(count).cloned().enumerate() {
        let copy = number / own.len();
        let id = entry["id"].as_str().context("a flow of the catalogue without id")?.to_owned();
        let name = self::name(&id, copy);
        flow(&from.join("flows").join(&id), &to.join("flows").join(&name), &name, copy)?;
        entry["id"] = json!(name);
        vary_all(&mut entry["title"], copy);
        vary_all(&mut entry["summary"], copy);
        flows.push(entry);
    }
    catalogue["flows"] = json!(flows);
    write(&to.join(CATALOGUE), &catalogue)
}

fn name(id: &str, copy: usize) -> String {
    if copy == 0 { id.to_owned() } else { format!("{id}-{copy}") }
}

/// Copies the files of one flow: its roads, its words in each language, and how it is found.
fn flow(from: &Path, to: &Path, name: &str, copy: usize) -> Result<()> {
    for entry in fs::read_dir(from).with_context(|| format!("{} cannot be read", from.display()))? {
        let file = entry?.file_name();
        let mut value = read(&from.join(&file))?;
        let is_flow = file == "flow.json";
        value[if is_flow { "id" } else { "flow" }] = json!(name);
        if !is_flow {
            // The words, the need phrases and the names of national products.
            ["title", "summary", "needs", "upl"]
                .iter()
                .filter_map(|key| value.get_mut(key).map(|part| vary_all(part, copy)))
                .count();
        }
        write(&to.join(&file), &value)?;
    }
    Ok(())
}

/// Varies every text in a value.
fn vary_all(value: &mut Value, copy: usize) {
    match value {
        Value::String(text) => *text = vary::text(text, copy),
        Value::Array(all) => all.iter_mut().for_each(|one| vary_all(one, copy)),
        Value::Object(all) => all.values_mut().for_each(|one| vary_all(one, copy)),
        _ => {}
    }
}

fn read(file: &Path) -> Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is no JSON", file.display()))
}

fn write(file: &Path, value: &Value) -> Result<()> {
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, value.to_string()).with_context(|| format!("{} cannot be written", file.display()))
}
