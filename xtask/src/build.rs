//! `cargo xtask build`: the release in `dist/`, or the quick site that `serve` shows.

use crate::layout::{self, Naming};
use crate::release::version;
use crate::wasm::{self, Binder};
use crate::{compress, project, run, size, tools};
use anyhow::{Context, Result};
use std::fs;
use std::path::Path;
use std::time::Instant;

/// What was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// The quick site in target/xtask/site, as `serve` builds it: in one file, not compressed, for a look or a story
    #[arg(long)]
    pub dev: bool,
}

/// Builds what was asked for.
pub fn run(options: &Options) -> Result<()> {
    if !options.dev {
        return release();
    }
    let start = Instant::now();
    into(&project::dev_site(), &mut Binder::default(), false)?;
    println!("target/xtask/site is ready, after {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}

/// Makes `dist/`, compressed copies included. When it fails, the `dist/` that was there stays.
pub fn release() -> Result<()> {
    let start = Instant::now();
    into(&project::dist(), &mut Binder::default(), true)?;
    println!("dist/ is ready, after {:.1} s", start.elapsed().as_secs_f32());
    println!("{}", size::in_one_line(&project::dist())?);
    Ok(())
}

/// Builds the site into a folder. `finished` is for publishing: compressed, and compiled as small as can be, and split.
pub fn into(folder: &Path, binder: &mut Binder, finished: bool) -> Result<()> {
    tools::need_wasm_target()?;
    let file = wasm::compile(!finished)?;
    let program = binder.bind(&file, finished)?;
    let fresh = project::passing("fresh");
    remove(&fresh)?;
    layout::lay_out(project::root(), &fresh, program, Naming::Hashed { version: &version::current()? })?;
    match pages(&fresh) {
        // Who is busy writing a flow sees in the app what is wrong with it.
        Err(error) if !finished => eprintln!("xtask: {error:#}"),
        done => done?,
    }
    if !finished {
        gallery(&fresh)?;
    }
    if finished {
        compress::folder(&fresh)?;
    }
    swap(&fresh, folder)
}

/// Adds the steps of every flow as pages that need no program. The product's own command writes them.
pub fn pages(site: &Path) -> Result<()> {
    editors(&["pages", "public"], site)
}

/// Adds `/schermen.html`, which shows every screen in every state to those who work on them. No release holds it.
pub fn gallery(site: &Path) -> Result<()> {
    editors(&["gallery", "public"], site)
}

/// Has the product's own command write into a site.
fn editors(arguments: &[&str], site: &Path) -> Result<()> {
    let command =
        ["run", "-q", "-p", "stapwijzer", "--no-default-features", "--features", "check", "--bin", "stapwijzer", "--"];
    run::check(run::cargo().args(command).args(arguments).arg("--out").arg(site))
}

/// Puts `fresh` in the place of `folder`.
fn swap(fresh: &Path, folder: &Path) -> Result<()> {
    let old = project::passing("old");
    remove(&old)?;
    if folder.exists() {
        fs::rename(folder, &old).with_context(|| format!("{} cannot be replaced", folder.display()))?;
    }
    fs::rename(fresh, folder).with_context(|| format!("{} cannot be put in place", folder.display()))?;
    remove(&old)
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
    }
    Ok(())
}
