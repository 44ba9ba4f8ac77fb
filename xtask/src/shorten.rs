//! Short names between the program and its glue. wasm-bindgen names what the program takes from JavaScript after what it is, with a
//! hash that no compressor makes smaller, and both files hold all of them: 3 kB of brotli.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use walrus::ModuleConfig;

/// The glue and the program, with short names for what the program imports from the glue.
pub fn shorten(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut module = ModuleConfig::new()
        .generate_name_section(false)
        .generate_producers_section(false)
        .parse(wasm)
        .context("wasm-bindgen's program cannot be read")?;
    let exported: Vec<String> = module.exports.iter().map(|export| export.name.clone()).collect();
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for import in module.imports.iter_mut() {
        // What the glue also calls by this name keeps it.
        if !import.name.starts_with("__wb") || exported.contains(&import.name) {
            continue;
        }
        let next = format!("${}", names.len());
        import.name = names.entry(import.name.clone()).or_insert(next).clone();
    }
    Ok((renamed(glue, &names), module.emit_wasm()))
}

/// The script with other names; only whole names are replaced.
fn renamed(script: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !in_name(c)).unwrap_or(rest.len());
        if end == 0 {
            let width = rest.chars().next().map_or(1, char::len_utf8);
            out.push_str(&rest[..width]);
            rest = &rest[width..];
            continue;
        }
        let name = &rest[..end];
        out.push_str(names.get(name).map_or(name, String::as_str));
        rest = &rest[end..];
    }
    out
}

fn in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_replaced() {
        let names = BTreeMap::from([("__wbg_a_1".to_owned(), "$0".to_owned())]);
        assert_eq!(renamed("{__wbg_a_1: f(é), __wbg_a_12: '__wbg_a_1'}", &names), "{$0: f(é), __wbg_a_12: '$0'}");
        assert_eq!(renamed("", &names), "");
    }

    #[test]
    fn a_program_and_its_glue_agree() {
        // One import, `m.__wbg_x_1`, of a function without arguments.
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0f\x01\x01m\x09__wbg_x_1\0\0";
        let (glue, short) = shorten("imports = { m: { __wbg_x_1() {} } }", wasm).unwrap();
        assert_eq!(glue, "imports = { m: { $0() {} } }");
        assert!(short.windows(3).any(|part| part == b"\x02$0") && !short.windows(4).any(|part| part == b"_x_1"));
        assert!(shorten("", b"no wasm").is_err());
    }
}
