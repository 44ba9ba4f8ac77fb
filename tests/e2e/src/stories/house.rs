//! The house: its map is a list, each room opens its flows and its practical facts, and a municipality's own page knows no ids of ours.

use super::book::Book;
use super::faults::later_file;
use super::rules::{one_place, wrong};
use super::{Story, Told, with_flow};
use crate::browser::{ALL, Browser, Kind};
use crate::checks::Floor;
use crate::failure::Outcome;
use crate::page::Page;
use crate::server::{Fails, Server};
use serde_json::json;
use std::path::Path;
use std::time::Duration;

const MOVE: &str = "verhuizing-doorgeven";

/// The rooms, by their keys in the interface words.
pub const ROOMS: [&str; 9] = [
    "room.ontvangst",
    "room.mediatheek",
    "room.spreekkamer-wmo",
    "room.spreekkamer-jeugd",
    "room.werkcafe",
    "room.raadzaal",
    "room.plein-en-zaal",
    "room.steunpunt-veiligheid",
    "room.loket-wonen",
];

pub fn stories(folder: &Path) -> Vec<Story> {
    let list: &[(&str, &'static [Kind], Told)] = &[
        ("house: from room to flow and back, by keyboard", ALL, keyboard),
        ("house: a door that is pressed early leads the keyboard in", ALL, early),
        ("house: a door that is pressed early fetches nobody back", ALL, early_and_elsewhere),
        ("house: a door that is pressed early takes no keyboard from the page", ALL, early_and_outside),
        ("house: every room says what to know", &[Kind::Chromium], rooms),
        ("house: the picture of a room is its button", &[Kind::Chromium], pressed),
        ("house: without a municipality", ALL, without),
        ("house: the municipality's file does not come", &[Kind::Chromium], no_file),
        (
            "house: what a municipality says in Dutch only is Dutch on an English screen",
            &[Kind::Chromium],
            dutch_in_english,
        ),
        ("house: a national product name opens its flow", ALL, product),
        ("house: I have a letter", ALL, letter),
        ("focus: in the house the keyboard stays where it is", &[Kind::Chromium], focus_stays),
        ("rules: the search, the house, a room and a letter", &[Kind::Chromium], screens),
    ];
    with_flow(folder, MOVE, list)
}

fn open<'b>(browser: &'b Browser, server: &Server, book: &Book) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url("/"))?;
    page.press(book.ui("find.house"))?;
    page.heading_has_focus(book.ui("house.title"))?;
    Ok(page)
}

fn keyboard(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    let names = page.names(&["button"])?;
    for room in ROOMS {
        ensure!(names.iter().any(|name| name == book.ui(room)), "no button for {room} among {names:?}");
    }
    page.enter_on(book.ui("room.loket-wonen"))?;
    page.heading_has_focus(book.ui("room.loket-wonen"))?;
    page.enter_on(book.title())?;
    page.heading_has_focus(book.title())?;
    page.enter_on(book.ui("nav.back"))?;
    page.heading_has_focus(book.ui("room.loket-wonen"))?;
    page.enter_on(book.ui("room.back"))?;
    page.heading_has_focus(book.ui("house.title"))?;
    page.run("history.back()", json!([]))?;
    page.heading_has_focus(book.ui("room.loket-wonen"))
}

/// Story: the door of the house was pressed on a slow line, before the later file was there. The house came, and the keyboard was nowhere.
fn early(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    on_its_way(browser, server, book)?.heading_has_focus(book.ui("house.title"))
}

/// Who has gone elsewhere while the house was on its way is left there.
fn early_and_elsewhere(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = on_its_way(browser, server, book)?;
    page.focus_on(&["button"], "English")?;
    page.heading(book.ui("house.title"))?;
    let now = page.focus_name()?;
    ensure!(now == "English", "from “English” the keyboard went to “{now}”");
    Ok(())
}

/// Story: who had gone to a field of the page around meanwhile was fetched back in the middle of a word.
fn early_and_outside(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = on_its_way(browser, server, book)?;
    let field = "const field = document.createElement('input'); document.body.prepend(field); field.focus()";
    page.run(field, json!([]))?;
    page.heading(book.ui("house.title"))?;
    let at = page.run("return document.activeElement.localName", json!([]))?;
    ensure!(at == "input", "from a field of the page the keyboard went to {at}");
    Ok(())
}

