//! On a page whose theme sets only some of the tokens, or was made for dark paper, all can still be read.

use super::book::Book;
use super::desk;
use super::tour;
use super::{Story, dist};
use crate::browser::{ALL, Browser, Kind};
use crate::checks;
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use serde_json::json;
use std::path::Path;

/// Themes as municipalities have them: one colour of a pair, a dark one that a class switches on, and two whole ones.
const THEMES: [(&str, &str); 6] = [
    ("only the text, and light", ":root { --utrecht-document-color: #dcdcdc; --utrecht-link-color: #9ecbff }"),
    ("only a yellow button", ":root { --utrecht-button-primary-action-background-color: #ffd400 }"),
    ("only the words of buttons", ":root { --nl-button-primary-color: #ffd400; --nl-button-secondary-color: #ffe680 }"),
    (
        "dark by a class",
        ".dark { --utrecht-document-color: #f0f0f0; --utrecht-document-background-color: #101418;
            --utrecht-link-color: #8cc4ff; --nl-card-background-color: #1c2430; background: #101418 }",
    ),
    // Its links are 4.1:1 on our tinted panels by themselves.
    ("green links", ":root { --nl-link-color: #00811f; --nl-paragraph-color: #1a1a1a }"),
    (
        "a whole one",
        ":root { --nl-button-primary-background-color: #154273; --nl-button-primary-color: #fff;
            --nl-button-secondary-background-color: transparent; --nl-button-secondary-color: #154273;
            --nl-paragraph-color: #333; --nl-link-color: #154273 }",
    ),
];

pub fn stories(folder: &Path) -> Vec<Story> {
    let one = |&(name, css): &(&str, &'static str)| {
        let folder = folder.to_path_buf();
        // Colours are computed alike everywhere; what a page switches on, and a pair that we complete, by each engine.
        let browsers: &[Kind] =
            if ["dark by a class", "only a yellow button"].contains(&name) { ALL } else { &[Kind::Chromium] };
        dist(format!("theme: {name}"), browsers, move |browser, server| {
            readable(browser, server, &Book::read(&folder, "digid-inloggen-sms", "nl")?, css)
        })
    };
    THEMES.iter().map(one).collect()
}

/// Opens a page with this theme.
fn open<'b>(browser: &'b Browser, server: &Server, css: &str) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url("/"))?;
    let put = "const sheet = new CSSStyleSheet(); sheet.replaceSync(arguments[0]);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
        document.documentElement.classList.add('dark')";
    page.run(put, json!([css]))?;
    Ok(page)
}

fn readable(browser: &mut Browser, server: &Server, book: &Book, css: &str) -> Outcome {
    let page = open(browser, server, css)?;
    let mut faults = Vec::new();
    let mut look = |place: &str| -> Outcome {
        page.settle()?;
        // Both engines whole where a theme meets the most of our colours and forms; elsewhere, and in the other browsers, what is theirs.
        let whole = browser.kind == Kind::Chromium && ["after a wrong answer", "the settings"].contains(&place);
        let mut found = checks::axe(&page)?;
        found.retain(|line| whole || line.contains("color-contrast"));
        if whole {
            found.extend(checks::ibm(&page)?);
        }
        faults.extend(found.into_iter().map(|line| format!("{place}: {line}")));
        Ok(())
    };
    let walk = tour::first(&page, book, &mut look)?;
    let place = walk.to_screen("login")?;
    look("the practice desk")?;
    let step = book.step(&place.title)?;
    desk::mistake(&walk, &step)?;
    look("after a wrong answer")?;
    walk.solve(&step)?;
    look("after the right answer")?;
    tour::over(&page, book, &mut look)?;
    ensure!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
    Ok(())
}
