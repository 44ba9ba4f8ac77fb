//! The figures of the whole country, put into each flow that names them: a visitor asks for no file more. They stand once in the
//! sources, in `facts/national.json`.

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// Where they stand, below `public/`.
pub const NATIONAL: &str = "facts/national.json";

/// A `flow.json` with the figures in the places where it names them; `None` when it names none.
pub fn put_in(flow: &str, national: &Value) -> Result<Option<String>> {
    // What cannot be read is told by the check, and by the program.
    let Ok(mut flow) = serde_json::from_str::<Value>(flow) else { return Ok(None) };
    let Some(facts) = flow.get_mut("facts").and_then(Value::as_object_mut) else { return Ok(None) };
    if !facts.values().any(Value::is_string) {
        return Ok(None);
    }
    for (id, figure) in facts {
        if let Some(name) = figure.as_str() {
            let Some(found) = national["facts"].get(name) else {
                bail!("facts.{id}: “{name}” is no figure of {NATIONAL}");
            };
            *figure = found.clone();
        }
    }
    serde_json::to_string(&flow).context("the flow cannot be written").map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn figures_come_in_the_places_where_a_flow_names_them() {
        let national = json!({ "facts": { "helpdesk": { "value": "088" }, "other": { "value": "1" } } });
        let flow = r#"{ "id": "a", "facts": { "desk": "helpdesk", "own": { "value": "5" } } }"#;
        let whole: Value = serde_json::from_str(&put_in(flow, &national).unwrap().unwrap()).unwrap();
        assert_eq!(whole, json!({ "id": "a", "facts": { "desk": { "value": "088" }, "own": { "value": "5" } } }));
        assert_eq!(put_in(r#"{ "facts": { "own": {} } }"#, &national).unwrap(), None);
        assert_eq!(put_in("{}", &national).unwrap(), None);
        let unknown = put_in(r#"{ "facts": { "desk": "typo" } }"#, &national).unwrap_err().to_string();
        assert!(unknown.contains("facts.desk") && unknown.contains("typo"), "{unknown}");
    }
}
