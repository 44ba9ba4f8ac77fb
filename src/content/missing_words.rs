//! Whether every step, option, item, screen, field, place and message has its words.

use super::file::FlowFile;
use super::problem::Problem;
use super::screens;
use super::words::{ScreenWords, StepWords, Words};
use crate::flow::model::{Step, StepKind, Way};
use crate::practice::spec::{ScreenKind, ScreenSpec};

/// Takes in what is missing: the parts of its path, and what was expected there.
pub(super) type OnMissing<'a> = &'a mut dyn FnMut(&[&str], &'static str);

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
    // The widget reads screens later; the checker has told by then what is missing.
    if cfg!(feature = "check") {
        screens(file, words, say);
    }
}

fn screens(file: &FlowFile, words: &Words, say: OnMissing) {
    for (id, screen) in file.screens.iter().map(|(id, screen)| (id, screen.get())) {
        match words.screens.get(id) {
            Some(found) => {
                let found = found.get();
                screen_words(id, &screen, &found, say);
                screens::unfit(id, &screen, &found, say);
            }
            None => say(&["screens", id], "the words of this screen"),
        }
        for other in screen.of.iter().filter(|id| !file.screens.contains_key(id)) {
            say(&["screens", id, "of", other], "a screen of this flow");
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

fn screen_words(id: &str, screen: &ScreenSpec, words: &ScreenWords, say: OnMissing) {
    for field in &screen.fields {
        let Some(found) = words.fields.get(&field.id) else {
            say(&["screens", id, "fields", &field.id], "the label of this field");
            continue;
        };
        for option in field.options.iter().filter(|option| !found.options.contains_key(option)) {
            say(&["screens", id, "fields", &field.id, "options", option], "the words of this option");
        }
    }
    for place in screen.places.iter().filter(|place| !words.places.contains_key(&place.id)) {
        say(&["screens", id, "places", &place.id], "the name of this place");
    }
    let (inbox, choices) = match screen.kind {
        ScreenKind::Inbox => (&screen.options[..], &[][..]),
        _ => (&[][..], &screen.options[..]),
    };
    for choice in choices.iter().filter(|choice| !words.choices.contains_key(choice)) {
        say(&["screens", id, "choices", choice], "the label of this choice");
    }
    if screen.kind == ScreenKind::Judge && (words.right.is_none() || words.wrong.is_none()) {
        say(&["screens", id], "right and wrong: why it is real or fake");
    }
    let lying = screen.letter.iter().chain(&screen.old_letter).chain(&screen.other).chain(&screen.computer);
    for message in screen.mail.iter().chain(&screen.phone).chain(lying).chain(&screen.item).chain(inbox) {
        if !words.messages.contains_key(message) {
            say(&["screens", id, "messages", message], "the words of this message");
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
