//! The widget as a guest: on a municipality's page under its strict policy, twice on a page, removed, crashed, translated.

use super::book::Book;
use super::faults::later_file;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::{Fails, POLICY, Server};
use crate::webdriver::Element;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

const PAGE: &str = "/voorbeeld-gemeente.html";

/// The flow that the sample page itself asks for.
const FLOW: &str = "verhuizing-doorgeven";

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("host: a flow under the strict policy", ALL, strict),
        ("host: two widgets on a page", ALL, two),
        ("host: removed in the middle of a step", ALL, removed),
        ("host: removed while a file is on its way", ALL, removed_early),
        ("host: an attribute that the page sets moves no keyboard", ALL, attribute_set),
        // Firefox's driver gives a story functions of its own, not those of the page.
        ("host: a trap of another program is its own", &[Kind::Chromium, Kind::WebKit], others_trap),
        ("host: a crash without a line brings back the same step", &[Kind::Chromium, Kind::WebKit], crash_offline),
        // Firefox's driver may not change the page's own functions, so a crash cannot be made there.
        ("host: a crash brings back the same step", &[Kind::Chromium, Kind::WebKit], crash),
        ("host: a crash leaves no listener on the page", &[Kind::Chromium], crash_listeners),
        ("host: a translated page goes on", ALL, translated),
    ];
    with_flow(folder, FLOW, list)
}

/// The widgets on the page.
fn widgets(page: &Page) -> Outcome<Vec<Element>> {
    let found = page.run("return [...document.querySelectorAll('stap-wijzer')]", json!([]))?;
    Ok(found.as_array().into_iter().flatten().filter_map(Element::from_value).collect())
}

/// Opens the sample page, as the municipality made it.
fn open<'b>(browser: &'b Browser, server: &Server, book: &Book) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url(PAGE))?;
    page.element(&["button"], book.ui("mode.together"))?;
    Ok(page)
}

fn strict(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    let sent = page.run(
        "return fetch(location.href).then((answer) => answer.headers.get('content-security-policy'))",
        json!([]),
    )?;
    ensure!(sent == POLICY, "the server sent the policy {sent}");
    page.listen()?;
    page.press(book.ui("mode.together"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.to_outcome(|_, _| Ok(()))?;
    let kinds: Vec<String> =
        page.events()?.iter().map(|event| event["kind"].as_str().unwrap_or_default().to_string()).collect();
    ensure!(kinds.last().is_some_and(|kind| kind == "complete") && kinds.contains(&"step".into()), "events: {kinds:?}");
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}

fn two(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.run(
        "const widget = document.createElement('stap-wijzer'); widget.setAttribute('lang', 'en');
         document.querySelector('stap-wijzer').after(widget)",
        json!([]),
    )?;
    let widgets = widgets(&page)?;
    ensure!(widgets.len() == 2, "{} widgets", widgets.len());
    page.press_within(&widgets[0], book.ui("mode.together"))?;
    page.heading("Stap 1 van …")?;
    page.press_within(&widgets[1], "Report something broken")?;
    page.press_within(&widgets[1], "Together")?;
    page.heading("Step 1 of …")?;
    page.press_within(&widgets[1], "Next")?;
    page.heading("Step 2 of …")?;
    page.heading("Stap 1 van …")?;
    Ok(())
}

fn removed(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.press(book.ui("mode.together"))?;
    page.heading("Stap 1 van …")?;
    page.run("window.swKept = document.querySelector('stap-wijzer'); window.swKept.remove()", json!([]))?;
    page.wait_for("a page without the widget", || {
        Ok((widgets(&page)?.is_empty() && !page.text()?.contains("Stap 1 van")).then_some(()))
    })?;
    // In and out at once, as a host page does that moves things around.
    page.run("for (let i = 0; i < 5; i++) { document.body.append(window.swKept); window.swKept.remove(); } document.body.append(window.swKept)", json!([]))?;
    page.element(&["button"], book.ui("nav.help"))?;
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}

/// What the later file brought was told to a widget that had gone: a panic, and all widgets on the page began anew.
fn removed_early(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    server.fail(&later_file(&book.folder)?, Fails::Delay(Duration::from_secs(3)));
    let page = browser.open(&server.url("/"))?;
    let begin =
        "const widget = document.querySelector('stap-wijzer'); widget.after(document.createElement('stap-wijzer'))";
    page.run(begin, json!([]))?;
    page.wait_for("two widgets", || {
        let titles = page.headings()?;
        Ok((titles.iter().filter(|title| *title == book.ui("start.title")).count() == 2).then_some(()))
    })?;
    page.run("document.querySelector('stap-wijzer').remove()", json!([]))?;
    let left = widgets(&page)?;
    page.press_within(&left[0], book.title())?;
    page.press(book.ui("mode.together"))?;
    page.heading("Stap 1 van …")?;
    page.press("Stapwijzer…")?;
    page.region(book.ui("find.title"))?;
    page.see_not("Er ging iets mis")?;
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}

/// A menu of the page that chose a flow threw a keyboard or screen reader user into the widget.
fn attribute_set(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    let menu = "Contact";
    page.focus_on(&["link"], menu)?;
    let stays = |title: &str| -> Outcome {
        page.heading(title)?;
        // The keyboard came to the heading a moment after it was drawn.
        page.settle()?;
        page.run("return new Promise((done) => setTimeout(done, 200))", json!([]))?;
        ensure!(page.focus_name()? == menu, "at “{title}” the keyboard is at “{}”", page.focus_name()?);
        Ok(())
    };
    let set = |value: &str| {
        let script = "const widget = document.querySelector('stap-wijzer');
            arguments[0] ? widget.setAttribute('flow', arguments[0]) : widget.removeAttribute('flow')";
        page.run(script, json!([value]))
    };
    set("eerste-keer")?;
    stays(Book::read(&book.folder, "eerste-keer", "nl")?.title())?;
    set("")?;
    stays(book.ui("start.title"))?;
    set("huis")?;
    stays(book.ui("house.title"))?;
    set("bestaat-niet")?;
    stays(book.ui("load.failed"))
}

/// A program without an address, as maps and captchas make them, was taken for ours: what was typed went, and the page never heard
/// of its own error.
fn others_trap(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let book = Book::read(&book.folder, "digid-inloggen-sms", "nl")?;
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, &book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to_screen("login")?;
    let field = book.ui("login.username");
    page.type_into(field, "noor")?;
    page.run(
        "window.heard = [];
         addEventListener('error', (event) => { heard.push(event.message); event.preventDefault(); });
         const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
         const other = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes)));
         for (let i = 0; i < 5; i++) setTimeout(() => other.exports.f());
         return new Promise((done) => setTimeout(done, 300))",
        json!([]),
    )?;
    ensure!(page.run("return heard.length", json!([]))? == 5, "the page did not hear of its own errors");
    ensure!(page.value(field)? == "noor", "the field holds “{}”", page.value(field)?);
    page.see_not("Er ging iets mis")
}

