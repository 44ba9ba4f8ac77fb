//! Whether every step, option, item, screen, field, place and message has its words.

use super::file::FlowFile;
use super::problem::Problem;
use super::words::{ScreenWords, StepWords, Words};
use crate::flow::model::{Kind, Step, Way};
use crate::practice::spec::ScreenSpec;

/// Adds a problem for all words that are missing.
pub fn missing_words(file: &FlowFile, words: &Words, problems: &mut Vec<Problem>) {
    let name = ["flows/", &file.id, "/", &words.lang, ".json"].concat();
    let mut say = |path: String, expected: &str| problems.push(Problem::new(&name, &path, "nothing", expected));
    for step in &file.steps {
        match words.steps.get(&step.id) {
            Some(found) => step_words(step, found, &mut say),
            None if step.kind == Kind::Include => {}
            None => say(["steps.", &step.id].concat(), "the words of this step"),
        }
        if let Some(screen) = &step.screen
            && !file.screens.contains_key(screen)
        {
            say(["screens.", screen].concat(), "the practice screen that a step names");
        }
    }
    for (id, screen) in &file.screens {
        match words.screens.get(id) {
            Some(found) => screen_words(id, screen, found, &mut say),
            None => say(["screens.", id].concat(), "the words of this screen"),
        }
        for other in screen.of.iter().filter(|id| !file.screens.contains_key(id)) {
            say(["screens.", id, ".of.", other].concat(), "a screen of this flow");
        }
    }
}

fn step_words(step: &Step, words: &StepWords, say: &mut impl FnMut(String, &str)) {
    let path = |part: &str, id: &str| ["steps.", &step.id, ".", part, ".", id].concat();
    for option in step.options.iter().filter(|option| !words.options.contains_key(&option.id)) {
        say(path("options", &option.id), "the label of this option");
    }
    for item in step.items.iter().filter(|item| !words.items.contains_key(&item.id)) {
        say(path("items", &item.id), "the label of this item");
    }
    for way in &step.ways {
        if !words.ways.contains_key(way_id(*way)) {
            say(path("ways", way_id(*way)), "how to do it this way");
        }
    }
}

fn screen_words(id: &str, screen: &ScreenSpec, words: &ScreenWords, say: &mut impl FnMut(String, &str)) {
    let path = |part: &str, inner: &str| ["screens.", id, ".", part, ".", inner].concat();
    for field in &screen.fields {
        let Some(found) = words.fields.get(&field.id) else {
            say(path("fields", &field.id), "the label of this field");
            continue;
        };
        for option in field.options.iter().filter(|option| !found.options.contains_key(option)) {
            say(path("fields", &[&field.id, ".options.", option].concat()), "the words of this option");
        }
    }
    for place in screen.places.iter().filter(|place| !words.places.contains_key(&place.id)) {
        say(path("places", &place.id), "the name of this place");
    }
    for message in screen.mail.iter().chain(&screen.phone).chain(&screen.letter) {
        if !words.messages.contains_key(message) {
            say(path("messages", message), "the words of this message");
        }
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
