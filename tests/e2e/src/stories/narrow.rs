//! The practice desk on a narrow screen: one device in front at a time, and a sign where something new came in.

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, dist};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::server::Server;
use std::path::Path;

pub fn stories(folder: &Path) -> Vec<Story> {
    let folder = folder.to_path_buf();
    vec![dist("narrow: one device at a time".into(), &[Kind::Chromium, Kind::Firefox], move |browser, server| {
        one_at_a_time(browser, server, &Book::read(&folder, "digid-inloggen-sms", "nl")?)
    })]
}

fn one_at_a_time(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(320, 640)?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let place = walk.to_screen("sms-code")?;
    let (computer, phone) = (book.ui("desk.computer"), book.ui("desk.phone"));
    page.region(computer)?;
    ensure!(!page.names(&["region"])?.iter().any(|name| name == phone), "the phone stands beside the computer");
    let new = format!("{} {}", book.ui("desk.tab.phone"), book.ui("desk.new"));
    page.press(&new)?;
    let text = page.text_in(&page.region(phone)?)?;
    let code: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
    ensure!(!page.names(&["region"])?.iter().any(|name| name == computer), "the computer stands beside the phone");
    ensure!(!page.names(&["button"])?.contains(&new), "what was looked at is still new");
    page.press(book.ui("desk.tab.computer"))?;
    page.type_into(book.ui("sms.label"), &code)?;
    page.press_in(computer, book.ui("sms.submit"))?;
    page.hear(book.ui("verdict.right.next"))?;
    walk.go_on(&book.step(&place.title)?)?;
    walk.arrive(Some(&place)).map(drop)
}
