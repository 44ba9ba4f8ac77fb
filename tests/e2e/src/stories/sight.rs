//! One screen, nothing to scroll for: on every kind of practice screen the heading, the thing to do and the way on are in the window, and
//! nothing that can be pressed lies under what sticks to an edge.

use super::book::{Book, flows};
use super::desk;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, dist};
use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::Server;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// The windows: small and large telephones, one on its side, a tablet upright, a laptop, a large screen.
const WINDOWS: [(u32, u32); 6] = [(320, 640), (390, 844), (844, 390), (820, 1180), (1280, 800), (1920, 1080)];

/// The windows in which a mistake and the right answer are looked at too.
const ANSWERED: [(u32, u32); 2] = [(390, 844), (1280, 800)];

/// A kiosk, upright.
const KIOSK: (u32, u32) = (1080, 1920);

/// What does not fit yet, by kind and width of the window, and why. This list may only become shorter: what fits has to leave it.
const NOT_YET: &[(&str, u32, &str)] = &[
    ("summary", 320, "all that is sent is read first, and stands above the button"),
    ("summary", 390, "the same"),
    ("summary", 844, "the same"),
    (
        "letter-code",
        320,
        "that the letter is on its way, with a button of two lines, stands below the field that is closed",
    ),
    ("letter-code", 390, "the same"),
    ("letter-code", 844, "the same"),
    ("scan", 844, "the drawn table is as high as the window"),
    ("organisation", 320, "the question and the name of the organisation are read first"),
    ("organisation", 844, "the same"),
    ("new-password", 320, "the rules of a password are read first"),
    ("history", 320, "a line is four lines high there"),
    ("inbox", 320, "what is to be done is read first, and a message is five lines high"),
    ("inbox", 390, "the same"),
    ("inbox", 844, "the same"),
];

pub fn stories(folder: &Path) -> Vec<Story> {
    let [home, kiosk] = [folder.to_path_buf(), folder.to_path_buf()];
    vec![
        dist("sight: each practice screen in its window".into(), &[Kind::Chromium], move |browser, server| {
            everywhere(browser, server, &home, "/", &WINDOWS)
        }),
        dist("sight: each practice screen of a kiosk".into(), &[Kind::Chromium], move |browser, server| {
            everywhere(browser, server, &kiosk, "/kiosk.html", &[KIOSK])
        }),
    ]
}

/// Story: the first control of the desk lay 1.25 to 1.8 screens down on a telephone, and “Stop, ik wil hulp” lay over what was to be
/// pressed. Walks the flows to the first screen of each kind, and looks at it in each window as one arrives there.
fn everywhere(browser: &mut Browser, server: &Server, folder: &Path, path: &str, windows: &[(u32, u32)]) -> Outcome {
    let mut look = Look::default();
    let mut met = BTreeSet::new();
    let mut walked = BTreeSet::new();
    for flow in flows(folder)? {
        let book = Book::read(folder, &flow, "nl")?;
        if !book.brings_new(&mut walked) {
            continue;
        }
        let page = browser.open(&server.url(path))?;
        page.set_viewport(1280, 900)?;
        page.run("localStorage.clear(); sessionStorage.clear()", json!([]))?;
        let page = browser.open(&server.url(path))?;
        if windows.len() == 1 {
            page.set_viewport(windows[0].0, windows[0].1)?;
        }
        let walk = Walk::new(&page, &book, Hand::Mouse);
        walk.begin("mode.practise")?;
        walk.to_new_screens(&mut met, |place, step, kind| {
            for window in windows {
                page.set_viewport(window.0, window.1)?;
                if windows.len() > 1 {
                    // The visit goes on after a reload: so one arrives, at this size.
                    again(&page, &book, &place.heading)?;
                }
                look.at(&format!("{kind}, on arrival"), kind, *window, arrived(&page, &book)?);
                let looks = windows.len() == 1 || ANSWERED.contains(window);
                if looks && desk::mistake(&walk, step)? {
                    look.at(&format!("{kind}, a mistake"), kind, *window, answered(&page, &book)?);
                }
            }
            if windows.len() > 1 && kind != "confirmation" {
                page.set_viewport(1280, 800)?;
                again(&page, &book, &place.heading)?;
                walk.solve(step)?;
                for window in ANSWERED.iter().rev() {
                    page.set_viewport(window.0, window.1)?;
                    look.at(&format!("{kind}, right"), kind, *window, answered(&page, &book)?);
                }
            }
            if windows.len() > 1 {
                page.set_viewport(1280, 900)?;
                again(&page, &book, &place.heading)?;
            }
            Ok(())
        })?;
    }
    ensure!(met.len() > 12, "only {met:?}");
    look.told(windows)
}

