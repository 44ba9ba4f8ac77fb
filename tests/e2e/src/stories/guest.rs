//! The widget on pages that were not made for it: narrow and shrinking places, headers in front, shortcuts, attributes as editors
//! type them, editors that take no tags, pages that write themselves anew.

use super::book::Book;
use super::hand::Hand;
use super::walk::Walk;
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::failure::Outcome;
use crate::page::{Key, Page};
use crate::server::{Fails, Server};
use serde_json::{Value, json};
use std::path::Path;

/// Its first steps are read, chosen and read again.
pub(super) const FLOW: &str = "verhuizing-doorgeven";

/// A flow with a field.
pub(super) const TYPED_FLOW: &str = "digid-inloggen-sms";

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("guest: as wide as there is room, in every container", ALL, containers),
        ("guest: the heading is not under the header of the page", ALL, sticky),
        ("guest: attributes as editors type them", ALL, attributes),
        ("guest: a link to the steps becomes the guide", ALL, links),
        ("guest: a page that writes itself anew keeps the step", ALL, written_anew),
        ("guest: what an open tag swallows stays in sight", ALL, swallowed),
    ];
    let typing: &[(&str, &'static [Kind], Told)] = &[
        ("guest: the shortcuts of the page sleep while somebody types", ALL, shortcuts),
        ("guest: a page that prevents keys prevents no typing", &[Kind::Chromium, Kind::WebKit], prevented),
    ];
    let mut stories = with_flow(folder, FLOW, list);
    stories.extend(with_flow(folder, TYPED_FLOW, typing));
    stories
}

/// Opens a page of somebody else, with this in its body.
pub(super) fn open<'b>(browser: &'b Browser, server: &Server, script: &str, body: &str) -> Outcome<Page<'b>> {
    let page = format!(
        "<!doctype html><html lang=nl><meta charset=utf-8><title>Gast</title><script type=module src=/{script}></script>\
         <body>{body}"
    );
    server.fail("/gast.html", Fails::Body(page));
    browser.open(&server.url("/gast.html"))
}

pub(super) const LOADER: &str = "stapwijzer.js";

/// What a script says of the page.
pub(super) fn list(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|one| one.as_str().unwrap_or_default().to_owned()).collect()
}

/// The widget was 0 px wide in a flex row, a float, a dialog, a cell: a container query makes a box without a width of its own.
fn containers(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let kinds = [
        ("block", "", ""),
        ("margin", "", "margin-inline: 20px"),
        ("padding", "", "padding: 15px; border: 5px solid"),
        ("float", "float: left", ""),
        ("floated", "", "float: left"),
        ("inline-block", "display: inline-block", ""),
        ("flex row", "display: flex", ""),
        ("flex column", "display: flex; flex-direction: column; align-items: flex-start", ""),
        ("grid", "display: grid; justify-items: start", ""),
        ("fit-content", "width: fit-content", ""),
        ("absolute", "position: absolute; top: 0", ""),
        ("cell", "display: table-cell", ""),
        ("pale", "", "opacity: 0; filter: opacity(0)"),
    ];
    // WebKit's driver makes no window as narrow as a phone.
    let narrow = if browser.kind == Kind::WebKit { 480 } else { 320 };
    for (width, sidebar) in [(1100, 0), (1100, 300), (narrow, 0)] {
        let page = open(browser, server, "favicon.svg", "<main></main>")?;
        page.set_viewport(width, 800)?;
        let room = page.run(
            "const [kinds, sidebar] = arguments;
             const main = document.querySelector('main');
             document.body.style.margin = 0;
             main.style.cssText = sidebar ? `width: ${sidebar}px` : '';
             for (const [name, around, own] of kinds) {
                const row = document.createElement('div');
                // What is put out of the flow is measured by its own row.
                row.style.cssText = 'position: relative; overflow: visible; clear: both';
                const box = document.createElement('div');
                box.style.cssText = around;
                const widget = document.createElement('stap-wijzer');
                widget.style.cssText = own;
                Object.assign(widget, { id: name });
                widget.setAttribute('flow', 'verhuizing-doorgeven');
                box.append(widget); row.append(box); main.append(row);
             }
             // A bar to scroll with takes room away as soon as there are widgets.
             document.documentElement.style.overflowY = 'scroll';
             const row = document.createElement('div'), beside = document.createElement('p');
             row.style.cssText = 'display: flex';
             beside.textContent = 'Een tekst ernaast, zoals een menu dat is, met wat woorden.';
             const widget = document.createElement('stap-wijzer');
             widget.id = 'beside'; row.append(widget, beside); main.append(row);
             return main.clientWidth",
            json!([kinds, sidebar]),
        )?;
        page.run("return import('/stapwijzer.js').then(() => true)", json!([]))?;
        page.wait_for("all widgets", || {
            let titles = page.headings()?;
            Ok((titles.iter().filter(|title| *title == book.title()).count() == kinds.len()).then_some(()))
        })?;
        let wrong = page.run(
            "const [room] = arguments;
             const wide = [...document.querySelectorAll('stap-wijzer')].map((one) => [one.id, one.getBoundingClientRect()]);
             const off = wide.filter(([id, box]) => box.width < 230 || box.left < -1 || box.right > room + 1)
                .map(([id, box]) => `${id}: ${box.left} to ${box.right} of ${room}`);
             const pale = document.getElementById('pale');
             if (getComputedStyle(pale).opacity !== '1') off.push('it cannot be seen');
             const most = Math.min(room, 640);
             for (const [id, box] of wide) if (id !== 'beside' && id !== 'margin' && box.width < most) off.push(`${id} is ${box.width} of ${room}`);
             if (document.documentElement.scrollWidth > innerWidth) off.push(`the page scrolls to the side`);
             return off",
            json!([room]),
        )?;
        ensure!(wrong == json!([]), "{width} px, sidebar {sidebar}: {}", list(&wrong).join("\n  "));
    }
    Ok(())
}

