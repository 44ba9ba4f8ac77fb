//! The words of practice screens, and what a screen must declare to be done at all: natively only, for the widget reads screens later.

use crate::content::file::FlowFile;
use crate::content::problem::Problem;
use crate::content::words::{ScreenWords, Words};
use crate::practice::screens::history::FINE;
use crate::practice::screens::inbox::Task;
use crate::practice::screens::judge::ANSWERS;
use crate::practice::spec::{ScreenKind, ScreenSpec, Shows};

/// Takes in what is missing: the parts of its path, and what was expected there.
type OnMissing<'a> = &'a mut dyn FnMut(&[&str], &'static str);

/// Adds a problem for all that is missing of screens.
pub(super) fn missing(file: &FlowFile, words: &Words, problems: &mut Vec<Problem>) {
    let name = format!("flows/{}/{}.json", file.id, words.lang);
    let say: OnMissing = &mut |path, expected| problems.push(Problem::new(&name, &path.join("."), "nothing", expected));
    for (id, screen) in file.screens.iter().map(|(id, screen)| (id, screen.get())) {
        match words.screens.get(id) {
            Some(found) => {
                let found = found.get();
                screen_words(id, &screen, &found, say);
                unfit(id, &screen, &found, say);
            }
            None => say(&["screens", id], "the words of this screen"),
        }
        for other in screen.of.iter().filter(|id| !file.screens.contains_key(id)) {
            say(&["screens", id, "of", other], "a screen of this flow");
        }
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

/// Adds a problem for whatever would leave somebody without a way to get it right.
fn unfit(id: &str, screen: &ScreenSpec, words: &ScreenWords, say: OnMissing) {
    let known = |right: &String| screen.options.contains(right);
    match screen.kind {
        ScreenKind::Inbox => inbox(id, screen, words, say),
        ScreenKind::History => {
            let lines = screen.options.iter().filter(|option| *option != FINE).count();
            if screen.times.len() != lines {
                say(&["screens", id, "times"], "a time for each line");
            }
            if screen.options.last().is_none_or(|last| last != FINE) || !screen.right.as_ref().is_some_and(known) {
                say(&["screens", id, "right"], "one of the options, of which “klopt” is the last");
            }
        }
        ScreenKind::Judge => {
            if !screen.right.as_ref().is_some_and(|right| ANSWERS.contains(&right.as_str())) {
                say(&["screens", id, "right"], "“real” or “fake”");
            }
            let item = screen.item.as_ref().and_then(|item| words.messages.get(item));
            if screen.shows.is_none() || screen.item.is_none() {
                say(&["screens", id, "item"], "shows and item: what is judged");
            }
            if screen.shows == Some(Shows::Address) && item.is_some_and(|item| item.subject.is_none()) {
                say(&["screens", id, "messages"], "the address, as the subject");
            }
        }
        ScreenKind::Pages if !screen.options.iter().skip(1).any(|option| screen.right.as_ref() == Some(option)) => {
            say(&["screens", id, "right"], "one of the options after the first");
        }
        ScreenKind::Tap if screen.places.is_empty() => say(&["screens", id, "places"], "places to tap"),
        _ => {}
    }
}

fn inbox(id: &str, screen: &ScreenSpec, words: &ScreenWords, say: OnMissing) {
    if screen.tasks.is_empty() {
        say(&["screens", id, "tasks"], "something to do");
    }
    for task in &screen.tasks {
        match Task::read(task, &screen.options) {
            None => say(&["screens", id, "tasks", task], "open:, attachment: or archive: with a message, or notices"),
            Some(Task::Attachment(index)) => {
                let message = words.messages.get(&screen.options[index]);
                if message.is_some_and(|message| message.attachment.is_none()) {
                    say(&["screens", id, "messages", &screen.options[index]], "the name of its attachment");
                }
            }
            Some(_) => {}
        }
    }
    let subject = |message: &String| words.messages.get(message).is_none_or(|found| found.subject.is_some());
    for message in screen.options.iter().filter(|message| !subject(message)) {
        say(&["screens", id, "messages", message], "the subject of this message");
    }
}
