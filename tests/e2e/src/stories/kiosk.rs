//! The kiosk in the hall: a visit leaves nothing for the next visitor, by "Klaar" or by walking away.

use super::book::{Book, flows};
use super::desk::{self, on_card};
use super::hand::Hand;
use super::walk::{Walk, place_on};
use super::{Story, Told, rules, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::checks::{self, Floor};
use crate::failure::Outcome;
use crate::page::{PRESSED, Page, TYPED};
use crate::server::Server;
use serde_json::json;
use std::path::Path;
use std::time::Duration;

const PAGE: &str = "/kiosk.html";

pub fn stories(folder: &Path) -> Outcome<Vec<Story>> {
    let flow = flows(folder)?.into_iter().next().unwrap_or_default();
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("privacy: a kiosk’s “Klaar” wipes the visit", ALL, done),
        // Only in Chromium can time be made to pass.
        ("privacy: walking away from a kiosk wipes the visit", &[Kind::Chromium], idle),
        ("privacy: the countdown of a kiosk comes over the stop screen", &[Kind::Chromium], over_the_stop),
        // Firefox's driver may not change the page's own functions, so its clock stays.
        ("privacy: a kiosk that slept all night is clean", &[Kind::Chromium, Kind::WebKit], slept),
        ("kiosk: all typing on the screen", ALL, keys),
        ("kiosk: field and keys are in sight together", &[Kind::Chromium], keys_in_sight),
        ("kiosk: the search's keys, and what it finds", &[Kind::Chromium], search_in_sight),
        ("kiosk: large enough to stand at", &[Kind::Chromium], large),
        // Only Chromium tells what it keeps.
        ("kiosk: twenty visits leave nothing behind", &[Kind::Chromium], many),
    ];
    Ok(with_flow(folder, &flow, list))
}

/// Three steps into the flow.
fn begun<'b>(browser: &'b Browser, server: &Server, book: &Book) -> Outcome<(Page<'b>, u64)> {
    let page = browser.open(&server.url(PAGE))?;
    let before = places(&page)?;
    let walk = Walk::new(&page, book, Hand::Finger);
    walk.begin("mode.practise")?;
    walk.to(|place, _| Ok(place.number == 3))?;
    Ok((page, before))
}

/// How many places there are to go back to.
fn places(page: &Page) -> Outcome<u64> {
    Ok(page.run("return history.length", json!([]))?.as_u64().unwrap_or_default())
}

/// The start screen, and no trace of the visit: not in storage, not in the address, and no new place under Back.
fn clean(page: &Page, book: &Book, places_before: u64) -> Outcome {
    page.element(&["button"], book.title())?;
    ensure!(place_on(page, book)?.is_none(), "a step is still there");
    let stored = page.storage()?;
    ensure!(!stored.contains(&book.flow), "the flow is still in: {stored}");
    let after = places(page)?;
    ensure!(after == places_before, "{places_before} places before the visit, {after} after it");
    Ok(())
}

fn done(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let (page, before) = begun(browser, server, book)?;
    page.tap(book.ui("nav.help"))?;
    page.tap(book.ui("kiosk.done"))?;
    clean(&page, book, before)
}

fn idle(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.own_clock()?;
    let (page, before) = begun(browser, server, book)?;
    let asked = || -> Outcome<bool> { Ok(page.names(&["dialog"])?.iter().any(|name| name == book.ui("idle.title"))) };
    page.jump(Duration::from_secs(110))?;
    ensure!(!asked()?, "nobody was away for two minutes yet");
    page.jump(Duration::from_secs(12))?;
    page.region(book.ui("idle.title"))?;
    page.press(book.ui("idle.stay"))?;
    page.jump(Duration::from_secs(110))?;
    ensure!(!asked()? && place_on(&page, book)?.is_some(), "the visitor was there, and is asked again, or wiped");
    page.jump(Duration::from_secs(12))?;
    page.region(book.ui("idle.title"))?;
    page.jump(Duration::from_secs(31))?;
    clean(&page, book, before)
}

