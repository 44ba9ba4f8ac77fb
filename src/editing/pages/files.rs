//! All the pages: every flow in each of its languages, a list of them for each language, and their style sheet.

use super::flow_page::flow_page;
use super::index_page::index_page;
use super::page::Page;
use super::site::{FOLDER, Site};
use crate::content::problem::Problem;
use crate::editing::colours::palette;

const STYLE: &str = include_str!("stappenplan.css");
const PAPER: &str = include_str!("stappenplan-print.css");

/// A file of the site: its path from the top, and its text.
pub type File = (String, String);

impl Site<'_> {
    /// All files, and what is wrong with flows that have none.
    pub fn files(&self) -> (Vec<File>, Vec<Problem>) {
        let mut files = vec![(format!("{FOLDER}/stappenplan.css"), format!("{}\n{STYLE}\n{PAPER}", palette()))];
        let mut problems = Vec::new();
        let of_all = self.library.words.keys().filter(|(id, _)| self.library.is_published(id));
        let mut all: Vec<String> = of_all.map(|(_, lang)| lang.clone()).collect();
        // Dutch first, then by the alphabet of the codes.
        all.sort_by_key(|lang| (lang != "nl", lang.clone()));
        all.dedup();
        for id in self.library.files.keys() {
            let langs = self.langs(id);
            for lang in &langs {
                match self.page(id, lang, &langs) {
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

    fn page(&self, id: &str, lang: &str, langs: &[String]) -> Result<String, Vec<Problem>> {
        let mut package = self.library.package(id, lang)?;
        package.differs = self.ui(lang).t("fact.local");
        Ok(flow_page(&Page::of(self, &package)?, langs))
    }
}
