//! Each flow from the start screen to its outcome: by keyboard alone, in the largest letters on the narrowest screen, and by touch.

use super::book::{Book, flows};
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, dist};
use crate::browser::{ALL, Browser, Kind};
use crate::checks;
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use std::collections::BTreeSet;
use std::path::Path;

/// Where all devices stand side by side in the largest letters too.
const WIDE: (u32, u32) = (1920, 1080);

/// Every flow in Chromium. In the other browsers those that bring a kind of screen that none before them has: there it is the screens
/// that may differ, not the flows. These are walked by both hands; the others by keyboard and by finger in turn, unless all is asked.
pub fn stories(folder: &Path) -> Outcome<Vec<Story>> {
    let mut stories = Vec::new();
    let (mut kinds, mut turn) = (BTreeSet::new(), false);
    for flow in flows(folder)? {
        let book = Book::read(folder, &flow, "nl")?;
        let new = book.brings_new(&mut kinds);
        let browsers = if new { ALL } else { &[Kind::Chromium] };
        turn = !turn;
        for (hand, mode) in [(Hand::Keyboard, "mode.together"), (Hand::Finger, "mode.alone")] {
            let its_turn = turn != (hand == Hand::Keyboard);
            let told: &[(&[Kind], bool)] = match new {
                true => &[(&[Kind::Chromium], true), (&[Kind::Firefox], its_turn), (&[Kind::WebKit], !its_turn)],
                false => &[(&[Kind::Chromium], its_turn)],
            };
            for (browsers, told) in told {
                let (name, flow, folder) =
                    (format!("journey: {flow} {}", hand.name()), flow.clone(), folder.to_path_buf());
                let story =
                    dist(name, browsers, move |browser, server| walk(browser, server, &folder, &flow, hand, mode));
                stories.push(story.again(!told));
            }
        }
        if book.is_guide() {
            continue;
        }
        let (name, folder) = (format!("journey: {flow} goes wrong"), folder.to_path_buf());
        stories.push(dist(name, browsers, move |browser, server| wrong(browser, server, &folder, &flow)));
    }
    let folder = folder.to_path_buf();
    stories.push(dist("journey: somebody who only looks".into(), ALL, move |browser, server| {
        look(browser, server, &folder)
    }));
    Ok(stories)
}

/// In *kijken* the desk fills itself in, and "Volgende" is there without a deed: who only looks is never stuck.
fn look(browser: &mut Browser, server: &Server, folder: &Path) -> Outcome {
    let book = Book::read(folder, "digid-inloggen-sms", "nl")?;
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, &book, Hand::Finger);
    walk.begin("mode.watch")?;
    let place = walk.to(|_, step| Ok(step.id == "inloggen"))?;
    // It is done before one's eyes; nobody has to wait for that.
    page.wait_for("a desk that fills itself in", || {
        Ok((page.value(book.ui("login.username"))? == "noorvoorbeeld").then_some(()))
    })?;
    page.press(book.ui("nav.next"))?;
    walk.arrive(Some(&place)).map(drop)
}

/// Two things go wrong on the way, called up by who sits beside; after each the way goes on where it was.
fn wrong(browser: &mut Browser, server: &Server, folder: &Path, flow: &str) -> Outcome {
    let book = Book::read(folder, flow, "nl")?;
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, &book, Hand::Mouse);
    walk.begin("mode.together")?;
    let mut met = 0;
    // Two are met, and after the second the way went on: the rest of the way is walked by the other journeys.
    walk.to(|place, step| {
        if met == 2 {
            return Ok(true);
        }
        for incident in step.incidents().into_iter().take(2 - met) {
            walk.meet(place, &incident)
                .map_err(|failure| failure.at(format!("“{incident}” at “{}”", place.heading)))?;
            met += 1;
        }
        Ok(false)
    })?;
    ensure!(met == 2, "only {met} incidents on the way");
    Ok(())
}

fn walk(browser: &mut Browser, server: &Server, folder: &Path, flow: &str, hand: Hand, mode: &str) -> Outcome {
    let book = Book::read(folder, flow, "nl")?;
    let page = browser.open(&server.url("/"))?;
    // The window of WebKit's driver does not get as narrow as that.
    let large = hand == Hand::Keyboard && browser.kind != Kind::WebKit;
    if large {
        twice_as_large(&page, &book)?;
    }
    let walk = Walk::new(&page, &book, hand);
    walk.begin(mode)?;
    let (mut met, mut total, mut wide) = (0, usize::MAX, Vec::new());
    walk.to_outcome(|place, _| {
        met += 1;
        if large {
            wide.extend(too_wide(&page)?.into_iter().map(|line| format!("{}: {line}", place.heading)));
        }
        // Who is led back to a question is where they were then: “Stap 12 van 13” was “Stap 14 van 16” after a wrong answer.
        ensure!((1..=met).contains(&place.number), "the {met}th step says “{}”", place.heading);
        ensure!(place.total >= place.number, "“{}” is past the end", place.heading);
        ensure!(place.total <= total, "the end moved away, from {total}: “{}”", place.heading);
        total = place.total;
        Ok(())
    })?;
    ensure!(wide.is_empty(), "{}", wide.join("\n  "));
    for way in ["outcome.online", "outcome.phone", "outcome.counter"] {
        page.see(book.ui(way))?;
    }
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    let elsewhere: Vec<String> =
        browser.requests()?.into_iter().filter(|url| !url.starts_with(&server.origin())).collect();
    ensure!(elsewhere.is_empty(), "requests to another origin: {}", elsewhere.join("\n  "));
    Ok(())
}

/// The largest letters, in a window in which all devices of a desk still stand side by side. Those who need such letters often
/// have no mouse either.
fn twice_as_large(page: &Page, book: &Book) -> Outcome {
    page.set_viewport(WIDE.0, WIDE.1)?;
    page.press(book.ui("settings.title"))?;
    page.press(book.ui("settings.text.4"))?;
    let size = "const el = document.querySelector('stap-wijzer').shadowRoot.querySelector('p'); return parseFloat(getComputedStyle(el).fontSize)";
    let size = page.run(size, serde_json::json!([]))?.as_f64().unwrap_or_default();
    ensure!(size.round() >= 32.0, "the largest letters are {size} px");
    let wide = too_wide(page)?;
    ensure!(wide.is_empty(), "start: {}", wide.join("\n  "));
    page.press(book.ui("settings.title"))
}

/// What sticks out on the narrowest screen.
fn too_wide(page: &Page) -> Outcome<Vec<String>> {
    page.set_viewport(320, 640)?;
    let wide = checks::fits_width(page)?;
    page.set_viewport(WIDE.0, WIDE.1)?;
    Ok(wide)
}
