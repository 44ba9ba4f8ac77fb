//! What the pages are made from: which flows have one, and how to lead from one to another. (All files together: `files.rs`.)

use crate::content::ui::Ui;
use crate::editing::library::Library;

/// The folder of the pages in the site.
pub const FOLDER: &str = "stappenplan";

/// What the pages are made from.
pub struct Site<'a> {
    pub library: &'a Library,
    /// `YYYY-MM-DD`
    pub today: &'a str,
    /// The address where the site will be, ending with `/`: only with it do pages say their own address.
    pub base: Option<&'a str>,
}

impl Site<'_> {
    /// The languages of a flow on offer that can be put together in one at all.
    pub fn langs(&self, id: &str) -> Vec<String> {
        if !self.library.is_published(id) {
            return vec![];
        }
        let langs = self.library.langs(id).into_iter().filter(|lang| self.library.package(id, lang).is_ok());
        let mut langs: Vec<String> = langs.map(str::to_owned).collect();
        langs.sort_by_key(|lang| lang != "nl");
        langs
    }

    /// Whether the flow has a page to lead to.
    pub fn has(&self, id: &str) -> bool {
        !self.langs(id).is_empty()
    }

    /// The words of the frame in a language, in Dutch where there are none.
    pub fn ui(&self, lang: &str) -> Ui {
        let words = self.library.ui.get(lang).or_else(|| self.library.ui.get("nl")).cloned().unwrap_or_default();
        Ui { lang: lang.to_owned(), words }
    }

    /// The address of a page: from the top when it is known, else from another page.
    pub fn link(&self, lang: &str, file: &str) -> String {
        match self.base {
            Some(base) => format!("{base}{FOLDER}/{lang}/{file}"),
            None => format!("../{lang}/{file}"),
        }
    }

    /// The title of a flow in a language; `None` when it has no page to lead to.
    pub fn title_of(&self, id: &str, lang: &str) -> Option<String> {
        self.library
            .words
            .get(&(id.to_owned(), lang.to_owned()))
            .filter(|_| self.has(id))
            .map(|words| words.title.clone())
    }
}
