//! Cuts what the first screen does not need out of the program, into a file of its own.
//!
//! The function marked with `wasm_split` in `src/view/lazy.rs`, and all that nothing else reaches, go to the later file.
//! `src/embed/later.js` links the two in the browser.

use crate::wasm::Program;
use crate::{hash, project};
use anyhow::{Context, Result, anyhow, bail, ensure};
use std::fs;
use std::path::Path;
use walrus::ModuleConfig;
use wasm_split_cli_support::{Options, transform};

/// What has to be said to the linker, so that functions can still be told apart and moved.
pub const LINK_ARGS: &str = "-Clink-args=--emit-relocs";

/// The script that wasm-split would have the glue import.
const LINK: &str = "./later.js";

/// What `src/embed/later.js` calls the later file.
const PLAIN_NAME: &str = "stapwijzer-later.wasm";

/// What `src/embed/later.js` calls the section with the style.
const STYLE: &str = "style";

/// A program in two files, not yet bound.
pub struct Halves {
    pub first: Vec<u8>,
    pub later: Vec<u8>,
}

/// The name of the later file.
pub fn file_name(later: &[u8]) -> String {
    format!("stapwijzer-later-{}.wasm", hash::short(&[later]))
}

/// The glue with our link to the later file, in the place of the script that wasm-split means it to import.
pub fn join(glue: &str, link: &str, later: &[u8]) -> Result<String> {
    let imported = format!("from \"{LINK}\"");
    let (plain, own): (Vec<&str>, Vec<&str>) = glue.lines().partition(|line| !line.contains(&imported));
    let name = match own[..] {
        [line] => line.trim_start_matches("import * as ").split_whitespace().next().unwrap_or_default(),
        _ => bail!("wasm-bindgen's glue must import {LINK} once, and does it {} times", own.len()),
    };
    ensure!(link.matches(PLAIN_NAME).count() == 1, "src/embed/later.js must name {PLAIN_NAME} once");
    let link = link.replace(PLAIN_NAME, &file_name(later));
    Ok(format!("{}\n{link}\nconst {name} = {{ __wasm_split_load_later }};\n", plain.join("\n")))
}

/// The program with a style in its later file, as a section that WebAssembly passes over: one request, and neither is there without
/// the other. The name of the file goes by both.
pub fn dress(program: &Program, later: &[u8], style: &str) -> Program {
    let name = STYLE.as_bytes();
    let length = number(name.len());
    let size = number(length.len() + name.len() + style.len());
    let dressed = [later, &[0], &size, &length, name, style.as_bytes()].concat();
    let glue = program.glue.replace(&file_name(later), &file_name(&dressed));
    Program { glue, later: Some(dressed), ..program.clone() }
}

/// A number as wasm writes it: seven bits a byte, the lowest first.
fn number(mut left: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while left > 0x7f {
        bytes.push((left & 0x7f) as u8 | 0x80);
        left >>= 7;
    }
    bytes.push(left as u8);
    bytes
}

/// Cuts a program that was compiled with the feature `split` and [`LINK_ARGS`].
pub fn split(program: &[u8]) -> Result<Halves> {
    let out = project::passing("split");
    fs::create_dir_all(&out)?;
    let first = out.join("first.wasm");
    let mut options = Options::new(program);
    options.output_dir = &out;
    options.main_out_path = &first;
    options.link_name = LINK;
    let made = transform(options).map_err(|error| anyhow!("wasm-split: {error:#}"))?;
    ensure!(made.split_modules.len() == 1, "the program has one later part, not {:?}", made.split_modules);
    let read = |path: &Path| fs::read(path).with_context(|| format!("wasm-split wrote no {}", path.display()));
    let halves = Halves { first: read(&first)?, later: tidied(&read(&made.split_modules[0])?)? };
    fs::remove_dir_all(&out)?;
    Ok(halves)
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
    fn the_link_stands_in_the_glue() {
        let glue = "import * as import1 from \"./later.js\"\nlet wasm;\nuse(import1);";
        let joined = join(glue, "fetch(\"./stapwijzer-later.wasm\")", b"later").unwrap();
        let (name, rest) = (file_name(b"later"), "const import1 = { __wasm_split_load_later };");
        assert_eq!(joined, format!("let wasm;\nuse(import1);\nfetch(\"./{name}\")\n{rest}\n"));
        assert!(join("let wasm;", "stapwijzer-later.wasm", b"").is_err());
        assert!(join(glue, "fetch()", b"").is_err());
    }

    #[test]
    fn the_style_is_a_section_of_the_later_file_and_of_its_name() {
        let bare = b"\0asm\x01\0\0\0".as_slice();
        let program = Program { glue: file_name(bare), ..Program::default() };
        let style = "a{top:0}".repeat(40);
        let dressed = dress(&program, bare, &style);
        let later = dressed.later.unwrap();
        assert_eq!(dressed.glue, file_name(&later));
        assert_ne!(dressed.glue, program.glue);
        let module = walrus::Module::from_buffer(&later).unwrap();
        let (_, section) = module.customs.iter().next().unwrap();
        assert_eq!((section.name(), &*section.data(&walrus::IdsToIndices::default())), (STYLE, style.as_bytes()));
    }

    #[test]
    fn numbers_are_written_short_and_names_go() {
        // One function type, in a section whose size is written in two bytes; and a section of names.
        let loose = b"\0asm\x01\0\0\0\x01\x84\0\x01\x60\0\0\0\x06\x04name\0";
        assert!(tidied(loose).unwrap().len() < loose.len());
        assert!(tidied(b"no wasm").is_err());
    }
}
