//! `cargo xtask shots`: pictures of the screens, to look at and for the README.

use crate::tools::Install;
use crate::{build, project, run, tools};
use anyhow::{Context, Result, ensure};
use std::path::PathBuf;

/// What was asked for.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// Only the screens with this in their name; may be repeated
    #[arg(long, value_name = "TEXT")]
    pub only: Vec<String>,
    /// Where the pictures go
    #[arg(long, value_name = "DIR", default_value = "target/shots")]
    pub out: PathBuf,
    /// Pictures of before, by the same names: both side by side come in a folder "beside"
    #[arg(long, value_name = "DIR")]
    pub before: Option<PathBuf>,
    /// Another list of screens than tests/e2e/shots.json
    #[arg(long, value_name = "FILE")]
    pub screens: Option<PathBuf>,
    /// Install the browsers that are missing
    #[arg(long)]
    pub install: bool,
}

/// Takes pictures of the release in Chromium.
pub fn run(options: &Options) -> Result<()> {
    tools::need_browsers(Install::asked(options.install))?;
    build::release()?;
    let mut cargo = run::cargo();
    cargo.args(["run", "--quiet", "-p", "stapwijzer-e2e", "--", "shots", "--dist"]).arg(project::dist());
    cargo.arg("--out").arg(&options.out);
    cargo.args(options.only.iter().flat_map(|text| ["--only", text.as_str()]));
    cargo.args(options.screens.iter().flat_map(|file| ["--screens".as_ref(), file.as_os_str()]));
    cargo.args(options.before.iter().flat_map(|folder| ["--before".as_ref(), folder.as_os_str()]));
    let status = cargo.status().context("cannot run cargo")?;
    ensure!(status.success(), "some pictures could not be taken");
    Ok(())
}