/// Loads the page anew: the visit goes on where it was.
fn again(page: &Page, book: &Book, heading: &str) -> Outcome {
    // A browser takes a page that was scrolled there again.
    page.run("history.scrollRestoration = 'manual'; scrollTo(0, 0); location.reload()", json!([]))?;
    page.heading(heading)?;
    page.element(&["button"], book.ui("nav.back")).map(drop)
}

#[derive(Default)]
struct Look {
    faults: Vec<String>,
    excused: BTreeSet<(String, u32)>,
}

impl Look {
    /// Notes what is wrong, unless it is known not to fit yet.
    fn at(&mut self, what: &str, kind: &str, (width, height): (u32, u32), found: Vec<String>) {
        if found.is_empty() {
            return;
        }
        let known = NOT_YET.iter().find(|(known, at, _)| *known == kind && *at == width);
        match known {
            Some((known, at, _)) => drop(self.excused.insert(((*known).to_owned(), *at))),
            None => self.faults.extend(found.into_iter().map(|line| format!("{width} × {height}, {what}: {line}"))),
        }
    }

    fn told(self, windows: &[(u32, u32)]) -> Outcome {
        let fits = |&&(kind, at, _): &&(&str, u32, &str)| {
            windows.iter().any(|window| window.0 == at) && !self.excused.contains(&(kind.to_owned(), at))
        };
        let gone: Vec<String> = NOT_YET.iter().filter(fits).map(|(kind, at, _)| format!("{kind} at {at}")).collect();
        ensure!(gone.is_empty(), "these fit now, and leave the list: {}", gone.join(", "));
        ensure!(self.faults.is_empty(), "{} faults:\n  {}", self.faults.len(), self.faults.join("\n  "));
        Ok(())
    }
}

/// On arrival: the heading, what one does first on the desk, and in the dock what is always there.
fn arrived(page: &Page, book: &Book) -> Outcome<Vec<String>> {
    settled(page)?;
    seen(
        page,
        &json!({ "heading": true, "first": true, "dock": [book.ui("nav.help"), book.ui("nav.back")], "covers": true }),
    )
}

/// After an answer: what is said, and what has the keyboard or is the way on.
fn answered(page: &Page, book: &Book) -> Outcome<Vec<String>> {
    settled(page)?;
    seen(page, &json!({ "said": true, "dock": [book.ui("nav.help")], "keyboard": true }))
}

/// What moves has come to rest, and what scrolls has scrolled.
fn settled(page: &Page) -> Outcome {
    std::thread::sleep(Duration::from_millis(120));
    page.wait_for("nothing moves", || {
        let moving = "document.querySelector('stap-wijzer').shadowRoot.getAnimations().filter((one) => one.playState === 'running').length";
        Ok((page.run(&format!("return {moving}"), json!([]))? == 0).then_some(()))
    })
}

