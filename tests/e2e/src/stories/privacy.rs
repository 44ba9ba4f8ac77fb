//! What is kept, and what never is: a reload brings back the step, and nothing that was typed is anywhere.

use super::book::Book;
use super::desk::on_card;
use super::hand::Hand;
use super::walk::{Place, Walk};
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use std::path::Path;

const FLOW: &str = "digid-inloggen-sms";

/// Nine digits that pass the proof of a real number, and belong to no persona.
const REAL_LOOKING: &str = "111222333";

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("privacy: a reload brings back the step", ALL, reload),
        ("privacy: nothing typed is kept or told", ALL, typed),
        ("privacy: a real-looking number is stopped", ALL, real_looking),
        ("privacy: a megabyte is refused", ALL, megabyte),
    ];
    with_flow(folder, FLOW, list)
}

/// Walks to the screen of the practice desk where one logs in.
fn to_login<'w>(walk: &'w Walk<'w>) -> Outcome<Place> {
    walk.begin("mode.practise")?;
    walk.to_screen("login")
}

fn start<'p>(page: &'p Page<'p>, book: &'p Book) -> Walk<'p> {
    Walk::new(page, book, Hand::Mouse)
}

fn reload(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = start(&page, book);
    let place = to_login(&walk)?;
    browser.session().post("refresh", &serde_json::json!({}))?;
    page.heading(&place.heading)?;
    page.press(book.ui("nav.back"))?;
    let before = walk.arrive(Some(&place))?;
    ensure!(before.number + 1 == place.number, "back from “{}” is “{}”", place.heading, before.heading);
    Ok(())
}

fn typed(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.listen()?;
    let walk = start(&page, book);
    let place = to_login(&walk)?;
    let secrets = [on_card(&walk, book.ui("login.username"))?, on_card(&walk, book.ui("login.password"))?];
    let told = |when: &str| -> Outcome {
        let events = serde_json::to_string(&page.events()?)?;
        for (where_, text) in
            [("storage", page.storage()?), ("events", events), ("requests", server.requests().join(" "))]
        {
            for secret in &secrets {
                ensure!(!text.contains(secret.as_str()), "{when}, “{secret}” is in {where_}: {text}");
            }
        }
        Ok(())
    };
    page.type_into(book.ui("login.username"), &secrets[0])?;
    page.type_into(book.ui("login.password"), &secrets[1])?;
    assert_eq!(page.value(book.ui("login.username"))?, secrets[0]);
    told("while it is typed")?;
    page.press(book.ui("nav.back"))?;
    let before = walk.arrive(Some(&place))?;
    told("after going back")?;
    walk.answer(&book.step(&before.title)?)?;
    walk.arrive(Some(&before))?;
    assert_eq!(page.value(book.ui("login.username"))?, "", "what was typed is back");
    told("after coming back")
}

fn real_looking(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = start(&page, book);
    to_login(&walk)?;
    page.paste_into(book.ui("login.username"), REAL_LOOKING)?;
    page.see(book.ui("stop.title"))?;
    page.press(book.ui("stop.button"))?;
    page.wait_for("an empty field", || Ok(page.value(book.ui("login.username"))?.is_empty().then_some(())))?;
    ensure!(!page.storage()?.contains(REAL_LOOKING), "the number is kept");
    // Typed, it does not come in either, and the guard counts what it refused.
    page.type_into(book.ui("login.username"), REAL_LOOKING)?;
    page.see(book.ui("stop.title"))?;
    page.press(book.ui("stop.button"))?;
    page.wait_for("an empty field", || Ok(page.value(book.ui("login.username"))?.is_empty().then_some(())))?;
    ensure!(!page.storage()?.contains(REAL_LOOKING), "the number is kept");
    Ok(())
}

fn megabyte(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = start(&page, book);
    let place = to_login(&walk)?;
    page.paste_into(book.ui("login.username"), &"geheim ".repeat(150_000))?;
    let left = page.value(book.ui("login.username"))?;
    ensure!(left.chars().count() <= 2, "{} characters came in", left.chars().count());
    page.clear(book.ui("login.username"))?;
    walk.answer(&book.step(&place.title)?)?;
    walk.arrive(Some(&place)).map(drop)
}