/// The house, entered before the later file is there.
fn on_its_way<'b>(browser: &'b Browser, server: &Server, book: &Book) -> Outcome<Page<'b>> {
    server.fail(&later_file(&book.folder)?, Fails::Delay(Duration::from_secs(8)));
    let page = browser.open(&server.url("/"))?;
    page.press(book.ui("find.house"))?;
    page.see(book.ui("load.busy"))?;
    Ok(page)
}

fn rooms(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    for room in ROOMS {
        page.press(book.ui(room))?;
        page.heading_has_focus(book.ui(room))?;
        page.see(book.ui("room.where"))?;
        page.see(book.ui("hours.title"))?;
        let text = page.text()?;
        let now = text.contains("Nu open, tot") || text.contains("Nu dicht. Open");
        ensure!(now, "{room} does not say whether it is open");
        page.press(book.ui("room.back"))?;
        page.heading_has_focus(book.ui("house.title"))?;
    }
    Ok(())
}

/// Story: on a phone there was no house at all, only a list of cards.
fn pressed(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    for (width, height) in [(390, 844), (820, 1180), (1280, 800)] {
        let page = open(browser, server, book)?;
        page.set_viewport(width, height)?;
        page.settle()?;
        // What lies under the middle of a room, seen from its item of the list.
        let script = "(() => arguments[0].filter((name) => {
            const button = eyes.find(['button'], name)[0], box = button.closest('li').getBoundingClientRect();
            scrollTo(0, scrollY + box.top - 80);
            const now = button.closest('li').getBoundingClientRect();
            const at = button.getRootNode().elementFromPoint(now.x + now.width / 2, now.y + now.height * 0.55);
            return at !== button || now.width < 100 || now.height < 80;
        }))()";
        let names = ROOMS.map(|room| book.ui(room));
        let missed = page.look(script, json!([names]))?;
        ensure!(missed == json!([]), "{width} × {height}: no press on the picture of {missed}");
        // Also where the light and the curtains show it.
        let told = "(() => arguments[0].filter((name) => {
            const words = eyes.find(['button'], name)[0].closest('li').textContent;
            return !arguments[1].some((one) => words.includes(one));
        }))()";
        let silent = page.look(told, json!([names, [book.ui("hours.now"), book.ui("hours.closed")]]))?;
        ensure!(silent == json!([]), "{width} × {height}: {silent} do not say whether they are open");
    }
    Ok(())
}

/// Replaces the widget of the page by one with these attributes.
fn widget(page: &Page, attributes: &serde_json::Value) -> Outcome {
    let script = "const widget = document.createElement('stap-wijzer');
        for (const [name, value] of Object.entries(arguments[0])) widget.setAttribute(name, value);
        document.querySelector('stap-wijzer').replaceWith(widget)";
    page.run(script, json!([attributes]))?;
    Ok(())
}

fn without(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/voorbeeld-gemeente.html"))?;
    widget(&page, &json!({ "flow": "huis" }))?;
    page.heading(book.ui("house.title"))?;
    page.press(book.ui("room.mediatheek"))?;
    page.see(book.ui("room.differs"))?;
    page.see(book.ui("room.flows"))
}

/// Story: on an English screen a voice read the Dutch of a municipality that has no English as English.
fn dutch_in_english(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let town = json!({ "format": 1, "id": "voorbeeldstad", "name": "Gemeente Voorbeeldstad", "rooms": { "mediatheek": {
        "place": { "nl": "Begane grond, links van de trap." },
        "who": { "nl": "De bibliothecaris.", "en": "The librarian." },
    } } });
    server.fail("municipalities/voorbeeldstad.json", Fails::Body(town.to_string()));
    let page = open(browser, server, book)?;
    page.press("English")?;
    let english = Book::read(&book.folder, MOVE, "en")?;
    page.press(english.ui("room.mediatheek"))?;
    page.heading_has_focus(english.ui("room.mediatheek"))?;
    for (words, lang) in [("Begane grond, links van de trap.", "nl"), ("The librarian.", "en")] {
        page.see(words)?;
        let script = "(() => {
            const of = (el) => { for (; el; el = eyes.parent(el)) if (el.lang) return el.lang };
            return of(eyes.everything().findLast((el) => eyes.clean(el.textContent) === arguments[0]));
        })()";
        let said = page.look(script, json!([words]))?;
        ensure!(said == lang, "“{words}” is said in {said}");
    }
    Ok(())
}

fn no_file(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    server.fail("municipalities/voorbeeldstad.json", Fails::Status(404));
    let page = browser.open(&server.url("/voorbeeld-gemeente.html"))?;
    page.see(book.ui("notice.no-municipality"))?;
    page.press(book.ui("mode.together"))?;
    page.heading("Stap 1 van …").map(drop)
}

