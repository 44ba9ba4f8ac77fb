//! The card to take home on paper: alone and whole, from our own page and from somebody else's.

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::{Page, TYPED};
use crate::server::Server;
use lopdf::Document;
use serde_json::{Value, json};
use std::path::Path;

const FLOW: &str = "melding-openbare-ruimte";
/// Sheets, in centimetres.
const A4: (f64, f64) = (21.0, 29.7);
const A5: (f64, f64) = (14.8, 21.0);
/// A4 on its side.
const WIDE: (f64, f64) = (A4.1, A4.0);
/// A4 for letters that are a tenth larger: another computer has other fonts.
const TENTH_LARGER: (f64, f64) = (A4.0 * 0.9, A4.1 * 0.9);
/// What the municipality's page says.
const HOST: &str = "De gemeente Voorbeeldstad bestaat niet";
/// WebKit's driver cannot print.
const PRINTERS: &[Kind] = &[Kind::Chromium, Kind::Firefox];

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("paper: the card alone, also after a reload", PRINTERS, on_our_page),
        ("paper: nothing of the host's page", ALL, from_a_host),
        ("paper: a municipality's page, printed as it is", PRINTERS, host_printed),
    ];
    let plans = with_flow(
        folder,
        PLAN,
        &[("paper: a flow of ten steps takes six sheets", &[Kind::Chromium] as &[Kind], plan as Told)],
    );
    let long = with_flow(folder, LONG, &[("paper: the longest card takes one sheet too", PRINTERS, longest as Told)]);
    with_flow(folder, FLOW, list).into_iter().chain(plans).chain(long).collect()
}

/// The flow with the longest card.
const LONG: &str = "wmo-melding";

/// A flow of ten steps, with eleven for what may go wrong.
const PLAN: &str = "digid-id-check";

/// The steps of one flow came on 24 sheets of A4, a step a sheet.
fn plan(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url(&format!("/stappenplan/nl/{PLAN}.html")))?;
    page.see(book.title())?;
    let titles = "return [...document.querySelectorAll('h1, h2, h3, h4')].map((one) => one.textContent)";
    let titles = page.run(titles, json!([]))?;
    let titles: Vec<&str> = titles.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    ensure!(titles.len() > 20, "this is not the page of the steps: {titles:?}");
    let sheets = printed(browser, A4)?;
    ensure!(sheets.len() <= 6, "{} sheets", sheets.len());
    let all = sheets.concat();
    for title in titles {
        ensure!(all.contains(&squeezed(title)), "“{title}” is not on paper");
    }
    Ok(())
}

/// To the end of the flow, looking on.
fn to_the_end<'b>(page: &'b Page<'b>, book: &'b Book) -> Outcome {
    let walk = Walk::new(page, book, Hand::Mouse);
    walk.begin("mode.watch")?;
    walk.to_outcome(|_, _| Ok(()))?;
    page.element(&["button"], book.ui("outcome.print")).map(drop)
}

/// The pages that a printer would get, as text without spaces (each maker of PDFs puts those elsewhere).
fn printed(browser: &Browser, (width, height): (f64, f64)) -> Outcome<Vec<String>> {
    let pdf = browser.session().print(width, height)?;
    let pdf = Document::load_mem(&pdf).map_err(|error| format!("no PDF: {error}"))?;
    let pages = pdf.get_pages().into_keys();
    let texts = pages.map(|page| pdf.extract_text(&[page]).map(|text| squeezed(&text)));
    Ok(texts.collect::<Result<_, _>>().map_err(|error| format!("no text: {error}"))?)
}

