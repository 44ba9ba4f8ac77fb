//! What a municipality lays over the national flows: its own figures and corrected wording. An update never overwrites it, and a mistake
//! in it costs only the part where it stands.

use crate::content::figure::Figure;
use crate::content::words::StepWords;
use crate::map::Map;
use crate::value::{FromValue, Value, read};

/// Takes in what is wrong: the place below the municipality's part for this flow, what was found, what was expected.
pub type OnMisfit<'a> = &'a mut dyn FnMut(String, &str, &str);

/// Lays the figures over a `flow.json`. `local` is the municipality's part for this flow.
pub fn facts(flow: &mut Value, local: &Value, say: OnMisfit) {
    let (Some(Value::Map(own)), Value::Map(flow)) = (local.at("facts"), flow) else { return };
    let Some(Value::Map(known)) = flow.get_or_add("facts", Value::Map(Map::default())) else { return };
    for (id, fact) in own.iter() {
        if fits::<Figure>(fact, &["facts.", id].concat(), say) {
            known.insert(id.to_owned(), fact.clone());
        }
    }
}

/// Lays corrected wording over the words of a flow in a language.
pub fn words(words: &mut Value, local: &Value, lang: &str, say: OnMisfit) {
    let own = local.at("words").and_then(|words| words.at(lang)).and_then(|words| words.at("steps"));
    let (Some(Value::Map(own)), Value::Map(words)) = (own, words) else { return };
    let Some(Value::Map(steps)) = words.get_mut("steps") else { return };
    for (id, patch) in own.iter() {
        let place = ["words.", lang, ".steps.", id].concat();
        match steps.get_mut(id) {
            None => say(place, id, "a step of this flow"),
            Some(step) => {
                let mut new = step.clone();
                merge(&mut new, patch);
                if fits::<StepWords>(&new, &place, say) {
                    *step = new;
                }
            }
        }
    }
}

/// Puts a patch over a value: objects grow together, anything else is replaced.
fn merge(value: &mut Value, patch: &Value) {
    match (value, patch) {
        (Value::Map(map), Value::Map(patch)) => {
            for (name, new) in patch.iter() {
                match map.get_mut(name) {
                    Some(old) => merge(old, new),
                    None => map.insert(name.to_owned(), new.clone()),
                }
            }
        }
        (value, patch) => *value = patch.clone(),
    }
}

/// Whether a value can be read as this; what does not fit is said.
fn fits<T: FromValue>(value: &Value, place: &str, say: OnMisfit) -> bool {
    let (_, misfits) = read::<T>(value);
    for misfit in &misfits {
        say([place, ".", &misfit.path].concat(), &misfit.found, misfit.expected);
    }
    misfits.iter().all(|misfit| misfit.unknown)
}

#[cfg(all(test, feature = "check"))]
#[expect(clippy::unwrap_used, reason = "clippy.toml knows a test by a plain `cfg(test)`")]
mod tests {
    use super::*;

    fn value(json: &str) -> Value {
        serde_json::from_str(json).unwrap()
    }

    /// Lays `local` over `before` both ways, and expects this, with so many mistakes at these places.
    #[track_caller]
    fn check(before: &str, local: &str, after: &str, places: &[&str]) {
        let (mut laid, local, mut said) = (value(before), value(local), Vec::new());
        let say: OnMisfit = &mut |place, _, _| said.push(place);
        facts(&mut laid, &local, say);
        words(&mut laid, &local, "nl", say);
        assert_eq!(laid, value(after));
        assert_eq!(said, places);
    }

    #[test]
    fn figures_and_wording_are_laid_over_and_mistakes_cost_only_their_own_part() {
        let words = r#"{"steps":{"a":{"title":"Oud","text":["x"]},"b":{"title":"B"}}}"#;
        check(words, "{}", words, &[]);
        check(words, "[]", words, &[]);
        check(
            words,
            r#"{"words":{"nl":{"steps":{"a":{"title":"Nieuw"}}}}}"#,
            r#"{"steps":{"a":{"title":"Nieuw","text":["x"]},"b":{"title":"B"}}}"#,
            &[],
        );
        check(words, r#"{"words":{"en":{"steps":{"a":{"title":"New"}}}}}"#, words, &[]);
        let mixed = r#"{"words":{"nl":{"steps":{"a":{"title":3},"b":{"title":"Beter"},"c":{}}}}}"#;
        let after = r#"{"steps":{"a":{"title":"Oud","text":["x"]},"b":{"title":"Beter"}}}"#;
        check(words, mixed, after, &["words.nl.steps.a.title", "words.nl.steps.c"]);
        let fact = r#"{"value":"€ 9","source":"voorbeeldstad.nl","checked":"2026-11-23","validUntil":"2027-11-23"}"#;
        let local = format!(r#"{{"facts":{{"leges":{fact},"termijn":{{"value":8}}}}}}"#);
        let places =
            ["facts.termijn.value", "facts.termijn.source", "facts.termijn.checked", "facts.termijn.validUntil"];
        check("{}", &local, &format!(r#"{{"facts":{{"leges":{fact}}}}}"#), &places);
    }
}
