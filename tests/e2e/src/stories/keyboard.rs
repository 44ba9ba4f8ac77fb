//! The keyboard at the practice desk: it is never nowhere, and Tab and Enter alone are enough.

use super::book::{Book, flows, plain};
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, dist, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::{Key, Page};
use crate::server::Server;
use serde_json::json;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[("keyboard: from “Hint” on to the hint and “Laat zien”", ALL, hint)];
    let mut stories = with_flow(folder, "digid-inloggen-sms", list);
    let (every, some, three) = (folder.to_path_buf(), folder.to_path_buf(), folder.to_path_buf());
    stories.push(dist(
        "keyboard: no button of a desk leaves it nowhere".into(),
        &[Kind::Chromium],
        move |browser, server| every_button(browser, server, &every),
    ));
    // All of them take a browser two minutes.
    stories.push(dist(
        "keyboard: no button that went away leaves it nowhere".into(),
        &[Kind::Firefox, Kind::WebKit],
        move |browser, server| buttons_that_went(browser, server, &some),
    ));
    let pages = folder.to_path_buf();
    stories.push(dist("keyboard: a right answer that opens a page leaves it at the way on".into(), ALL, {
        move |browser, server| right_page(browser, server, &pages)
    }));
    stories.push(dist("keyboard: a flow with Tab and Enter alone".into(), &[Kind::Chromium, Kind::Firefox], {
        move |browser, server| three_keys(browser, server, &Book::read(&three, "phishing-herkennen", "nl")?)
    }));
    stories.extend(with_flow(
        folder,
        "digid-inloggen-sms",
        &[("keyboard: the keys of a kiosk with Tab and Enter alone", &[Kind::Chromium], kiosk_keys)],
    ));
    stories
}

/// Story: “Hint” was made anew when it was pressed, so the keyboard was nowhere, and Tab went past the hint and “Laat zien” to “Terug”.
fn hint(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to_screen("login")?;
    let ask = book.ui("hint.ask");
    page.focus_on(&["button"], ask)?;
    page.key(Key::Enter)?;
    page.element(&["button"], book.ui("hint.show"))?;
    ensure!(page.focus_name()? == ask, "after “{ask}” the keyboard is at “{}”", page.focus_name()?);
    page.key(Key::Tab)?;
    let next = page.focus_name()?;
    ensure!(next == book.ui("hint.show"), "after “{ask}” Tab comes to “{next}”");
    Ok(())
}

/// Story: the button that puts a message in the archive was the right answer and opened the list. The keyboard went to the way on, and a
/// moment later to the title of the list: Enter was pressed on "Volgende", and came to nothing.
fn right_page(browser: &mut Browser, server: &Server, folder: &Path) -> Outcome {
    for (flow, kind) in [("mijnoverheid-berichtenbox", "inbox"), ("eerste-keer", "pages")] {
        let book = Book::read(folder, flow, "nl")?;
        let page = browser.open(&server.url("/"))?;
        let walk = Walk::new(&page, &book, Hand::Keyboard);
        walk.begin("mode.practise")?;
        // The first box of messages ends with reading, which stays on its page.
        walk.to(|_, step| {
            let screen = step.screen().0;
            let last = screen["tasks"].as_array().and_then(|tasks| tasks.last()?.as_str());
            Ok(screen["type"] == kind && last.is_none_or(|task| task.starts_with("archive")))
        })
        .and_then(|place| walk.solve(&book.step(&place.title)?))?;
        let on = book.ui("nav.next");
        page.wait_for("the keyboard at the way on", || Ok((page.focus_name()? == on).then_some(())))?;
        // What takes it away does so as soon as all is drawn.
        std::thread::sleep(Duration::from_millis(300));
        ensure!(page.focus_name()? == on, "{flow}: from “{on}” the keyboard went to “{}”", page.focus_name()?);
    }
    Ok(())
}

/// Presses every button of the desk by Enter, on the first screen of each kind.
///
/// Story: what was pressed was taken away, hidden or switched off (“Hint”, “Scan voor mij”, the third “Houd de kaart stil”, the
/// third wrong code), and the keyboard was nowhere.
fn every_button(browser: &mut Browser, server: &Server, folder: &Path) -> Outcome {
    let mut walked = BTreeSet::new();
    let mut desks = Desks::default();
    for flow in flows(folder)? {
        let book = Book::read(folder, &flow, "nl")?;
        if book.brings_new(&mut walked) {
            desks.walk(browser, server, &book)?;
        }
    }
    desks.end(60)
}