/// The heading of every step lay under the sticky header of a municipality. And a page that need not move must not.
fn sticky(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let body = "<header><nav>Menu</nav></header><p>Boven</p><stap-wijzer flow=verhuizing-doorgeven></stap-wijzer><footer>Onder</footer>";
    let page = open(browser, server, LOADER, body)?;
    page.set_viewport(800, 700)?;
    page.run(
        "document.querySelector('header').style.cssText = 'position: sticky; top: 0; height: 140px; background: pink; z-index: 9';
         document.querySelector('p').style.cssText = 'height: 300px';
         document.querySelector('footer').style.cssText = 'height: 4000px';
         document.documentElement.style.scrollBehavior = 'smooth'",
        json!([]),
    )?;
    page.press(book.ui("mode.together"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let mut place = walk.arrive(None)?;
    for _ in 0..4 {
        let step = book.step(&place.title)?;
        // Pressing brought the button to the middle of the window, so the heading is above it.
        page.run("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })", json!([]))?;
        walk.answer(&step)?;
        place = walk.arrive(Some(&place))?;
        let heading = page.heading(&place.heading)?;
        let over = page.run(
            "const { left, top, bottom } = arguments[0].getBoundingClientRect();
             const hit = (y) => document.elementFromPoint(left + 20, y)?.localName;
             return top < 0 || bottom > innerHeight ? 'out of the window: ' + top : hit(top + 1) === 'stap-wijzer' && hit(bottom - 1) === 'stap-wijzer' ? '' : 'under ' + hit(top + 1)",
            json!([heading.value()]),
        )?;
        ensure!(over == "", "the heading “{}” is {over}", place.heading);
    }
    // The heading is in sight: another step moves nothing.
    page.set_viewport(800, 2400)?;
    let at = || -> Outcome<f64> { Ok(page.run("return scrollY", json!([]))?.as_f64().unwrap_or_default()) };
    page.run("scrollTo({ top: 100, behavior: 'instant' })", json!([]))?;
    let before = at()?;
    page.focus_on(&["button"], book.ui("nav.back"))?;
    page.run("scrollTo({ top: 100, behavior: 'instant' })", json!([]))?;
    page.key(Key::Enter)?;
    walk.arrive(Some(&place))?;
    ensure!(at()? == before, "the page was at {before} and is at {}", at()?);
    Ok(())
}

/// A space, a capital, a long dash: the attribute was taken as absent, without a word.
fn attributes(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let flow = ("flow", "verhuizing-doorgeven");
    let tags: &[(&[(&str, &str)], &str)] = &[
        (&[("flow", " verhuizing-doorgeven\u{a0}")], book.title()),
        (&[("flow", "VERHUIZING_doorgeven")], book.title()),
        (&[("flow", "verhuizing – doorgeven")], book.title()),
        (&[("upl", "Schuldhulpverlening ")], "Geldzorgen en kwijtschelding"),
        (&[("upl", "Subsidie Oranjefonds aanvragen")], book.ui("start.title")),
        (&[flow, ("lang", "EN-GB")], "Report your move"),
        (&[flow, ("lang", "en_US")], "Report your move"),
        (&[("device", "Kiosk")], book.ui("start.title")),
        (&[("municipality", " Voorbeeldstad ")], book.ui("start.title")),
        (&[("municipality", "Den Haag")], book.ui("start.title")),
    ];
    // A town whose name is two words; the sample has one.
    let town = std::fs::read_to_string(book.folder.join("municipalities/voorbeeldstad.json"))?;
    server.fail("municipalities/den-haag.json", Fails::Body(town));
    for (given, title) in tags {
        let tag = &format!("{given:?}");
        // The events of an element that is there at once come before anybody can ask: it gets the attribute later.
        let page = open(browser, server, LOADER, "<main></main>")?;
        page.listen()?;
        add(&page, given)?;
        let begin = title.split(' ').next().unwrap_or_default();
        page.wait_for(&format!("“{title}” for {tag}"), || {
            Ok(page.headings()?.iter().any(|heading| heading.starts_with(begin)).then_some(()))
        })?;
        if tag.contains("Kiosk") {
            page.press(book.ui("nav.help"))?;
            page.element(&["button"], book.ui("kiosk.done"))?;
        }
        let errors = errors(&page)?;
        let unknown = tag.contains("Oranjefonds");
        ensure!(errors == if unknown { vec!["attribute"] } else { vec![] }, "{tag}: {errors:?}");
        if tag.contains("municipality") {
            let file = if tag.contains("Haag") { "den-haag" } else { "voorbeeldstad" };
            let file = format!("municipalities/{file}.json");
            ensure!(server.requests().iter().any(|path| path.ends_with(&file)), "{tag} asks for no {file}");
        }
    }
    // What makes no sense is told once, and all the rest goes on.
    let page = open(browser, server, LOADER, "<main></main>")?;
    page.run("window.said = []; console.warn = (...words) => said.push(words.join(' '))", json!([]))?;
    page.listen()?;
    add(&page, &[("flow", "a/b"), ("mode", "???"), ("device", "tablet"), ("lang", "!"), ("seed", "x")])?;
    page.heading(book.ui("start.title"))?;
    let said = list(&page.run("return said", json!([]))?);
    ensure!(errors(&page)? == ["attribute"; 5], "{:?}", page.events()?);
    if browser.kind == Kind::Chromium {
        ensure!(said.len() == 5 && said[0].contains("is not understood"), "the console: {said:?}");
    }
    Ok(())
}

/// Puts a widget with these attributes on the page.
pub(super) fn add(page: &Page, attributes: &[(&str, &str)]) -> Outcome {
    page.run(
        "const widget = document.createElement('stap-wijzer');
         for (const [name, value] of arguments[0]) widget.setAttribute(name, value);
         document.querySelector('main').append(widget)",
        json!([attributes]),
    )?;
    Ok(())
}

/// The codes of the errors that the page heard of.
pub(super) fn errors(page: &Page) -> Outcome<Vec<String>> {
    let events = page.events()?;
    let errors = events.iter().filter(|event| event["kind"] == "error");
    Ok(errors.map(|event| event["detail"]["code"].as_str().unwrap_or_default().to_owned()).collect())
}

/// Some editors strip every tag that they do not know. A link they all take.
fn links(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let body = format!(
        "<p><a class=stapwijzer data-mode=samen href=/stappenplan/nl/{}.html>Lees de stappen</a> <a href=/stappenplan/nl/index.html>Alle</a></p>",
        book.flow
    );
    let page = open(browser, server, "stapwijzer-links.js", &body)?;
    page.heading("Stap 1 van …")?;
    page.see_not("Lees de stappen")?;
    page.element(&["link"], "Alle")?;
    // Without the program it is what it says.
    server.fail("ui/nl.json", Fails::Status(500));
    let page = open(browser, server, "stapwijzer-links.js", &body)?;
    page.see("Probeer opnieuw")?;
    ensure!(page.names(&["link"])?.iter().any(|name| name == "Lees de stappen"), "the link is gone");
    Ok(())
}

/// `innerHTML +=` on something around the widget began the visit anew.
fn written_anew(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let body = "<main><stap-wijzer flow=verhuizing-doorgeven></stap-wijzer></main>";
    let page = open(browser, server, LOADER, body)?;
    page.press(book.ui("mode.together"))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let first = walk.arrive(None)?;
    walk.answer(&book.step(&first.title)?)?;
    let second = walk.arrive(Some(&first))?;
    page.listen()?;
    // The server asks for Trusted Types, which allow no such thing: so what it does, step by step.
    page.run(
        "const main = document.querySelector('main'), old = document.querySelector('stap-wijzer');
         const fresh = document.createElement('stap-wijzer');
         for (const { name, value } of old.attributes) fresh.setAttribute(name, value);
         main.replaceChildren(fresh, document.createElement('p'))",
        json!([]),
    )?;
    page.wait_for("the same step", || Ok(walk.place()?.filter(|place| *place == second)))?;
    walk.answer(&book.step(&second.title)?)?;
    walk.arrive(Some(&second)).map(drop)
}

/// `<stap-wijzer … />` is not closed: what comes after it in its parent vanished when the widget was ready.
fn swallowed(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let body = "<stap-wijzer flow=verhuizing-doorgeven /><nav><a href=/contact>Neem contact op</a></nav>";
    let page = open(browser, server, LOADER, body)?;
    page.element(&["button"], book.ui("mode.together"))?;
    page.element(&["link"], "Neem contact op")?;
    Ok(())
}

/// A field of the practice desk that types.
pub(super) fn to_field<'p>(walk: &'p Walk<'p>, book: &'p Book) -> Outcome<&'p str> {
    walk.page.press(book.ui("mode.practise"))?;
    walk.to_screen("login")?;
    Ok(book.ui("login.username"))
}