/// A fresh start asked for every file once more: with the line down, the step was gone.
fn crash_offline(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.press(book.ui("mode.together"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let first = walk.arrive(None)?;
    walk.answer(&book.step(&first.title)?)?;
    let second = walk.arrive(Some(&first))?;
    page.listen()?;
    // Neither the line nor the stacks of errors are needed.
    server.fail("", Fails::Status(500));
    page.run("Error.stackTraceLimit = 0; Error.prepareStackTrace = (error, frames) => frames", json!([]))?;
    let_down(&page)?;
    page.press(book.ui("nav.help"))?;
    page.see("Er ging iets mis")?;
    page.heading(&second.heading)?;
    walk.answer(&book.step(&second.title)?)?;
    let third = walk.arrive(Some(&second))?;
    // Who counts steps counts each once.
    let told: Vec<_> =
        page.events()?.iter().map(|event| event["kind"].as_str().unwrap_or_default().to_owned()).collect();
    ensure!(told == ["step"], "after the crash the page heard {told:?} on the way to “{}”", third.heading);
    Ok(())
}

/// The next time that the program makes an element, the page lets it down.
pub(super) fn let_down(page: &Page) -> Outcome {
    page.run(
        "const real = Document.prototype.createElement;
         Document.prototype.createElement = function () { Document.prototype.createElement = real; throw new Error('let down'); }",
        json!([]),
    )?;
    Ok(())
}

fn crash(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.press(book.ui("mode.together"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let first = walk.arrive(None)?;
    walk.answer(&book.step(&first.title)?)?;
    let second = walk.arrive(Some(&first))?;
    let_down(&page)?;
    page.press(book.ui("nav.help"))?;
    page.see("Er ging iets mis")?;
    page.heading(&second.heading)?;
    walk.answer(&book.step(&second.title)?)?;
    walk.arrive(Some(&second)).map(drop)
}

/// Each crash left one more listener for `visibilitychange` on the page's document, of an instance that was gone: five after four crashes.
fn crash_listeners(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.press(book.ui("mode.together"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let first = walk.arrive(None)?;
    let before = listeners(browser)?;
    ensure!(before.iter().any(|kind| kind == "visibilitychange"), "nobody listens, or these are not all: {before:?}");
    for round in ["one crash", "two"] {
        let_down(&page)?;
        page.press(book.ui("nav.help"))?;
        page.see("Er ging iets mis")?;
        page.heading(&first.heading)?;
        page.press("Sluiten")?;
        let after = listeners(browser)?;
        ensure!(after == before, "after {round} the page has {after:?}, and had {before:?}");
    }
    // The one that is left is heard: who looks at another tab for a while finds the step as it was.
    page.run(
        "for (const hidden of [true, false]) {
            Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
            document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
         }",
        json!([]),
    )?;
    walk.answer(&book.step(&first.title)?)?;
    walk.arrive(Some(&first)).map(drop)
}

/// What the window and the document listen to, one line for each listener, but for those of the witness of touches.
fn listeners(browser: &Browser) -> Outcome<Vec<String>> {
    let mut kinds = Vec::new();
    for object in ["window", "document"] {
        let found = browser.session().devtools("Runtime.evaluate", json!({ "expression": object }))?;
        let id = json!({ "objectId": found["result"]["objectId"] });
        let all = browser.session().devtools("DOMDebugger.getEventListeners", id)?;
        let all = all["listeners"].as_array().cloned().unwrap_or_default();
        kinds.extend(all.iter().map(|one| one["type"].as_str().unwrap_or_default().to_owned()));
    }
    kinds.retain(|kind| !["pointerdown", "mousedown", "click"].contains(&kind.as_str()));
    kinds.sort();
    Ok(kinds)
}

fn translated(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.press(book.ui("mode.together"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let mut place = walk.arrive(None)?;
    for _ in 0..2 {
        let step = book.step(&place.title)?;
        ensure!(page.translate()? > 3, "the translator found no text");
        // Its words are translated, so the user presses what they are now.
        let next = format!("«{}»", step.words["action"].as_str().unwrap_or(book.ui("nav.next")));
        if step.kind == "choose" {
            page.press(&format!("«{}»", step.label(walk.choice(&step))))?;
        }
        page.press(&next)?;
        place = walk.arrive(Some(&place))?;
    }
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}
