//! Whether every step, option and item has its words. (Those of screens: the check, `editing/check/screens.rs`; the widget reads them later.)

use super::file::FlowFile;
use super::problem::Problem;
use super::words::{StepWords, Words};
use crate::flow::model::{Step, StepKind, Way};

/// Takes in what is missing: the parts of its path, and what was expected there.
type OnMissing<'a> = &'a mut dyn FnMut(&[&str], &'static str);

/// Adds a problem for all words that are missing.
pub fn missing_words(file: &FlowFile, words: &Words, problems: &mut Vec<Problem>) {
    let name = ["flows/", &file.id, "/", &words.lang, ".json"].concat();
    // Paths come in parts: the widget walks this code too, and finds nothing to put together.
    let say: OnMissing = &mut |path, expected| problems.push(Problem::new(&name, &path.join("."), "nothing", expected));
    for step in &file.steps {
        match words.steps.get(&step.id) {
            Some(found) => step_words(step, found, say),
            None if step.kind == StepKind::Include => {}
            None => say(&["steps", &step.id], "the words of this step"),
        }
        if let Some(screen) = &step.screen
            && !file.screens.contains_key(screen)
        {
            say(&["screens", screen], "the practice screen that a step names");
        }
    }
}

fn step_words(step: &Step, words: &StepWords, say: OnMissing) {
    for option in step.options.iter().filter(|option| !words.options.contains_key(&option.id)) {
        say(&["steps", &step.id, "options", &option.id], "the label of this option");
    }
    for item in step.items.iter().filter(|item| !words.items.contains_key(&item.id)) {
        say(&["steps", &step.id, "items", &item.id], "the label of this item");
    }
    for way in step.ways.iter().map(|way| way_id(*way)).filter(|way| !words.ways.contains_key(way)) {
        say(&["steps", &step.id, "ways", way], "how to do it this way");
    }
}

/// The name of a way in the words files.
pub fn way_id(way: Way) -> &'static str {
    match way {
        Way::Online => "online",
        Way::Phone => "phone",
        Way::Counter => "counter",
    }
}
