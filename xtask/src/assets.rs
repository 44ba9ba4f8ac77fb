//! `cargo xtask assets DIR`: what Trunk's hook calls, so that `trunk serve` shows the same site from the same sources.

use crate::layout::{self, Naming};
use crate::{build, project, run, tools, wasm};
use anyhow::Result;
use std::env;
use std::path::Path;

/// Lays the site out in a folder, with plain names. Trunk has compiled the program; it is bound once more, since the loader
/// needs `__wbg_reset_state`, which Trunk cannot ask wasm-bindgen for.
pub fn run(folder: &Path) -> Result<()> {
    tools::need_wasm_target()?;
    let mut cargo = run::cargo();
    cargo.args(["build", "--quiet", "--target", tools::WASM, "--no-default-features", "--features", "app"]);
    if env::var_os("TRUNK_PROFILE").is_none_or(|profile| profile == "release") {
        cargo.arg("--release");
    }
    let program = wasm::bind(&wasm::artifact(&mut cargo)?, false)?;
    layout::lay_out(project::root(), folder, &program, Naming::Plain)?;
    build::pages(folder)
}
