//! Motion that says something: an sms drops in, a phone that rings buzzes, a letter folds open. Each once; and none for who asked for
//! less motion.

use super::book::Book;
use super::hand::Hand;
use super::play::less_motion;
use super::walk::{self, Walk};
use super::{Story, Told, with_flow};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use serde::Deserialize;
use serde_json::json;
use std::path::Path;

const ONE: &[Kind] = &[Kind::Chromium];

pub fn stories(folder: &Path) -> Vec<Story> {
    let of = |flow, name, told: Told| with_flow(folder, flow, &[(name, ONE, told)]);
    let sms = of("digid-inloggen-sms", "motion: an sms drops in, and a phone that rings buzzes", sms);
    let letter = of("digid-activeren-brief", "motion: a letter folds open", letter);
    sms.into_iter().chain(letter).collect()
}

/// Where something was at one moment of its motion.
#[derive(Debug, Deserialize)]
struct Spot {
    x: f64,
    y: f64,
    height: f64,
}

/// Something that moved, by what can be read on it.
#[derive(Debug, Deserialize)]
struct Moved {
    words: String,
    /// From the beginning to the end.
    way: Vec<Spot>,
}

impl Moved {
    fn end(&self) -> &Spot {
        &self.way[self.way.len() - 1]
    }

    /// From above to its place.
    fn drops(&self) -> bool {
        self.way[0].y < self.end().y - 20.0 && self.way.is_sorted_by(|one, next| one.y <= next.y)
    }

    /// To and fro.
    fn buzzes(&self) -> bool {
        let aside = |side: f64| self.way.iter().any(|spot| (spot.x - self.end().x) * side > 1.0);
        aside(1.0) && aside(-1.0)
    }

    /// From a flatter one.
    fn unfolds(&self) -> bool {
        self.way[0].height < self.end().height * 0.9 && self.way.is_sorted_by(|one, next| one.height <= next.height)
    }
}

/// From now on keeps what moves by itself. Each motion is gone through at once, so that a slow machine sees all of it.
fn record(page: &Page) -> Outcome {
    let script = "window.swE2eMoved = [];
        document.querySelector('stap-wijzer').shadowRoot.addEventListener('animationstart', ({ target, animationName }) => {
            const motion = target.getAnimations().find((one) => one.animationName === animationName);
            if (!motion) return;
            const { duration } = motion.effect.getComputedTiming();
            const at = (part) => {
                motion.currentTime = duration * part;
                const { x, y, height } = target.getBoundingClientRect();
                return { x, y, height };
            };
            swE2eMoved.push({ words: target.innerText, way: [0, 0.17, 0.33, 0.5, 0.67, 0.83, 0.999].map(at) });
            motion.currentTime = 0;
        })";
    page.run(script, json!([]))?;
    Ok(())
}

fn recorded(page: &Page) -> Outcome<Vec<Moved>> {
    Ok(serde_json::from_value(page.run("return swE2eMoved", json!([]))?)?)
}

/// What stands there with these words came so, and lies still after that.
fn came(page: &Page, words: &str, so: fn(&Moved) -> bool) -> Outcome {
    let here = |moved: &Moved| moved.words.contains(words) && so(moved);
    let found =
        page.wait_for(&format!("how “{words}” comes"), || Ok(recorded(page)?.iter().any(here).then_some(())));
    found.map_err(|failure| failure.and(format!("\n  moved: {:?}", recorded(page))))?;
    page.settle()?;
    let running = "return document.querySelector('stap-wijzer').shadowRoot.getAnimations().length";
    let running = page.run(running, json!([]))?;
    ensure!(running == 0, "{running} things go on moving");
    Ok(())
}

/// In *oefenen*, at the first screen of this type.
fn arrive(page: &Page, book: &Book, screen: &str) -> Outcome {
    let walk = Walk::new(page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to_screen(screen)?;
    record(page)
}

/// Nothing moves while this is done by who asked for less motion.
fn still(browser: &Browser, page: &Page, act: impl FnOnce() -> Outcome) -> Outcome {
    less_motion(browser, true)?;
    let moved = (|| {
        page.run("swE2eMoved.length = 0", json!([]))?;
        act()?;
        page.settle()?;
        recorded(page)
    })();
    less_motion(browser, false)?;
    let moved = moved?;
    ensure!(moved.is_empty(), "asked for less motion, and there moved: {moved:?}");
    Ok(())
}

/// On a telephone they come in behind a tab: what moves there is all that one sees of it.
fn sms(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(390, 844)?;
    arrive(&page, book, "sms-code")?;
    let look = || page.press_in(book.ui("desk.computer"), book.ui("desk.look"));
    let call = || {
        page.press(book.ui("desk.tab.computer"))?;
        page.press(book.ui("call.ask"))?;
        page.element(&["button"], book.ui("desk.look")).map(drop)
    };
    look()?;
    call()?;
    came(&page, book.ui("desk.look"), Moved::drops)?;
    look()?;
    came(&page, book.ui("call.answer"), Moved::buzzes)?;
    page.press(book.ui("call.answer"))?;
    still(browser, &page, || {
        call()?;
        look()?;
        page.element(&["button"], book.ui("call.answer")).map(drop)
    })
}

fn letter(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(1280, 800)?;
    arrive(&page, book, "letter-code")?;
    page.set_viewport(390, 844)?;
    let step = book.step(&walk::place_on(&page, book)?.unwrap_or_default().title)?;
    let (screen, words) = step.screen();
    let message = &words["messages"][screen["letter"].as_str().unwrap_or_default()];
    let subject = message["subject"].as_str().unwrap_or("no letter");
    let to_letter = format!("{}…", book.ui("desk.tab.letter"));
    page.press(book.ui("later.days"))?;
    page.press(&to_letter)?;
    page.press(book.ui("letter.open"))?;
    came(&page, subject, Moved::unfolds)?;
    still(browser, &page, || {
        page.press(book.ui("desk.tab.computer"))?;
        page.see_not(subject)?;
        page.press(&to_letter)?;
        page.see(subject)
    })
}
