//! Typing at the practice desk, and what comes of it: Enter, a try that fails, a desk that is left.

use super::book::Book;
use super::desk::on_card;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, dist, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::checks;
use crate::failure::Outcome;
use crate::page::{Key, Page};
use crate::server::Server;
use serde_json::json;
use std::path::Path;
use std::thread;
use std::time::Duration;

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("typing: Enter sends, and its answer stays", ALL, enter),
        // Only in Chromium can time run faster.
        ("typing: a desk that is left asks first", &[Kind::Chromium], left),
        ("typing: a key that does not fit is told again", &[Kind::Chromium, Kind::Firefox], again),
    ];
    let mut stories = with_flow(folder, "digid-inloggen-sms", list);
    for flow in ["inspreken-bij-de-raad", "leerlingenvervoer"] {
        let folder = folder.to_path_buf();
        stories.push(dist(format!("typing: what is wrong everywhere passes the rules ({flow})"), &[Kind::Chromium], {
            move |browser, server| wrong_everywhere(browser, server, &Book::read(&folder, flow, "nl")?)
        }));
    }
    let folder = folder.to_path_buf();
    stories.push(dist("typing: a try that fails leads to the field".into(), &[Kind::Chromium, Kind::Firefox], {
        move |browser, server| mistakes(browser, server, &Book::read(&folder, "inspreken-bij-de-raad", "nl")?)
    }));
    stories
}

/// At the first screen of this type.
fn at<'w>(page: &'w Page<'w>, book: &'w Book, kind: &str) -> Outcome<Walk<'w>> {
    let walk = Walk::new(page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    walk.to(|_, step| Ok(step.screen().0["type"] == kind))?;
    Ok(walk)
}

/// Long enough for a wrong answer to vanish again.
fn a_moment() {
    thread::sleep(Duration::from_millis(400));
}

/// Story: Enter sent the code, and was then taken for an edit: the answer was gone before anybody could read it, and who had come
/// into the field by Tab, which selects it, lost the code too.
fn enter(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = at(&page, book, "sms-code")?;
    let place = walk.place()?;
    let label = book.ui("sms.label");
    let phone = page.text_in(&page.region(book.ui("desk.phone"))?)?;
    let code: String = phone.chars().filter(char::is_ascii_digit).take(6).collect();
    page.type_into(label, &code[..3])?;
    page.key(Key::Enter)?;
    let short = book.ui("mistake.short").split("{n}").next().unwrap_or_default();
    page.hear(short)?;
    a_moment();
    page.hear(short)?;
    ensure!(page.value(label)? == code[..3], "Enter made “{}” of it", page.value(label)?);
    page.chord(Key::Control, 'a')?;
    page.key(Key::Enter)?;
    a_moment();
    page.hear(short)?;
    ensure!(page.value(label)? == code[..3], "Enter over what is selected left “{}”", page.value(label)?);
    page.key(Key::Right)?;
    page.keys(&code[3..])?;
    page.key(Key::Enter)?;
    let right = book.ui("verdict.right.next");
    page.hear(right)?;
    a_moment();
    page.hear(right)?;
    ensure!(walk.place()? == place, "one Enter went on");
    page.key(Key::Enter)?;
    walk.arrive(place.as_ref()).map(drop)
}

/// Story: a field that was left for a minute was emptied without a word, while somebody was busy in the next one.
fn left(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.own_clock()?;
    let page = browser.open(&server.url("/"))?;
    at(&page, book, "login")?;
    let (name, password) = (book.ui("login.username"), book.ui("login.password"));
    let (question, keep) = (book.ui("away.text"), book.ui("away.keep"));
    page.type_into(name, "noor")?;
    page.type_into(password, "Oe")?;
    // Two and a half minutes in the second field, and one of reading.
    for letter in ["f", "e", "n"] {
        page.jump(Duration::from_secs(50))?;
        page.keys(letter)?;
    }
    page.jump(Duration::from_secs(60))?;
    page.see_not(question)?;
    ensure!(page.value(name)? == "noor" && page.value(password)? == "Oefen", "what was typed is gone");
    page.jump(Duration::from_secs(245))?;
    let long = Duration::from_secs(10);
    let asked = || Ok(page.announced()?.iter().any(|words| words.contains(question)).then_some(()));
    page.wait_at_most(long, "the question", asked)?;
    page.press(keep)?;
    page.wait_for("the question to go", || Ok((!page.text()?.contains(question)).then_some(())))?;
    ensure!(page.focus_name()? == password, "the keyboard is at “{}”", page.focus_name()?);
    ensure!(page.value(name)? == "noor" && page.value(password)? == "Oefen", "what was to stay is gone");
    page.jump(Duration::from_secs(305))?;
    page.jump(Duration::from_secs(65))?;
    let emptied = book.ui("away.emptied");
    let gone = || Ok(page.announced()?.iter().any(|words| words.contains(emptied)).then_some(()));
    page.wait_at_most(long, "word of the empty fields", gone)?;
    ensure!(page.value(name)?.is_empty() && page.value(password)?.is_empty(), "something stands there still");
    page.see_not(question)
}

