//! The catalogue says of each flow what the flow says of itself.

use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;

pub(super) fn check(library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    let mut say = Diagnostics::new("flows/catalogue.json", diagnostics);
    let mut say = |path: &str, found: &str, expected: &str, mend: &str| {
        say.error("catalogue", path, found, expected, mend);
    };
    if library.is_spoilt("flows/catalogue.json") {
        return;
    }
    for entry in &library.catalogue.flows {
        let Some(file) = library.files.get(&entry.id) else {
            if library.is_spoilt(&format!("flows/{}/flow.json", entry.id)) {
                continue;
            }
            let mend = "Add the flow, mend the id, or take the entry out.";
            say(&entry.id, &entry.id, "a folder with this flow", mend);
            continue;
        };
        if !file.published {
            let mend = "Run: stapwijzer publish. It makes the entry when nothing is lacking; until then take it out.";
            say(&entry.id, "a draft", "flows that are published", mend);
            continue;
        }
        let spoken = |lang: &str| {
            library.words.contains_key(&(entry.id.clone(), lang.to_owned()))
                || library.is_spoilt(&format!("flows/{}/{lang}.json", entry.id))
        };
        for (part, texts) in [("title", &entry.title), ("summary", &entry.summary)] {
            for lang in texts.keys().filter(|lang| !spoken(lang)) {
                let mend = &format!("Take it out, or write flows/{}/{lang}.json.", entry.id);
                say(
                    &format!("{}.{part}.{lang}", entry.id),
                    &texts.get(lang).cloned().unwrap_or_default(),
                    "a language that the flow has words for",
                    mend,
                );
            }
        }
        if entry.icon != file.icon || entry.minutes != file.minutes {
            let mend = &format!("Write icon “{}” and minutes {}, or change flow.json.", file.icon, file.minutes);
            say(&entry.id, &format!("{} {}", entry.icon, entry.minutes), "the icon and minutes of the flow", mend);
        }
        for lang in library.langs(&entry.id) {
            let words = &library.words[&(entry.id.clone(), lang.to_owned())];
            for (mine, its, part) in
                [(&entry.title, &words.title, "title"), (&entry.summary, &words.summary, "summary")]
            {
                if mine.get(lang) != Some(its) {
                    let found = mine.get(lang).map_or("nothing", String::as_str);
                    let mend = &format!("Copy the {part} from {lang}.json: “{its}”.");
                    say(&format!("{}.{part}.{lang}", entry.id), found, "the title and summary of the flow", mend);
                }
            }
        }
    }
    let is_there = |id: &str| library.catalogue.flows.iter().any(|entry| entry.id == id);
    for id in library.files.keys().filter(|id| library.is_published(id) && !is_there(id)) {
        let mend = "Add the flow, so that the start screen shows it; or make it a draft, and run: stapwijzer publish.";
        say(id, "nothing", "an entry for every flow that is published", mend);
    }
}
