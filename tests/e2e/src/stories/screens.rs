//! Every practice screen and kind of step in every state, on `/schermen.html`: what the rule engines and our measures say of it.

use super::{Story, dist, rules};
use crate::browser::{Browser, Kind};
use crate::checks::{self, Floor};
use crate::failure::Outcome;
use crate::server::Server;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The states of the page, as its form has them.
const STATES: [&str; 5] = ["open", "fout", "hint", "klaar", "dicht"];

/// Some thirty widgets come up one after the other.
const ALL_THERE: Duration = Duration::from_secs(120);

pub fn stories(folder: &Path) -> Vec<Story> {
    let one = |state: &'static str| {
        let folder = folder.to_path_buf();
        dist(format!("screens: all of them, {state}"), &[Kind::Chromium], move |browser, _| {
            all(browser, &folder, state)
        })
    };
    STATES.into_iter().map(one).collect()
}

/// No story walked to every screen in every state: a PIN pad that was blocked, an inbox after a mistake.
fn all(browser: &mut Browser, folder: &Path, state: &str) -> Outcome {
    let site = site(folder, state)?;
    let server = Server::start(&site)?;
    let page = browser.open(&server.url(&format!("/schermen.html?staat={state}&breedte=390")))?;
    page.wait_at_most(ALL_THERE, "all screens", || {
        let done =
            page.run("return document.querySelector('#stand').textContent === 'klaar'", serde_json::json!([]))?;
        Ok((done == true).then_some(()))
    })?;
    let shown = "return [...document.querySelectorAll('stap-wijzer')].filter((one) => one.shadowRoot?.querySelector('h1, h2, h3')).length";
    let shown = page.run(shown, serde_json::json!([]))?.as_u64().unwrap_or_default();
    ensure!(shown >= if state == "dicht" { 4 } else { 27 }, "only {shown} screens in the state {state}");
    let mut wrong: Vec<String> = checks::axe(&page)?;
    // Thirty widgets on one page have a computer each; a page of a municipality has one widget.
    wrong.retain(|line| !line.starts_with("axe landmark-unique"));
    wrong.extend(rules::small(&page, Floor::SCREEN)?);
    wrong.extend(checks::mislabelled(&page)?);
    ensure!(wrong.is_empty(), "{} faults:\n  {}", wrong.len(), wrong.join("\n  "));
    fs::remove_dir_all(&site).map_err(|error| error.to_string())?;
    Ok(())
}

/// The built site with the page of the screens, which no release holds.
fn site(dist: &Path, state: &str) -> Outcome<PathBuf> {
    let site = Path::new("target/e2e").join(format!("screens-{state}"));
    let _ = fs::remove_dir_all(&site);
    copy(dist, &site).map_err(|error| format!("{}: {error}", site.display()))?;
    xtask::build::gallery(&site).map_err(|error| format!("{error:#}"))?;
    Ok(site)
}

fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            fs::hard_link(entry.path(), &to).or_else(|_| fs::copy(entry.path(), &to).map(drop))?;
        }
    }
    Ok(())
}
