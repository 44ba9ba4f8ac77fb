//! `public/find/<lang>.json`: what can be found in one language, made by `stapwijzer index`. A part of it, when there are many flows.

use crate::record;

record! {
    /// The flows of one part with the words that lead to them.
    pub struct IndexFile {
        pub format: u32 = "format",
        /// BCP 47.
        pub lang: String = "lang",
        /// The name of the next part: no file of content is larger than 256 kB.
        pub next: Option<String> = "next",
        pub flows: Vec<Found> = "flows",
        /// `stem flow:weight flow:weight`: the flow as its place in `flows`, the weight up to [`HEAVIEST`].
        pub terms: Vec<String> = "terms",
        /// Groups of stems that are synonyms, a group a line.
        pub synonyms: Vec<String> = "synonyms",
        /// Words as people write them, each with the place of its stem in `terms`: those that the stem does not begin with.
        pub forms: Vec<String> = "forms",
        /// Phrases for what no flow answers, as in `needs`. Their words may be `terms` that lead nowhere.
        pub elsewhere: String = "elsewhere",
    }
}

record! {
    /// What a list says about a flow, and how people ask for it.
    pub struct Found {
        pub id: String = "id",
        pub icon: String = "icon",
        pub minutes: u32 = "minutes",
        pub title: String = "title",
        pub summary: String = "summary",
        /// The rooms of the house where it belongs, by their names.
        pub rooms: Vec<String> = "rooms",
        /// The need phrases: for each its terms with dots between them, as places in `terms`.
        pub needs: String = "needs",
    }
}

/// The weight of a word that is in the title, in a need phrase and in the national name alike.
pub const HEAVIEST: u8 = 100;

/// The name of the index of all languages that have need phrases and no words of their own: who speaks one of them finds the flow in Dutch.
pub const OTHER: &str = "other";

/// No index has more parts.
pub const MOST_PARTS: usize = 40;

/// A line of `terms` as its stem and its flows with their weights; a pair that is none is left out.
pub fn term(line: &str) -> (&str, impl Iterator<Item = (u16, u8)> + '_) {
    let mut parts = line.split(' ');
    let stem = parts.next().unwrap_or_default();
    let postings = parts.filter_map(|pair| {
        let (flow, weight) = pair.split_once(':')?;
        Some((flow.parse().ok()?, weight.parse().ok()?))
    });
    (stem, postings)
}

/// A line of `forms`: the word as it is written, and the place of its stem; nothing when it is none.
pub fn form(line: &str) -> Option<(&str, u32)> {
    let (word, place) = line.split_once(' ')?;
    Some((word, place.parse().ok()?))
}

/// The need phrases of a flow, or those of `elsewhere`.
pub fn phrases(needs: &str) -> impl Iterator<Item = Vec<u32>> + '_ {
    needs.split(' ').map(|phrase| phrase.split('.').filter_map(|term| term.parse().ok()).collect())
}
