//! From the navigation to the start screen, with nothing in any cache.

use super::{both, quantile};
use crate::browser::Browser;
use crate::failure::Outcome;
use crate::server::Server;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Notes when the element is ready, and when the cards of its start are there: the program is ready once it has the words of the
/// interface, and the catalogue may come after that. The clock of the page begins with the navigation.
const NOTE: &str = "addEventListener('stapwijzer:ready', ({ target }) => {
    const noted = (window.swNoted = { ready: performance.now() });
    const look = () => {
        if (!noted.shown && target.shadowRoot.querySelector('.sw-chips')) noted.shown = performance.now();
        return noted.shown;
    };
    const watcher = new MutationObserver(() => look() && watcher.disconnect());
    if (!look()) watcher.observe(target.shadowRoot, { childList: true, subtree: true });
}, { once: true })";

/// A line as in a train: 1.6 megabits a second, an answer after 150 milliseconds. At home the weight of what is loaded does not show.
const SLOW: &str = r#"{ "offline": false, "latency": 150, "downloadThroughput": 200000, "uploadThroughput": 90000 }"#;

/// Medians of both sites: `ready`, `shown`, `slow` (as `shown`, on a slow line), and what the catalogue weighs on its way in kB.
pub fn measure(browser: &Browser, sites: &[PathBuf; 2], rounds: usize) -> Outcome<Value> {
    let noted = turns(browser, sites, rounds, false)?;
    let slow = turns(browser, sites, rounds.div_ceil(3), true)?;
    let figures = |site: usize| {
        let median =
            |noted: &[Noted], figure: fn(&Noted) -> f64| quantile(&noted.iter().map(figure).collect::<Vec<_>>(), 0.5);
        json!({
            "ready": median(&noted[site], |noted| noted.ready), "shown": median(&noted[site], |noted| noted.shown),
            "slow": median(&slow[site], |noted| noted.shown), "catalogue_kb": median(&noted[site], |noted| noted.catalogue),
        })
    };
    Ok(both([figures(0), figures(1)]))
}

/// What one start tells.
struct Noted {
    ready: f64,
    shown: f64,
    /// In kB.
    catalogue: f64,
}

/// Starts both sites turn by turn, so that what else the machine does is shared out.
fn turns(browser: &Browser, sites: &[PathBuf; 2], rounds: usize, slow: bool) -> Outcome<[Vec<Noted>; 2]> {
    let mut noted = [vec![], vec![]];
    // One of each that does not count: the first page of a browser takes longer than any other.
    for round in 0..=rounds {
        for site in if round % 2 == 0 { [0, 1] } else { [1, 0] } {
            let one = once(browser, &sites[site], slow)?;
            if round > 0 {
                noted[site].push(one);
            }
        }
        eprint!("\rstart{}: {round} of {rounds} times", if slow { " on a slow line" } else { "" });
    }
    eprintln!();
    Ok(noted)
}

/// One start. A server of its own is an origin of its own, and a tab of its own a process of its own: no cache knows them.
fn once(browser: &Browser, site: &Path, slow: bool) -> Outcome<Noted> {
    let server = Server::start(site)?;
    let session = browser.session();
    let home = session.get("window")?;
    let tab = session.post("window/new", &json!({ "type": "tab" }))?;
    session.post("window", &json!({ "handle": tab["handle"] }))?;
    session.devtools("Network.clearBrowserCache", json!({}))?;
    if slow {
        session.devtools("Network.emulateNetworkConditions", serde_json::from_str(SLOW)?)?;
    }
    session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": NOTE }))?;
    let page = browser.open(&server.url("/"))?;
    let noted = page.wait_for("the start with its cards", || {
        let noted = page.run("return window.swNoted?.shown ? window.swNoted : null", json!([]))?;
        Ok((!noted.is_null()).then_some(noted))
    })?;
    let weight = page.run(
        "return performance.getEntriesByType('resource').find((one) => one.name.endsWith('/flows/catalogue.json')).encodedBodySize / 1000",
        json!([]),
    )?;
    session.delete("window")?;
    session.post("window", &json!({ "handle": home }))?;
    let figure = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
    Ok(Noted { ready: figure(&noted["ready"]), shown: figure(&noted["shown"]), catalogue: figure(&weight) })
}
