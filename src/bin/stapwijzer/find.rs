//! `stapwijzer index` writes what the search looks in; `stapwijzer find` asks it, as the browser does.

use super::Misuse;
use stapwijzer::editing::library::Library;
use stapwijzer::editing::search_index::write;
use std::path::Path;

/// Writes the index below a content folder.
pub fn index(library: &Library, folder: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(folder.join(write::FOLDER))?;
    for (path, text) in write::files(library) {
        std::fs::write(folder.join(path), text)?;
    }
    Ok(())
}

/// Prints the ids of the flows that answer, the best first; `false` when there is no index to ask.
pub fn find(folder: &Path, question: &str, lang: &str, as_json: bool) -> Result<bool, Misuse> {
    let mut problems = Vec::new();
    let finder = write::finder(folder, &mut problems);
    problems.iter().for_each(|problem| eprintln!("{problem}"));
    if finder.flows(lang).is_empty() {
        eprintln!("there is no index for “{lang}” in {}. Run: stapwijzer index", folder.join(write::FOLDER).display());
        return Ok(false);
    }
    let hits = finder.find(question, lang);
    if as_json {
        let rounded = |score: f32| (f64::from(score) * 1000.0).round() / 1000.0;
        let hits = hits.iter().map(|hit| serde_json::json!({ "id": hit.id, "score": rounded(hit.score) }));
        println!("{}", hits.collect::<serde_json::Value>());
    } else {
        hits.iter().for_each(|hit| println!("{}", hit.id));
    }
    Ok(problems.is_empty())
}
