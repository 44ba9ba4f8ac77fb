//! A flow to begin with: it passes the check, and its texts say what to write in their place.

/// The files of a new flow; `ID` and `TITLE` stand for what the flow is called.
const FILES: [(&str, &str); 4] = [
    ("flow.json", include_str!("scaffold/flow.json")),
    ("nl.json", include_str!("scaffold/nl.json")),
    ("en.json", include_str!("scaffold/en.json")),
    ("find.json", include_str!("scaffold/find.json")),
];

/// The files of a new flow with their texts.
pub fn files(id: &str) -> impl Iterator<Item = (&'static str, String)> + '_ {
    FILES
        .iter()
        .map(move |(name, text)| (*name, text.replace("\"ID\"", &format!("\"{id}\"")).replace("TITLE", &title(id))))
}

/// Whether a text of the template says what to write in its place. (Others, “Wat hebt u nodig?”, may well stay.)
pub fn is_instruction(text: &str) -> bool {
    let small = text.to_lowercase();
    small.contains("schrijf hier") || (small.contains("write ") && small.contains("here")) || small.contains(": ")
}

/// `afval-ophalen` as `Afval ophalen`.
fn title(id: &str) -> String {
    let mut words = id.replace('-', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}