/// The same story, of the screens that it was seen on: the others are taken for met.
fn buttons_that_went(browser: &mut Browser, server: &Server, folder: &Path) -> Outcome {
    let mut desks = Desks::default();
    for (flow, kinds) in [
        ("digid-inloggen-sms", &["login", "sms-code"] as &[&str]),
        ("digid-id-check", &["scan", "id-check"]),
        ("mijnoverheid-berichtenbox", &["inbox"]),
    ] {
        let book = Book::read(folder, flow, "nl")?;
        desks.met = book.screens().into_iter().filter(|kind| !kinds.contains(kind)).map(str::to_owned).collect();
        desks.walk(browser, server, &book)?;
    }
    desks.end(20)
}

/// The desks whose buttons were pressed.
#[derive(Default)]
struct Desks {
    /// Their kinds.
    met: BTreeSet<String>,
    /// How many buttons were pressed.
    pressed: usize,
    /// After which of them the keyboard was nowhere.
    lost: Vec<String>,
}

impl Desks {
    /// Presses every button of the first screen of each kind that is not met yet.
    fn walk(&mut self, browser: &Browser, server: &Server, book: &Book) -> Outcome {
        let Desks { met, pressed, lost } = self;
        let page = browser.open(&server.url("/"))?;
        let walk = Walk::new(&page, book, Hand::Mouse);
        walk.begin("mode.practise")?;
        walk.to_new_screens(met, |place, step, kind| {
            if place.number < 2 {
                return Ok(());
            }
            let action = step.screen().1["action"]
                .as_str()
                .or(step.words["action"].as_str())
                .map_or_else(|| book.ui("nav.next").to_owned(), plain);
            let times = if kind == "id-check" { 3 } else { 2 };
            for name in presses(&page, book, times)? {
                // The way on and the way back lead to another step; help and the question about real data have stories of their own.
                let elsewhere = ["practice.skip", "nav.back", "nav.help", "helper.title"];
                if name == action || elsewhere.iter().any(|key| name == book.ui(key)) {
                    continue;
                }
                let Some(nowhere) = press_by_key(&page, &name)? else { continue };
                *pressed += 1;
                lost.extend(nowhere.then(|| format!("{kind}: “{name}”")));
                let now = walk.place()?;
                if now.as_ref() != Some(place) {
                    // It was right, and Enter once more went on.
                    page.press(book.ui("nav.back"))?;
                    return walk.arrive(now.as_ref()).map(drop);
                }
            }
            // A fresh desk: back, and here again.
            page.press(book.ui("nav.back"))?;
            let before = walk.arrive(Some(place))?;
            let asked = book.step(&before.title)?;
            // What was chosen there is still chosen; another answer leads elsewhere.
            if asked.kind == "choose" {
                page.press(book.ui("nav.next"))?;
            } else {
                walk.answer(&asked)?;
            }
            walk.arrive(Some(&before)).map(drop)
        })
    }

    /// So many buttons were pressed at least, and the keyboard was always somewhere.
    fn end(&self, least: usize) -> Outcome {
        ensure!(self.pressed >= least, "only {} buttons on {:?}", self.pressed, self.met);
        ensure!(self.lost.is_empty(), "the keyboard is nowhere after:\n  {}", self.lost.join("\n  "));
        Ok(())
    }
}

/// What can be pressed on the desk, with what only comes when something was pressed: so often, as the last may be another.
fn presses(page: &Page, book: &Book, times: usize) -> Outcome<Vec<String>> {
    let script =
        "eyes.list(['button'], eyes.everything().find((el) => el.className === 'sw-desk')).map((one) => one[1])";
    let now = page.look(script, json!([]))?;
    let mut names: Vec<String> =
        now.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(String::from)).collect();
    for key in [
        "hint.show",
        "call.answer",
        "later.button",
        "later.days",
        "letter.open",
        "scan.again",
        "id.stay",
        "id.away",
        "pin.activate",
    ] {
        names.push(book.ui(key).to_owned());
    }
    Ok(names.iter().cycle().take(names.len() * times).cloned().collect())
}

