//! WebKitGTK by WebKitWebDriver, on a screen of its own.

use super::{Recipe, program, tail};
use crate::failure::Outcome;
use crate::guard::Guarded;
use crate::webdriver::Session;
use serde_json::json;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, thread};

const PACKAGES: &str = "apt-get install webkit2gtk-driver xvfb";

pub(super) fn recipe(scratch: &Path) -> Outcome<Recipe> {
    let folder = Path::new("/usr/lib").join(format!("{}-linux-gnu", std::env::consts::ARCH));
    let binaries = ["webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0"]
        .map(|version| folder.join(version).join("MiniBrowser").display().to_string());
    let browser = program(&binaries.each_ref().map(String::as_str), PACKAGES)?;
    let (screen, display) = screen(scratch)?;
    let home = scratch.display().to_string();
    Ok(Recipe {
        driver: program(&["WebKitWebDriver"], PACKAGES)?,
        args: vec!["--port={port}".into()],
        env: [
            ("DISPLAY", display.as_str()),
            ("GDK_BACKEND", "x11"),
            ("HOME", &home),
            ("XDG_RUNTIME_DIR", &home),
            ("GTK_A11Y", "none"),
            ("NO_AT_BRIDGE", "1"),
        ]
        .map(|(name, value)| (name.to_string(), value.to_string()))
        .to_vec(),
        capabilities: json!({
            "webkitgtk:browserOptions": {
                "binary": browser,
                "args": ["--automation"],
            },
        }),
        before: Some(screen),
    })
}

/// A screen in memory; the server itself picks a free number and tells it. It is small because the pointer waits in its middle and must be over
/// the browser's window: there is no window manager, so that is what gives the window the keyboard.
fn screen(scratch: &Path) -> Outcome<(Guarded, String)> {
    let log = scratch.join("screen.log");
    let args = ["-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset"].map(String::from);
    let mut screen = Guarded::start(&program(&["Xvfb"], PACKAGES)?, &args, &[], &log)?;
    let start = Instant::now();
    loop {
        let text = fs::read_to_string(&log)?;
        let number = text.lines().find(|line| !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit()));
        if let (Some(number), true) = (number, text.ends_with('\n')) {
            return Ok((screen, format!(":{number}")));
        }
        ensure!(screen.runs() && start.elapsed() < Duration::from_secs(20), "no screen for WebKit: {}", tail(&log));
        thread::sleep(Duration::from_millis(20));
    }
}

/// WebKitGTK writes no console of an automated page anywhere, so the page itself keeps count from when it has loaded. (What goes
/// wrong before that is seen in Chromium and Firefox.)
pub(super) fn watch(session: &Session) -> Outcome {
    let script = "const kept = (window.swE2eComplaints = []);
        addEventListener('error', (event) => kept.push(`${event.message} ${event.filename ?? ''}`));
        addEventListener('unhandledrejection', (event) => kept.push(`unhandled: ${event.reason}`));
        addEventListener('securitypolicyviolation', (event) => kept.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
        const { error } = console;
        console.error = (...words) => (kept.push(words.join(' ')), error.apply(console, words));";
    session.execute(script, json!([]))?;
    Ok(())
}

pub(super) fn complaints(session: &Session) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(session.execute("return window.swE2eComplaints?.splice(0) ?? []", json!([]))?)?)
}

/// MiniBrowser's window is never narrower than 447 px, its tool bar takes that.
pub(super) fn set_size(session: &Session, width: u32, height: u32) -> Outcome {
    let frame = session.execute("return [innerWidth, innerHeight, outerHeight - innerHeight]", json!([]))?;
    if (&frame[0], &frame[1]) != (&json!(width), &json!(height)) {
        let bars = frame[2].as_u64().unwrap_or_default();
        session.post("window/rect", &json!({ "width": width, "height": u64::from(height) + bars }))?;
    }
    Ok(())
}
