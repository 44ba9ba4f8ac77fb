//! "Stop, ik wil hulp", and what is offered at the end to be done once more.

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::Key;
use crate::server::Server;
use serde_json::json;
use std::cell::RefCell;
use std::path::Path;

const FLOW: &str = "digid-inloggen-sms";
/// What is typed before help is asked for; it stands on the practice card.
const TYPED: &str = "Oefen";

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("help: something to do, and nothing is lost", ALL, offers),
        ("help: in the town hall, what is open", &[Kind::Chromium], in_the_hall),
        ("outcome: a step to practise again, and back", &[Kind::Chromium], once_more),
    ];
    with_flow(folder, FLOW, list)
}

/// Help had six sentences and no way on but back: who was stuck at a step was stuck there again. And another mode emptied the desk.
fn offers(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let place = walk.to_screen("login")?;
    let field = book.ui("login.username");
    page.type_into(field, TYPED)?;
    let typed = page.value(field)?;
    ensure!(!typed.is_empty(), "nothing of “{TYPED}” was let in");
    page.press(book.ui("nav.help"))?;
    page.region(book.ui("help.title"))?;
    page.wait_for("the loudest button has the keyboard", || {
        Ok((page.focus_name()? == book.ui("help.more")).then_some(()))
    })?;
    let helpers = page.region(book.ui("help.who"))?;
    let said = page.text_in(&helpers)?;
    for words in [book.ui("help.ask"), book.ui("room.mediatheek")] {
        ensure!(said.contains(words), "“{words}” is not on the card of who helps: {said}");
    }
    page.key(Key::Escape)?;
    page.wait_for("the keyboard is where it was", || Ok((page.focus_name()? == book.ui("nav.help")).then_some(())))?;
    page.press(book.ui("nav.help"))?;
    page.press(book.ui("help.more"))?;
    page.heading_has_focus(&place.heading)?;
    page.heading(book.ui("hint.title"))?;
    let kept = page.value(field)?;
    ensure!(kept == typed, "“{kept}” is left of “{typed}”");
    // All the help is there now: what is offered is to go on.
    page.press(book.ui("nav.help"))?;
    page.element(&["button"], book.ui("help.calmly"))?;
    let offered = page.names(&["button"])?;
    ensure!(!offered.iter().any(|name| name == book.ui("help.more")), "more help than all: {offered:?}");
    page.press(book.ui("nav.restart"))?;
    let first = walk.arrive(Some(&place))?;
    ensure!(first.number == 1, "it does not begin again: {first:?}");
    page.press(book.ui("nav.back"))?;
    page.heading_has_focus(&place.heading)
}

/// On a kiosk nobody prints, and no number can be called; a room is named, with whether it is open.
fn in_the_hall(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/kiosk.html"))?;
    page.set_viewport(1080, 1920)?;
    page.element(&["button"], book.ui("start.all"))?;
    page.tap(book.ui("nav.help"))?;
    let said = page.text_in(&page.region(book.ui("help.who"))?)?;
    ensure!(said.contains(book.ui("room.ontvangst")) || said.contains(book.ui("hours.now")), "no room: {said}");
    ensure!(!said.contains(book.ui("help.phone")), "who is there is told to call: {said}");
    let buttons = page.names(&["button"])?;
    ensure!(!buttons.iter().any(|name| name == book.ui("help.print")), "a kiosk prints: {buttons:?}");
    page.element(&["button"], book.ui("kiosk.done"))?;
    page.tap(book.ui("help.back"))?;
    page.wait_for("the help is closed", || Ok((page.focus_name()? == book.ui("nav.help")).then_some(())))
}

/// "Dit kunt u nog eens oefenen" named the steps, and one had to walk the whole flow again to get there.
fn once_more(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let shown = RefCell::new(None);
    walk.to_outcome(|place, step| {
        if shown.borrow().is_none() && step.screen().0["type"] == "login" {
            page.press(book.ui("hint.ask"))?;
            page.press(book.ui("hint.show"))?;
            // It comes letter by letter, the password last.
            let password = book.ui("login.password");
            page.wait_for("all is shown", || Ok((page.value(password)? == "Oefen-7dagen").then_some(())))?;
            *shown.borrow_mut() = Some(place.clone());
        }
        Ok(())
    })?;
    let end = walk.arrive(None)?;
    let Some(step) = shown.into_inner() else { fail!("no step was shown") };
    page.region(book.ui("result.title"))?;
    page.see(book.ui("result.alone"))?;
    page.press_in(book.ui("result.title"), &step.title)?;
    page.heading_has_focus(&step.heading)?;
    walk.answer(&book.step(&step.title)?)?;
    // The steps after it were done already.
    page.heading_has_focus(&end.heading)?;
    page.see(book.ui("result.all-good"))?;
    let names = page.names_in(&page.region(book.ui("result.title"))?, &["button"])?;
    ensure!(names.is_empty(), "still to be practised again: {names:?}");
    // The picture is decoration: what counts is that it came.
    let drawn = "const one = document.querySelector('stap-wijzer').shadowRoot.querySelector('img[src*=\"outcome\"]');
        return !!one && one.complete && one.naturalWidth > 0";
    page.wait_for("the picture of the moment", || Ok((page.run(drawn, json!([]))? == true).then_some(())))
}