/// Once the visit was wiped without a warning while "Typ hier nooit uw echte BSN" stood open: that was shown again instead of the
/// countdown. And the countdown did not tell a screen reader what it counted.
fn over_the_stop(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.own_clock()?;
    let book = Book::read(&book.folder, "digid-inloggen-sms", "nl")?;
    let page = browser.open(&server.url(PAGE))?;
    let walk = Walk::new(&page, &book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to_screen("login")?;
    page.focus_on(TYPED, book.ui("login.username"))?;
    browser.session().devtools("Input.insertText", json!({ "text": "111222333" }))?;
    page.region(book.ui("stop.title"))?;
    page.jump(Duration::from_secs(122))?;
    let asked = page.region(book.ui("idle.title"))?;
    let told = "const of = arguments[0].getAttribute('aria-describedby');
        return arguments[0].getRootNode().getElementById(of)?.textContent ?? ''";
    let told = page.run(told, json!([asked.value()]))?.as_str().unwrap_or_default().to_string();
    ensure!(told.contains("seconden"), "the countdown is described as “{told}”");
    page.press(book.ui("idle.stay"))?;
    page.press(book.ui("stop.button"))?;
    page.see(book.ui("login.username"))
}

/// Once a device that slept all night showed yesterday's step for some minutes more.
fn slept(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let (page, before) = begun(browser, server, book)?;
    page.run("const now = Date.now; Date.now = () => now() + 9 * 3600 * 1000", json!([]))?;
    clean(&page, book, before)
}

/// Every state that a touch opens. The keys of the search, the first thing that a kiosk asks for, were 33 px wide.
fn large(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let mut wrong = Vec::new();
    let page = browser.open(&server.url(PAGE))?;
    let mut look = |state: &str| -> Outcome {
        for (width, height) in [(1920, 1080), (1280, 800), (768, 1024), (1080, 1920)] {
            page.set_viewport(width, height)?;
            let found = rules::small(&page, Floor::KIOSK)?.into_iter().chain(checks::mislabelled(&page)?);
            wrong.extend(found.map(|line| format!("{state} at {width} × {height}: {line}")));
        }
        Ok(())
    };
    page.element(&["button"], book.title())?;
    look("start")?;
    page.tap(book.ui("settings.title"))?;
    look("settings")?;
    page.tap(book.ui("settings.title"))?;
    page.tap_field(book.ui("find.title"))?;
    page.element(&["button"], "q")?;
    look("the keys of the search")?;
    page.tap(book.ui("find.keys-done"))?;
    let book = Book::read(&book.folder, "digid-inloggen-sms", "nl")?;
    let walk = Walk::new(&page, &book, Hand::Finger);
    walk.begin("mode.practise")?;
    let place = walk.to_screen("login")?;
    page.tap_field(book.ui("login.username"))?;
    page.element(&["button"], "q")?;
    look("the keys of the desk")?;
    desk::mistake(&walk, &book.step(&place.title)?)?;
    look("a mistake")?;
    page.tap(book.ui("nav.help"))?;
    page.region(book.ui("help.title"))?;
    look("help")?;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n  "));
    Ok(())
}

/// The windows of kiosks and tablets.
const WINDOWS: [(u32, u32); 4] = [(1920, 1080), (1366, 768), (1024, 768), (1080, 1920)];

/// What keeps the buttons and fields with these names, and what has the keyboard, from being seen and touched as a whole, one line
/// each.
fn out_of_reach(page: &Page, names: &[&str]) -> Outcome<Vec<String>> {
    let script = "(() => {
        const reached = (el, name) => {
            const box = el.getBoundingClientRect();
            for (const [x, y] of [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]]) {
                const at = [box.x + box.width * x, box.y + box.height * y];
                let over = document.elementFromPoint(...at);
                for (let deeper; (deeper = over?.shadowRoot?.elementFromPoint(...at)) && deeper !== over; ) over = deeper;
                if (!over || !el.contains(over)) return [`${name}: at ${at.map(Math.round)} of ${innerWidth} × ${innerHeight} is ${over?.className ?? 'nothing'}`];
            }
            return [];
        };
        const keys = arguments[0].flatMap((name) => {
            const found = eyes.find(['button', 'textbox'], name)[0];
            return found ? reached(found, name) : [`no “${name}”`];
        });
        return [...keys, ...reached(eyes.active(), 'what has the keyboard')];
    })()";
    Ok(serde_json::from_value(page.look(script, json!([names]))?)?)
}

