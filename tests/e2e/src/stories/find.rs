//! "Zeg het in uw eigen woorden": what one types finds a flow on the device, and stays there.

use super::book::Book;
use super::faults::later_file;
use super::{Story, Told, dist, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::{Key, Page};
use crate::server::{Fails, Server};
use std::path::Path;
use std::time::Duration;

const MOVE: &str = "verhuizing-doorgeven";

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("find: own words, with a slip of the pen", ALL, own_words),
        ("find: by keyboard alone", ALL, keyboard),
        ("find: nothing found is no dead end", ALL, nothing),
        ("privacy: what is asked of the search stays here", ALL, private),
        ("gate: the search takes no number of one's own", &[Kind::Chromium], number),
        ("find: it speaks when typing rests", ALL, speaks),
        ("find: without its index", &[Kind::Chromium], without_index),
        ("find: by the keys of a kiosk", ALL, kiosk),
        // Only in Chromium can time run faster.
        ("privacy: a kiosk forgets what was asked of the search", &[Kind::Chromium], forgets),
    ];
    let mut stories = with_flow(folder, MOVE, list);
    let folder = folder.to_path_buf();
    stories.push(dist("find: the start says nothing by itself".into(), &[Kind::Chromium], move |browser, server| {
        quiet(browser, server, &Book::read(&folder, MOVE, "nl")?, &later_file(&folder)?)
    }));
    stories
}

/// The start screen with the search.
fn open<'b>(browser: &'b Browser, server: &Server, book: &Book) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url("/"))?;
    page.region(book.ui("find.title"))?;
    Ok(page)
}

/// Presses an answer of the search, and not the card of the same flow below it.
fn press_answer(page: &Page, book: &Book, name: &str) -> Outcome {
    let search = page.region(book.ui("find.title"))?;
    page.press_within(&search, name)
}

fn own_words(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.type_into(book.ui("find.title"), "wij gaan verhuisen")?;
    press_answer(&page, book, book.title())?;
    page.heading_has_focus(book.title())?;
    // Who comes back finds the question as it was.
    page.press(book.ui("nav.back"))?;
    ensure!(page.value(book.ui("find.title"))? == "wij gaan verhuisen", "the question is gone");
    page.press("English")?;
    page.see("Say it in your own words")
}

fn keyboard(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.tab_to(book.ui("find.title"))?;
    page.keys("verhuizen")?;
    page.hear("erbij")?;
    // Enter goes to what was found, and from there it is one Tab to the first answer.
    page.key(Key::Enter)?;
    page.wait_for("the keyboard at what was found", || {
        Ok(page.focus()?.is_some_and(|focus| focus.role == "heading" && focus.name.contains("erbij")).then_some(()))
    })?;
    page.key(Key::Tab)?;
    ensure!(page.focus_name()? == book.title(), "Tab goes to “{}”", page.focus_name()?);
    page.key(Key::Enter)?;
    page.heading_has_focus(book.title())
}

fn nothing(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.type_into(book.ui("find.title"), "xqzvw")?;
    page.heading(book.ui("find.nothing"))?;
    page.hear(book.ui("find.nothing"))?;
    page.press(book.ui("find.ask"))?;
    page.region(book.ui("help.title"))?;
    page.press(book.ui("help.back"))?;
    page.press_last(book.ui("find.house"))?;
    page.heading_has_focus(book.ui("house.title"))
}

fn private(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.listen()?;
    let canary = "kanariepiet";
    page.type_into(book.ui("find.title"), &format!("verhuizen {canary}"))?;
    press_answer(&page, book, book.title())?;
    page.heading_has_focus(book.title())?;
    let told = format!("{} {:?} {:?}", page.storage()?, page.timeline()?, page.events()?);
    ensure!(!told.contains(canary), "what was typed is in: {told}");
    let asked: Vec<String> = browser.requests()?.into_iter().filter(|url| url.contains(canary)).collect();
    ensure!(asked.is_empty(), "what was typed was sent: {asked:?}");
    // The control: the same search finds a word that does stand in storage, the id of the flow in the address.
    ensure!(told.contains(MOVE), "the search finds nothing at all in: {told}");
    Ok(())
}

