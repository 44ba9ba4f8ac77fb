//! Enter in a field, as every keyboard and every telephone offers it.

use super::book::Book;
use super::desk::on_card;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::{Key, Page};
use crate::server::Server;
use std::path::Path;

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[("enter: it sends, and the answer stays", ALL, answer_stays)];
    with_flow(folder, "digid-inloggen-sms", list)
}

/// Enter in a field.
fn enter_in(page: &Page, field: &str) -> Outcome {
    page.focus_on(&["textbox"], field)?;
    page.key(Key::Enter)
}

/// Enter sent what was typed; then the browser told of a line break, which counted as an edit: the coach's answer went away
/// before anybody could read it, and a text that Tab had selected was erased.
fn answer_stays(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let place = walk.to_screen("login")?;
    let (name, password) = (book.ui("login.username"), book.ui("login.password"));
    let (known, secret) = (on_card(&walk, name)?, on_card(&walk, password)?);
    let stands = |field: &str, wanted: &str| -> Outcome {
        let there = page.value(field)?;
        ensure!(there == wanted, "“{there}” stands in “{field}”, not “{wanted}”");
        Ok(())
    };
    page.type_into(name, &known)?;
    let (half, rest) = secret.split_at(secret.len() / 2);
    page.type_into(password, half)?;
    enter_in(&page, password)?;
    let almost = book.ui("mistake.short").replace("{n}", &rest.len().to_string());
    page.hear(&almost)?;
    stands(password, half)?;
    page.focus_on(&["textbox"], name)?;
    page.chord(Key::Control, 'a')?;
    page.key(Key::Enter)?;
    page.hear(&almost)?;
    stands(name, &known)?;
    page.type_into(password, rest)?;
    enter_in(&page, password)?;
    page.hear(book.ui("verdict.right.next"))?;
    stands(password, &secret)?;
    walk.go_on(&book.step(&place.title)?)?;
    walk.arrive(Some(&place)).map(drop)
}
