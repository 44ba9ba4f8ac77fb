//! Cuts what the first screen does not need out of the program, into a file of its own.
//!
//! The function marked with `wasm_split` in `src/view/later.rs`, and all that nothing else reaches, go to the later file.
//! `src/embed/later.js` links the two in the browser.

use crate::project;
use anyhow::{Context, Result, anyhow, ensure};
use std::fs;
use walrus::ModuleConfig;
use wasm_split_cli_support::{Options, transform};

/// What has to be said to the linker, so that functions can still be told apart and moved.
pub const LINK_ARGS: &str = "-Clink-args=--emit-relocs";

/// A program in two files, not yet bound.
pub struct Halves {
    pub first: Vec<u8>,
    pub later: Vec<u8>,
}

/// Cuts a program that was compiled with the feature `split` and [`LINK_ARGS`].
pub fn split(program: &[u8], link_name: &str) -> Result<Halves> {
    let out = project::scratch().join("split");
    let _ = fs::remove_dir_all(&out);
    fs::create_dir_all(&out)?;
    let first = out.join("first.wasm");
    let mut options = Options::new(program);
    options.output_dir = &out;
    options.main_out_path = &first;
    options.link_name = link_name;
    let made = transform(options).map_err(|error| anyhow!("wasm-split: {error:#}"))?;
    ensure!(made.split_modules.len() == 1, "the program has one later part, not {:?}", made.split_modules);
    let read = |path| fs::read(path).with_context(|| format!("wasm-split wrote no {path:?}"));
    Ok(Halves { first: read(&first)?, later: tidied(&read(&made.split_modules[0])?)? })
}

/// A wasm file written anew: without the names of functions, and with numbers as short as they can be (the linker leaves
/// room in them).
fn tidied(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = ModuleConfig::new().generate_name_section(false).generate_producers_section(false).parse(wasm)?;
    Ok(module.emit_wasm())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_short_and_names_go() {
        // One function type, in a section whose size is written in two bytes; and a section of names.
        let loose = b"\0asm\x01\0\0\0\x01\x84\0\x01\x60\0\0\0\x06\x04name\0";
        assert!(tidied(loose).unwrap().len() < loose.len());
        assert!(tidied(b"no wasm").is_err());
    }
}
