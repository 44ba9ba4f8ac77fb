//! The task in parts: the one to do now is lit, what is done has a tick, and nobody is told in between.

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, dist};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use serde_json::json;
use std::path::Path;

pub fn stories(folder: &Path) -> Vec<Story> {
    let [work, watch] = [folder.to_path_buf(), folder.to_path_buf()];
    vec![
        dist(
            "parts: one after the other, at the pace of the desk".into(),
            &[Kind::Chromium],
            move |browser, server| {
                one_after_the_other(browser, server, &Book::read(&work, "digid-inloggen-sms", "nl")?)
            },
        ),
        dist("parts: who only looks has none behind them".into(), &[Kind::Chromium], move |browser, server| {
            watched(browser, server, &Book::read(&watch, "digid-inloggen-sms", "nl")?)
        }),
    ]
}

/// The parts of the task as a screen reader meets them: whether one is current, whether it is in sight, and its words.
const PARTS: &str = "
    const card = document.querySelector('stap-wijzer').shadowRoot.querySelector('ol[role=list]');
    return card ? [...card.children].map((part) => [
        part.getAttribute('aria-current') === 'step', part.getClientRects().length > 0, part.textContent,
    ]) : []";

/// The number of the part that is current, counted from 1 (0: none), whether it is in sight, and how many are done.
fn lit(page: &Page, book: &Book) -> Outcome<(usize, bool, usize)> {
    let parts = page.run(PARTS, json!([]))?;
    let parts = parts.as_array().map(Vec::as_slice).unwrap_or_default();
    let current = parts.iter().position(|part| part[0] == true);
    let done = format!("{}: ", book.ui("step.done"));
    let is_done = |part: &&serde_json::Value| part[2].as_str().is_some_and(|words| words.starts_with(&done));
    let seen = current.is_some_and(|place| parts[place][1] == true);
    Ok((current.map_or(0, |place| place + 1), seen, parts.iter().filter(is_done).count()))
}

fn wait(page: &Page, book: &Book, expected: (usize, bool, usize)) -> Outcome {
    let what = format!("part {} to be lit and {} done", expected.0, expected.2);
    page.wait_for(&what, || Ok((lit(page, book)? == expected).then_some(())))
}

/// Story: the task was three paragraphs that stayed as they were while one worked; who looked up from the telephone had to read all of it
/// again to know what came next.
fn one_after_the_other(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    for (width, height) in [(1280, 800), (320, 640)] {
        let page = browser.open(&server.url("/"))?;
        page.set_viewport(width, height)?;
        page.run("localStorage.clear(); sessionStorage.clear()", json!([]))?;
        let page = browser.open(&server.url("/"))?;
        let walk = Walk::new(&page, book, Hand::Mouse);
        walk.begin("mode.practise")?;
        walk.to_screen("sms-code")?;
        wait(&page, book, (1, true, 0))?;
        page.listen_to_live_regions()?;
        let narrow = width < 400;
        if narrow {
            page.press(&format!("{} {}", book.ui("desk.tab.phone"), book.ui("desk.new")))?;
            wait(&page, book, (2, true, 1))?;
        }
        let phone = page.text_in(&page.region(book.ui("desk.phone"))?)?;
        let code: String = phone.chars().filter(char::is_ascii_digit).take(6).collect();
        if narrow {
            page.press(book.ui("desk.tab.computer"))?;
        }
        page.type_into(book.ui("sms.label"), &code[..2])?;
        wait(&page, book, (2, true, 1))?;
        page.keys(&code[2..])?;
        wait(&page, book, (3, true, 2))?;
        let said = page.said()?;
        ensure!(said.iter().all(|words| words.trim().is_empty()), "while one typed was heard: {said:?}");
        page.press_in(book.ui("desk.computer"), book.ui("sms.submit"))?;
        page.hear(book.ui("verdict.right.next"))?;
        wait(&page, book, (0, false, 3))?;
    }
    Ok(())
}

/// In *kijken* all fields are filled in: with a tick at each part it would look as if nothing was left to see.
fn watched(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(1280, 800)?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.watch")?;
    walk.to_screen("sms-code")?;
    let parts = page.run(PARTS, json!([]))?;
    ensure!(parts.as_array().is_some_and(|parts| parts.len() > 1), "the task has no parts: {parts}");
    wait(&page, book, (0, false, 0))
}
