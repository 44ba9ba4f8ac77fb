//! Firefox by geckodriver.

use super::{Recipe, program};
use crate::failure::Outcome;
use crate::webdriver::{Answer, Session};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

const BUILT_HERE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/tools/bin/geckodriver");

pub(super) fn recipe() -> Outcome<Recipe> {
    let binary = program(&["firefox-esr", "firefox"], "apt-get install firefox-esr")?;
    Ok(Recipe {
        driver: program(
            &[BUILT_HERE, "geckodriver"],
            "cargo install geckodriver --version 0.37.1 --root target/tools",
        )?,
        args: ["--port", "{port}", "--log", "error", "--allow-system-access", "--binary"]
            .map(String::from)
            .into_iter()
            .chain([binary.display().to_string()])
            .collect(),
        env: vec![("MOZ_REMOTE_SETTINGS_DEVTOOLS".into(), "1".into())],
        capabilities: json!({
            "moz:firefoxOptions": {
                "args": ["-headless"],
                "prefs": {
                    "intl.accept_languages": "nl",
                    "browser.dom.window.dump.enabled": true,
                    "devtools.console.stdout.content": true,
                    "dom.w3c_touch_events.enabled": 1,
                    "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false,
                },
            },
        }),
        before: None,
    })
}

/// Runs a script with the rights of the browser itself.
fn as_browser(session: &Session, script: &str, args: Value) -> Answer {
    session.post("moz/context", &json!({ "context": "chrome" }))?;
    let answer = session.execute(script, args);
    session.post("moz/context", &json!({ "context": "content" }))?;
    answer
}

/// Errors of pages in the browser's own console, and what pages wrote there as an error, which Firefox prints.
pub(super) fn complaints(session: &Session, driver_log: &Path) -> Outcome<Vec<String>> {
    let script = "const all = Services.console.getMessageArray(); Services.console.reset();
        return all.filter((m) => m instanceof Ci.nsIScriptError && !(m.flags & 1) && /^https?:/.test(m.sourceName))
            .map((m) => `${m.category}: ${m.errorMessage} ${m.sourceName}:${m.lineNumber}`);";
    let errors = as_browser(session, script, json!([]))?;
    let mut found: Vec<String> = serde_json::from_value(errors)?;
    let printed = fs::read_to_string(driver_log)?;
    fs::write(driver_log, "")?;
    let of_pages =
        |line: &&str| line.starts_with("console.error:") && !line.contains("resource://") && !line.contains("RSLoader");
    found.extend(printed.lines().filter(of_pages).map(String::from));
    Ok(found)
}

pub(super) fn set_dark(session: &Session, dark: bool) -> Outcome<bool> {
    let script = "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";
    as_browser(session, script, json!([u8::from(!dark)]))?;
    Ok(true)
}

/// Firefox's window is never narrower than 450 px, so a narrow page gets a narrow place in it.
pub(super) fn set_size(session: &Session, width: u32, height: u32) -> Outcome {
    let script = "const [width, height] = arguments;
        window.resizeTo(Math.max(width, 500), height + window.outerHeight - gBrowser.selectedBrowser.clientHeight);
        gBrowser.selectedBrowser.style.maxWidth = `${width}px`";
    as_browser(session, script, json!([width, height]))?;
    Ok(())
}
