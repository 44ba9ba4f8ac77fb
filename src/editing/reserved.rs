//! Names that no flow can have, because something else has them.

use crate::app::model::EXERCISES;
use crate::municipality::house::HOUSE;

/// The page that lists all flows, among the pages of the flows: `stappenplan/nl/index.html`.
pub const INDEX: &str = "index";

/// Each name, with what has it.
const NAMES: [(&str, &str); 3] = [
    (HOUSE, "“huis” is the name of the house: an address with it opens that"),
    (EXERCISES, "“oefeningen” is the list of all exercises: an address with it opens that"),
    (INDEX, "“index” is the name of the page that lists all flows"),
];

/// Why a flow cannot have this id; `None` when nothing else has it.
pub fn taken(id: &str) -> Option<&'static str> {
    NAMES.iter().find(|(name, _)| *name == id).map(|(_, why)| *why)
}

#[cfg(test)]
mod tests {
    use super::taken;

    #[track_caller]
    fn check(id: &str, part: &str) {
        let why = taken(id).unwrap_or_default();
        assert!(if part.is_empty() { why.is_empty() } else { why.contains(part) }, "{id}: {why}");
    }

    #[test]
    fn what_has_another_meaning_is_no_name_of_a_flow() {
        check("huis", "opens that");
        check("oefeningen", "opens that");
        check("index", "lists all flows");
        check("huishoudhulp", "");
        check("", "");
    }
}
