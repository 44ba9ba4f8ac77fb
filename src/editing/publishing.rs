//! From a draft to a flow on offer: its entry in the catalogue, and the word in its own file.

use super::library::Library;
use serde_json::{Value, json};

/// The entry of a flow in the catalogue, as its files say it; under the heading of the last flow when no group is named.
pub fn entry(library: &Library, id: &str, group: Option<&str>) -> Value {
    let (file, last) = (library.files.get(id), library.catalogue.flows.last());
    let group = group.or(last.and_then(|entry| entry.group.as_deref()));
    let in_all = |text: fn(&crate::content::words::Words) -> &String| {
        // Dutch first, as everywhere in the catalogue.
        let mut langs = library.langs(id);
        langs.sort_by_key(|lang| *lang != "nl");
        let texts = langs.into_iter().map(|lang| (lang, &library.words[&(id.to_owned(), lang.to_owned())]));
        texts.map(|(lang, words)| (lang.to_owned(), json!(text(words)))).collect::<Vec<_>>()
    };
    json!({
        "id": id,
        "icon": file.map(|file| &file.icon),
        "minutes": file.map(|file| file.minutes),
        "group": group,
        "title": in_all(|words| &words.title),
        "summary": in_all(|words| &words.summary),
    })
}

/// The catalogue with a new flow as its last one. What stands there stays as it is written.
///
/// # Errors
/// In words, when the catalogue is none, or has the flow already.
pub fn in_catalogue(text: &str, entry: &Value) -> Result<String, String> {
    let flows = |text: &str| -> Option<Vec<Value>> {
        serde_json::from_str::<Value>(text).ok()?.get("flows")?.as_array().cloned()
    };
    let odd = || "catalogue.json is not as we know it; add the flow by hand".to_owned();
    let before = flows(text).ok_or_else(odd)?;
    if before.iter().any(|flow| flow["id"] == entry["id"]) {
        return Err(format!("catalogue.json has {} already", entry["id"].as_str().unwrap_or_default()));
    }
    let (head, end) = text.rsplit_once(']').ok_or_else(odd)?;
    let head = head.trim_end();
    // As far to the right as the entry before it.
    let indent = match head.lines().next_back() {
        Some(line) if !before.is_empty() => " ".repeat(line.len() - line.trim_start().len()),
        _ => " ".repeat(4),
    };
    let comma = if before.is_empty() { "" } else { "," };
    let entry = written(entry).lines().map(|line| format!("{indent}{line}\n")).collect::<String>();
    let outer = " ".repeat(indent.len().saturating_sub(2));
    let new = format!("{head}{comma}\n{entry}{outer}]{end}");
    let after = flows(&new).ok_or_else(odd)?;
    if after.len() == before.len() + 1 && after.starts_with(&before) { Ok(new) } else { Err(odd()) }
}

/// An entry with its fields in the order of all others.
fn written(entry: &Value) -> String {
    let mut lines = Vec::new();
    for name in ["id", "icon", "minutes", "group"] {
        if !entry[name].is_null() {
            lines.push(format!("  \"{name}\": {}", entry[name]));
        }
    }
    for name in ["title", "summary"] {
        let texts = entry[name].as_array().into_iter().flatten();
        let texts: Vec<String> = texts.map(|pair| format!("    {}: {}", pair[0], pair[1])).collect();
        lines.push(format!("  \"{name}\": {{\n{}\n  }}", texts.join(",\n")));
    }
    format!("{{\n{}\n}}", lines.join(",\n"))
}

/// A `flow.json` that says that it is published. What stands there stays as it is written.
///
/// # Errors
/// In words, when the file is not as we know it.
pub fn published(text: &str) -> Result<String, String> {
    let odd = || "flow.json is not as we know it; write \"published\": true into it by hand".to_owned();
    let flow = |text: &str| serde_json::from_str::<Value>(text).ok();
    let mut expected = flow(text).ok_or_else(odd)?;
    expected["published"] = json!(true);
    let new = if text.contains("\"published\": false") {
        text.replacen("\"published\": false", "\"published\": true", 1)
    } else {
        let (before, after) = text.split_once("\"minutes\"").ok_or_else(odd)?;
        let indent = before.rsplit('\n').next().unwrap_or_default();
        format!("{before}\"published\": true,\n{indent}\"minutes\"{after}")
    };
    if flow(&new) == Some(expected) { Ok(new) } else { Err(odd()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_keeps_its_layout() {
        let one =
            "{\n  \"format\": 1,\n  \"flows\": [\n    { \"id\": \"a\", \"group\": \"digid\", \"title\": {} }\n  ]\n}\n";
        let entry = json!({
            "id": "b-c", "icon": "document", "minutes": 10, "group": "digid",
            "title": [["nl", "B c"], ["en", "B c"]], "summary": [["nl", "X"], ["en", "Y"]],
        });
        let new = in_catalogue(one, &entry).unwrap();
        let expected = one.replace("{} }\n  ]", "{} },\n    {\n      \"id\": \"b-c\",\n      \"icon\": \"document\",\n      \"minutes\": 10,\n      \"group\": \"digid\",\n      \
             \"title\": {\n        \"nl\": \"B c\",\n        \"en\": \"B c\"\n      },\n      \
             \"summary\": {\n        \"nl\": \"X\",\n        \"en\": \"Y\"\n      }\n    }\n  ]");
        assert_eq!(new, expected);
        assert_eq!(in_catalogue(&new, &entry).unwrap_err(), "catalogue.json has b-c already");
        let first = in_catalogue("{\"format\":1,\"flows\":[]}", &entry).unwrap();
        assert!(first.starts_with("{\"format\":1,\"flows\":[\n    {\n"));
        for odd in ["", "[]", "{}", "{\"flows\":[],\"more\":[]}", "{\"flows\":{}}"] {
            assert!(in_catalogue(odd, &entry).is_err(), "{odd}");
        }
    }

    #[test]
    fn a_flow_says_that_it_is_published_and_keeps_its_layout() {
        #[track_caller]
        fn check(text: &str, expected: Option<&str>) {
            assert_eq!(published(text).ok().as_deref(), expected);
        }
        check("{\n  \"minutes\": 5\n}\n", Some("{\n  \"published\": true,\n  \"minutes\": 5\n}\n"));
        check("{ \"published\": false }", Some("{ \"published\": true }"));
        check("{ \"steps\": [] }", None);
        check("", None);
        check("{ \"x\": { \"minutes\": 1 } }", None);
    }
}