/// Nine digits that pass the proof of a real number, and belong to no persona; in spellings that the search once let through.
fn number(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    let (field, refused) = (book.ui("find.title"), book.ui("find.no-number"));
    page.type_into(field, "verhuizen")?;
    page.hear("erbij")?;
    page.clear(field)?;
    page.listen_to_live_regions()?;
    let spellings = [
        "111222333",
        "2026 123456782",
        "123\u{a0}456\u{a0}782",
        "123/456/782",
        "１２３４５６７８２",
        "NL91ABNA0417164300",
    ];
    for spelling in spellings {
        page.type_into(field, spelling)?;
        page.see(refused)?;
        // What the guard leaves of it: what was typed after the last digit that made it a number.
        let left = page.value(field)?;
        ensure!(left.chars().count() < 9, "of {spelling} “{left}” still stands there");
        // The message goes with the next text.
        page.clear(field)?;
        page.type_into(field, "verhuizen")?;
        page.see_not(refused)?;
        page.clear(field)?;
    }
    let said = page.said()?;
    let times = said.iter().filter(|words| words.contains(refused)).count();
    ensure!(times == spellings.len(), "{times} of {} times it was heard: {said:?}", spellings.len());
    Ok(())
}

/// Story: 15 announcements for 16 keys, “Hier vinden wij niets bij” three times among them.
fn speaks(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.tap_field(book.ui("find.title"))?;
    // The code that answers and its index are there once something is found.
    page.keys("verhuizen")?;
    page.hear("erbij")?;
    page.clear(book.ui("find.title"))?;
    page.listen_to_live_regions()?;
    // Quickly: one announcement, of the last key.
    page.keys("kapvergunning")?;
    page.hear("erbij")?;
    std::thread::sleep(Duration::from_secs(1));
    let said = page.said()?;
    ensure!(said.len() == 1, "typed quickly, it said {said:?}");
    // Slowly: only what is not the same as what was told before.
    page.clear(book.ui("find.title"))?;
    for letter in "verhuizen".chars() {
        page.keys(&letter.to_string())?;
        std::thread::sleep(Duration::from_millis(900));
    }
    let said = page.said()?;
    ensure!(said.len() > 1, "typed slowly, it said nothing more: {said:?}");
    ensure!(said.windows(2).all(|pair| pair[0] != pair[1]), "the same twice: {said:?}");
    Ok(())
}

/// Story: the start said “Even geduld. De oefening komt eraan.” before anybody had done anything. With a later file that is slow, so that it
/// is seen.
fn quiet(browser: &mut Browser, server: &Server, book: &Book, later_file: &str) -> Outcome {
    server.fail(later_file, Fails::Delay(Duration::from_secs(3)));
    let page = browser.open(&server.url("/"))?;
    page.heading(book.ui("start.title"))?;
    page.see(book.ui("load.busy"))?;
    page.listen_to_live_regions()?;
    ensure!(page.announced()?.is_empty(), "the start announces {:?}", page.announced()?);
    page.region(book.ui("find.title"))?;
    ensure!(page.said()?.is_empty(), "the start said {:?}", page.said()?);
    // The control: what is asked for is announced.
    page.type_into(book.ui("find.title"), "verhuizen")?;
    page.hear("erbij")
}

fn without_index(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    server.fail("find/nl.json", Fails::Status(500));
    let page = open(browser, server, book)?;
    page.type_into(book.ui("find.title"), "xqzvw")?;
    page.see(book.ui("load.failed.server"))?;
    server.heal();
    page.press(book.ui("load.retry"))?;
    page.heading(book.ui("find.nothing"))?;
    page.clear(book.ui("find.title"))?;
    page.type_into(book.ui("find.title"), "verhuizen")?;
    press_answer(&page, book, book.title())
}

fn kiosk(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/kiosk.html"))?;
    page.set_viewport(1080, 1920)?;
    page.region(book.ui("find.title"))?;
    page.tap_field(book.ui("find.title"))?;
    for letter in "verhuizem".chars() {
        page.tap(&letter.to_string())?;
    }
    page.tap(book.ui("keypad.erase"))?;
    page.tap("n")?;
    ensure!(
        page.value(book.ui("find.title"))? == "verhuizen",
        "the keys typed “{}”",
        page.value(book.ui("find.title"))?
    );
    page.tap(book.ui("find.keys-done"))?;
    press_answer(&page, book, book.title())?;
    page.heading_has_focus(book.title())
}

/// Who types a question and walks away leaves nothing for the next visitor.
fn forgets(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.own_clock()?;
    let page = browser.open(&server.url("/kiosk.html"))?;
    page.type_into(book.ui("find.title"), "mijn man is dement")?;
    page.jump(Duration::from_secs(122))?;
    page.region(book.ui("idle.title"))?;
    page.jump(Duration::from_secs(31))?;
    page.wait_for("an empty search", || {
        Ok(page.value(book.ui("find.title")).is_ok_and(|value| value.is_empty()).then_some(()))
    })
}