fn squeezed(text: &str) -> String {
    // A font may draw two letters as one.
    text.replace('ﬁ', "fi").replace('ﬂ', "fl").chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// All that the card says is on the paper.
fn whole(pages: &[String], book: &Book) -> Outcome {
    let all = pages.concat();
    let keys = [
        "outcome.card",
        "outcome.after",
        "outcome.next",
        "outcome.also",
        "outcome.online",
        "outcome.phone",
        "outcome.counter",
        "outcome.notes",
        "outcome.help",
        "fact.list",
        "print.practice",
    ];
    for words in keys.map(|key| book.ui(key)).into_iter().chain([book.title()]) {
        ensure!(all.contains(&squeezed(words)), "“{words}” is not on the paper: {pages:?}");
    }
    Ok(())
}

/// The card, whole, on one sheet of each of these sizes.
fn one_sheet(browser: &Browser, book: &Book, when: &str, sizes: &[(f64, f64)]) -> Outcome {
    for size in sizes {
        let sheets = printed(browser, *size)?;
        whole(&sheets, book).map_err(|failure| format!("{when}: {failure}"))?;
        ensure!(sheets.len() == 1, "{when}: {} sheets of {size:?}", sheets.len());
        ensure!(!sheets[0].contains(&squeezed(book.ui("outcome.again"))), "{when}: a button on paper");
    }
    Ok(())
}

/// Once the card did not come on paper when the page was loaded anew at the end: what came with the later file was hidden. And
/// once it came on two sheets where the fonts were a little wider.
fn on_our_page(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    to_the_end(&page, book)?;
    for round in ["the first time", "after a reload"] {
        one_sheet(browser, book, round, &[A4, TENTH_LARGER])?;
        let small = printed(browser, A5)?;
        whole(&small, book).map_err(|failure| format!("{round}, A5: {failure}"))?;
        ensure!(small.len() <= 3, "{round}: {} sheets of A5", small.len());
        let wide = printed(browser, WIDE)?;
        whole(&wide, book).map_err(|failure| format!("{round}, A4 on its side: {failure}"))?;
        // Its lines to write on are made for the height of an upright sheet.
        ensure!(wide.len() <= 2, "{round}: {} sheets of A4 on its side: {wide:?}", wide.len());
        browser.session().post("refresh", &json!({}))?;
        page.element(&["button"], book.ui("outcome.print"))?;
    }
    Ok(())
}

/// The card has the hours of today and tomorrow: one day on which it is closed, one with the longest line, and the one of which it says most
/// in both languages.
const DAYS: [&str; 3] = ["2026-12-27", "2026-12-30", "2026-12-24"];

/// Two sheets, of which the second had three lines.
fn longest(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let sets_day = browser.kind == Kind::Chromium;
    if sets_day {
        // The loader asks the browser what day it is in the town.
        browser.before(
            "const Format = Intl.DateTimeFormat;
             Intl.DateTimeFormat = function (lang, options) {
                const day = sessionStorage.getItem('sw-e2e-day');
                return day && options?.timeZone ? { format: () => `${day} 12:45` } : new Format(lang, options);
             }",
        )?;
    }
    let page = browser.open(&server.url("/"))?;
    to_the_end(&page, book)?;
    one_sheet(browser, book, "the longest card", &[A4])?;
    for day in DAYS.iter().filter(|_| sets_day) {
        page.run("sessionStorage.setItem('sw-e2e-day', arguments[0])", json!([day]))?;
        browser.session().post("refresh", &json!({}))?;
        page.see(&format!(" {} december", &day[8..]))?;
        one_sheet(browser, book, day, &[A4])?;
    }
    if sets_day {
        page.press("English")?;
        let book = Book::read(&book.folder, LONG, "en")?;
        page.element(&["button"], book.ui("outcome.print"))?;
        one_sheet(browser, &book, "in English", &[A4])?;
    }
    Ok(())
}

/// A widget in a column of a municipality's page.
fn in_a_column<'b>(browser: &'b Browser, server: &Server, book: &Book, width: u32) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url("/voorbeeld-gemeente.html"))?;
    page.run(
        "const column = document.createElement('div'), widget = document.createElement('stap-wijzer');
         column.setAttribute('id', 'column');
         widget.setAttribute('municipality', 'voorbeeldstad');
         column.append(widget); document.querySelector('stap-wijzer').replaceWith(column);
         column.style.inlineSize = arguments[0] + 'px'",
        json!([width]),
    )?;
    // In a narrow column the search, when it comes, takes more room than was kept for it: what is pressed then is another card.
    page.element(TYPED, book.ui("find.title"))?;
    Ok(page)
}

/// Once the button printed the municipality's whole page, with the card across two sheets; in a narrow column the third way was
/// cut off.
fn from_a_host(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = in_a_column(browser, server, book, 300)?;
    to_the_end(&page, book)?;
    // What is handed to the printer is caught; in Firefox, whose driver may not change the page's functions, there is no printer.
    let frame = "const frame = document.querySelector('stap-wijzer').shadowRoot.querySelector('iframe'); ";
    page.run(&format!("{frame} frame.contentWindow.print = () => (frame.printed = true)"), json!([]))?;
    let before = page.run("return document.body.innerText", json!([]))?;
    page.press(book.ui("outcome.print"))?;
    let handed = "const page = frame.contentDocument;
        return page.body?.textContent ? [page.documentElement.outerHTML,
            [...page.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join(''),
            page.body.textContent] : null";
    let handed: Value = page.wait_for("something to print", || {
        Ok(Some(page.run(&format!("{frame} {handed}"), json!([]))?).filter(|got| !got.is_null()))
    })?;
    let caught = page.run(&format!("{frame} return !!frame.printed"), json!([]))?;
    ensure!(caught == true || browser.kind == Kind::Firefox, "nothing came to the printer");
    ensure!(handed[1].as_str().is_some_and(|style| style.contains("@media print")), "the paper has no style");
    ensure!(before == page.run("return document.body.innerText", json!([]))?, "the host's page changed");
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    whole(&[squeezed(handed[2].as_str().unwrap_or_default())], book)?;
    if browser.kind == Kind::WebKit {
        return Ok(());
    }
    // A driver prints whole windows: what the frame held gets one.
    let page = browser.open("about:blank")?;
    let put = "document.documentElement.innerHTML = arguments[0].replace(/^<html[^>]*>|<\\/html>$/g, '');
        const style = document.createElement('style'); style.textContent = arguments[1]; document.head.append(style)";
    page.run(put, handed)?;
    for (size, most) in [(A4, 1), (A5, 3)] {
        let sheets = printed(browser, size)?;
        whole(&sheets, book)?;
        ensure!(sheets.len() <= most, "{} sheets of {size:?}", sheets.len());
        ensure!(!sheets.concat().contains(&squeezed(HOST)), "the municipality's page is on paper: {sheets:?}");
    }
    Ok(())
}

/// Whoever prints the whole page by the browser's own menu has the card on sheets of its own, and all of it.
fn host_printed(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    for width in [300, 420, 560] {
        let page = in_a_column(browser, server, book, width)?;
        to_the_end(&page, book)?;
        let sheets = printed(browser, A4)?;
        ensure!(sheets.concat().contains(&squeezed(HOST)), "this is not the municipality's page: {sheets:?}");
        whole(&sheets, book).map_err(|failure| format!("{width} px: {failure}"))?;
        let first = sheets.iter().find(|sheet| sheet.contains(&squeezed(book.ui("outcome.card"))));
        let begins = first.is_some_and(|sheet| sheet.starts_with(&squeezed(book.ui("outcome.card"))));
        ensure!(begins, "{width} px: the card begins in the middle of a sheet: {sheets:?}");
    }
    Ok(())
}
