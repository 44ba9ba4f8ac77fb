//! The style in two parts: what the first file draws is whole before the later one is there.

use super::book::Book;
use super::faults::later_file;
use super::{Story, Told, with_flow};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::server::{Fails, Server};
use serde_json::json;
use std::fs;
use std::path::Path;

/// A flow that includes no other: to put those together is in the later file too.
const FLOW: &str = "melding-openbare-ruimte";

/// The rules of a style that are for something of what is drawn now, be it in another state, at another width or on paper.
const RULES_FOR_THIS: &str = "
    const root = document.querySelector('stap-wijzer').shadowRoot, all = [...root.querySelectorAll('*')];
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(arguments[0]);
    const flat = (rules) => [...rules].flatMap((rule) => rule.selectorText ? [rule.selectorText] : flat(rule.cssRules ?? []));
    const anyState = (selector) =>
        selector.replace(/::[\\w-]+/g, '').replace(/:(hover|active|checked|focus(-visible)?)(?![\\w-])/g, ':is(*)');
    const every = flat(sheet.cssRules);
    const found = every.filter((selector) => all.some((element) => element.matches(anyState(selector))));
    return { every: every.length, worn: root.adoptedStyleSheets.length, found }";

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] =
        &[("style: the first screens need nothing of the later part", &[Kind::Chromium], whole)];
    with_flow(folder, FLOW, list)
}

/// Story: with one sheet for all screens the first one waited for the style of twenty that it never showed. Now that it is in two parts, a
/// screen could be drawn before its style is there. Looked at while the later file does not come.
fn whole(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let file = later_file(&book.folder)?;
    let later = later_style(&book.folder, &file)?;
    server.fail(&file, Fails::Status(500));
    let page = browser.open(&server.url("/"))?;
    let needs_no_more = |what: &str| -> Outcome {
        let now = page.run(RULES_FOR_THIS, json!([later]))?;
        ensure!(now["worn"] == 1 && now["every"].as_u64() > Some(100), "the later part is there already: {now}");
        ensure!(now["found"] == json!([]), "{what} is drawn before these rules are there: {}", now["found"]);
        Ok(())
    };
    page.heading(book.ui("start.title"))?;
    page.see(book.ui("load.failed.server"))?;
    needs_no_more("the start")?;
    page.press(book.ui("nav.help"))?;
    page.heading(book.ui("help.title"))?;
    needs_no_more("help")?;
    page.press(book.ui("help.back"))?;
    page.run("location.hash = `#/${arguments[0]}`", json!([FLOW]))?;
    page.heading_has_focus(book.title())?;
    needs_no_more("the welcome")?;
    page.press(book.ui("mode.together"))?;
    page.heading("Stap 1 van …")?;
    needs_no_more("a step")?;
    // The control: with the later file its part of the style comes, and it is for what that file draws.
    server.heal();
    page.press("Stapwijzer…")?;
    page.region(book.ui("find.title"))?;
    let now = page.run(RULES_FOR_THIS, json!([later]))?;
    ensure!(now["worn"] == 2, "the later part is not worn: {now}");
    ensure!(now["found"].as_array().is_some_and(|found| !found.is_empty()), "no rule is for the search: {now}");
    Ok(())
}

/// The style that the later file holds: the last of its sections, after its name.
fn later_style(dist: &Path, file: &str) -> Outcome<String> {
    const NAME: &[u8] = b"\x05style";
    for release in fs::read_dir(dist.join("r"))?.flatten() {
        if let Ok(bytes) = fs::read(release.path().join(file)) {
            let at = bytes.windows(NAME.len()).rposition(|part| part == NAME).ok_or("the later file holds no style")?;
            return Ok(String::from_utf8_lossy(&bytes[at + NAME.len()..]).into_owned());
        }
    }
    Err("the build has no later file".into())
}
