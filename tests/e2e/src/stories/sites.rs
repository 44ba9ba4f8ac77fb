//! Does what a box of messages and a usage history ask, as a user would.

use super::book::fits;
use super::desk::press;
use super::walk::Walk;
use crate::failure::Outcome;
use serde_json::Value;

/// Does the tasks of a box of messages, one after another.
pub fn inbox(walk: &Walk, screen: &Value, words: &Value) -> Outcome {
    let (page, book) = (walk.page, walk.book);
    let tasks = ids(&screen["tasks"]);
    for (place, task) in tasks.iter().enumerate() {
        let (deed, id) = task.split_once(':').unwrap_or((*task, ""));
        if deed == "notices" {
            press(walk, book.ui("inbox.settings"))?;
            walk.hand.tick(page, book.ui("inbox.notices"))?;
        } else {
            let subject = words["messages"][id]["subject"].as_str().unwrap_or_default();
            press(walk, &row(walk, subject)?)?;
            page.heading_has_focus(subject.split('{').next().unwrap_or_default())?;
            match deed {
                "attachment" => press(walk, book.ui("inbox.attachment"))?,
                // Where one looks on, it is in the archive already.
                "archive" if has(walk, book.ui("inbox.to-archive"))? => {
                    press(walk, book.ui("inbox.to-archive"))?;
                    continue;
                }
                _ => {}
            }
        }
        // After the last deed it is right, and the keyboard goes to the way on: nobody goes back to the list for it.
        if place + 1 < tasks.len() {
            press(walk, book.ui("inbox.close"))?;
        }
    }
    Ok(())
}

/// Presses the line that is strange, or that all is well.
pub fn history(walk: &Walk, screen: &Value) -> Outcome {
    let options = ids(&screen["options"]);
    let place = options.iter().position(|id| screen["right"] == *id).unwrap_or_default();
    // The lines and "klopt" are the buttons of the page, in the order of the options.
    let names = buttons(walk)?;
    press(walk, names.get(place).map_or("", String::as_str))
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The name of the row with this subject in the list of messages.
fn row(walk: &Walk, subject: &str) -> Outcome<String> {
    // Behind the subject stand the sender and whether it is new.
    let begin = format!("{subject}{{rest}}");
    walk.page.wait_for(&format!("the message “{subject}”"), || {
        Ok(buttons(walk)?.into_iter().find(|name| fits(&begin, name)))
    })
}

/// The buttons of the practised page.
fn buttons(walk: &Walk) -> Outcome<Vec<String>> {
    walk.page.names_in(&walk.page.region(walk.book.ui("desk.computer"))?, &["button"])
}

/// Whether the open message has this button; it has come when "to all messages" has.
fn has(walk: &Walk, name: &str) -> Outcome<bool> {
    walk.page.wait_for("an open message", || {
        let names = buttons(walk)?;
        let open = names.iter().any(|name| name == walk.book.ui("inbox.close"));
        Ok(open.then(|| names.iter().any(|found| found == name)))
    })
}