/// Story: the second key that did not fit changed nothing in the live region, so a screen reader was silent.
fn again(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    at(&page, book, "login")?;
    page.run(
        "window.told = 0;
         const look = (root) => { new MutationObserver(() => window.told++).observe(root, { subtree: true, childList: true, characterData: true }); };
         const root = document.querySelector('stap-wijzer').shadowRoot;
         root.querySelectorAll('.sw-coach [role=status]').forEach(look)",
        json!([]),
    )?;
    let told = || -> Outcome<u64> { Ok(page.run("return window.told", json!([]))?.as_u64().unwrap_or_default()) };
    page.type_into(book.ui("login.username"), "xxx")?;
    page.hear(book.ui("field.gate"))?;
    let before = told()?;
    page.keys("y")?;
    page.wait_for("the same words once more", || Ok((told()? > before).then_some(())))?;
    page.hear(book.ui("field.gate"))
}

/// Story: of a form on a phone all but the first field were right; the message stood 257 px above the window, the keyboard
/// stayed at the button, and the coach said “Hier is nog niets ingevuld”, without saying where.
fn mistakes(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.set_viewport(500, 700)?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let long = |screen: &serde_json::Value| screen["fields"].as_array().is_some_and(|fields| fields.len() > 2);
    let place = walk.to(|_, step| Ok(step.screen().0["type"] == "form" && long(step.screen().0)))?;
    let step = book.step(&place.title)?;
    let (screen, words) = step.screen();
    let button = words["button"].as_str().unwrap_or(book.ui("form.next")).to_owned();
    let computer = book.ui("desk.computer");
    let mut met = 0;
    for field in screen["fields"].as_array().into_iter().flatten() {
        let typed = field["kind"] == "text" || field["kind"] == "bsn";
        if field["optional"] == true || (typed && field["value"].is_null()) {
            continue;
        }
        page.press_in(computer, &button)?;
        let label = super::book::plain(
            words["fields"][field["id"].as_str().unwrap_or_default()]["label"].as_str().unwrap_or_default(),
        );
        let key = match field["kind"].as_str().unwrap_or_default() {
            "choice" | "upload" => "mistake.empty.picked",
            "confirm" => "mistake.at",
            _ => "mistake.empty.typed",
        };
        let said = book.ui(key).replace("{field}", &label).replace("{mistake}", book.ui("mistake.unconfirmed"));
        page.hear(&said)?;
        in_sight(&page, &label)?;
        if typed {
            ensure!(page.focus_name()? == label, "the keyboard is at “{}”, not at “{label}”", page.focus_name()?);
            page.keys(&on_card(&walk, &label)?)?;
        } else {
            break;
        }
        met += 1;
    }
    ensure!(met > 0, "the form has no field to type in");
    Ok(())
}

/// Story: groups of radio buttons, documents and boxes did not say that they were wrong. Now they do, in a way that the rule engines know.
fn wrong_everywhere(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let picks = |screen: &serde_json::Value| {
        let fields = screen["fields"].as_array().into_iter().flatten();
        fields.filter(|field| ["choice", "upload", "confirm"].iter().any(|kind| field["kind"] == *kind)).count()
    };
    let place = walk.to(|_, step| Ok(step.screen().0["type"] == "form" && picks(step.screen().0) > 1))?;
    let step = book.step(&place.title)?;
    let (screen, words) = step.screen();
    page.press_in(book.ui("desk.computer"), words["button"].as_str().unwrap_or(book.ui("form.next")))?;
    let wrong = "eyes.everything().filter((el) => el.getAttribute('aria-invalid') === 'true').length";
    let wanted = screen["fields"].as_array().map_or(0, Vec::len) as u64;
    page.wait_for("all fields to say that they are wrong", || {
        Ok((page.look(wrong, json!([]))?.as_u64() >= Some(wanted)).then_some(()))
    })?;
    let found: Vec<String> = checks::axe(&page)?.into_iter().chain(checks::ibm(&page)?).collect();
    ensure!(found.is_empty(), "{}", found.join("\n  "));
    Ok(())
}

/// What has the keyboard lies in the window, and says that it is wrong, or is in what does.
fn in_sight(page: &Page, label: &str) -> Outcome {
    let script = "(() => { const el = eyes.active(), box = el.getBoundingClientRect();
        return { seen: box.top >= 0 && box.bottom <= innerHeight, wrong: !!el.closest('[aria-invalid=true]'),
            told: (el.getAttribute('aria-describedby') ?? '').split(' ').map((id) => el.getRootNode().getElementById(id)?.textContent ?? '').join('') }; })()";
    page.wait_for(&format!("“{label}” in sight, with what is wrong"), || {
        let here = page.look(script, json!([]))?;
        let told = here["told"].as_str().is_some_and(|told| !told.is_empty());
        Ok((here["seen"] == true && here["wrong"] == true && told).then_some(()))
    })
}
