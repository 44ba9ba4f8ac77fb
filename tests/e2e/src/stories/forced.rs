//! Forced colours and the largest letters: what can be pressed has an edge, and nothing lies on it.

use super::book::Book;
use super::tour;
use super::{Story, Told, with_flow};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use serde_json::{Value, json};
use std::path::Path;

pub fn stories(folder: &Path) -> Vec<Story> {
    const ONE: &[Kind] = &[Kind::Chromium];
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("forced colours: what can be pressed has an edge", ONE, edges),
        ("start: nothing lies on the search", ONE, search_is_free),
    ];
    with_flow(folder, "digid-inloggen-sms", list)
}

fn force(browser: &Browser, forced: bool) -> Outcome {
    let value = if forced { "active" } else { "none" };
    let media = json!({ "features": [{ "name": "forced-colors", "value": value }] });
    browser.session().devtools("Emulation.setEmulatedMedia", media)?;
    Ok(())
}

/// What has no line of its own, nor anything around it that it has for itself, and no line under its words.
fn without_edge(page: &Page) -> Outcome<Vec<String>> {
    let script = "(() => {
        const pressed = 'button, summary, a[href], input';
        const line = (style, side) => style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0;
        const lined = (el) => {
            const style = getComputedStyle(el);
            return line(style, 'Bottom') || style.textDecorationLine.includes('underline')
                || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
        };
        const alone = (el) => el.querySelectorAll(pressed).length === 1;
        return eyes.everything().filter((el) => el.matches(pressed) && el.getClientRects().length && el.getBoundingClientRect().width > 2)
            .filter((el) => {
                for (let at = el; at && (at === el || alone(at)); at = at.parentElement) if (lined(at)) return false;
                return true;
            }).map((el) => el.textContent.trim());
    })()";
    Ok(serde_json::from_value(page.look(script, json!([]))?)?)
}

/// In forced colours the home button, the stepping stones and the line of safety were words among words.
fn edges(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    force(browser, true)?;
    let mut bare = Vec::new();
    let mut look = |place: &str| -> Outcome {
        page.settle()?;
        bare.extend(without_edge(&page)?.into_iter().map(|name| format!("{place}: {name}")));
        Ok(())
    };
    let walk = tour::first(&page, book, &mut look)?;
    walk.to_screen("sms-code")?;
    look("the practice desk")?;
    page.set_viewport(390, 844)?;
    look("the practice desk on a phone")?;
    tour::over(&page, book, &mut look)?;
    force(browser, false)?;
    ensure!(bare.is_empty(), "no edge:\n  {}", bare.join("\n  "));
    Ok(())
}

/// With the largest letters, and in windows of 560 to 700 px, the host stood on “Zoek”; in forced colours the first door lay on it.
fn search_is_free(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.region(book.ui("find.title"))?;
    let script = "(() => {
        const box = (el) => el.getBoundingClientRect();
        const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
        const search = eyes.find(['button'], arguments[0])[0];
        return eyes.everything().filter((el) => el.matches('img, button') && el !== search && box(el).width > 2 && meet(box(el), box(search)))
            .map((el) => el.textContent.trim() || el.currentSrc.split('/').at(-1));
    })()";
    let mut wrong = Vec::new();
    for large in [false, true] {
        if large {
            page.press(book.ui("settings.title"))?;
            page.press(book.ui("settings.text.4"))?;
            page.press(book.ui("settings.title"))?;
        }
        for width in [390, 480, 560, 600, 700, 820, 1280] {
            // So high that the dock lies under all of it.
            page.set_viewport(width, 1400)?;
            for forced in [false, true] {
                force(browser, forced)?;
                let on: Value = page.look(script, json!([book.ui("find.go")]))?;
                if on != json!([]) {
                    wrong.push(format!("{width} px, large {large}, forced {forced}: {on}"));
                }
            }
        }
    }
    force(browser, false)?;
    ensure!(wrong.is_empty(), "on the search lies\n  {}", wrong.join("\n  "));
    Ok(())
}
