//! What answers the search and fills the rooms, made from the index as it comes.

use super::app::App;
use crate::app::model::FIRST_LANG;
use crate::search::Finder;
use crate::search::index::IndexFile;
use crate::value::read;
use std::cell::RefCell;
use std::rc::Rc;

/// What answers, in the languages whose index is there; `None` until one is.
pub fn finder(app: App) -> Option<Rc<RefCell<Finder>>> {
    let known =
        app.finder.with_untracked(|finder| finder.clone()).and_then(|finder| finder.downcast::<RefCell<Finder>>().ok());
    if !app.model.with_untracked(|model| model.index.is_ready()) {
        return known;
    }
    let finder = known.unwrap_or_default();
    for (lang, parts) in app.model.update(|model| model.index.take()).unwrap_or_default() {
        // What does not fit reads as nothing: a flow that cannot be found is better than none that can.
        let parts: Vec<IndexFile> = parts.iter().map(|part| read(part).0).collect();
        finder.borrow_mut().add(&lang, parts);
    }
    app.finder.set(Some(finder.clone()));
    Some(finder)
}

/// Whether it can answer in a language, or in the one that every flow has.
pub fn knows(finder: &Finder, lang: &str) -> bool {
    finder.has(lang) || finder.has(FIRST_LANG)
}
