//! A flow to begin with: it passes the check, and its texts say what to write in their place.

use serde_json::Value;

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

/// `afval-ophalen` as `Afval ophalen`.
fn title(id: &str) -> String {
    let mut words = id.replace('-', " ");
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    words
}

/// The catalogue with the new flow as its last one, under the heading of the one before. What stands there stays as it is
/// written.
///
/// # Errors
/// In words, when the catalogue is none, or has the flow already.
pub fn in_catalogue(text: &str, id: &str) -> Result<String, String> {
    let flows = |text: &str| -> Option<Vec<Value>> {
        serde_json::from_str::<Value>(text).ok()?.get("flows")?.as_array().cloned()
    };
    let odd = || "catalogue.json is not as we know it; add the flow by hand".to_owned();
    let before = flows(text).ok_or_else(odd)?;
    if before.iter().any(|flow| flow["id"] == id) {
        return Err(format!("catalogue.json has {id} already"));
    }
    let (head, end) = text.rsplit_once(']').ok_or_else(odd)?;
    let head = head.trim_end();
    // As far to the right as the entry before it.
    let indent = match head.lines().next_back() {
        Some(line) if !before.is_empty() => " ".repeat(line.len() - line.trim_start().len()),
        _ => " ".repeat(4),
    };
    let comma = if before.is_empty() { "" } else { "," };
    let group = before.last().and_then(|flow| flow["group"].as_str());
    let entry = entry(id, group).lines().map(|line| format!("{indent}{line}\n")).collect::<String>();
    let outer = " ".repeat(indent.len().saturating_sub(2));
    let new = format!("{head}{comma}\n{entry}{outer}]{end}");
    let after = flows(&new).ok_or_else(odd)?;
    if after.len() == before.len() + 1 && after.starts_with(&before) { Ok(new) } else { Err(odd()) }
}

fn entry(id: &str, group: Option<&str>) -> String {
    let text = |file: &str, field: &str| {
        let words: Value = files(id)
            .find(|(name, _)| *name == file)
            .and_then(|(_, text)| serde_json::from_str(&text).ok())
            .unwrap_or_default();
        words[field].to_string()
    };
    let group = group.map_or(String::new(), |group| format!("  \"group\": {},\n", Value::from(group)));
    let both = |field: &str| {
        let (nl, en) = (text("nl.json", field), text("en.json", field));
        format!("  \"{field}\": {{\n    \"nl\": {nl},\n    \"en\": {en}\n  }}")
    };
    let (icon, minutes) = (text("flow.json", "icon"), text("flow.json", "minutes"));
    format!(
        "{{\n  \"id\": \"{id}\",\n  \"icon\": {icon},\n  \"minutes\": {minutes},\n{group}{},\n{}\n}}",
        both("title"),
        both("summary")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_keeps_its_layout() {
        let one =
            "{\n  \"format\": 1,\n  \"flows\": [\n    { \"id\": \"a\", \"group\": \"digid\", \"title\": {} }\n  ]\n}\n";
        let new = in_catalogue(one, "b-c").unwrap();
        let expected = one.replace("{} }\n  ]", "{} },\n    {\n      \"id\": \"b-c\",\n      \"icon\": \"document\",\n      \"minutes\": 10,\n      \"group\": \"digid\",\n      \
             \"title\": {\n        \"nl\": \"B c\",\n        \"en\": \"B c\"\n      },\n      \
             \"summary\": {\n        \"nl\": \"Schrijf hier in één zin wat iemand leert.\",\n        \
             \"en\": \"Write here in one sentence what somebody learns.\"\n      }\n    }\n  ]");
        assert_eq!(new, expected);
        assert_eq!(in_catalogue(&new, "b-c").unwrap_err(), "catalogue.json has b-c already");
        assert!(
            in_catalogue("{\"format\":1,\"flows\":[]}", "b").unwrap().starts_with("{\"format\":1,\"flows\":[\n    {\n")
        );
        for odd in ["", "[]", "{}", "{\"flows\":[],\"more\":[]}", "{\"flows\":{}}"] {
            assert!(in_catalogue(odd, "b").is_err(), "{odd}");
        }
    }
}
