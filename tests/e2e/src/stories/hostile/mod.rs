//! Pages that were made without a thought for guests, or against them: `tests/e2e/hostile/`. On each a real journey succeeds, or
//! something readable stands there and the page hears why; and the page itself is as it was.

mod pages;

use super::book::Book;
use super::hand::Hand;
use super::walk::{Place, Walk, place_on};
use super::{Story, dist};
use crate::browser::Browser;
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::{Fails, Server};
use pages::{HostilePage, Moment, PROBE, Verdict};
use serde_json::{Value, json};
use std::path::Path;

const FLOW: &str = "digid-inloggen-sms";

/// Where the journey begins and ends: the log-in screen, the code from the phone, the step after it.
const FIRST: &str = "inloggen";
const MIDDLE: &str = "sms-code";
const LAST: &str = "ingelogd";
const END: &str = "klaar";

/// As narrow as it may be.
const NARROWEST: f64 = 200.0;

pub fn stories(folder: &Path) -> Outcome<Vec<Story>> {
    let story = |page: HostilePage| {
        let folder = folder.to_path_buf();
        dist(format!("hostile: {}: {}", page.group, page.name), page.browsers, move |browser, server| {
            let book = Book::read(&folder, FLOW, "nl")?;
            judge(browser, server, &book, &page)
        })
    };
    Ok(pages::all()?.into_iter().map(story).collect())
}

fn judge(browser: &mut Browser, server: &Server, book: &Book, hostile: &HostilePage) -> Outcome {
    serve(server, book, hostile)?;
    let page = browser.open(&server.url(if hostile.frame.is_some() { "/om.html" } else { "/gast.html" }))?;
    if hostile.frame.is_some() {
        browser.session().post("frame", &json!({ "id": 0 }))?;
    }
    act(&page, hostile, Moment::Early)?;
    match &hostile.verdict {
        Verdict::Works => works(&page, book, hostile)?,
        Verdict::Fallback(codes) => fallback(&page, codes)?,
        Verdict::Untouched => page.see("Lees de stappen op papier.")?,
    }
    let events = unharmed(&page)?;
    let errors: Vec<&str> = events.iter().filter_map(|event| event.strip_prefix("error ")).collect();
    match &hostile.verdict {
        Verdict::Fallback(codes) => {
            ensure!(errors.len() == 1 && codes.iter().any(|code| code == errors[0]), "the page heard {events:?}");
        }
        _ => ensure!(errors.is_empty(), "the page heard {events:?}"),
    }
    let strange: Vec<String> = browser.requests()?.into_iter().filter(|url| is_strange(url, server)).collect();
    ensure!(strange.is_empty(), "requests to others: {strange:?}");
    Ok(())
}

fn is_strange(url: &str, server: &Server) -> bool {
    !["about:", "data:", "blob:"].iter().any(|scheme| url.starts_with(scheme)) && !url.starts_with(&server.origin())
}

/// The page, the probe, and the flow from the log-in screen on.
fn serve(server: &Server, book: &Book, hostile: &HostilePage) -> Outcome {
    let html = |body: &str, policy: &str| Fails::Page { policy: policy.into(), body: body.into() };
    server.fail("/gast.html", html(&hostile.html, &hostile.policy));
    server.fail("/probe.js", Fails::Body(PROBE.into()));
    if let Some(attributes) = &hostile.frame {
        let around = format!(
            "<!doctype html><html lang=nl><meta charset=utf-8><title>Om</title>\
             <iframe title=Hulp width=900 height=800 src=/gast.html {attributes}></iframe>"
        );
        server.fail("/om.html", html(&around, ""));
    }
    let path = format!("flows/{FLOW}/flow.json");
    let flow = std::fs::read_to_string(book.folder.join(&path))?;
    server.fail(&path, Fails::Body(short(serde_json::from_str(&flow)?).to_string()));
    Ok(())
}

