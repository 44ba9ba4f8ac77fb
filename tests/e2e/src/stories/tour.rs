//! A tour of the screens that everybody meets, each looked at.

use super::book::Book;
use super::hand::Hand;
use super::walk::{Walk, choose};
use crate::failure::Outcome;
use crate::page::Page;

/// Looks at a place, by its name.
pub type Look<'l> = &'l mut dyn FnMut(&str) -> Outcome;

/// The start, the welcome of a flow and its first step, in *oefenen*, which is answered. The walk goes on from there.
pub fn first<'w>(page: &'w Page<'w>, book: &'w Book, look: Look) -> Outcome<Walk<'w>> {
    page.heading(book.ui("start.title"))?;
    page.region(book.ui("find.title"))?;
    look("start")?;
    choose(page, book, Hand::Mouse)?;
    page.heading_has_focus(book.title())?;
    look("welcome")?;
    page.press(book.ui("mode.practise"))?;
    let walk = Walk::new(page, book, Hand::Mouse);
    let first = walk.arrive(None)?;
    look("a step")?;
    walk.answer(&book.step(&first.title)?)?;
    Ok(walk)
}

/// What lies over a page: the settings, and help.
pub fn over(page: &Page, book: &Book, look: Look) -> Outcome {
    page.press(book.ui("settings.title"))?;
    look("the settings")?;
    page.press(book.ui("nav.help"))?;
    page.region(book.ui("help.title"))?;
    look("help")
}
