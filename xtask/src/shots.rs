//! `cargo xtask shots`: pictures of the screens, to look at and for the README.

use crate::{build, project, run, tools};
use anyhow::{Context, Result, ensure};

/// Takes pictures of the release in Chromium; later arguments win over the ones given here.
pub fn run(args: &[String]) -> Result<()> {
    tools::need_browsers()?;
    build::release()?;
    let mut cargo = run::cargo();
    cargo.args(["run", "--quiet", "-p", "stapwijzer-e2e", "--", "shots", "--out", "target/shots", "--dist"]);
    let status = cargo.arg(project::dist()).args(args).status().context("cannot run cargo")?;
    ensure!(status.success(), "some pictures could not be taken");
    Ok(())
}
