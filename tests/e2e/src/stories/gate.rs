//! The gate in front of every kind of field, as browsers bring text there: an input method, dictation, a drop. And that no
//! field looks like one that a browser or a password manager would keep.

use super::book::{Book, flows};
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, dist};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;

/// Nine digits that pass the proof of a real number, and belong to no persona.
const REAL_LOOKING: &str = "111222333";
const SECRET: &str = "geheim wachtwoord";

pub fn stories(folder: &Path) -> Vec<Story> {
    let folder = folder.to_path_buf();
    vec![dist("gate: input methods, dictation and drops".into(), &[Kind::Chromium], move |browser, server| {
        every_kind(browser, server, &folder)
    })]
}

/// The first step of each kind of screen that takes typing, in as few flows as have them all.
fn every_kind(browser: &mut Browser, server: &Server, folder: &Path) -> Outcome {
    let (mut met, mut typed) = (BTreeSet::new(), Vec::new());
    let mut walked = BTreeSet::new();
    for flow in flows(folder)? {
        let book = Book::read(folder, &flow, "nl")?;
        if !book.brings_new(&mut walked) {
            continue;
        }
        let page = browser.open(&server.url("/"))?;
        let walk = Walk::new(&page, &book, Hand::Mouse);
        walk.begin("mode.practise")?;
        walk.to_new_screens(&mut met, |place, _, kind| {
            // A letter that is not there yet keeps its field closed; the other codes stand for it.
            if kind == "letter-code" {
                return Ok(());
            }
            let fields = page.names(&["textbox"])?;
            let Some(field) = fields.first() else { return Ok(()) };
            no_real_field(&page)
                .and_then(|()| holds(browser, &page, &book, field))
                .map_err(|failure| failure.at(format!("at “{}” ({kind})", place.heading)))?;
            typed.push(kind.to_owned());
            Ok(())
        })?;
    }
    ensure!(typed.len() >= 7, "only {typed:?} take typing");
    Ok(())
}

/// No name, no form, nothing that is offered to be kept, corrected or sent away (safety.md, practice input 3).
fn no_real_field(page: &Page) -> Outcome {
    let script = "eyes.everything().filter((el) => el.localName === 'input' && el.type !== 'radio' && el.type !== 'checkbox')
        .filter((el) => el.type !== 'text' || el.name || el.form || el.autocomplete !== 'off' || el.spellcheck
            || ['data-1p-ignore', 'data-lpignore', 'data-bwignore', 'data-form-type'].some((name) => !el.hasAttribute(name)))
        .map((el) => el.outerHTML)";
    let real = page.look(script, json!([]))?;
    ensure!(real == json!([]), "these look like real fields: {real}");
    Ok(())
}

fn holds(browser: &Browser, page: &Page, book: &Book, field: &str) -> Outcome {
    let session = browser.session();
    let little = |how: &str| -> Outcome {
        let there = page.value(field)?;
        ensure!(there.chars().count() <= 3, "{how}, “{there}” stands in “{field}”");
        page.clear(field)
    };
    page.focus_on(&["textbox"], field)?;
    session.devtools("Input.insertText", json!({ "text": REAL_LOOKING }))?;
    page.see(book.ui("stop.title"))?;
    page.press(book.ui("stop.button"))?;
    page.wait_for("an empty field", || Ok(page.value(field)?.is_empty().then_some(())))?;
    page.focus_on(&["textbox"], field)?;
    session.devtools("Input.insertText", json!({ "text": SECRET }))?;
    little("by dictation")?;
    let composed = json!({ "text": SECRET, "selectionStart": SECRET.len(), "selectionEnd": SECRET.len() });
    session.devtools("Input.imeSetComposition", composed)?;
    session.devtools("Input.insertText", json!({ "text": SECRET }))?;
    little("by an input method")?;
    let element = page.element(&["textbox"], field)?;
    let middle = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });
        const box = arguments[0].getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]";
    let middle = page.run(middle, json!([element.value()]))?;
    for kind in ["dragEnter", "dragOver", "drop"] {
        let data = json!({ "items": [{ "mimeType": "text/plain", "data": SECRET }], "dragOperationsMask": 1 });
        let event = json!({ "type": kind, "x": middle[0], "y": middle[1], "data": data });
        session.devtools("Input.dispatchDragEvent", event)?;
    }
    little("by a drop")
}
