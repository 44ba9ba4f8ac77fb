//! Reading aloud, with voices of our own in the place of the device's: headless browsers have none.

use super::book::{Book, Step, plain};
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::{Fails, Server};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

/// Its first step names a Dutch word in English.
const FLOW: &str = "vergunningcheck-dakkapel";

/// Firefox's driver may not change the page's own functions.
const CAN_STUB: &[Kind] = &[Kind::Chromium, Kind::WebKit];

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("aloud: a text stays on the device, and each language has its own voice", CAN_STUB, voices),
        ("aloud: voices that come late are waited for", CAN_STUB, late),
        ("aloud: without a voice of the device that is said", CAN_STUB, none),
    ];
    let own: Told = |browser, server, book| dutch_in_english(browser, server, &english(book, "e-book-lenen")?);
    let seen: Told = |browser, server, book| dutch_before_the_program(browser, server, &english(book, FLOW)?);
    let list = [
        list,
        &[
            ("aloud: Dutch words in the coach's answer are Dutch for a screen reader", ALL, own),
            ("aloud: a Dutch word is there before the program is", ALL, seen),
        ],
    ];
    with_flow(folder, FLOW, &list.concat())
}

fn english(book: &Book, flow: &str) -> Outcome<Book> {
    Book::read(&book.folder, flow, "en")
}

/// The answer to a wrong choice, “choose “Een tuin in Oefendorp””, was plain words: a screen reader said them as English.
fn dutch_in_english(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.press("English")?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let answer = |step: &Step| step.screen().1["mistakes"]["wrong-choice"].as_str().unwrap_or_default().to_owned();
    let place = walk.to(|_, step| Ok(answer(step).contains("{nl:")))?;
    let step = book.step(&place.title)?;
    let (screen, words) = step.screen();
    let wrong = words["choices"].as_object().into_iter().flatten().find(|(id, _)| screen["right"] != id.as_str());
    page.press(&plain(wrong.and_then(|(_, words)| words["label"].as_str()).unwrap_or_default()))?;
    page.hear(&plain(&answer(&step)))?;
    let said = page.run(
        "const found = [], look = (root) => root.querySelectorAll('*').forEach((one) => {
            if (one.shadowRoot) look(one.shadowRoot);
            if (one.lang === 'nl' && one.closest('[role=status]')) found.push(one.textContent);
        }); look(document); return found",
        json!([]),
    )?;
    let marked = answer(&step);
    let expected = marked.split("{nl:").nth(1).and_then(|rest| rest.split('}').next()).unwrap_or_default();
    ensure!(said == json!([expected]), "Dutch is {said}, not “{expected}”");
    Ok(())
}

/// In what can be read before the program is there, “(in Dutch: “dakkapel”)” was “(in Dutch: “…”)”.
fn dutch_before_the_program(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let body = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>Town</title>
         <script type=module src=/stapwijzer.js></script><stap-wijzer flow={FLOW}></stap-wijzer></html>"
    );
    server.fail("/gast.html", Fails::Page { policy: String::new(), body });
    server.fail(".wasm", Fails::Hang);
    let page = browser.open(&server.url("/gast.html"))?;
    page.see(book.title())?;
    page.see("(in Dutch: “dakkapel”)")
}

/// Gives the device these voices (name, language, on the device) after so many milliseconds, and keeps what is said.
fn give(page: &Page, voices: &Value, after: u32) -> Outcome {
    let script = "const [voices, after] = arguments;
        const given = performance.now() + after;
        window.swSaid = [];
        window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        const stub = {
            getVoices: () => performance.now() < given ? [] : voices.map(([name, lang, localService]) =>
                ({ name, lang, localService, default: false, voiceURI: name })),
            cancel: () => window.swSaid.push(['', '']),
            speak: (said) => window.swSaid.push([said.voice?.name ?? '', said.text]),
        };
        Object.defineProperty(window, 'speechSynthesis', { configurable: true, value: stub });";
    page.run(script, json!([voices, after]))?;
    Ok(())
}

