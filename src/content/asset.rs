//! The files that the program asks for.

/// A file of content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asset {
    /// The interface words of a language.
    Ui(String),
    Catalogue,
    /// A flow's structure.
    Flow(String),
    /// A flow's words in a language.
    Words(String, String),
    /// What one municipality lays over the flows.
    Municipality(String),
    /// A part of what the search looks in: the language, and the number of the part from 0.
    Index(String, usize),
}

impl Asset {
    /// Where it stands, under the base address.
    pub fn path(&self) -> String {
        match self {
            Asset::Ui(lang) => ["ui/", lang, ".json"].concat(),
            Asset::Catalogue => "flows/catalogue.json".to_owned(),
            Asset::Flow(id) => ["flows/", id, "/flow.json"].concat(),
            Asset::Words(id, lang) => ["flows/", id, "/", lang, ".json"].concat(),
            Asset::Municipality(id) => ["municipalities/", id, ".json"].concat(),
            Asset::Index(lang, 0) => ["find/", lang, ".json"].concat(),
            Asset::Index(lang, part) => ["find/", lang, "-", &(part + 1).to_string(), ".json"].concat(),
        }
    }
}
