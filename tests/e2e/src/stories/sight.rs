//! One screen, nothing to scroll for: on every kind of practice screen the heading, the thing to do and the way on are in the window, and
//! nothing that can be pressed lies under what sticks to an edge.

use super::book::{Book, flows};
use super::desk;
use super::hand::Hand;
use super::large;
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

/// The windows: small and large telephones, one on its side, a small tablet on its side and a large one upright, a laptop, a large screen.
const WINDOWS: [(u32, u32); 7] =
    [(320, 640), (390, 844), (844, 390), (962, 520), (820, 1180), (1280, 800), (1920, 1080)];

/// The windows in which a mistake and the right answer are looked at too.
const ANSWERED: [(u32, u32); 2] = [(390, 844), (1280, 800)];

/// The telephones, and how high the keys are that come up there while one types.
const TYPED: [(u32, u32); 2] = [(320, 640), (390, 844)];
const KEYS: u32 = 300;

/// A kiosk, upright.
const KIOSK: (u32, u32) = (1080, 1920);

pub fn stories(folder: &Path) -> Vec<Story> {
    let [home, kiosk] = [folder.to_path_buf(), folder.to_path_buf()];
    vec![
        dist("sight: each practice screen in its window".into(), &[Kind::Chromium], move |browser, server| {
            let told = everywhere(browser, server, &home, "/", &WINDOWS);
            large::standard(browser, 16).and(told)
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
                look.at(*window, &format!("{kind}, on arrival"), arrived(&page, &book)?);
                if TYPED.contains(window) {
                    page.set_viewport(window.0, window.1 - KEYS)?;
                    look.at(*window, &format!("{kind}, over the keys"), typed(&page, &book)?);
                    page.set_viewport(window.0, window.1)?;
                    page.run("scrollTo(0, 0)", json!([]))?;
                }
                let looks = windows.len() == 1 || ANSWERED.contains(window);
                if looks && desk::mistake(&walk, step)? {
                    look.at(*window, &format!("{kind}, a mistake"), answered(&page, &book)?);
                }
            }
            if windows.len() == 1 {
                return Ok(());
            }
            large::letters(browser, &page, 32)?;
            for (place_of, window) in large::ARRIVED.iter().enumerate() {
                page.set_viewport(window.0, window.1)?;
                if place_of == 0 {
                    again(&page, &book, &place.heading)?;
                    settled(&page)?;
                } else {
                    page.run("scrollTo(0, 0)", json!([]))?;
                }
                look.at(*window, &format!("{kind} at 200 %, on arrival"), large::arrived(&page, &book)?);
            }
            large::letters(browser, &page, 16)?;
            if kind != "confirmation" {
                page.set_viewport(1280, 800)?;
                again(&page, &book, &place.heading)?;
                walk.solve(step)?;
                for window in ANSWERED.iter().rev() {
                    page.set_viewport(window.0, window.1)?;
                    look.at(*window, &format!("{kind}, right"), answered(&page, &book)?);
                }
                large::letters(browser, &page, 32)?;
                settled(&page)?;
                for window in &large::ANSWERED {
                    page.set_viewport(window.0, window.1)?;
                    look.at(*window, &format!("{kind} at 200 %, right"), large::answered(&page, &book)?);
                }
                large::letters(browser, &page, 16)?;
            }
            page.set_viewport(1280, 900)?;
            again(&page, &book, &place.heading)?;
            Ok(())
        })?;
    }
    ensure!(met.len() > 12, "only {met:?}");
    let Look(faults) = look;
    ensure!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
    Ok(())
}

/// Loads the page anew: the visit goes on where it was.
fn again(page: &Page, book: &Book, heading: &str) -> Outcome {
    // A browser takes a page that was scrolled there again.
    page.run("history.scrollRestoration = 'manual'; scrollTo(0, 0); location.reload()", json!([]))?;
    page.heading(heading)?;
    page.element(&["button"], book.ui("nav.back")).map(drop)
}

/// What is wrong, one line each.
#[derive(Default)]
struct Look(Vec<String>);

impl Look {
    fn at(&mut self, (width, height): (u32, u32), what: &str, found: Vec<String>) {
        self.0.extend(found.into_iter().map(|line| format!("{width} × {height}, {what}: {line}")));
    }
}

/// On arrival: the heading, what one does first on the desk, and in the dock what is always there. (Once “Volgende” stuck out of the
/// dock of a telephone on its side, and “Laat zien” lay on the pictogram beside it.)
fn arrived(page: &Page, book: &Book) -> Outcome<Vec<String>> {
    settled(page)?;
    seen(
        page,
        &json!({ "heading": true, "first": true, "dock": [book.ui("nav.help"), book.ui("nav.back")], "covers": true,
            "row": book.ui("step.dock") }),
    )
}

/// After an answer: what is said, and what has the keyboard or is the way on.
fn answered(page: &Page, book: &Book) -> Outcome<Vec<String>> {
    settled(page)?;
    seen(page, &json!({ "said": true, "dock": [book.ui("nav.help")], "keyboard": true }))
}

/// While one types: each field as it gets the keyboard, and what stands on the card for it.
fn typed(page: &Page, book: &Book) -> Outcome<Vec<String>> {
    seen(page, &json!({ "typed": book.ui("field.card") }))
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
                return found && (found.closest("p button") || el.contains(found) || found.contains(el) || el.labels && [...el.labels].some((one) => one.contains(found))); }); };
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
        if (asked.row) {
            const dock = eyes.find(["group"], asked.row)[0], edge = dock.getBoundingClientRect();
            const boxes = all.filter((el) => dock.contains(el) && eyes.role(el) === "button").map((el) => [el, el.getBoundingClientRect()]);
            for (const [el, box] of boxes) {
                if (box.left < edge.left - 1 || box.right > edge.right + 1)
                    wrong.push(`${label(el)} from ${Math.round(box.left)} to ${Math.round(box.right)}, the dock from ${Math.round(edge.left)} to ${Math.round(edge.right)}`);
                const on = boxes.find(([other, at]) => other !== el && box.left < at.right - 1 && at.left < box.right - 1 && box.top < at.bottom - 1 && at.top < box.bottom - 1);
                if (on) wrong.push(`${label(el)} lies on ${label(on[0])}`);
            }
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
        if (asked.typed) {
            const fields = all.filter((el) => eyes.role(el) === "textbox" && !el.disabled && !el.readOnly && el.inputMode !== "none");
            for (const el of fields) {
                el.focus();
                whole(el, "the field");
                const told = (el.getAttribute("aria-describedby") ?? "").split(" ").map((id) => id && el.getRootNode().getElementById(id));
                const card = told.find((one) => one && eyes.clean(one.textContent).startsWith(asked.typed));
                if (card) whole(card, "its value");
            }
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
