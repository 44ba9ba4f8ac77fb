//! Soft sounds, heard by a device of our own: what plays in the place of the browser's own counts.

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use crate::webdriver::Element;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

/// Only here a story may put a device of its own in the place of the browser's, before the page's own scripts.
const HERE: &[Kind] = &[Kind::Chromium];

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("sounds: none until they are asked for, and never while a voice reads", HERE, asked_for),
        ("sounds: kept where the look is kept, and not heard before a press", HERE, kept),
        ("sounds: two widgets, each with its own", HERE, two),
        ("sounds: a page without any is no worse for it", HERE, lacking),
        ("sounds: the browser's own device plays them", HERE, really),
    ];
    with_flow(folder, "digid-inloggen-sms", list)
}

/// A device that keeps how long each sound is, in milliseconds, and in which state it was left.
const DEVICE: &str = "window.swPlayed = []; window.swContexts = [];
    window.AudioContext = class {
        constructor() { this.state = 'running'; this.destination = {}; swContexts.push(this); }
        createBufferSource() {
            return { connect() {}, start() { swPlayed.push(Math.round(this.buffer.duration * 1000)); } };
        }
        async suspend() { this.state = 'suspended'; }
        async resume() { this.state = 'running'; }
        async close() { this.state = 'closed'; }
    };";

/// As the device comes to know them, by how long they take.
const MESSAGE: u64 = 355;
const RIGHT: u64 = 600;

fn played(page: &Page) -> Outcome<Vec<u64>> {
    Ok(serde_json::from_value(page.run("return swPlayed", json!([]))?)?)
}

fn states(page: &Page) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(page.run("return swContexts.map((one) => one.state)", json!([]))?)?)
}

fn hear(page: &Page, expected: &[u64]) -> Outcome {
    let heard = page.wait_for("a sound", || Ok(Some(played(page)?).filter(|heard| heard.len() >= expected.len())))?;
    ensure!(heard == expected, "heard {heard:?}, not {expected:?}");
    Ok(())
}

/// Presses the switch in the settings, and closes those.
fn switch(page: &Page, book: &Book) -> Outcome {
    page.press(book.ui("settings.title"))?;
    page.press(book.ui("settings.sounds"))?;
    page.press(book.ui("settings.title"))
}

/// Walks to the step with the code, where a message comes in. How many practice screens were right on the way.
fn at_code(page: &Page, book: &Book) -> Outcome<usize> {
    let walk = Walk::new(page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let mut right = 0;
    walk.to(|_, step| {
        let there = step.screen().0["type"] == "sms-code";
        right += usize::from(step.kind == "practise" && !there);
        Ok(there)
    })?;
    Ok(right)
}

/// A voice reads, or no longer does.
fn speak(page: &Page, speaking: bool) -> Outcome {
    let script = "Object.defineProperty(window, 'speechSynthesis', { configurable: true,
        value: { speaking: arguments[0], pending: false, getVoices: () => [], cancel() {} } })";
    page.run(script, json!([speaking]))?;
    Ok(())
}

fn asked_for(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.before(DEVICE)?;
    let page = browser.open(&server.url("/"))?;
    at_code(&page, book)?;
    page.press(book.ui("sms.again"))?;
    page.see("222 333")?;
    ensure!(states(&page)?.is_empty(), "nobody asked for a sound, and there is what plays them: {:?}", states(&page)?);
    // The press that asks is answered.
    switch(&page, book)?;
    hear(&page, &[MESSAGE])?;
    page.press(book.ui("sms.again"))?;
    page.see("333 444")?;
    hear(&page, &[MESSAGE, MESSAGE])?;
    // A mistake makes none.
    page.press(book.ui("sms.submit"))?;
    page.hear(book.ui("mark.empty")).or_else(|_| page.see(book.ui("mark.empty")))?;
    speak(&page, true)?;
    page.press(book.ui("sms.again"))?;
    page.see("444 555")?;
    speak(&page, false)?;
    page.type_into(book.ui("sms.label"), "444555")?;
    page.press(book.ui("sms.submit"))?;
    page.hear(book.ui("verdict.right.next"))?;
    hear(&page, &[MESSAGE, MESSAGE, RIGHT])?;
    ensure!(states(&page)? == ["running"], "one widget, one device: {:?}", states(&page)?);
    page.wait_at_most(Duration::from_secs(6), "a device at rest", || {
        Ok((states(&page)? == ["suspended"]).then_some(()))
    })?;
    // Switched off there is no more, and with the widget goes what played.
    switch(&page, book)?;
    page.run("document.querySelector('stap-wijzer').remove()", json!([]))?;
    page.wait_for("the device is let go", || Ok((states(&page)? == ["closed"]).then_some(())))?;
    hear(&page, &[MESSAGE, MESSAGE, RIGHT])?;
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}

