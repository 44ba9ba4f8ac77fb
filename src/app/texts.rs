//! What the marks in a flow's texts refer to, for one package on one day.

use crate::content::inline::{self, Inline, Lookup};
use crate::content::package::Package;
use crate::practice::persona::Persona;

/// The lookup for a package.
pub struct Texts<'a> {
    pub package: &'a Package,
    pub persona: &'a Persona,
    /// `YYYY-MM-DD`
    pub today: &'a str,
}

impl Texts<'_> {
    pub fn rich(&self, text: &str) -> Vec<Inline> {
        inline::parse(text, self)
    }

    pub fn rich_all(&self, texts: &[String]) -> Vec<Vec<Inline>> {
        texts.iter().map(|text| self.rich(text)).collect()
    }

    pub fn plain(&self, text: &str) -> String {
        inline::fill(text, self)
    }
}

impl Lookup for Texts<'_> {
    fn term(&self, word: &str) -> Option<String> {
        self.package.words.terms.get(word).cloned()
    }

    fn persona(&self, key: &str) -> Option<String> {
        if key == "site" {
            return Some(self.package.site.clone());
        }
        self.persona.get(key).map(str::to_owned)
    }

    fn fact(&self, id: &str) -> Option<(String, bool)> {
        match self.package.facts.get(id) {
            Some(figure) => Some(figure.shown(&self.package.words.lang, self.today)),
            // Each municipality sets it itself, and this one has not said.
            None => self.package.local.iter().any(|known| known == id).then(|| (self.package.differs.clone(), true)),
        }
    }
}
