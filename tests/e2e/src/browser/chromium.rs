//! Chromium by chromedriver.

use super::{Recipe, program};
use crate::failure::Outcome;
use crate::webdriver::Session;
use serde_json::{Value, json};
use std::path::Path;

const FLAGS: &[&str] = &[
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-extensions",
    "--disable-search-engine-choice-screen",
    "--hide-scrollbars",
    "--lang=nl",
];

pub(super) fn recipe(scratch: &Path) -> Outcome<Recipe> {
    let mut flags: Vec<String> = FLAGS.iter().map(|flag| flag.to_string()).collect();
    flags.push(format!("--user-data-dir={}", scratch.join("profile").display()));
    Ok(Recipe {
        driver: program(&["chromedriver"], "apt-get install chromium chromium-driver")?,
        args: vec!["--port={port}".into(), "--log-level=SEVERE".into()],
        env: vec![],
        capabilities: json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "args": flags,
                "prefs": { "intl.accept_languages": "nl" },
                "perfLoggingPrefs": { "enableNetwork": true, "enablePage": false },
            },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        }),
        before: None,
    })
}

fn log(session: &Session, kind: &str) -> Outcome<Vec<Value>> {
    let entries = session.post("se/log", &json!({ "type": kind }))?;
    Ok(entries.as_array().cloned().unwrap_or_default())
}

pub(super) fn complaints(session: &Session) -> Outcome<Vec<String>> {
    let entries = log(session, "browser")?;
    let severe = entries.iter().filter(|entry| entry["level"] == "SEVERE");
    Ok(severe.map(|entry| entry["message"].as_str().unwrap_or_default().to_string()).collect())
}

pub(super) fn requests(session: &Session) -> Outcome<Vec<String>> {
    let sent = log(session, "performance")?.into_iter().filter_map(|entry| {
        let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
        let message = &event["message"];
        let address = match message["method"].as_str()? {
            "Network.requestWillBeSent" => &message["params"]["request"]["url"],
            "Network.webSocketCreated" => &message["params"]["url"],
            _ => return None,
        };
        Some(address.as_str()?.to_string())
    });
    Ok(sent.collect())
}

pub(super) fn set_dark(session: &Session, dark: bool) -> Outcome<bool> {
    let value = if dark { "dark" } else { "light" };
    session.devtools(
        "Emulation.setEmulatedMedia",
        json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] }),
    )?;
    Ok(true)
}

pub(super) fn set_size(session: &Session, width: u32, height: u32) -> Outcome {
    let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    session.devtools("Emulation.setDeviceMetricsOverride", metrics)?;
    Ok(())
}

/// Gives the pages to come a clock that jumps when it is told to; gives the id by which to stop that.
pub(super) fn own_clock(session: &Session) -> Outcome<String> {
    before_pages(session, include_str!("clock.js"))
}

/// Lets the pages to come note which WebAssembly memories they make, without holding on to them; gives the id as above.
pub(super) fn note_memories(session: &Session) -> Outcome<String> {
    before_pages(
        session,
        "(() => {
        const noted = [], note = (instance) => {
            if (instance.exports.memory) noted.push(new WeakRef(instance.exports.memory));
            return instance;
        };
        const { instantiate, instantiateStreaming, Instance } = WebAssembly;
        const result = (made) => (note(made.instance ?? made), made);
        WebAssembly.instantiate = async (...given) => result(await instantiate(...given));
        WebAssembly.instantiateStreaming = async (...given) => result(await instantiateStreaming(...given));
        WebAssembly.Instance = new Proxy(Instance, { construct: (target, given) => note(Reflect.construct(target, given)) });
        Object.defineProperty(window, 'noted', { value: () => noted.map((one) => one.deref()).filter(Boolean) });
    })()",
    )
}

/// Runs a script in the pages to come, before their own; gives the id as above.
pub(super) fn before_pages(session: &Session, source: &str) -> Outcome<String> {
    let answer = session.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source }))?;
    Ok(answer["identifier"].as_str().unwrap_or_default().to_string())
}

/// Ends what [`own_clock`] or [`note_memories`] began, for the pages to come.
pub(super) fn calm(session: &Session, id: &str) -> Outcome {
    session.devtools("Page.removeScriptToEvaluateOnNewDocument", json!({ "identifier": id }))?;
    Ok(())
}
