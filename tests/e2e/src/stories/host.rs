//! The widget as a guest: on a municipality's page under its strict policy, twice on a page, removed, crashed, translated.

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::{POLICY, Server};
use crate::webdriver::Element;
use serde_json::json;
use std::path::Path;

const PAGE: &str = "/voorbeeld-gemeente.html";

/// The flow that the sample page itself asks for.
const FLOW: &str = "verhuizing-doorgeven";

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("host: a flow under the strict policy", ALL, strict),
        ("host: two widgets on a page", ALL, two),
        ("host: removed in the middle of a step", ALL, removed),
        // Firefox's driver may not change the page's own functions, so a crash cannot be made there.
        ("host: a crash brings back the same step", &[Kind::Chromium, Kind::WebKit], crash),
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
    page.press(book.ui("mode.watch"))?;
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

fn crash(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    page.press(book.ui("mode.together"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let first = walk.arrive(None)?;
    walk.answer(&book.step(&first.title)?)?;
    let second = walk.arrive(Some(&first))?;
    // The next time that the program makes an element, the page lets it down.
    page.run(
        "const real = Document.prototype.createElement;
         Document.prototype.createElement = function () { Document.prototype.createElement = real; throw new Error('let down'); }",
        json!([]),
    )?;
    page.press(book.ui("nav.help"))?;
    page.see("Er ging iets mis")?;
    page.heading(&second.heading)?;
    walk.answer(&book.step(&second.title)?)?;
    walk.arrive(Some(&second)).map(drop)
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
