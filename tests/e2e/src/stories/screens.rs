//! Every practice screen and kind of step in every state, on `/schermen.html`: what the rule engines and our measures say of it.

use super::{Story, dist, rules};
use crate::browser::{Browser, Kind};
use crate::checks::{self, Floor};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The states of the page, as its form has them.
const STATES: [&str; 6] = ["open", "fout", "hint", "klaar", "dicht", "delen"];

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
    let site = gallery(folder, state)?;
    let server = Server::start(&site)?;
    let page = browser.open(&server.url(&format!("/schermen.html?staat={state}&breedte=390")))?;
    all_there(&page)?;
    let shown = "return [...document.querySelectorAll('stap-wijzer')].filter((one) => one.shadowRoot?.querySelector('h1, h2, h3')).length";
    let shown = page.run(shown, json!([]))?.as_u64().unwrap_or_default();
    let least = match state {
        "dicht" => 4,
        "delen" => 7,
        _ => 27,
    };
    ensure!(shown >= least, "only {shown} screens in the state {state}");
    let mut wrong = checks::axe(&page)?;
    wrong.extend(checks::ibm(&page)?);
    wrong.extend(rules::small(&page, Floor::SCREEN)?);
    wrong.extend(checks::mislabelled(&page)?.into_iter().chain(checks::twins(&page)?));
    // Wide, and in the dark: another layout, and other colours.
    page.run("document.querySelector('#schermen').className = 'w1280'", json!([]))?;
    page.set_dark(true)?;
    wrong.extend(checks::axe(&page)?.into_iter().map(|line| format!("wide and dark: {line}")));
    page.set_dark(false)?;
    wrong.retain(|line| !of_many(line));
    ensure!(wrong.is_empty(), "{} faults:\n  {}", wrong.len(), wrong.join("\n  "));
    fs::remove_dir_all(&site).map_err(|error| error.to_string())?;
    Ok(())
}

/// What is wrong only because some thirty widgets on one page have a computer each: a page of a municipality has one widget.
fn of_many(line: &str) -> bool {
    // The small parts have the whole start, with an answer of the search in it.
    line.contains("axe landmark-unique") || rules::one_place(line, &["Kijk in het huis"])
}

/// Waits until the page has brought every screen in its state.
pub fn all_there(page: &Page) -> Outcome {
    let told = page.wait_at_most(ALL_THERE, "all screens", || {
        let told = page.run("return document.querySelector('#stand').textContent", json!([]))?;
        Ok((told != "bezig").then_some(told))
    })?;
    ensure!(told == "klaar", "the page says: {told}");
    Ok(())
}

/// The built site with the page of the screens, which no release holds. `name` is of the folder.
pub fn gallery(dist: &Path, name: &str) -> Outcome<PathBuf> {
    let site = Path::new("target/e2e").join(format!("screens-{name}"));
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