/// The flow from the log-in screen to the step after the code, without what may go wrong on the way.
fn short(mut flow: Value) -> Value {
    let kept = [FIRST, MIDDLE, LAST, END];
    let id = |value: &Value| kept.iter().position(|id| value == id);
    flow["start"] = json!(FIRST);
    if let Some(steps) = flow["steps"].as_array_mut() {
        steps.retain(|step| id(&step["id"]).is_some());
        for step in steps.iter_mut() {
            if let Some(next) = id(&step["id"]).and_then(|place| kept.get(place + 1)) {
                step["next"] = json!(next);
            }
            step.as_object_mut().and_then(|step| step.remove("incidents"));
        }
    }
    if let Some(screens) = flow["screens"].as_object_mut() {
        screens.retain(|id, _| kept.contains(&id.as_str()));
    }
    flow
}

/// Lets happen what happens to the page at this moment. What it changes is its own doing.
fn act(page: &Page, hostile: &HostilePage, now: Moment) -> Outcome {
    for (_, script) in hostile.acts.iter().filter(|(moment, _)| *moment == now) {
        page.run("document.dispatchEvent(new Event('probe:check'))", json!([]))?;
        page.run(&as_the_page(script), json!([]))?;
        page.run("document.dispatchEvent(new Event('probe:again'))", json!([]))?;
    }
    Ok(())
}

/// A script run by a timer of the page. WebKit's driver runs what it is given outside any task: there the promises of a page are kept
/// between two callbacks of custom elements, as they never are for a script of the page.
fn as_the_page(script: &str) -> String {
    format!(
        "return new Promise((done, fail) => setTimeout(async () => {{
            try {{ done(await (() => {{ {script} }})()) }} catch (error) {{ fail(error) }}
        }}))"
    )
}

/// Types a name and a password, reads the code from the phone and types that; and looks whether all can be read.
fn works(page: &Page, book: &Book, hostile: &HostilePage) -> Outcome {
    let walk = Walk::new(page, book, Hand::Mouse);
    let at = |id: &str| -> Outcome<Place> {
        let step = book.step_by_id(id)?;
        let title = step.words["title"].as_str().unwrap_or_default();
        page.wait_for(&format!("the step “{title}”"), || {
            Ok(place_on(page, book)?.filter(|place| place.title == title))
        })
    };
    let place = at(FIRST)?;
    act(page, hostile, Moment::Ready)?;
    readable(page, &place)?;
    at(FIRST)?;
    if hostile.frame.is_some() {
        // WebKit lets no script give the keyboard to a frame that nobody touched.
        page.tap_field(book.ui("login.username"))?;
    }
    walk.answer(&book.step_by_id(FIRST)?)?;
    at(MIDDLE)?;
    act(page, hostile, Moment::Step)?;
    readable(page, &at(MIDDLE)?)?;
    type_code(&walk)?;
    let last = at(LAST)?;
    page.heading_has_focus(&last.heading)?;
    readable(page, &last)
}

/// Types the code from the phone. Where there is little room, the phone is behind the computer.
fn type_code(walk: &Walk) -> Outcome {
    let (page, book) = (walk.page, walk.book);
    let phone = book.ui("desk.phone");
    let behind = !page.names(&["region"])?.iter().any(|name| name == phone);
    if behind {
        page.press(&format!("{}…", book.ui("desk.tab.phone")))?;
    }
    let code = page.wait_for("a code on the phone", || {
        let text = page.text_in(&page.region(phone)?)?;
        let code: String = text.chars().filter(char::is_ascii_digit).take(6).collect();
        Ok((code.len() == 6).then_some(code))
    })?;
    if behind {
        page.press(book.ui("desk.tab.computer"))?;
    }
    walk.hand.fill(page, book.ui("sms.label"), &code)?;
    page.press_in(book.ui("desk.computer"), book.ui("sms.submit"))?;
    walk.go_on(&book.step_by_id(MIDDLE)?)
}

