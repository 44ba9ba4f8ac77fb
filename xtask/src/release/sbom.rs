//! What the program is made of, as CycloneDX 1.6: procurement and scanners read it.

use super::crates::Crate;
use super::date::Date;
use anyhow::Result;
use serde_json::{Value, json};

/// The list, as text. It has no serial number, which would be another one each time.
pub fn json(version: &str, date: Date, crates: &[Crate], rust: &str) -> Result<String> {
    let mut parts: Vec<Value> = crates.iter().map(component).collect();
    parts.push(json!({
        "type": "library", "bom-ref": "rust-std", "name": "rust-std", "version": rust,
        "description": "The standard library of Rust, compiled into the program",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    }));
    let product = "stapwijzer";
    let needed: Vec<&Value> = parts.iter().map(|part| &part["bom-ref"]).collect();
    let list = json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": format!("{date}T00:00:00Z"),
            "component": {
                "type": "application", "bom-ref": product, "name": product, "version": version,
                "licenses": [{ "license": { "id": "EUPL-1.2" } }],
            },
        },
        // What is in the program, not what needs what: all of it is one file in the end.
        "dependencies": [{ "ref": product, "dependsOn": needed }],
        "components": parts,
    });
    Ok(serde_json::to_string_pretty(&list)? + "\n")
}

fn component(of: &Crate) -> Value {
    let Crate { name, version, licence, repository, checksum, .. } = of;
    // In a purl, a plus stands for itself only when it is written out.
    let purl = format!("pkg:cargo/{name}@{}", version.replace('+', "%2B"));
    let mut component = json!({
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
        "licenses": [{ "expression": licence }],
    });
    if !checksum.is_empty() {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": checksum }]);
    }
    if !repository.is_empty() {
        component["externalReferences"] = json!([{ "type": "vcs", "url": repository }]);
    }
    component
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_names_what_ships_and_is_the_same_each_time() {
        let day = Date { year: 2026, month: 12, day: 1 };
        let toml = Crate {
            name: "toml".into(),
            version: "1.2.1+spec-1.1.0".into(),
            licence: "MIT OR Apache-2.0".into(),
            checksum: "ab12".into(),
            ..Crate::default()
        };
        let text = json("0.2.0", day, std::slice::from_ref(&toml), "1.95.0").unwrap();
        assert_eq!(text, json("0.2.0", day, &[toml], "1.95.0").unwrap());
        let list: Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&list["bomFormat"], &list["specVersion"]), (&json!("CycloneDX"), &json!("1.6")));
        assert_eq!(list["metadata"]["timestamp"], "2026-12-01T00:00:00Z");
        let [toml, std] = &list["components"].as_array().unwrap()[..] else { panic!("{text}") };
        assert_eq!(toml["purl"], "pkg:cargo/toml@1.2.1%2Bspec-1.1.0");
        assert_eq!(toml["hashes"][0], json!({ "alg": "SHA-256", "content": "ab12" }));
        assert_eq!(std["version"], "1.95.0");
        let needed = list["dependencies"][0]["dependsOn"].as_array().unwrap();
        assert_eq!(needed[..], [toml["bom-ref"].clone(), std["bom-ref"].clone()]);
    }
}
