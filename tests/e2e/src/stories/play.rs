//! What is played before one's eyes: the demonstration of *kijken*, and "Laat zien".

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use serde_json::json;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// The code that the first sms brings.
const CODE: &str = "111222";
const PHONE: (u32, u32) = (390, 844);

pub fn stories(folder: &Path) -> Vec<Story> {
    let mut stories = with_flow(
        folder,
        "digid-inloggen-sms",
        &[
            ("play: kijken does it before ones eyes", &[Kind::Chromium], eyes),
            ("play: nothing moves for who asked for that, or came by key", &[Kind::Chromium], at_once),
            ("play: an sms drops in on the device in front", &[Kind::Chromium], drops_in),
            ("play: who has seen enough goes on in the middle of it", ALL, enough),
            ("play: laat zien comes letter by letter", &[Kind::Chromium], shown),
        ],
    );
    let letter: (&str, &'static [Kind], Told) = ("play: a letter unfolds once", &[Kind::Chromium], unfolds);
    stories.extend(with_flow(folder, "digid-activeren-brief", &[letter]));
    stories
}

/// In *kijken*, at the step with the code.
fn at_code<'w>(page: &'w Page<'w>, book: &'w Book, hand: Hand) -> Outcome<Walk<'w>> {
    let walk = Walk::new(page, book, hand);
    walk.begin("mode.watch")?;
    walk.to_screen("sms-code")?;
    Ok(walk)
}

/// From now on keeps what stands in the first field, and which device is in front, each time that this changes.
fn record(page: &Page) -> Outcome {
    let script = "const root = document.querySelector('stap-wijzer').shadowRoot;
        clearInterval(window.swE2eWatch);
        window.swE2eSeen = [];
        window.swE2eWatch = setInterval(() => {
            const now = `${root.querySelector('[data-front]')?.dataset.front ?? ''} ${root.querySelector('section input')?.value ?? ''}`;
            if (swE2eSeen.at(-1) !== now) swE2eSeen.push(now);
        }, 15)";
    page.run(script, json!([]))?;
    Ok(())
}

fn recorded(page: &Page) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(page.run("return swE2eSeen", json!([]))?)?)
}

/// What stands in the first field, also behind a tab.
fn typed(page: &Page) -> Outcome<String> {
    let script = "return document.querySelector('stap-wijzer').shadowRoot.querySelector('section input').value";
    Ok(page.run(script, json!([]))?.as_str().unwrap_or_default().to_owned())
}

fn until(page: &Page, what: &str, wanted: impl Fn(&str) -> bool) -> Outcome<String> {
    page.wait_for(what, || Ok(Some(typed(page)?).filter(|text| wanted(text))))
}

/// It was played to its end: there is one button, to play it again.
fn ended(page: &Page, book: &Book) -> Outcome {
    page.wait_for("the end of the demonstration", || {
        let buttons = page.names(&["button"])?;
        let count = |key| buttons.iter().filter(|name| *name == book.ui(key)).count();
        Ok((count("watch.again") == 1 && count("watch.pause") == 0 && count("watch.resume") == 0).then_some(()))
    })
}

/// In *kijken* the desk stood there filled in at once: nobody saw where the code came from. Now a hand reads the sms, goes to the
/// computer and types, and one can hold it, play it again, and go on at any time.
fn eyes(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(PHONE.0, PHONE.1)?;
    page.listen_to_live_regions()?;
    at_code(&page, book, Hand::Finger)?;
    record(&page)?;
    let told = page.said()?.len();
    page.element(&["button"], book.ui("nav.next"))?;
    page.element(&["button"], book.ui("watch.pause"))?;
    ended(&page, book)?;
    let seen = recorded(&page)?;
    let place = |wanted: &str| seen.iter().position(|one| one == wanted);
    let order = [place("phone "), place("computer 1"), place("computer 11"), place(&format!("computer {CODE}"))];
    ensure!(order.iter().all(Option::is_some) && order.is_sorted(), "in this order: {seen:?}");
    // Once in words, and no letter.
    let said: Vec<String> = page.said()?.split_off(told);
    let times = |key| said.iter().filter(|one| *one == book.ui(key)).count();
    ensure!(times("watch.begins") == 1 && times("watch.done") == 1 && said.len() == 2, "heard: {said:?}");

    // Held, it stays as it is; and goes on from there.
    page.press(book.ui("watch.again"))?;
    until(&page, "an empty field", str::is_empty)?;
    until(&page, "the first digits", |text| !text.is_empty())?;
    page.press(book.ui("watch.pause"))?;
    let held = typed(&page)?;
    ensure!(held != CODE, "it was over before one could hold it");
    thread::sleep(Duration::from_millis(1500));
    ensure!(typed(&page)? == held, "held at “{held}”, and now “{}”", typed(&page)?);
    page.press(book.ui("watch.resume"))?;
    until(&page, "the rest of the code", |text| text == CODE)?;

    // Begun again in the middle, it begins with the phone.
    ended(&page, book)?;
    page.press(book.ui("watch.again"))?;
    until(&page, "an empty field", str::is_empty)?;
    // Who goes to work themselves finds all filled in.
    until(&page, "the first digits", |text| !text.is_empty())?;
    page.tap_field(book.ui("sms.label"))?;
    until(&page, "all of the code", |text| text == CODE)?;
    ended(&page, book)?;
    // And it was nobody's answer.
    page.see_not(book.ui("verdict.right.next"))?;
    let complaints = browser.complaints()?;
    ensure!(complaints.is_empty(), "the browser complained: {}", complaints.join("\n  "));
    Ok(())
}