/// Once a touch in a field brought 45 keys below the window: to who stands there nothing happened. And "Stop, ik wil hulp" lay over
/// some of the keys. Then the keys lay over the second field, where no finger found it.
fn keys_in_sight(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let book = Book::read(&book.folder, "digid-inloggen-sms", "nl")?;
    let keys = ["1", "0", "q", "p", "a", "m", book.ui("keypad.erase"), book.ui("keypad.space"), "?"];
    let mut wrong = Vec::new();
    for (width, height) in WINDOWS {
        let page = browser.open(&server.url(PAGE))?;
        page.set_viewport(width, height)?;
        let walk = Walk::new(&page, &book, Hand::Finger);
        walk.begin("mode.practise")?;
        walk.to_screen("login")?;
        for field in ["login.username", "login.password"] {
            let at = format!("{field} at {width} × {height}");
            page.tap_field(book.ui(field))?;
            std::thread::sleep(Duration::from_millis(300));
            // And what comes next is one touch away.
            let next = if field == "login.username" { "login.password" } else { "login.submit" };
            let hidden = out_of_reach(&page, &[&keys[..], &[book.ui(next)]].concat())?;
            wrong.extend(
                hidden.into_iter().chain(rules::small(&page, Floor::KIOSK)?).map(|line| format!("{at}: {line}")),
            );
        }
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n  "));
    Ok(())
}

/// Once the search's keys were 33 px wide, and what it found lay under them: in a low window still after the keys had become larger.
/// Then the keys went down as soon as there was an answer, away from the finger.
fn search_in_sight(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let found = Book::read(&book.folder, "verhuizing-doorgeven", "nl")?;
    let last = [book.ui("keypad.erase"), book.ui("keypad.space"), book.ui("find.keys-done")];
    let keys = [&["q", "p", "a", "z", "m"], &last[..]].concat();
    let mut wrong = Vec::new();
    for (width, height) in WINDOWS {
        let page = browser.open(&server.url(PAGE))?;
        page.set_viewport(width, height)?;
        page.tap_field(book.ui("find.title"))?;
        page.element(&["button"], "v")?;
        let at = format!("{width} × {height}");
        let place = || page.look("Math.round(eyes.find(['button'], 'v')[0].getBoundingClientRect().y)", json!([]));
        std::thread::sleep(Duration::from_millis(300));
        let before = place()?;
        // The keyboard of the driver, so that nothing scrolls between two keys.
        page.keys("verhuizen")?;
        page.wait_for("an answer", || {
            let first = page.look("eyes.find(['button'], arguments[0]).length > 1", json!([found.title()]))?;
            Ok((first == true).then_some(()))
        })?;
        std::thread::sleep(Duration::from_millis(300));
        let hidden = out_of_reach(&page, &[&keys[..], &[found.title()]].concat())?;
        wrong.extend(hidden.into_iter().chain(rules::small(&page, Floor::KIOSK)?).map(|line| format!("{at}: {line}")));
        let after = place()?;
        ensure!(before == after, "{at}: the keys went from {before} to {after}");
    }
    ensure!(wrong.is_empty(), "{}", wrong.join("\n  "));
    Ok(())
}

/// Every key that the log-in needs is on the screen: small letters, capitals, digits, signs, and what takes one back.
fn keys(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let book = Book::read(&book.folder, "digid-inloggen-sms", "nl")?;
    let page = browser.open(&server.url(PAGE))?;
    // As high as a kiosk is: field and keys are in view together, and nothing scrolls between two keys.
    page.set_viewport(1080, 1920)?;
    let walk = Walk::new(&page, &book, Hand::Finger);
    walk.begin("mode.practise")?;
    walk.to_screen("login")?;
    let (name, password) = (book.ui("login.username"), book.ui("login.password"));
    let strike = |text: &str| -> Outcome {
        text.chars().try_for_each(|letter| {
            if letter.is_ascii_uppercase() {
                page.tap(&format!("ABC {}", book.ui("keypad.shift")))?;
            }
            page.tap(&letter.to_string())
        })
    };
    let (wanted, secret) = (on_card(&walk, name)?, on_card(&walk, password)?);
    strike(&wanted)?;
    strike("x")?;
    page.tap(book.ui("keypad.erase"))?;
    page.tap_field(password)?;
    strike(&secret)?;
    ensure!(page.value(name)? == wanted, "the keys typed “{}”", page.value(name)?);
    ensure!(page.value(password)? == secret, "the keys typed “{}”", page.value(password)?);
    page.tap(book.ui("login.submit"))?;
    page.hear(book.ui("verdict.right.next"))
}

/// Chromium keeps a named radio button of a shadow root when it is removed, and with it its whole screen: 328 nodes a visit, on a page
/// that stands for days.
fn many(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let book = &Book::read(&book.folder, "verhuizing-doorgeven", "nl")?;
    let page = browser.open(&server.url(PAGE))?;
    let devtools = |method: &str| browser.session().devtools(method, json!({}));
    let nodes = || -> Outcome<i64> {
        // What a collection lets go of may need another one.
        for _ in 0..3 {
            devtools("HeapProfiler.collectGarbage")?;
        }
        Ok(devtools("Memory.getDOMCounters")?["nodes"].as_i64().unwrap_or_default())
    };
    // Without a handle on any element: the driver would keep those itself.
    let click = |name: &str| -> Outcome {
        let script = "eyes.find(arguments[0], arguments[1], null).slice(0, 1).map((one) => one.click()).length";
        page.wait_for(name, || Ok((page.look(script, json!([PRESSED, name]))? == 1).then_some(())))
    };
    let visit = || -> Outcome {
        click(book.title())?;
        click(book.ui("mode.practise"))?;
        // Over a choice, to one that is still on the screen when the visit ends.
        let mut choices = 0;
        for number in 1..9 {
            let begin = format!("Stap {number} van ");
            page.wait_for(&begin, || {
                Ok(page.headings()?.iter().any(|heading| heading.starts_with(&begin)).then_some(()))
            })?;
            let options = page.names(&["radio"])?;
            choices += usize::from(!options.is_empty());
            if choices == 2 {
                break;
            }
            if let Some(option) = options.first() {
                click(option)?;
            }
            click(book.ui("nav.next"))?;
        }
        ensure!(choices == 2, "the first steps have {choices} choices");
        click(book.ui("nav.help"))?;
        click(book.ui("kiosk.done"))?;
        page.wait_for("the start", || {
            Ok(page.headings()?.iter().any(|heading| heading == book.ui("start.title")).then_some(()))
        })
    };
    for _ in 0..3 {
        visit()?;
    }
    let before = nodes()?;
    ensure!(before > 300, "only {before} nodes are counted");
    for _ in 0..17 {
        visit()?;
    }
    let after = nodes()?;
    ensure!(after - before < 17 * 20, "{before} nodes after 3 visits, {after} after 20");
    Ok(())
}