fn product(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = browser.open(&server.url("/voorbeeld-gemeente.html"))?;
    let upl = |name: &str| json!({ "upl": format!("http://standaarden.overheid.nl/owms/terms/{name}") });
    widget(&page, &upl("zorgtoeslag"))?;
    page.heading("Zorgtoeslag aanvragen")?;
    // A product that no flow is about: the start, with its name in the search.
    widget(&page, &upl("aanleunwoning"))?;
    page.heading(book.ui("start.title"))?;
    asked(&page, book, "aanleunwoning")?;
    // A name that nobody knows is still a question.
    widget(&page, &upl("gratisIjsVoorIedereen"))?;
    asked(&page, book, "gratis ijs voor iedereen")?;
    // The page of another product, by the same element.
    page.run("document.querySelector('stap-wijzer').setAttribute('upl', 'http://standaarden.overheid.nl/owms/terms/zorgtoeslag')", json!([]))?;
    page.heading("Zorgtoeslag aanvragen")?;
    widget(&page, &json!({ "upl": "javascript:alert(1)" }))?;
    asked(&page, book, "")
}

/// Waits until the search asks this.
fn asked(page: &Page, book: &Book, question: &str) -> Outcome {
    let field = book.ui("find.title");
    // The widget that was there before may go in the middle of a look.
    page.wait_for(&format!("“{question}” in the search"), || {
        Ok(page.value(field).is_ok_and(|value| value == question).then_some(()))
    })
}

fn letter(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let guide = Book::read(&book.folder, "ik-heb-een-brief", "nl")?;
    let next = Book::read(&book.folder, "digid-activeren-brief", "nl")?;
    let page = browser.open(&server.url("/"))?;
    page.press(book.ui("find.letter"))?;
    for (step, option) in [("van-wie", "digid"), ("digid-tekens", "geen"), ("digid-code", "a"), ("digid-datum", "kort")]
    {
        let step = guide.step_by_id(step)?;
        page.press(step.label(option))?;
        page.press(book.ui("nav.next"))?;
    }
    page.press(&format!("Ga verder met: {}", next.title()))?;
    page.heading_has_focus(next.title())
}

/// Once the heading of a room lost the keyboard when the index came, and with every tick of the clock.
fn focus_stays(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    browser.own_clock()?;
    server.fail("find/nl.json", Fails::Delay(Duration::from_millis(1_500)));
    let page = open(browser, server, book)?;
    page.press(book.ui("room.mediatheek"))?;
    page.heading_has_focus(book.ui("room.mediatheek"))?;
    page.element(&["button"], "DigiD aanvragen")?;
    page.press("English").and_then(|()| page.press("Nederlands"))?;
    page.focus_on(&["button"], "DigiD aanvragen")?;
    // The clock of the loader ticks every half minute.
    page.jump(Duration::from_secs(62))?;
    ensure!(page.focus_name()? == "DigiD aanvragen", "the keyboard is at “{}”", page.focus_name()?);
    Ok(())
}

fn screens(browser: &mut Browser, server: &Server, book: &Book) -> Outcome {
    let page = open(browser, server, book)?;
    let mut faults = wrong(&page, Floor::SCREEN)?;
    page.press(book.ui("room.mediatheek"))?;
    page.heading_has_focus(book.ui("room.mediatheek"))?;
    page.see(book.ui("hours.title"))?;
    faults.extend(wrong(&page, Floor::SCREEN)?.into_iter().map(|line| format!("room: {line}")));
    let page = browser.open(&server.url("/"))?;
    page.type_into(book.ui("find.title"), "verhuizen")?;
    page.hear("erbij")?;
    let ways = [book.title(), book.ui("find.house")];
    let wrong_there = || -> Outcome<Vec<String>> {
        Ok(wrong(&page, Floor::SCREEN)?.into_iter().filter(|line| !one_place(line, &ways)).collect())
    };
    faults.extend(wrong_there()?.into_iter().map(|line| format!("search: {line}")));
    page.clear(book.ui("find.title"))?;
    page.type_into(book.ui("find.title"), "xqzvw")?;
    page.heading(book.ui("find.nothing"))?;
    faults.extend(wrong_there()?.into_iter().map(|line| format!("nothing found: {line}")));
    ensure!(faults.is_empty(), "{} faults:\n  {}", faults.len(), faults.join("\n  "));
    Ok(())
}
