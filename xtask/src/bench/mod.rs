//! `cargo xtask bench`: how the start and the search bear a thousand flows. Figures to look at, and no test: ratios within one run,
//! since a machine may be busy or slow.

mod crowd;
mod table;
mod vary;

use crate::tools::Install;
use crate::{build, compress, layout, project, run, tools};
use anyhow::{Context, Result, ensure};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How many flows the two sites have that are compared.
const FEW: usize = 30;
const MANY: usize = 1000;
/// The native side of the product, as it is shipped.
const NATIVE: &[&str] = &["-p", "stapwijzer", "--no-default-features", "--features", "check"];

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// How often each site is started in Chromium
    #[arg(long, value_name = "N", default_value_t = 15, value_parser = clap::value_parser!(u16).range(1..))]
    pub rounds: u16,
    /// Install Chromium when it is missing
    #[arg(long)]
    pub install: bool,
}

/// Measures and prints. Fails only when it could not measure.
pub fn run(options: &Options) -> Result<()> {
    tools::need_chromium(Install::asked(options.install))?;
    build::release()?;
    let (few, many) = (Site::make(FEW)?, Site::make(MANY)?);
    println!("Measuring the search without a browser");
    let native = [few.search()?, many.search()?];
    println!("Measuring in Chromium");
    let mut browser = run::cargo();
    browser.args(["run", "--quiet", "-p", "stapwijzer-e2e", "--", "bench", "--small"]).arg(&few.site);
    let rounds = options.rounds.to_string();
    let browser = told(browser.arg("--large").arg(&many.site).args(["--rounds", &rounds]))?;
    println!("\n{}", table::text(&native, &browser));
    Ok(())
}

/// A site with many flows, and the content that its index was made of.
struct Site {
    content: PathBuf,
    site: PathBuf,
}

impl Site {
    /// Makes the content, the index, and a copy of `dist/` with both.
    fn make(flows: usize) -> Result<Site> {
        println!("Making a site with {flows} flows");
        let folder = project::scratch().join("bench").join(flows.to_string());
        if folder.exists() {
            fs::remove_dir_all(&folder).with_context(|| format!("{} cannot be removed", folder.display()))?;
        }
        let (content, laid, site) = (folder.join("content"), folder.join("laid"), folder.join("site"));
        crowd::make(&project::root().join("public"), &content, flows)?;
        let index = [&["run", "--quiet", "--release"], NATIVE, &["--bin", "stapwijzer", "--", "index"]].concat();
        run::check(run::cargo().args(index).arg(&content))?;
        // What the start and the search ask for; the flows themselves are not opened.
        for path in layout::files(&content)? {
            if path.starts_with("find") || path.ends_with("catalogue.json") {
                copy(&content, &laid, &path)?;
            }
        }
        compress::folder(&laid)?;
        for from in [&project::dist(), &laid] {
            layout::files(from)?.iter().try_for_each(|path| copy(from, &site, path))?;
        }
        Ok(Site { content, site })
    }

    /// The time of the search for each key, natively.
    fn search(&self) -> Result<Value> {
        told(
            run::cargo()
                .args([&["bench", "--quiet"], NATIVE, &["--bench", "search", "--"]].concat())
                .arg(&self.content),
        )
    }
}

fn copy(from: &Path, to: &Path, path: &Path) -> Result<()> {
    let file = to.join(path);
    fs::create_dir_all(file.parent().unwrap_or(to))?;
    fs::copy(from.join(path), &file).with_context(|| format!("{} cannot be written", file.display()))?;
    Ok(())
}

/// The figures that a command prints, as JSON on its last line.
fn told(command: &mut Command) -> Result<Value> {
    let shown = run::shown(command);
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("cannot run: {shown}"))?;
    ensure!(output.status.success(), "failed ({}): {shown}", output.status);
    let text = String::from_utf8_lossy(&output.stdout);
    let last = text.lines().next_back().unwrap_or_default();
    serde_json::from_str(last).with_context(|| format!("no figures in “{last}”, from: {shown}"))
}
