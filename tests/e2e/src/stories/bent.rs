//! Browsers that are set otherwise or lack something, and pages that bend what all scripts share.

use super::book::Book;
use super::guest::{FLOW, LOADER, TYPED_FLOW, errors, list, open, to_field};
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::{Fails, Server};
use serde_json::json;
use std::path::Path;

pub fn stories(folder: &Path) -> Vec<Story> {
    // Only Chromium lets a story set these.
    let set: &[(&str, &'static [Kind], Told)] = &[
        ("guest: letters as large as the reader has set them", &[Kind::Chromium], readers_size),
        ("guest: a browser that cannot is told so, without a second try", &[Kind::Chromium], cannot),
        ("guest: what keeps it from starting stands in the console", &[Kind::Chromium], why_not),
    ];
    let typing: &[(&str, &'static [Kind], Told)] =
        &[("guest: a page that bends the language itself", &[Kind::Chromium], bent)];
    let mut stories = with_flow(folder, FLOW, set);
    stories.extend(with_flow(folder, TYPED_FLOW, typing));
    stories
}

/// Who has set larger letters in the browser had them everywhere but in the widget.
fn readers_size(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let size = |page: &Page, standard: u32| -> Outcome<f64> {
        browser.session().devtools("Page.setFontSizes", json!({ "fontSizes": { "standard": standard } }))?;
        browser.open(&server.url("/voorbeeld-gemeente.html"))?;
        // The page may say what it likes of its own letters.
        page.run("document.documentElement.style.fontSize = '5px'", json!([]))?;
        let title = page.element(&["button"], book.ui("mode.together"))?;
        let size = page.run("return parseFloat(getComputedStyle(arguments[0]).fontSize)", json!([title.value()]))?;
        Ok(size.as_f64().unwrap_or_default())
    };
    let page = browser.page();
    let (usual, large, small) = (size(&page, 16)?, size(&page, 28)?, size(&page, 9)?);
    size(&page, 16)?;
    ensure!((large / usual - 1.75).abs() < 0.02, "{usual} px, and {large} px for who set 28");
    ensure!(small == usual, "{usual} px, and {small} px for who set 9");
    Ok(())
}

/// Without WebAssembly (iPads in Lockdown Mode) “Probeer opnieuw” failed each time, at once.
fn cannot(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.before("delete window.WebAssembly")?;
    let page = open(browser, server, LOADER, "<main></main>")?;
    page.listen()?;
    page.run(
        "const widget = document.createElement('stap-wijzer'); widget.setAttribute('flow', arguments[0]);
         widget.textContent = 'Kom naar de balie'; document.querySelector('main').append(widget)",
        json!([book.flow]),
    )?;
    page.see("Deze browser kan de hulp niet laten zien.")?;
    page.see("Kom naar de balie")?;
    ensure!(page.names(&["button"])?.is_empty(), "there is {:?} to press", page.names(&["button"])?);
    ensure!(errors(&page)? == ["unsupported"], "{:?}", page.events()?);
    page.press("Lees de stappen")?;
    page.heading(book.title()).map(drop)
}

/// A policy without `wasm-unsafe-eval` gave the code `start` and not a word more.
fn why_not(browser: &mut Browser, server: &Server, _: &Book) -> Outcome {
    browser.before("window.said = []; console.warn = (...words) => said.push(words.join(' '))")?;
    server.fail(".wasm", Fails::Body("no wasm".into()));
    let page = open(browser, server, LOADER, "<stap-wijzer></stap-wijzer><stap-wijzer></stap-wijzer>")?;
    page.see("Probeer opnieuw")?;
    let said = list(&page.run("return said", json!([]))?);
    ensure!(said.len() == 1 && said[0].contains("cannot start") && said[0].contains("WebAssembly"), "{said:?}");
    Ok(())
}

/// Polyfills and old scripts of pages take away or replace what all scripts share. Each of these kept the widget from starting, or broke it
/// down four times.
fn bent(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.before(
        "Object.defineProperty(Object.prototype, 'get', { value() {}, configurable: true, writable: true });
         delete Promise.race;
         delete window.queueMicrotask;
         Reflect.get = () => undefined;
         const Decoder = TextDecoder, Format = Intl.DateTimeFormat;
         window.TextDecoder = class {
            constructor(...given) { this.real = new Decoder(...given); }
            decode(view) { if (view instanceof ArrayBuffer) throw new TypeError('views only'); return this.real.decode(view); }
         };
         Intl.DateTimeFormat = function (lang, options) {
            if (options?.timeZone) throw new RangeError('no such zone');
            return new Format(lang, options);
         }",
    )?;
    let body = "<img name=createElement alt=''><img name=createComment alt=''><stap-wijzer flow=digid-inloggen-sms></stap-wijzer>";
    let page = open(browser, server, LOADER, body)?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let field = to_field(&walk, book)?;
    page.focus_on(&["textbox"], field)?;
    page.keys("noor")?;
    ensure!(page.value(field)? == "noor", "the field holds “{}”", page.value(field)?);
    page.see_not("Er ging iets mis")
}
