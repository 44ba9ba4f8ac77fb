//! What a practice screen must declare to be done at all, beyond having its words.

use super::words::ScreenWords;
use crate::content::missing_words::OnMissing;
use crate::practice::screens::history::FINE;
use crate::practice::screens::inbox::Task;
use crate::practice::screens::judge::ANSWERS;
use crate::practice::spec::{ScreenKind, ScreenSpec, Shows};

/// Adds a problem for whatever would leave somebody without a way to get it right.
pub(super) fn unfit(id: &str, screen: &ScreenSpec, words: &ScreenWords, say: OnMissing) {
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
