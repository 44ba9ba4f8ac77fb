//! Double taps. Many press everything twice, and nobody means the second press for what comes after the first.

use super::book::Book;
use super::hand::Hand;
use super::walk::{Place, Walk};
use super::{Story, Told, dist, with_flow};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::{PRESSED, Page, TYPED};
use crate::server::Server;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// The flows, and whether only `--all` tells them.
const FLOWS: [(&str, bool); 6] = [
    ("digid-inloggen-sms", false),
    ("eerste-keer", false),
    ("phishing-herkennen", false),
    ("digid-aanvragen", true),
    ("verhuizing-doorgeven", true),
    ("wmo-melding", true),
];
const SIZES: [(u32, u32); 3] = [(390, 760), (810, 1080), (1280, 800)];

pub fn stories(folder: &Path) -> Vec<Story> {
    let one = |(flow, again): (&'static str, bool)| {
        let folder = folder.to_path_buf();
        let story =
            move |browser: &mut Browser, server: &Server| twice(browser, server, &Book::read(&folder, flow, "nl")?);
        dist(format!("taps: twice on everything ({flow})"), &[Kind::Chromium], story).again(again)
    };
    let late = with_flow(
        folder,
        "digid-inloggen-sms",
        &[("taps: the second half comes late to a busy page", &[Kind::Chromium] as &[Kind], handed_over_late as Told)]
            as &[_],
    );
    let folder = folder.to_path_buf();
    let field = dist("taps: twice in a field of a kiosk".into(), &[Kind::Chromium], move |browser, server| {
        in_a_field(browser, server, &Book::read(&folder, "digid-inloggen-sms", "nl")?)
    });
    FLOWS.into_iter().map(one).chain([field]).chain(late).collect()
}

/// Story: the first tap brought the keys to the foot of the window, the second fell on one of them, and a letter stood in the field.
fn in_a_field(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    for (width, height) in [(1366, 768), (1024, 768)] {
        let page = browser.open(&server.url("/kiosk.html"))?;
        page.set_viewport(width, height)?;
        let walk = Walk::new(&page, book, Hand::Finger);
        walk.begin("mode.practise")?;
        walk.to_screen("login")?;
        let field = book.ui("login.username");
        page.double_tap(TYPED, field, true, 150)?;
        thread::sleep(Duration::from_millis(300));
        let typed = page.value(field)?;
        ensure!(typed.is_empty(), "{width} × {height}: two taps in the field typed “{typed}”");
        page.tap("q")?;
        page.wait_for("a letter", || Ok((page.value(field)? == "q").then_some(())))?;
        page.run("sessionStorage.clear(); localStorage.clear()", serde_json::json!([]))?;
    }
    Ok(())
}

/// Story: the machine was busy for a second after the first tap. A timer had forgotten that tap when the second was handed over, tapped
/// half a second after it, and a step was skipped.
fn handed_over_late(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(810, 1080)?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.watch")?;
    let place = walk.arrive(None)?;
    page.run(
        "addEventListener('click', () => requestAnimationFrame(() => setTimeout(() => {
            for (const end = performance.now() + 1200; performance.now() < end;);
        })), { once: true, capture: true })",
        serde_json::json!([]),
    )?;
    page.double_tap(PRESSED, book.ui("nav.next"), true, 390)?;
    arrived(&walk, &place).map(drop)
}

/// Story: the second tap, 130 ms after the first, fell on what had come under the finger: a step was skipped, or an answer
/// picked that nobody chose. Each size with another pace.
fn twice(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    for (((width, height), pace), touch) in SIZES.into_iter().zip([130, 390, 250]).zip([true, true, false]) {
        let page = browser.open(&server.url("/"))?;
        page.set_viewport(width, height)?;
        page.run("localStorage.clear(); sessionStorage.clear()", serde_json::json!([]))?;
        walked(&page, book, touch, pace)
            .map_err(|failure| failure.at(format!("{width} × {height}, {pace} ms, touched: {touch}")))?;
    }
    Ok(())
}

fn walked(page: &Page, book: &Book, touch: bool, pace: u64) -> Outcome {
    let walk = Walk::new(page, book, Hand::Mouse);
    walk.begin("mode.watch")?;
    let mut place = walk.arrive(None)?;
    let mut met = Vec::new();
    for _ in 0..16 {
        let step = book.step(&place.title)?;
        if step.kind == "outcome" {
            return Ok(());
        }
        if step.kind == "choose" {
            let names = page.names(&["radio"])?;
            // A question that comes again still shows what was answered.
            for name in names.iter().filter(|_| !met.contains(&place.title)) {
                ensure!(!page.is_checked(name)?, "“{name}” is picked at “{}”, and nobody did that", place.heading);
            }
            let chosen = walk.choice(&step);
            let index = step.options().iter().position(|option| *option == chosen).unwrap_or_default();
            page.double_tap(PRESSED, &names[index], touch, pace)?;
        }
        met.push(place.title.clone());
        let action = walk.shown(&["button"], step.words["action"].as_str().unwrap_or(book.ui("nav.next")))?;
        page.double_tap(PRESSED, &action, touch, pace)?;
        place = arrived(&walk, &place)?;
    }
    Ok(())
}

/// The next step, and it stays.
fn arrived(walk: &Walk, before: &Place) -> Outcome<Place> {
    let what = format!("a step after “{}”", before.heading);
    let place = walk.page.wait_for(&what, || Ok(walk.place()?.filter(|place| place != before)))?;
    thread::sleep(Duration::from_millis(300));
    let now = walk.place()?.unwrap_or_default();
    ensure!(now == place, "from “{}” on to “{}”, and past it to “{}”", before.heading, place.heading, now.heading);
    let next = place.number <= before.number + 1;
    ensure!(next, "from “{}” to “{}”", before.heading, place.heading);
    Ok(place)
}
