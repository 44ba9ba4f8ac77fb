//! What a key costs while somebody types a question.

use super::{both, quantile};
use crate::browser::Browser;
use crate::failure::Outcome;
use crate::page::{Page, TYPED};
use crate::server::Server;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// All questions are typed so many times on each site, each time on a fresh page; of each key the middle one counts, so that a turn of
/// another program does not.
const TIMES: usize = 5;
const QUESTIONS: &str = include_str!("../../../data/questions-bench.json");

/// Measures from where an `input` event comes in (the window, on its way down) to where it leaves (the window, on its way up).
/// The keys are real ones, so that nothing else is on the stack, and the browser does all microtasks after each listener: when the event
/// comes up again, the handler is done and what follows from it too. That is the time of scripts, without layout and without
/// waiting for a frame. `late` counts the answers that changed after that; there are none.
const NOTE: &str = "const [host] = document.getElementsByTagName('stap-wijzer');
    const answers = () => host.shadowRoot.querySelector('.sw-find__found')?.textContent;
    const noted = (window.swKeys = { keys: [], late: 0 });
    let begin, seen = answers();
    const check = () => (noted.late += answers() !== seen);
    addEventListener('input', () => { check(); begin = performance.now(); }, true);
    addEventListener('input', (event) => {
        const took = performance.now() - begin;
        noted.keys.push([event.composedPath()[0].value, took]);
        seen = answers();
    });
    noted.check = check;";

/// Notes the longest task of the page from here on, as far as it takes more than 50 milliseconds: while the index comes in, the page
/// must not stand still.
const WATCH: &str = "window.swLongest = 0;
    new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) window.swLongest = Math.max(window.swLongest, duration);
    }).observe({ type: 'longtask' });";

/// What was in the field after each key, and the milliseconds.
type Keys = Vec<(String, f64)>;

/// One time through all questions.
struct Time {
    keys: Keys,
    longest: f64,
}

/// Figures of both sites: `median`, `p95` and `worst` of all keys, and the `longest` task.
pub fn measure(browser: &Browser, sites: &[PathBuf; 2]) -> Outcome<Value> {
    let questions: Vec<String> = serde_json::from_str(QUESTIONS)?;
    let mut times: [Vec<Time>; 2] = Default::default();
    for time in 1..=TIMES {
        for (times, site) in times.iter_mut().zip(sites) {
            times.push(once(browser, site, &questions)?);
        }
        eprint!("\rsearch: {time} of {TIMES} times");
    }
    eprintln!();
    Ok(both(times.map(|times| figures(&times))))
}

fn figures(times: &[Time]) -> Value {
    let middle = |key: usize| quantile(&times.iter().map(|time| time.keys[key].1).collect::<Vec<_>>(), 0.5);
    let typed = times.first().map_or(&[][..], |time| &time.keys);
    let keys: Vec<f64> = (0..typed.len()).map(middle).collect();
    let worst = quantile(&keys, 1.0);
    let at = keys.iter().zip(typed).find(|(took, _)| **took == worst).map(|(_, (typed, _))| typed);
    let longest = quantile(&times.iter().map(|time| time.longest).collect::<Vec<_>>(), 0.5);
    json!({
        "keys": keys.len(), "median": quantile(&keys, 0.5), "p95": quantile(&keys, 0.95), "worst": worst, "worst_at": at,
        "longest": longest,
    })
}

/// Types all questions into the search of a fresh page, once its whole index is there.
fn once(browser: &Browser, site: &Path, questions: &[String]) -> Outcome<Time> {
    let server = Server::start(site)?;
    let page = browser.open(&server.url("/"))?;
    let field = field(site)?;
    page.element(TYPED, &field)?;
    page.run(WATCH, json!([]))?;
    page.focus_on(TYPED, &field)?;
    wait_for_index(&page, site)?;
    page.run(NOTE, json!([]))?;
    for question in questions {
        page.keys(question)?;
        page.wait_for("the question in the field", || Ok((page.value(&field)? == *question).then_some(())))?;
        page.clear(&field)?;
    }
    let noted = page.run("swKeys.check(); return swKeys", json!([]))?;
    ensure!(noted["late"] == 0, "{} times the answers came after the measurement", noted["late"]);
    let keys: Keys = serde_json::from_value(noted["keys"].clone())?;
    let typed: usize = questions.iter().map(|question| question.chars().count()).sum();
    let keys: Keys = keys.into_iter().filter(|(typed, _)| !typed.is_empty()).collect();
    ensure!(keys.len() == typed, "{typed} keys were struck, and {} came in", keys.len());
    let longest = page.run("return swLongest", json!([]))?.as_f64().unwrap_or(f64::NAN);
    Ok(Time { keys, longest })
}

/// The name of the field, in Dutch.
fn field(site: &Path) -> Outcome<String> {
    let words: BTreeMap<String, String> = serde_json::from_str(&fs::read_to_string(site.join("ui/nl.json"))?)?;
    Ok(words.get("find.title").cloned().ok_or("ui/nl.json has no find.title")?)
}

fn wait_for_index(page: &Page, site: &Path) -> Outcome {
    let files = fs::read_dir(site.join("find"))?.flatten();
    let parts = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "json")).count();
    page.wait_for("all parts of the index", || {
        let came = page.timeline()?.iter().filter(|address| address.contains("/find/")).count();
        Ok((came >= parts).then_some(()))
    })
}
