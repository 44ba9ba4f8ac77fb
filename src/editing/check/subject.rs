//! What the checks of words look at: one words file, with its texts in hand.

use crate::content::file::{FlowFile, SITE};
use crate::content::inline::{self, Lookup};
use crate::content::words::Words;
use crate::editing::texts::{Text, texts};
use crate::practice::persona::Persona;

/// One language of one flow.
pub(super) struct Subject<'a> {
    pub file: &'a FlowFile,
    pub words: &'a Words,
    pub persona: Option<&'static Persona>,
    pub texts: Vec<Text>,
}

impl<'a> Subject<'a> {
    /// Words with the flow that they belong to, before its includes are expanded.
    pub fn new(file: &'a FlowFile, words: &'a Words) -> Subject<'a> {
        Subject { file, words, persona: Persona::by_id(&file.persona), texts: texts(words) }
    }

    /// The file that is looked at.
    pub fn name(&self) -> String {
        format!("flows/{}/{}.json", self.words.flow, self.words.lang)
    }

    /// A text as it is read: without marks.
    pub fn read(&self, text: &Text) -> String {
        inline::fill(&text.text, self)
    }
}

/// What the marks of a text refer to, before includes are expanded.
impl Lookup for Subject<'_> {
    fn term(&self, word: &str) -> Option<String> {
        self.words.terms.get(word).cloned()
    }

    fn persona(&self, key: &str) -> Option<String> {
        if key == "site" { Some(SITE.to_owned()) } else { self.persona?.get(key).map(str::to_owned) }
    }

    fn fact(&self, id: &str) -> Option<(String, bool)> {
        if let Some(figure) = self.file.facts.get(id) {
            // The last one written, so that a sentence is measured as it will stand.
            return Some((figure.periods().pop()?.value, true));
        }
        self.file.local.iter().any(|local| local == id).then(|| ("1".to_owned(), true))
    }
}