/// What is asked for and cannot be seen as a whole, one line each.
fn seen(page: &Page, asked: &Value) -> Outcome<Vec<String>> {
    let script = r#"(() => {
        const asked = arguments[0], wrong = [];
        const all = eyes.everything();
        const label = (el) => `${eyes.role(el) ?? el.localName} “${(eyes.name(el) || eyes.clean(el.textContent)).slice(0, 50)}”`;
        const deep = (x, y) => { let at = document.elementFromPoint(x, y);
            for (let deeper; (deeper = at?.shadowRoot?.elementFromPoint(x, y)) && deeper !== at; ) at = deeper;
            return at; };
        const top = (el) => { const points = [[.5, .5], [.5, .12], [.5, .88]];
            const box = el.getBoundingClientRect();
            return points.every(([x, y]) => { const found = deep(box.x + box.width * x, box.y + box.height * y);
                return found && (el.contains(found) || found.contains(el) || el.labels && [...el.labels].some((one) => one.contains(found))); }); };
        const whole = (el, what) => {
            const box = el.getBoundingClientRect();
            if (box.top < -1 || box.bottom > innerHeight + 1) wrong.push(`${what} ${label(el)} from ${Math.round(box.top)} to ${Math.round(box.bottom)} of ${innerHeight}`);
            else if (!top(el)) wrong.push(`${what} ${label(el)} at ${Math.round(box.top)} to ${Math.round(box.bottom)} is covered`);
        };
        const pressed = ["button", "link", "radio", "checkbox", "switch", "textbox", "application"];
        const own = (el) => pressed.includes(eyes.role(el)) && (el.tabIndex >= 0) && el.closest("section, [class*=judge]");
        if (asked.heading) {
            const heading = all.find((el) => eyes.role(el) === "heading" && el.hasAttribute("tabindex"));
            heading ? whole(heading, "the heading") : wrong.push("no heading");
        }
        if (asked.first) {
            const shown = (el) => { const box = el.getBoundingClientRect(); return box.width > 2 && box.height > 2; };
            const first = all.filter((el) => own(el) && !el.disabled).map((el) => shown(el) ? el : el.labels?.[0] ?? el)
                // What shows what is typed, and a difficult word, are not what one does first.
                .find((el) => !/__show|sw-term|__title/.test(el.className));
            if (first) whole(first, "the first thing to do");
        }
        for (const name of asked.dock ?? []) {
            const found = eyes.find(["button"], name)[0];
            found ? whole(found, "in the dock") : wrong.push(`no “${name}”`);
        }
        if (asked.said) {
            const said = all.find((el) => el.getAttribute("role") === "status" && el.closest("[role=group]") && eyes.clean(el.textContent));
            said ? whole(said, "what is said") : wrong.push("nothing is said");
        }
        if (asked.keyboard) {
            const active = eyes.active();
            if (active && active !== document.body && active.closest?.("[role=group], section")) whole(active, "what has the keyboard");
            const next = all.find((el) => el.hasAttribute("data-next"));
            if (next) whole(next, "the way on");
        }
        if (asked.covers) {
            // What sticks to an edge is the edge of the window for all else; but it may not lie in the middle of anything.
            const stuck = all.filter((el) => ["sticky", "fixed"].includes(getComputedStyle(el).position));
            for (const el of all.filter((el) => pressed.includes(eyes.role(el)) && el.tabIndex >= 0)) {
                const box = el.getBoundingClientRect();
                if (!box.width || box.bottom < 0 || box.top > innerHeight) continue;
                for (const over of stuck.filter((one) => !one.contains(el) && !el.contains(one))) {
                    const lid = over.getBoundingClientRect();
                    const crosses = box.left < lid.right && lid.left < box.right && box.top < lid.bottom && lid.top < box.bottom;
                    const beside = box.left < lid.left - 1 || box.right > lid.right + 1;
                    if (crosses && beside) wrong.push(`${label(el)} lies half under ${over.className}`);
                }
            }
        }
        return wrong;
    })()"#;
    Ok(serde_json::from_value(page.look(script, json!([asked]))?)?)
}
