//! What fresh eyes saw: a trembling hand that presses twice, a wrong code, the end of a flow on a telephone.

use super::book::Book;
use super::desk;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::{PRESSED, Page, TYPED};
use crate::server::Server;
use serde_json::json;
use std::path::Path;
use std::thread;
use std::time::Duration;

const TELEPHONE: (u32, u32) = (390, 844);
/// Milliseconds between the two halves of a double tap.
const PACE: u64 = 130;

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("eyes: logging in by a double tap leaves the keyboard at the way on", &[Kind::Chromium], logged_in_twice),
        ("eyes: a wrong code stays in sight, and so does what to do", &[Kind::Chromium], wrong_code),
        ("eyes: the end has a way on in sight, and prints once", &[Kind::Chromium], printed_once),
        ("eyes: after \"Laat zien\" what to press next is in sight", &[Kind::Chromium], shown_and_next),
        ("eyes: a hint that is asked for is heard", &[Kind::Chromium], hint_heard),
        ("eyes: the way back is in sight on every screen", &[Kind::Chromium], way_back),
        (
            "eyes: help at a step of a kiosk names no room that is about something else",
            &[Kind::Chromium],
            who_helps_here,
        ),
    ];
    let long: &[(&str, &'static [Kind], Told)] =
        &[("eyes: on a narrow telephone the sun stays on the path", &[Kind::Chromium], sun_on_the_path)];
    let mut stories = with_flow(folder, "digid-inloggen-sms", list);
    stories.extend(with_flow(folder, "verhuizing-doorgeven", long));
    stories
}

/// On a telephone, at the first screen of this kind.
fn to_screen<'b>(page: &'b Page<'b>, book: &'b Book, kind: &str) -> Outcome<Walk<'b>> {
    page.set_viewport(TELEPHONE.0, TELEPHONE.1)?;
    let walk = Walk::new(page, book, Hand::Mouse);
    walk.begin("mode.together")?;
    walk.to(|_, step| Ok(step.screen().0["type"] == kind))?;
    Ok(walk)
}

/// Story: the right answer took away the site's button, and the second half of the tap fell on the password field that had moved up
/// under the finger: a telephone brought its keyboard, over "Volgende".
fn logged_in_twice(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = to_screen(&page, book, "login")?;
    // What was said of the mistake makes the page longer: one scrolls to the button, and the page is shorter once it is right.
    page.press(book.ui("login.submit"))?;
    page.press(book.ui("hint.show"))?;
    let password = book.ui("login.password");
    let wanted = desk::on_card(&walk, password)?;
    page.wait_for("all is filled in", || Ok((page.value(password)? == wanted).then_some(())))?;
    thread::sleep(Duration::from_millis(600));
    page.double_tap(PRESSED, book.ui("login.submit"), true, PACE)?;
    page.see(book.ui("verdict.right.next"))?;
    thread::sleep(Duration::from_millis(400));
    let focus = page.focus_name()?;
    ensure!(focus == book.ui("nav.next"), "after a double tap the keyboard is at “{focus}”");
    Ok(())
}

/// Story: five lines of a complaint lay over half of the field of which they spoke, and compared the code with "het voorbeeld", which is
/// nowhere on the screen.
fn wrong_code(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    to_screen(&page, book, "sms-code")?;
    let field = book.ui("sms.label");
    page.type_into(field, "98")?;
    page.press(book.ui("sms.submit"))?;
    page.hear(book.ui("mistake.sms.differs"))?;
    thread::sleep(Duration::from_millis(300));
    let under = hidden(&page, book, TYPED, field)?;
    ensure!(under <= 0.0, "{under} px of the field lie under the dock");
    Ok(())
}

/// Story: at the end nothing was left in the dock to press, and printing lay three screens down. And two taps printed two cards.
fn printed_once(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(TELEPHONE.0, TELEPHONE.1)?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.watch")?;
    walk.to_outcome(|_, _| Ok(()))?;
    let print = book.ui("outcome.print");
    page.element(&["button"], print)?;
    let under = hidden(&page, book, &["button"], print)?;
    ensure!(under <= 0.0, "“{print}” is {under} px below what is in sight");
    let frame = "const frame = document.querySelector('stap-wijzer').shadowRoot.querySelector('iframe'); ";
    page.run(&format!("{frame} frame.sheets = 0; frame.contentWindow.print = () => frame.sheets++"), json!([]))?;
    page.double_tap(PRESSED, print, true, PACE)?;
    thread::sleep(Duration::from_millis(500));
    let sheets = page.run(&format!("{frame} return frame.sheets"), json!([]))?;
    ensure!(sheets == 1, "two taps print {sheets} cards");
    Ok(())
}