/// What was said since the last silence: each voice with its words.
fn said(page: &Page) -> Outcome<Vec<(String, String)>> {
    let all: Vec<(String, String)> = serde_json::from_value(page.run("return window.swSaid", json!([]))?)?;
    Ok(all.rsplit(|(voice, text)| voice.is_empty() && text.is_empty()).next().unwrap_or_default().to_vec())
}

/// Waits until something is said that begins so, and gives all of it.
fn hear(page: &Page, begin: &str) -> Outcome<Vec<(String, String)>> {
    page.wait_at_most(Duration::from_secs(12), &format!("a voice that says “{begin}”"), || {
        Ok(Some(said(page)?).filter(|said| said.first().is_some_and(|(_, text)| text.starts_with(begin))))
    })
}

/// The first step, with the settings open.
fn open<'b>(browser: &'b Browser, server: &Server, book: &Book) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url(&format!("/#/{FLOW}")))?;
    page.press(book.ui("mode.practise"))?;
    page.heading("Stap 1 van …")?;
    page.press(book.ui("settings.title"))?;
    Ok(page)
}

/// Whether reading aloud is on, by what its button tells a screen reader.
fn is_on(page: &Page, book: &Book) -> Outcome<bool> {
    let switch = page.element(&["button"], book.ui("settings.aloud"))?;
    Ok(page
        .run("return arguments[0].ariaPressed ?? arguments[0].getAttribute('aria-pressed')", json!([switch.value()]))?
        == "true")
}

/// The text was given to a voice of the network; a change of language went on in Dutch; “dakkapel” was said as English.
fn voices(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    let device = json!([
        ["Google Nederlands", "nl-NL", false],
        ["Ellen", "nl-BE", true],
        ["Xander", "nl-NL", true],
        ["Albert", "en-US", true],
        ["Daniel", "en_GB", true],
    ]);
    give(&page, &device, 0)?;
    page.press(book.ui("settings.aloud"))?;
    let dutch = hear(&page, "Stap 1 van")?;
    ensure!(dutch.iter().all(|(voice, _)| voice == "Xander"), "{dutch:?}");
    page.press("English")?;
    let english = hear(&page, "Step 1 of")?;
    for (voice, text) in &english {
        let expected = if text == "dakkapel" { "Xander" } else { "Daniel" };
        ensure!(voice == expected, "{voice} says “{text}”");
    }
    ensure!(english.iter().any(|(voice, _)| voice == "Xander"), "no Dutch word in {english:?}");
    page.press("Stop, I want help")?;
    hear(&page, "Take it easy")?;
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}

/// A device that was just switched on has no voices yet: it was said to have none, and the switch went off.
fn late(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    give(&page, &json!([["Xander", "nld_NLD", true]]), 6_000)?;
    page.press(book.ui("settings.aloud"))?;
    std::thread::sleep(Duration::from_secs(3));
    ensure!(is_on(&page, book)?, "the switch went off before there were voices");
    hear(&page, "Stap 1 van")?;
    page.see_not(book.ui("notice.no-voice"))?;
    // Silence is silence, also for what still waits.
    give(&page, &json!([["Xander", "nl-NL", true]]), 2_000)?;
    page.press(book.ui("nav.next"))?;
    page.heading("Stap 2 van …")?;
    page.press(book.ui("settings.title"))?;
    page.press(book.ui("settings.aloud"))?;
    std::thread::sleep(Duration::from_secs(3));
    let said = said(&page)?;
    ensure!(said.is_empty(), "said after it was switched off: {said:?}");
    Ok(())
}

fn none(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    give(&page, &json!([["Google Nederlands", "nl-NL", false], ["Samantha", "en-US", true]]), 0)?;
    page.press(book.ui("settings.aloud"))?;
    page.see(book.ui("notice.no-voice"))?;
    ensure!(!is_on(&page, book)?, "the switch says that it reads");
    let said = said(&page)?;
    ensure!(said.is_empty(), "a voice of the network said {said:?}");
    Ok(())
}
