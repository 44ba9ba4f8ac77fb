//! What goes wrong on the line, in an address, in an attribute, or in what was kept: always words, and a way on.

use super::book::{Book, flows};
use super::guest;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, dist};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::{Page, TYPED};
use crate::server::{Fails, Server};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// A message must be there within ten seconds; one more is for the browser itself.
const TEN_SECONDS: Duration = Duration::from_secs(11);

/// What happens to a file of the flow, and what is said of it.
fn ways_to_fail() -> Vec<(&'static str, Fails, &'static str)> {
    vec![
        ("missing", Fails::Status(404), "load.failed.missing"),
        ("broken", Fails::Status(500), "load.failed.server"),
        ("silent", Fails::Hang, "load.failed.timeout"),
        ("a page instead", Fails::Html, "load.failed.html"),
        ("half", Fails::Truncated, "load.failed.not-json"),
        ("cut off", Fails::Cut, "load.failed.offline"),
        ("empty", Fails::Empty, "load.failed.not-json"),
        ("huge", Fails::Huge(300_000), "load.failed.too-big"),
        ("of a newer format", Fails::Body(r#"{"format":2}"#.into()), "load.failed.newer"),
    ]
}

pub fn stories(folder: &Path) -> Outcome<Vec<Story>> {
    let mut stories = Vec::new();
    let flow = flows(folder)?.into_iter().next().unwrap_or_default();
    for (name, how, message) in ways_to_fail() {
        let (flow, folder) = (flow.clone(), folder.to_path_buf());
        stories.push(dist(format!("fault: a flow that is {name}"), &[Kind::Chromium], move |browser, server| {
            flow_fails(browser, server, &Book::read(&folder, &flow, "nl")?, &how, message)
        }));
    }
    for (name, path) in [
        ("interface words", "ui/nl.json"),
        ("catalogue", "catalogue.json"),
        ("program", ".wasm"),
        ("stylesheet", ".css"),
    ] {
        stories.push(dist(format!("fault: no {name}"), &[Kind::Chromium], move |browser, server| {
            cannot_start(browser, server, path)
        }));
    }
    for (name, run) in
        [("a tab that could not run", starved as fn(&Page, &Server, &Book) -> Outcome), ("a slow line", slow)]
    {
        let (flow, folder) = (flow.clone(), folder.to_path_buf());
        stories.push(dist(format!("fault: {name}"), ALL, move |browser, server| {
            let book = Book::read(&folder, &flow, "nl")?;
            let page = browser.open(&server.url("/"))?;
            page.heading(book.ui("start.title"))?;
            run(&page, server, &book)
        }));
    }
    for (name, how, code, browsers) in ways_to_lack_the_desk() {
        let desk = folder.to_path_buf();
        stories.push(dist(format!("fault: a practice desk that is {name}"), browsers, move |browser, server| {
            desk_fails(browser, server, &Book::read(&desk, "digid-inloggen-sms", "nl")?, &how, code)
        }));
    }
    let (flow, folder) = (flow, folder.to_path_buf());
    stories.push(dist("fault: garbage gives the start screen".into(), ALL, move |browser, server| {
        garbage(browser, server, &Book::read(&folder, &flow, "nl")?)
    }));
    Ok(stories)
}

fn flow_fails(browser: &mut Browser, server: &Server, book: &Book, how: &Fails, message: &str) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    page.heading(book.ui("start.title"))?;
    page.listen()?;
    server.fail(&format!("flows/{}/flow.json", book.flow), how.clone());
    page.press(book.title())?;
    page.wait_at_most(TEN_SECONDS, "the message", || Ok(page.text()?.contains(book.ui(message)).then_some(())))?;
    page.heading_has_focus(book.ui("load.failed"))?;
    let events = page.events()?;
    ensure!(events.iter().any(|event| event["kind"] == "error"), "no error event: {events:?}");
    server.heal();
    page.press(book.ui("load.retry"))?;
    page.heading_has_focus(book.title())
}

/// On a busy machine somebody once read “Het duurt te lang”, while the file had long come: the tab had no turn to take it in,
/// and when it had one, its timer was first.
fn starved(page: &Page, server: &Server, book: &Book) -> Outcome {
    server.fail(&format!("flows/{}/flow.json", book.flow), Fails::Delay(Duration::from_millis(1_000)));
    page.press(book.title())?;
    let busy = "const end = performance.now() + 10_500; while (performance.now() < end);";
    page.run(busy, json!([]))?;
    page.heading_has_focus(book.title())
}

/// A file that takes longer than ten seconds, and does come in, comes in.
fn slow(page: &Page, server: &Server, book: &Book) -> Outcome {
    server.fail(&format!("flows/{}/flow.json", book.flow), Fails::Slow(Duration::from_millis(3_000)));
    page.press(book.title())?;
    page.wait_at_most(Duration::from_secs(20), "the flow", || {
        Ok((page.focus_name()? == book.title() || page.text()?.contains(book.ui("load.failed"))).then_some(()))
    })?;
    page.heading_has_focus(book.title())
}

/// What happens to the file with the practice desk, and with which code the page hears of it.
fn ways_to_lack_the_desk() -> Vec<(&'static str, Fails, &'static str, &'static [Kind])> {
    const ONE: &[Kind] = &[Kind::Chromium];
    vec![
        ("broken", Fails::Status(500), "server", ALL),
        ("missing", Fails::Status(404), "missing", ONE),
        ("half", Fails::Truncated, "start", ONE),
        ("a page instead", Fails::Html, "start", ONE),
        ("cut off", Fails::Cut, "offline", ONE),
        ("silent", Fails::Hang, "timeout", ONE),
        // A program, and not the one that fits.
        ("of another release", Fails::Body("\0asm\u{1}\0\0\0".into()), "missing", ONE),
    ]
}

/// The file with questions, lists and the practice desk does not come: the step stays and says why, the page hears of it once, and trying again brings what
/// is to be done there. It once said “Er is geen internet” whatever it was, which at a desk in the town hall sends people to the Wi-Fi. First on the way, at a
/// list; then at the desk itself, where somebody loads the page anew. This story once ended at the list, and never met a desk.
fn desk_fails(browser: &mut Browser, server: &Server, book: &Book, how: &Fails, code: &str) -> Outcome {
    server.fail(&later_file(&book.folder)?, how.clone());
    // The widget comes when somebody listens: the first screen asks for that file at once.
    let page = guest::open(browser, server, guest::LOADER, "<main></main>")?;
    page.listen()?;
    guest::add(&page, &[("flow", &book.flow)])?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    page.press(book.ui("mode.practise"))?;
    let step = walk.to(|_, step| Ok(step.kind == "checklist"))?;
    // Of a part of the program that is missing, no exercise is to blame.
    let key = ["load.failed.", if code == "missing" { "start" } else { code }].concat();
    page.wait_at_most(TEN_SECONDS, book.ui(&key), || Ok(page.text()?.contains(book.ui(&key)).then_some(())))?;
    let events = page.events()?;
    let errors: Vec<_> =
        events.iter().filter(|event| event["kind"] == "error").map(|event| &event["detail"]["code"]).collect();
    ensure!(errors == [&json!(code)], "the page heard of {errors:?}");
    server.heal();
    page.press(book.ui("load.retry"))?;
    page.element(&["checkbox"], "Uw gebruikersnaam")?;
    page.heading(&step.heading)?;

    // Another origin: here the browser has nothing of that file, nor does it keep what comes slowly.
    let server = Server::start(&book.folder)?;
    server.fail(&later_file(&book.folder)?, Fails::Slow(Duration::ZERO));
    let page = browser.open(&server.url("/"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    walk.begin("mode.practise")?;
    let step = walk.to_screen("login")?;
    page.element(&["textbox"], book.ui("login.username"))?;
    server.fail(&later_file(&book.folder)?, how.clone());
    browser.session().post("refresh", &json!({}))?;
    page.wait_at_most(TEN_SECONDS, book.ui(&key), || Ok(page.text()?.contains(book.ui(&key)).then_some(())))?;
    page.heading(&step.heading)?;
    ensure!(page.names(TYPED)?.is_empty(), "there is {:?} to type in, without the desk", page.names(TYPED)?);
    server.heal();
    page.press(book.ui("load.retry"))?;
    page.element(&["textbox"], book.ui("login.username"))?;
    page.heading(&step.heading).map(drop)
}

/// The name of the program's later file in this build.
pub(super) fn later_file(dist: &Path) -> Outcome<String> {
    let releases = fs::read_dir(dist.join("r"))?.flatten().flat_map(|release| fs::read_dir(release.path()));
    let names = releases.flatten().flatten().map(|file| file.file_name().to_string_lossy().into_owned());
    let later = |name: &String| name.starts_with("stapwijzer-later-") && name.ends_with(".wasm");
    Ok(names.into_iter().find(later).ok_or("the build has no later file")?)
}

/// Without this file the widget cannot start; then the fallback or a message is there, and trying again works.
fn cannot_start(browser: &mut Browser, server: &Server, path: &str) -> Outcome {
    server.fail(path, Fails::Status(500));
    let page = browser.open(&server.url("/"))?;
    page.wait_at_most(TEN_SECONDS, "“Probeer opnieuw”", || {
        Ok(page.names(&["button"])?.contains(&"Probeer opnieuw".to_string()).then_some(()))
    })?;
    server.heal();
    page.press("Probeer opnieuw")?;
    page.element(&["button"], "Iets kapot melden").map(drop)
}

fn garbage(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let start = |page: &Page| page.element(&["button"], book.title()).map(drop);
    for hash in
        ["#/%00/../../etc", "#/constructor/__proto__", "#<script>alert(1)</script>", "#//evil.example/x", "#/a/b/c/d"]
    {
        let page = browser.open(&server.url(&format!("/{hash}")))?;
        page.wait_for("the start, or a way to it", || {
            Ok(page
                .names(&["button"])?
                .iter()
                .any(|name| name == book.title() || name == book.ui("load.home"))
                .then_some(()))
        })?;
        browser.open("about:blank")?;
    }
    let page = browser.open(&server.url("/"))?;
    start(&page)?;
    let spoil = "for (const store of [localStorage, sessionStorage]) for (const key of [...Object.keys(store), 'stapwijzer:saved', 'stapwijzer:visit'])
        store.setItem(key, arguments[0])";
    for stored in [
        "{",
        "null",
        "[]",
        "\u{0}",
        "{\"version\":1}",
        "{\"version\":1,\"lang\":\"xx\",\"look\":{\"text\":99},\"session\":{\"flow\":\"../x\"}}",
    ] {
        page.run(spoil, json!([stored]))?;
        start(&browser.open(&server.url("/"))?)?;
    }
    let attributes = "const widget = document.querySelector('stap-wijzer');
        widget.setAttribute(arguments[0], arguments[1])";
    for (name, value) in
        [("mode", "???"), ("heading-level", "99"), ("device", "<b>"), ("lang", "!!"), ("base", "javascript:alert(1)")]
    {
        let page = browser.open(&server.url("/"))?;
        start(&page)?;
        page.run(attributes, json!([name, value]))?;
        start(&page)?;
    }
    Ok(())
}
