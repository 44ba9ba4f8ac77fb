//! Pictures of screens in Chromium, at several widths, light and dark: for the README and to look at with one's own eyes.
//!
//! `shots.json` says which screens, and how to get there: `path`, then (with `flow`, `mode`, `step`) a walk to that step, then `do`: a name to
//! press, or `name=text` to type. `see` is a text to wait for; `kiosk` takes the kiosk's size; `fold` only what is in view.
//! A screen is visited once and then seen in all sizes.

use crate::beside;
use crate::browser::{Browser, Kind};
use crate::failure::{Failure, Outcome};
use crate::options::{Shots, wants};
use crate::page::Page;
use crate::server::Server;
use crate::stories::{Book, Hand, Walk, all_there, gallery};
use serde_json::Value;
use std::fs;

/// Widths and heights for a screen at home or in the hand, and for a kiosk.
const SCREEN: &[(u32, u32)] = &[(320, 640), (768, 1024), (1280, 800)];
const KIOSK: &[(u32, u32)] = &[(1080, 1920)];

/// Takes the pictures that were asked for; tells whether all screens were reached.
pub fn take(options: &Shots) -> Outcome<bool> {
    let text =
        fs::read_to_string(&options.screens).map_err(|error| format!("{}: {error}", options.screens.display()))?;
    let screens: Vec<Value> =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", options.screens.display()))?;
    ensure!(options.dist.is_dir(), "{} is not there; make it with: cargo xtask build", options.dist.display());
    let mut browser = Browser::start(Kind::Chromium)?;
    let (mut taken, mut missed) = (0, 0);
    for screen in &screens {
        let name = word(screen, "name")?;
        if options.list {
            println!("{name}");
        } else if wants(&options.only, name) {
            match visit(&mut browser, screen, options) {
                Ok(pictures) => taken += pictures,
                Err(failure) => {
                    missed += 1;
                    println!("FAILED {name}\n  {failure}");
                }
            }
        }
    }
    if let Some(before) = options.before.as_ref().filter(|_| !options.list) {
        let joined = beside::join(&mut browser, before, &options.out)?;
        println!("{joined} of them beside those of before, in {}", options.out.join("beside").display());
    }
    println!("{taken} pictures in {}, {missed} screens missed", options.out.display());
    Ok(missed == 0)
}

/// Goes to a screen and takes it in all its sizes. A server (and so an origin) of its own: no screen remembers another.
fn visit(browser: &mut Browser, screen: &Value, options: &Shots) -> Outcome<u32> {
    let path = word(screen, "path")?;
    let every = path.starts_with("/schermen.html").then(|| gallery(&options.dist, "shots")).transpose()?;
    let server = Server::start(every.as_ref().unwrap_or(&options.dist))?;
    browser.reset()?;
    let page = browser.open(&server.url(path))?;
    if every.is_some() {
        all_there(&page)?;
    }
    if let Some(flow) = screen["flow"].as_str() {
        let book = Book::read(&options.dist, flow, "nl")?;
        let walk = Walk::new(&page, &book, Hand::Mouse);
        walk.begin(screen["mode"].as_str().unwrap_or("mode.together"))?;
        walk.to(|_, step| Ok(step.id == screen["step"]))?;
    }
    for deed in screen["do"].as_array().into_iter().flatten() {
        act(&page, deed.as_str().unwrap_or_default())?;
    }
    if let Some(text) = screen["see"].as_str() {
        page.see(text)?;
    }
    let sizes = match &options.size[..] {
        [] if screen["kiosk"] == true => KIOSK,
        [] => SCREEN,
        named => named,
    };
    let mut taken = 0;
    for (width, height) in sizes {
        page.set_viewport(*width, *height)?;
        for (dark, colours) in [(false, "light"), (true, "dark")] {
            page.set_dark(dark)?;
            let high = if options.size.is_empty() { String::new() } else { format!("x{height}") };
            let file = options.out.join(format!("{}-{width}{high}-{colours}.png", word(screen, "name")?));
            if screen["fold"] == true {
                page.screenshot(&file)?;
            } else {
                page.screenshot_all(&file)?;
            }
            taken += 1;
        }
    }
    Ok(taken)
}

/// `name` presses it; `name=text` types into it.
fn act(page: &Page, deed: &str) -> Outcome {
    match deed.split_once('=') {
        Some((field, text)) => page.type_into(field, text),
        None => page.press(deed),
    }
}

fn word<'s>(screen: &'s Value, key: &str) -> Outcome<&'s str> {
    screen[key].as_str().ok_or_else(|| Failure::new(format!("a screen without “{key}”: {screen}")))
}
