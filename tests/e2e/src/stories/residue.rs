//! Nothing of what is typed stays anywhere: not in the page, what it stores or sends, its heap or the program's memory.
//!
//! A field takes two characters that are not on the card, so the canary is two characters that occur nowhere else. While
//! it is in the field it must be found: that is the proof that the search can find.

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, dist};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use std::collections::BTreeSet;
use std::path::Path;

const CANARY: &str = "\u{a66e}\u{a66d}";
const HEAP_CANARY: &str = "\u{a64b}\u{a64d}";

pub fn stories(folder: &Path) -> Vec<Story> {
    let step = folder.to_path_buf();
    let (reset, crash) = (folder.to_path_buf(), folder.to_path_buf());
    vec![
        dist("residue: none after a step".into(), &[Kind::Chromium], move |browser, server| {
            after_a_step(browser, server, &step)
        }),
        dist("residue: none after “Klaar”".into(), &[Kind::Chromium], move |browser, server| {
            after_reset(browser, server, &Book::read(&reset, "digid-inloggen-sms", "nl")?)
        }),
        dist(
            "residue: none of what was refused, none after a crash".into(),
            &[Kind::Chromium],
            move |browser, server| {
                refused_and_crashed(browser, server, &Book::read(&crash, "digid-inloggen-sms", "nl")?)
            },
        ),
    ]
}

/// Where the canary is, apart from the heap. The field itself counts as the page.
fn places(page: &Page, server: &Server) -> Outcome<Vec<&'static str>> {
    let fields = page.look("eyes.everything().some((el) => el.value?.includes?.(arguments[0]))", [CANARY].into())?;
    let events = serde_json::to_string(&page.events()?)?;
    let told = [
        ("the page", page.text()?.contains(CANARY) || fields == true),
        ("what is stored", page.storage()?.contains(CANARY)),
        ("an event", events.contains(CANARY)),
        ("a request", server.requests().join(" ").contains(CANARY)),
        ("the program", page.in_wasm(CANARY)?),
    ];
    Ok(told.into_iter().filter(|(_, found)| *found).map(|(place, _)| place).collect())
}

/// Types the canary in every field of a step, and looks whether it can be found.
fn type_canary(browser: &Browser, page: &Page, server: &Server, book: &Book) -> Outcome {
    // Nobody can type before the letter is there and open.
    for button in ["later.days", "letter.open"] {
        if page.names(&["button"])?.iter().any(|name| name == book.ui(button)) {
            page.press(book.ui(button))?;
        }
    }
    for name in page.names(&["textbox", "searchbox"])? {
        page.clear(&name)?;
        page.type_into(&name, CANARY)?;
        // The heap is not asked: it may still hold the stroke itself for a moment.
        let found = places(page, server)?;
        ensure!(found == ["the page", "the program"], "typed in “{name}”, it is found in {found:?}");
    }
    // What stands in a field is not on the heap of the scripts, so the search there has a canary of its own.
    page.run("window.kept = arguments[0]", [HEAP_CANARY].into())?;
    ensure!(in_heap(browser, HEAP_CANARY)?, "what a script keeps is not found on the heap");
    Ok(())
}

fn in_heap(browser: &Browser, text: &str) -> Outcome<bool> {
    Ok(browser.devtools()?.heap()?.iter().any(|string| string.contains(text)))
}

fn nowhere(browser: &Browser, page: &Page, server: &Server) -> Outcome {
    // First the heap: to look there clears away what nobody holds, an instance that was replaced among it.
    let heap = in_heap(browser, CANARY)?.then_some("the heap");
    let found: Vec<&str> = places(page, server)?.into_iter().chain(heap).collect();
    ensure!(found.is_empty(), "the canary is still in {}", found.join(", "));
    Ok(())
}

/// The first step of each kind of screen that takes typing, in as few flows as have them all.
fn after_a_step(browser: &mut Browser, server: &Server, folder: &Path) -> Outcome {
    browser.note_memories()?;
    let (mut met, mut typed) = (BTreeSet::new(), Vec::new());
    let mut walked = BTreeSet::new();
    for flow in super::book::flows(folder)? {
        let book = Book::read(folder, &flow, "nl")?;
        if !book.brings_new(&mut walked) {
            continue;
        }
        let page = browser.open(&server.url("/"))?;
        page.listen()?;
        let walk = Walk::new(&page, &book, Hand::Mouse);
        walk.begin("mode.practise")?;
        walk.to_new_screens(&mut met, |place, _, kind| {
            if page.names(&["textbox"])?.is_empty() {
                return Ok(());
            }
            type_canary(browser, &page, server, &book)
                .map_err(|failure| failure.at(format!("at “{}”", place.heading)))?;
            page.press(book.ui("nav.back"))?;
            let before = walk.arrive(Some(place))?;
            nowhere(browser, &page, server)
                .map_err(|failure| failure.at(format!("after “{}” ({kind})", place.heading)))?;
            walk.answer(&book.step(&before.title)?)?;
            walk.arrive(Some(&before))?;
            typed.push(kind.to_owned());
            Ok(())
        })?;
        browser.open("about:blank")?;
    }
    ensure!(typed.len() >= 7, "only {typed:?} take typing");
    Ok(())
}

fn after_reset(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.note_memories()?;
    let page = browser.open(&server.url("/kiosk.html"))?;
    page.listen()?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to_screen("login")?;
    type_canary(browser, &page, server, book)?;
    page.press(book.ui("nav.help"))?;
    page.press(book.ui("kiosk.done"))?;
    page.heading(book.ui("start.title"))?;
    nowhere(browser, &page, server)?;
    // What is asked of the search goes with the visit too.
    page.region(book.ui("find.title"))?;
    type_canary(browser, &page, server, book)?;
    page.press(book.ui("nav.help"))?;
    page.press(book.ui("kiosk.done"))?;
    page.region(book.ui("find.title"))?;
    nowhere(browser, &page, server)
}

/// The guard against real numbers kept the last 18 letters and digits, refused ones too: of a password that did not fit in the field,
/// all lay in memory. And after a crash the first instance stayed for ever, with what was typed in it.
fn refused_and_crashed(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.note_memories()?;
    let page = browser.open(&server.url("/"))?;
    page.listen()?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to_screen("login")?;
    let (name, password) = (book.ui("login.username"), book.ui("login.password"));
    page.type_into(name, "WelkomZEBRAgnoe")?;
    page.paste_into(password, "WelkomZEBRAgnoe")?;
    ensure!(!page.value(name)?.contains("ZEBRA"), "the field took “{}”", page.value(name)?);
    for case in ["ZEBRA", "zebra", "ZEBRAGNOE"] {
        ensure!(!page.in_wasm(case)?, "refused, and “{case}” is in the program");
    }
    // What stands in the field is found: the search can find.
    type_canary(browser, &page, server, book)?;
    super::host::let_down(&page)?;
    page.press(book.ui("nav.help"))?;
    page.see("Er ging iets mis")?;
    page.wait_for("an empty field", || Ok(page.value(name)?.is_empty().then_some(())))?;
    // The broken instance goes with the rubbish.
    page.wait_for("no trace of the first instance", || {
        browser.session().devtools("HeapProfiler.collectGarbage", serde_json::json!({}))?;
        Ok((!in_heap(browser, CANARY)? && places(&page, server)?.is_empty()).then_some(()))
    })?;
    ensure!(
        page.run("return noted().length", serde_json::json!([]))? == 1,
        "the memory of the first instance is still there"
    );
    Ok(())
}
