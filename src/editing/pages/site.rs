//! All the pages: every flow in each of its languages, a list of them for each language, and their style sheet.

use super::flow_page::flow_page;
use super::index_page::index_page;
use super::order::Order;
use super::page::Page;
use crate::content::problem::Problem;
use crate::content::ui::Ui;
use crate::editing::colours::palette;
use crate::editing::library::Library;
use crate::practice::persona::Persona;

/// The folder of the pages in the site.
pub const FOLDER: &str = "stappenplan";

const STYLE: &str = include_str!("stappenplan.css");

/// What the pages are made from.
pub struct Site<'a> {
    pub library: &'a Library,
    /// `YYYY-MM-DD`
    pub today: &'a str,
    /// The address where the site will be, ending with `/`: only with it do pages say their own address.
    pub base: Option<&'a str>,
}

/// A file of the site: its path from the top, and its text.
pub type File = (String, String);

impl Site<'_> {
    /// All files, and what is wrong with flows that have none.
    pub fn files(&self) -> (Vec<File>, Vec<Problem>) {
        let mut files = vec![(format!("{FOLDER}/stappenplan.css"), format!("{}\n{STYLE}", palette()))];
        let mut problems = Vec::new();
        let mut all: Vec<String> = self.library.words.keys().map(|(_, lang)| lang.clone()).collect();
        // Dutch first, then by the alphabet of the codes.
        all.sort_by_key(|lang| (lang != "nl", lang.clone()));
        all.dedup();
        for id in self.library.files.keys() {
            let langs = self.langs(id);
            for lang in &langs {
                match self.flow(id, lang, &langs) {
                    Ok(page) => files.push((format!("{FOLDER}/{lang}/{id}.html"), page)),
                    Err(found) => problems.extend(found),
                }
            }
        }
        for lang in &all {
            files.push((format!("{FOLDER}/{lang}/index.html"), index_page(self, &self.ui(lang), lang, &all)));
        }
        (files, problems)
    }

    fn flow(&self, id: &str, lang: &str, langs: &[String]) -> Result<String, Vec<Problem>> {
        let mut package = self.library.package(id, lang)?;
        let Some(persona) = Persona::by_id(&package.persona) else {
            let file = format!("flows/{id}/flow.json");
            return Err(vec![Problem::new(&file, "persona", &package.persona, "a persona of practice/persona.rs")]);
        };
        let ui = self.ui(lang);
        package.differs = ui.t("fact.local");
        let order = Order::of(&package.flow);
        let page = Page { site: self, package: &package, persona, ui, order };
        Ok(flow_page(&page, langs))
    }

    /// The languages of a flow that can be put together in one at all.
    pub fn langs(&self, id: &str) -> Vec<String> {
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
    fn ui(&self, lang: &str) -> Ui {
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
}

impl Page<'_> {
    /// The title of another flow in this language; `None` when it has no page.
    pub fn title_of(&self, id: &str) -> Option<String> {
        let lang = &self.package.words.lang;
        self.site.library.words.get(&(id.to_owned(), lang.clone())).map(|words| words.title.clone())
    }
}