fn kept(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.before(DEVICE)?;
    let page = browser.open(&server.url("/"))?;
    switch(&page, book)?;
    hear(&page, &[MESSAGE])?;
    // Each screen up to the log-in is right, and then a message comes in.
    let right = at_code(&page, book)?;
    ensure!(right > 0, "nothing was practised before the code");
    hear(&page, &[vec![MESSAGE], vec![RIGHT; right], vec![MESSAGE]].concat())?;
    browser.session().post("refresh", &json!({}))?;
    page.element(&["button"], book.ui("sms.again"))?;
    page.see("111 222")?;
    ensure!(states(&page)?.is_empty(), "before any press there is what plays: {:?}", states(&page)?);
    page.press(book.ui("sms.again"))?;
    hear(&page, &[MESSAGE])?;
    // On a device that many use it is off again for the next one.
    let kiosk = browser.open(&server.url("/kiosk.html"))?;
    switch(&kiosk, book)?;
    hear(&kiosk, &[MESSAGE])?;
    kiosk.press(book.ui("nav.help"))?;
    kiosk.press(book.ui("kiosk.done"))?;
    kiosk.element(&["button"], book.ui("settings.title"))?;
    kiosk.press(book.ui("settings.title"))?;
    kiosk.wait_for("a switch that is off", || {
        let switch = kiosk.element(&["button"], book.ui("settings.sounds"))?;
        let pressed = kiosk.run("return arguments[0].getAttribute('aria-pressed')", json!([switch.value()]))?;
        Ok((pressed == "false").then_some(()))
    })
}

fn two(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.before(DEVICE)?;
    let page = browser.open(&server.url("/voorbeeld-gemeente.html"))?;
    page.run(
        "const other = document.createElement('stap-wijzer'); other.id = 'other'; document.body.append(other)",
        json!([]),
    )?;
    let found = page.run("return [...document.querySelectorAll('stap-wijzer')]", json!([]))?;
    let widgets: Vec<Element> = found.as_array().into_iter().flatten().filter_map(Element::from_value).collect();
    ensure!(widgets.len() == 2, "{} widgets", widgets.len());
    for (widget, heard) in widgets.iter().zip([vec![MESSAGE], vec![MESSAGE, MESSAGE]]) {
        page.press_within(widget, book.ui("settings.title"))?;
        page.press_within(widget, book.ui("settings.sounds"))?;
        hear(&page, &heard)?;
    }
    ensure!(states(&page)?.len() == 2, "each its own: {:?}", states(&page)?);
    page.run("document.querySelector('#other').remove()", json!([]))?;
    page.wait_for("one of them is let go", || {
        Ok((states(&page)?.iter().filter(|state| *state == "closed").count() == 1).then_some(()))
    })
}

/// Strict pages and old devices: nothing there, something that throws, something that never begins.
fn lacking(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    for device in [
        "delete window.AudioContext",
        "window.AudioContext = class { constructor() { throw new Error('no device') } }",
        "window.AudioContext = null; window.AudioBuffer = 5",
        "window.AudioContext = class { state = 'suspended'; resume() { return Promise.reject(new Error('no')) }
            close() { return Promise.reject(new Error('no')) } createBufferSource() { return null } }",
    ] {
        browser.before(&format!("window.swErrors = []; addEventListener('unhandledrejection', (event) => swErrors.push(String(event.reason)));
            addEventListener('error', (event) => swErrors.push(event.message)); {device}"))?;
        let page = browser.open(&server.url("/"))?;
        page.listen()?;
        switch(&page, book)?;
        at_code(&page, book)?;
        page.press(book.ui("sms.again"))?;
        page.see("222 333")?;
        // Longer than a device is let be.
        std::thread::sleep(Duration::from_millis(2500));
        let errors = page.run("return swErrors", json!([]))?;
        ensure!(errors == json!([]), "{device}: {errors}");
        ensure!(page.events()?.iter().all(|event| event["kind"] != "error"), "{device}: {:?}", page.events()?);
    }
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}

/// What it gets is taken by a real device, and is a wave: not silence, and not what fills the ear.
fn really(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.before(
        "window.swHeard = [];
         const start = AudioBufferSourceNode.prototype.start;
         AudioBufferSourceNode.prototype.start = function (...at) {
             const wave = this.buffer.getChannelData(0);
             swHeard.push({ peak: Math.max(...wave.map(Math.abs)), long: this.buffer.duration, state: this.context.state });
             return start.apply(this, at);
         };",
    )?;
    let page = browser.open(&server.url("/"))?;
    switch(&page, book)?;
    let heard = page.wait_for("a sound", || {
        let heard = page.run("return swHeard[0] ?? null", json!([]))?;
        Ok((!heard.is_null()).then_some(heard))
    })?;
    let peak = heard["peak"].as_f64().unwrap_or_default();
    ensure!((0.02..0.2).contains(&peak), "{heard}");
    ensure!((0.3..0.5).contains(&heard["long"].as_f64().unwrap_or_default()), "{heard}");
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}