/// Puts the keyboard on a button, if it is there, and presses Enter; tells whether the keyboard is nowhere afterwards.
fn press_by_key(page: &Page, name: &str) -> Outcome<Option<bool>> {
    let focus = "(() => { const all = eyes.find(['button'], arguments[0], eyes.everything().find((el) => el.className === 'sw-desk'));
        all[0]?.focus(); return !!all.length && eyes.active() === all[0]; })()";
    if page.look(focus, json!([name]))? != true {
        return Ok(None);
    }
    page.key(Key::Enter)?;
    // What takes its place comes a moment later.
    let after = "new Promise((done) => setTimeout(() => done(!eyes.focus()), 60))";
    Ok(Some(page.look(after, json!([]))? == true))
}

/// Story: with Tab, Shift+Tab and Enter, as a switch or a kiosk's keys give them, every flow stopped at the first question: Enter did
/// nothing on a radio button or a box.
fn three_keys(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Keyboard);
    walk.begin("mode.practise")?;
    let mut place = walk.arrive(None)?;
    for _ in 0..60 {
        let step = book.step(&place.title)?;
        match step.kind {
            "outcome" => return Ok(()),
            "choose" => {
                let names = page.names(&["radio"])?;
                let chosen = walk.choice(&step);
                let index = step.options().iter().position(|option| *option == chosen).unwrap_or_default();
                page.tab_to_one_of(&names.iter().map(String::as_str).collect::<Vec<_>>())?;
                for _ in 0..=names.len() {
                    page.key(Key::Enter)?;
                    if page.is_checked(&names[index])? {
                        break;
                    }
                }
                ensure!(page.is_checked(&names[index])?, "Enter never chose “{}”", names[index]);
                walk.go_on(&step)?;
            }
            "checklist" => {
                let boxes = page.names(&["checkbox"])?;
                page.tab_to(&boxes[0])?;
                page.key(Key::Enter)?;
                ensure!(page.is_checked(&boxes[0])?, "Enter did not tick “{}”", boxes[0]);
                walk.go_on(&step)?;
            }
            _ => walk.answer(&step).map_err(|failure| format!("at “{}”: {failure}", place.heading))?,
        }
        place = walk.arrive(Some(&place))?;
    }
    fail!("60 steps, and no outcome; now at “{}”", place.heading)
}

/// Story: the keys on the screen sent the keyboard back to the field after each letter (98 Tabs for four letters), and what was
/// meant for the user name landed in the password, because Tab passed it by on its way to the keys.
fn kiosk_keys(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/kiosk.html"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to_screen("login")?;
    let (name, password) = (book.ui("login.username"), book.ui("login.password"));
    // Tab passes the password too on its way to the keys.
    for letter in ["n", "o", "o", "r"] {
        if page.focus_name()? != letter {
            page.tab_to(letter)?;
        }
        page.key(Key::Enter)?;
        ensure!(page.focus_name()? == letter, "after “{letter}” the keyboard is at “{}”", page.focus_name()?);
    }
    ensure!(page.value(name)? == "noor" && page.value(password)?.is_empty(), "the letters went elsewhere");
    while page.focus_name()? != password {
        page.shift_tab()?;
    }
    page.key(Key::Enter)?;
    page.wait_for("the keyboard at the keys", || Ok((page.focus_name()?.chars().count() == 1).then_some(())))?;
    page.tab_to(&format!("ABC {}", book.ui("keypad.shift")))?;
    page.key(Key::Enter)?;
    while page.focus_name()? != "O" {
        page.shift_tab()?;
    }
    page.key(Key::Enter)?;
    ensure!(page.value(password)? == "O" && page.value(name)? == "noor", "the letter of the password went elsewhere");
    caret(&page, name)
}

/// Story: the keys on the screen typed at the end, wherever the caret was and whatever was selected.
fn caret(page: &Page, name: &str) -> Outcome {
    page.tap_field(name)?;
    let select = |from: u32, to: u32| -> Outcome {
        let field = page.element(&["textbox"], name)?;
        page.run("arguments[0].setSelectionRange(arguments[1], arguments[2])", json!([field.value(), from, to]))?;
        Ok(())
    };
    select(2, 4)?;
    page.tap("v")?;
    page.wait_for("the letter over what was selected", || Ok((page.value(name)? == "nov").then_some(())))?;
    select(2, 2)?;
    page.tap("o")?;
    page.wait_for("the letter where the caret was", || Ok((page.value(name)? == "noov").then_some(())))
}
