//! `stapwijzer publish`: puts a draft on offer, when nothing is lacking.

use super::{Misuse, find, read as read_all, report, told};
use stapwijzer::editing::diagnostic::Diagnostic;
use stapwijzer::editing::{check, publishing};
use std::fs;
use std::path::Path;

/// Says what a flow lacks to be published, and publishes it when that is nothing.
pub fn run(id: &str, content: &Path, group: Option<&str>, today: &str) -> Result<bool, Misuse> {
    let (mut library, problems) = read_all(content);
    let Some(file) = library.files.get_mut(id) else {
        told(&problems);
        return Err(Misuse(format!("there is no flow “{id}” to publish")));
    };
    if file.published {
        eprintln!("{id} is published already");
        return Ok(false);
    }
    file.published = true;
    let (flow, catalogue) = (content.join("flows").join(id).join("flow.json"), content.join("flows/catalogue.json"));
    let about = |one: &Diagnostic| one.is_error() && one.file.starts_with(&format!("flows/{id}/"));
    let mut lacks: Vec<Diagnostic> = problems.into_iter().chain(check::check(&library, today)).collect();
    lacks.retain(about);
    if !lacks.is_empty() {
        print!("{}", report::text(1, &lacks, &[]));
        return Ok(false);
    }
    let done = (|| {
        let read = |file: &Path| fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()));
        let write = |file: &Path, text| fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()));
        let new_catalogue = publishing::in_catalogue(&read(&catalogue)?, &publishing::entry(&library, id, group))?;
        let new_flow = publishing::published(&read(&flow)?)?;
        write(&flow, new_flow)?;
        write(&catalogue, new_catalogue)?;
        find::index(&read_all(content).0, content).map_err(|error| format!("the index cannot be written: {error}"))
    })();
    match &done {
        Ok(()) => println!("{id} is on offer: on the start, in the search and among the pages"),
        Err(why) => eprintln!("{why}"),
    }
    Ok(done.is_ok())
}