/// Asks for less motion, or no longer.
pub fn less_motion(browser: &Browser, less: bool) -> Outcome {
    let value = if less { "reduce" } else { "" };
    let media = json!({ "features": [{ "name": "prefers-reduced-motion", "value": value }] });
    browser.session().devtools("Emulation.setEmulatedMedia", media)?;
    Ok(())
}

/// All stands there on arrival, stays there, and can be played.
fn still(page: &Page, book: &Book) -> Outcome {
    record(page)?;
    page.element(&["button"], book.ui("watch.play"))?;
    thread::sleep(Duration::from_secs(3));
    let seen = recorded(page)?;
    ensure!(seen.len() == 1 && seen[0].ends_with(CODE), "by itself: {seen:?}");
    Ok(())
}

fn at_once(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    less_motion(browser, true)?;
    let asked = (|| {
        let page = browser.open(&server.url("/"))?;
        page.set_viewport(PHONE.0, PHONE.1)?;
        at_code(&page, book, Hand::Finger)?;
        still(&page, book)?;
        // Played all the same, nothing slides: a whole code at a time.
        page.press(book.ui("watch.play"))?;
        ended(&page, book)?;
        let seen = recorded(&page)?;
        let whole = |one: &String| one.ends_with(' ') || one.ends_with(CODE);
        ensure!(seen.iter().all(whole) && seen.iter().any(|one| one == "phone "), "played: {seen:?}");
        Ok(())
    })();
    less_motion(browser, false)?;
    asked?;
    let page = browser.open(&server.url("/"))?;
    page.run("localStorage.clear()", json!([]))?;
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(1280, 800)?;
    at_code(&page, book, Hand::Keyboard)?;
    // A moment for who is asked how they came.
    thread::sleep(Duration::from_millis(200));
    still(&page, book)
}

/// "Laat zien" filled all in at once, and nobody saw what came from where.
fn shown(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(1280, 800)?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.together")?;
    walk.to_screen("login")?;
    record(&page)?;
    page.press(book.ui("hint.show"))?;
    let password = book.ui("login.password");
    page.wait_for("the whole password", || Ok((page.value(password)? == "Oefen-7dagen").then_some(())))?;
    let seen = recorded(&page)?;
    for part in [" n", " noorv", " noorvoorbeeld"] {
        ensure!(seen.iter().any(|one| one.ends_with(part)), "“{part}” in {seen:?}");
    }
    // In the middle of it the button takes the whole.
    page.press(book.ui("hint.show"))?;
    until(&page, "half a name", |text| text.len() < 13)?;
    page.press(book.ui("login.submit"))?;
    page.hear(book.ui("verdict.right.next"))
}

/// In a narrow column "Volgende" did nothing while it played: the first half of the press ended the play, and its two buttons
/// became one, so that the dock was a line lower before the second.
fn enough(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.run("document.querySelector('stap-wijzer').parentElement.style = 'max-inline-size: 300px'", json!([]))?;
    let walk = Walk::new(&page, book, Hand::Finger);
    walk.begin("mode.watch")?;
    let place = walk.to_screen("login")?;
    page.element(&["button"], book.ui("watch.pause"))?;
    page.wait_for("it plays", || Ok((!page.value(book.ui("login.username"))?.is_empty()).then_some(())))?;
    page.press(book.ui("nav.next"))?;
    walk.arrive(Some(&place)).map(drop)
}

/// On a telephone the sms came in behind a tab, and nothing on the page that one looked at said so.
fn drops_in(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(PHONE.0, PHONE.1)?;
    let walk = Walk::new(&page, book, Hand::Finger);
    walk.begin("mode.practise")?;
    walk.to_screen("sms-code")?;
    page.tap_in(book.ui("desk.computer"), book.ui("desk.look"))?;
    page.see("111 222")?;
    page.press(book.ui("desk.tab.computer"))?;
    page.region(book.ui("desk.computer"))?;
    page.see_not(book.ui("desk.look"))?;
    // A call too, and there one picks up.
    page.press(book.ui("call.ask"))?;
    page.press_in(book.ui("desk.computer"), book.ui("desk.look"))?;
    page.press(book.ui("call.answer"))?;
    page.see("2 2 2 3 3 3")
}

/// The letter unfolded anew each time that its tab came to the front.
fn unfolds(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to(|_, step| {
        let (screen, _) = step.screen();
        Ok(screen["type"] == "letter-code" && screen["sealed"] == true)
    })?;
    page.set_viewport(PHONE.0, PHONE.1)?;
    page.run(
        "window.swMoved = 0;
         document.querySelector('stap-wijzer').shadowRoot.addEventListener('animationend',
             (event) => { swMoved += event.target.closest('section')?.getAttribute('aria-label') === arguments[0]; })",
        json!([book.ui("desk.letter")]),
    )?;
    let moved = || page.run("return swMoved", json!([]));
    // Where something is new the tab says so too.
    let tab = format!("{}…", book.ui("desk.tab.letter"));
    page.press(book.ui("later.days"))?;
    page.press(&tab)?;
    page.press(book.ui("letter.open"))?;
    page.wait_for("paper that unfolds", || Ok((moved()? == 1).then_some(())))?;
    for _ in 0..2 {
        page.press(book.ui("desk.tab.computer"))?;
        page.region(book.ui("desk.computer"))?;
        page.press(&tab)?;
        page.region(book.ui("desk.letter"))?;
        page.settle()?;
    }
    ensure!(moved()? == 1, "it unfolded {} times", moved()?);
    Ok(())
}
