//! The browser program: Cargo compiles it, wasm-bindgen, as a library, makes it loadable.

use crate::shorten::shorten;
use crate::split::{self, Halves};
use crate::{glue, hash, project, run, tools};
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wasm_bindgen_cli_support::Bindgen;

/// What every command that compiles the browser program says to Cargo, so that all share what is compiled.
pub const TARGET: &[&str] = &["--target", tools::WASM, "--no-default-features", "--features", "app"];

const BIN: &str = "stapwijzer-app";

/// The same, when what the first screen does not need goes into a file of its own.
pub const SPLIT: &[&str] = &["--target", tools::WASM, "--no-default-features", "--features", "split"];

/// What the browser loads.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Program {
    pub glue: String,
    pub wasm: Vec<u8>,
    /// What the first screen does not need, in a program that was split.
    pub later: Option<Vec<u8>>,
    /// Modules that the glue imports, by their path beside it.
    pub snippets: Vec<(PathBuf, String)>,
}

/// Compiles the program. `incremental` is for building again and again: quicker, and larger.
pub fn compile(incremental: bool) -> Result<PathBuf> {
    let mut cargo = run::cargo();
    if incremental {
        cargo.args(["build", "--profile", "release"]).args(TARGET).env("CARGO_INCREMENTAL", "1");
        flags(&mut cargo, &[]);
    } else {
        cargo.args(["build", "--profile", "dist"]).args(SPLIT).env("CARGO_INCREMENTAL", "0");
        flags(&mut cargo, &[split::LINK_ARGS]);
    }
    artifact(&mut cargo)
}

/// Runs a `cargo build` for wasm and gives the file that it made.
pub fn artifact(cargo: &mut Command) -> Result<PathBuf> {
    cargo.args(["--bin", BIN, "--message-format", "json-render-diagnostics"]).stdout(Stdio::piped());
    let mut child = cargo.spawn().context("cannot run cargo")?;
    let mut made = None;
    for line in BufReader::new(child.stdout.take().context("cargo has no output")?).lines() {
        let message: Value = serde_json::from_str(&line?).unwrap_or_default();
        if message["reason"] == "compiler-artifact" && message["target"]["name"] == BIN {
            let files = message["filenames"].as_array().into_iter().flatten().filter_map(Value::as_str);
            made = files.map(PathBuf::from).find(|file| file.extension().is_some_and(|ending| ending == "wasm"));
        }
    }
    if !child.wait()?.success() {
        bail!("the program does not compile{}", tools::linker_advice());
    }
    made.with_context(|| format!("cargo made no {BIN}.wasm"))
}

/// These flags for the compiler, and one that keeps the folders of whoever builds out of the program: panic messages name
/// source files.
fn flags(cargo: &mut Command, flags: &[&str]) {
    let mut flags: Vec<String> = flags.iter().map(|flag| (*flag).to_owned()).collect();
    flags.extend(tools::cargo_home().map(|home| format!("--remap-path-prefix={}=cargo", home.display())));
    cargo.arg("--config").arg(format!("target.{}.rustflags={}", tools::WASM, Value::from(flags)));
}

/// Turns what Cargo made into what a browser loads; `halves` when it was compiled to be split.
pub fn bind(file: &Path, halves: bool) -> Result<Program> {
    let whole = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let (bytes, later) = if halves {
        let Halves { first, later } = split::split(&whole)?;
        (first, Some(later))
    } else {
        (whole, None)
    };
    let out = project::passing("bind");
    Bindgen::new()
        .input_bytes(BIN, bytes)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        // The loader starts a fresh instance after a crash and when a visit is over.
        .reset_state_function(true)
        // The later file needs the table of functions, which wasm-bindgen would otherwise keep to itself.
        .keep_lld_exports(halves)
        .generate(&out)
        .context("wasm-bindgen")?;
    let mut program = read(&out)?;
    fs::remove_dir_all(&out)?;
    program.glue = glue::mend(&program.glue)?;
    (program.glue, program.wasm) = shorten(&program.glue, &program.wasm)?;
    if let Some(later) = &later {
        let link = project::root().join("src/embed/later.js");
        let link = fs::read_to_string(&link).with_context(|| format!("{} cannot be read", link.display()))?;
        program.glue = split::join(&program.glue, &link, later)?;
    }
    Ok(Program { later, ..program })
}

fn read(out: &Path) -> Result<Program> {
    let mut program = Program::default();
    for path in crate::layout::files(out)? {
        let bytes = fs::read(out.join(&path))?;
        if path.extension().is_some_and(|ending| ending == "wasm") {
            program.wasm = bytes;
        } else if path.parent() == Some(Path::new("")) {
            program.glue = String::from_utf8(bytes)?;
        } else {
            program.snippets.push((path, String::from_utf8(bytes)?));
        }
    }
    Ok(program)
}

/// Binds only when Cargo made something new: after a change in a style sheet, nothing is to be done.
#[derive(Default)]
pub struct Binder {
    last: Option<(String, Program)>,
}

impl Binder {
    /// As [`bind`].
    pub fn bind(&mut self, file: &Path, halves: bool) -> Result<&Program> {
        let print = hash::short(&[&fs::read(file)?]);
        if self.last.as_ref().is_none_or(|(last, _)| *last != print) {
            self.last = Some((print, bind(file, halves)?));
        }
        self.last.as_ref().map(|(_, program)| program).context("just bound")
    }
}