/// Pages that look at the target of a key saw no field, only the element: “s” jumped to their search.
fn shortcuts(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, LOADER, "<stap-wijzer flow=digid-inloggen-sms></stap-wijzer>")?;
    page.run("window.heard = []; document.addEventListener('keydown', (event) => heard.push(event.key))", json!([]))?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let field = to_field(&walk, book)?;
    page.run("heard.length = 0", json!([]))?;
    page.type_into(field, "noor")?;
    page.key(Key::Backspace)?;
    let heard = list(&page.run("return heard", json!([]))?);
    ensure!(heard.is_empty(), "the page heard {heard:?}");
    ensure!(page.value(field)? == "noo", "the field holds “{}”", page.value(field)?);
    // What does not type is the page's too: it may keep the keyboard in a dialog, or close it.
    page.key(Key::Tab)?;
    page.chord(Key::Control, 'k')?;
    let heard = list(&page.run("return heard", json!([]))?);
    ensure!(heard.contains(&"Tab".into()) && heard.contains(&"k".into()), "the page heard {heard:?}");
    Ok(())
}

/// A page that prevents every key left the fields empty, without a word.
fn prevented(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, LOADER, "<stap-wijzer flow=digid-inloggen-sms></stap-wijzer>")?;
    let walk = Walk::new(&page, book, Hand::Mouse);
    let field = to_field(&walk, book)?;
    page.run("addEventListener('keydown', (event) => event.preventDefault(), true)", json!([]))?;
    page.focus_on(&["textbox"], field)?;
    page.keys("noor")?;
    ensure!(page.value(field)? == "noor", "the field holds “{}”", page.value(field)?);
    page.key(Key::Backspace)?;
    ensure!(page.value(field)? == "noo", "the field holds “{}”", page.value(field)?);
    Ok(())
}