/// Wide enough, and letters as ours are: not bent by what the page says of its own.
fn readable(page: &Page, place: &Place) -> Outcome {
    let heading = page.heading(&place.heading)?;
    let bent = page.run(
        "const [heading, narrowest] = arguments;
         const host = heading.getRootNode().host, box = host.getBoundingClientRect(), style = getComputedStyle(heading);
         const wrong = [], pixels = (text) => parseFloat(text) || 0;
         // A page that turns or shrinks its parts does so with ours too: laid out they are as wide as ever.
         if (host.offsetWidth < narrowest) wrong.push(`it is ${host.offsetWidth} px wide`);
         if (box.height < 100) wrong.push(`it is ${box.height} px high`);
         if (heading.offsetWidth < narrowest / 2) wrong.push(`its heading is ${heading.offsetWidth} px wide`);
         if (pixels(style.fontSize) < 16) wrong.push(`letters of ${style.fontSize}`);
         if (pixels(style.lineHeight) < pixels(style.fontSize)) wrong.push(`lines of ${style.lineHeight}`);
         if (Math.abs(pixels(style.letterSpacing)) > 1) wrong.push(`letters ${style.letterSpacing} apart`);
         if (Math.abs(pixels(style.wordSpacing)) > 1) wrong.push(`words ${style.wordSpacing} apart`);
         const plain = { textTransform: ['none'], writingMode: ['horizontal-tb'], direction: ['ltr'], visibility: ['visible'],
            textIndent: ['0px'], fontVariantCaps: ['normal', undefined], whiteSpaceCollapse: ['collapse', undefined],
            userSelect: ['auto', 'text', undefined], pointerEvents: ['auto'], hyphens: ['manual', 'auto'], textShadow: ['none'],
            wordBreak: ['normal'], fontStyle: ['normal'], cursor: ['auto', 'text', 'default'] };
         for (const name of Object.keys(plain)) {
            if (!plain[name].includes(style[name])) wrong.push(`${name}: ${style[name]}`);
         }
         for (let up = heading; up; up = up.assignedSlot ?? up.parentElement ?? up.getRootNode().host) {
            if (getComputedStyle(up).opacity === '0') wrong.push('it cannot be seen');
         }
         return wrong.join('; ')",
        json!([heading.value(), NARROWEST]),
    )?;
    ensure!(bent == "", "at “{}”: {}", place.heading, bent.as_str().unwrap_or_default());
    Ok(())
}

/// Something to read, with where to find the steps on paper.
fn fallback(page: &Page, codes: &[String]) -> Outcome {
    page.wait_for(&format!("an error with the code {}", codes.join(" or ")), || {
        Ok(report(page)?.0.iter().any(|event| event.starts_with("error")).then_some(()))
    })?;
    page.see("Lees de stappen op papier.")?;
    let widget =
        "const widget = document.querySelector('stap-wijzer'), { width, height } = widget.getBoundingClientRect();
        return width > arguments[0] && height > 20";
    ensure!(page.run(widget, json!([NARROWEST]))? == true, "what is there to read has no room");
    Ok(())
}

/// Looks for harm done to the page; gives the events that it heard.
fn unharmed(page: &Page) -> Outcome<Vec<String>> {
    let (events, harm) = report(page)?;
    ensure!(harm.is_empty(), "the page was harmed:\n  {}", harm.join("\n  "));
    Ok(events)
}

/// What the probe has heard and seen.
fn report(page: &Page) -> Outcome<(Vec<String>, Vec<String>)> {
    let text = page.run(
        "document.dispatchEvent(new Event('probe:check'));
         return document.documentElement.getAttribute('data-probe')",
        json!([]),
    )?;
    let text = text.as_str().ok_or("the probe does not answer")?;
    let (events, harm) = text.split_once("\n---\n").ok_or("the probe says something else")?;
    let lines = |text: &str| text.lines().map(String::from).collect::<Vec<_>>();
    let mut harm = lines(harm);
    harm.dedup();
    Ok((lines(events), harm))
}
