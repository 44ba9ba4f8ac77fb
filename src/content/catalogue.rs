//! `public/flows/catalogue.json`: which flows there are, with what the start screen says about each.

use crate::map::Map;
use crate::record;

record! {
    /// The flows on offer, in the order in which the start screen shows them.
    pub struct Catalogue {
        pub format: u32 = "format",
        pub flows: Vec<Entry> = "flows",
    }
}

record! {
    /// One flow on offer.
    pub struct Entry {
        pub id: String = "id",
        pub icon: String = "icon",
        pub minutes: u32 = "minutes",
        /// Under which heading it stands: the words are `start.group.<group>` of the interface. Those of a group stand together.
        pub group: Option<String> = "group",
        /// By language.
        pub title: Map<String> = "title",
        pub summary: Map<String> = "summary",
        /// The few words by which the start shows it among what is chosen often; none for all other flows. By language.
        pub often: Map<String> = "often",
    }
}

/// The text in that language, else in Dutch.
pub fn in_lang<'a>(texts: &'a Map<String>, lang: &str) -> &'a str {
    texts.get(lang).or_else(|| texts.get("nl")).map_or("", String::as_str)
}
