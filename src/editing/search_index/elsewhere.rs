//! What residents ask for and no flow answers: so that the search can say so, in place of the least bad flow.

use super::build::needs;
use crate::editing::library::Library;
use crate::editing::upl;
use crate::search::stem::Stem;
use crate::search::stop_words::is_stop_word;
use crate::search::words::words;
use std::collections::BTreeSet;

/// Products with longer names are for companies and rare cases, and would make every key of the search slower.
const MOST_WORDS: usize = 2;

/// The phrases, as stems: our own list, and in Dutch the national products that no flow is about. What a flow of these ids says too
/// is left out.
pub fn phrases(library: &Library, lang: &str, ids: &[&str], stem: &Stem) -> Vec<Vec<String>> {
    let stems = |text: &str| -> Vec<String> {
        words(text).iter().filter(|word| word.chars().count() > 1).map(|word| stem.stem(word)).collect()
    };
    let telling = |text: &str| -> BTreeSet<String> {
        words(text)
            .iter()
            .filter(|word| !is_stop_word(word) && word.chars().count() > 1)
            .map(|word| stem.stem(word))
            .collect()
    };
    let said: BTreeSet<BTreeSet<String>> =
        ids.iter().flat_map(|id| needs(library, id, lang)).map(|need| telling(&need)).collect();
    let known: BTreeSet<&String> = said.iter().flatten().collect();
    let list = match lang {
        "nl" => include_str!("../../../data/elsewhere-nl.txt"),
        "en" => include_str!("../../../data/elsewhere-en.txt"),
        _ => "",
    };
    let own = list.lines().filter(|line| !line.starts_with('#'));
    let is_ours = |name: &str| library.finds.values().any(|find| find.upl.iter().any(|product| product == name));
    // Of a product only the words count by which nobody asks for a flow of ours: the others would take questions away from it.
    let products = upl::products()
        .map(|(name, _)| name)
        .filter(|name| lang == "nl" && !is_ours(name) && words(name).len() <= MOST_WORDS)
        .map(|name| {
            let stems = stems(name).into_iter().filter(|stem| !known.contains(stem));
            stems.filter(|stem| !is_stop_word(stem)).collect::<Vec<_>>()
        });
    let own = own.filter(|phrase| !said.contains(&telling(phrase))).map(stems);
    own.chain(products).filter(|phrase| !phrase.is_empty()).collect()
}