/// Story: all was filled in, and of the button with the ring eleven pixels stood above the dock.
fn shown_and_next(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    to_screen(&page, book, "login")?;
    page.press(book.ui("login.submit"))?;
    page.press(book.ui("hint.show"))?;
    page.wait_for("the button with the ring above the dock", || {
        let typed = !page.value(book.ui("login.password"))?.is_empty();
        Ok((typed && hidden(&page, book, &["button"], book.ui("login.submit"))? <= 0.0).then_some(()))
    })
}

/// Story: "Hint" by keyboard. The keyboard stayed at the button, the hint came before it, and no screen reader said it.
fn hint_heard(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let place = walk.to(|_, step| Ok(step.screen().0["type"] == "login"))?;
    page.enter_on(book.ui("hint.ask"))?;
    let hint = book.step(&place.title)?.words["hint"].as_str().unwrap_or_default().to_owned();
    page.hear(&hint)
}

/// Story: in a room, and under the list of all exercises, the way back lay a thousand pixels down; on a step it was in the corner.
fn way_back(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    for (width, height) in [(320, 640), TELEPHONE, (820, 1180), (1280, 800)] {
        let page = browser.open(&server.url("/"))?;
        page.set_viewport(width, height)?;
        page.run("localStorage.clear(); sessionStorage.clear()", json!([]))?;
        let in_sight = |screen: &str, key: &str| {
            let back = page.element(&["button"], book.ui(key))?;
            let script = "return arguments[0].getBoundingClientRect().bottom - innerHeight";
            let under = page.run(script, json!([back.value()]))?.as_f64().unwrap_or(f64::INFINITY);
            ensure!(under <= 0.0, "{width} × {height}, {screen}: the way back is {under} px under the edge");
            Ok(())
        };
        page.press(book.ui("start.all"))?;
        page.heading(book.ui("start.all"))?;
        in_sight("all exercises", "nav.back")?;
        page.press(book.title())?;
        page.heading(book.title())?;
        in_sight("welcome", "nav.back")?;
        page.press(book.ui("nav.back"))?;
        page.heading(book.ui("start.all"))?;
        page.press(book.ui("nav.back"))?;
        page.press(book.ui("find.house"))?;
        page.heading(book.ui("house.title"))?;
        in_sight("house", "nav.back")?;
        page.press(book.ui("room.mediatheek"))?;
        page.heading(book.ui("room.mediatheek"))?;
        in_sight("room", "room.back")?;
        page.press(book.ui("room.back"))?;
        page.heading_has_focus(book.ui("house.title"))?;
    }
    Ok(())
}

/// Story: who was stuck while logging in was told of the consultant Wmo and of the keeper of the square, in nine places.
fn who_helps_here(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/kiosk.html"))?;
    page.set_viewport(1080, 1920)?;
    let walk = Walk::new(&page, book, Hand::Finger);
    walk.begin("mode.together")?;
    walk.arrive(None)?;
    page.tap(book.ui("nav.help"))?;
    let said = page.text_in(&page.region(book.ui("help.who"))?)?;
    ensure!(said.contains(book.ui("room.ontvangst")), "the host is not named: {said}");
    for other in ["room.spreekkamer-wmo", "room.spreekkamer-jeugd", "room.plein-en-zaal"] {
        ensure!(!said.contains(book.ui(other)), "“{}” helps with logging in: {said}", book.ui(other));
    }
    Ok(())
}

/// Story: of 26 stones the one where one is was cut off at the end of the row, and all that was to be seen was done.
fn sun_on_the_path(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(320, 640)?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.watch")?;
    let mut looked = 0;
    walk.to_outcome(|place, _| {
        for (width, height) in [TELEPHONE, (320, 640)] {
            page.set_viewport(width, height)?;
            let script =
                "const sun = document.querySelector('stap-wijzer').shadowRoot.querySelector('.sw-stone--current');
                return sun.getBoundingClientRect().right - sun.parentElement.getBoundingClientRect().right";
            let off = page.run(script, json!([]))?.as_f64().unwrap_or(f64::INFINITY);
            ensure!(off <= 0.5, "{width} px, “{}”: the sun is {off} px off the path", place.heading);
        }
        looked += 1;
        Ok(())
    })?;
    ensure!(looked > 10, "only {looked} steps");
    Ok(())
}

/// How far something reaches under the window, or under the dock that it is not in.
fn hidden(page: &Page, book: &Book, roles: &[&str], name: &str) -> Outcome<f64> {
    let script = "const [one, dock] = arguments;
        const free = dock.contains(one) ? innerHeight : Math.min(innerHeight, dock.getBoundingClientRect().top);
        return one.getBoundingClientRect().bottom - free";
    let [one, dock] = [page.element(roles, name)?, page.element(&["group"], book.ui("step.dock"))?];
    Ok(page.run(script, json!([one.value(), dock.value()]))?.as_f64().unwrap_or(f64::INFINITY))
}
