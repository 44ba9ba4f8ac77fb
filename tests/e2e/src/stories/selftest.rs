//! The harness tests itself: that it sees, hears and does as a user, and that what is wrong on purpose is noticed.

use super::{Story, own};
use crate::browser::{ALL, Browser, Kind};
use crate::checks::{self, Floor};
use crate::failure::{Fault, Outcome};
use crate::page::{Key, Page, Witness, may_repeat};
use crate::server::{Fails, Server};
use std::time::Duration;

pub fn stories() -> Vec<Story> {
    vec![
        own("sees roles, names and text", ALL, sees),
        own("agrees with the browser on roles and names", ALL, agrees),
        own("goes by keyboard", ALL, keyboard),
        own("goes by finger", ALL, finger),
        own("knows a touch that reached nothing", ALL, lost_touch),
        own("knows a driver that is gone", ALL, gone_driver),
        own("types and pastes", ALL, types),
        own("stays inside a dialog", ALL, dialog),
        own("hears events and translates", ALL, events),
        own("finds nothing wrong on a good page", ALL, good_page),
        own("finds what is wrong on a bad page", ALL, bad_page),
        own("sees faults of the server", ALL, faults),
        own("dark and narrow", ALL, dark_and_narrow),
        own("lets time pass", &[Kind::Chromium], time),
    ]
}

const FIRST: &str = "Stap 1 van 2: begin";
const SECOND: &str = "Stap 2 van 2: klaar";

fn start<'b>(browser: &'b Browser, server: &Server) -> Outcome<Page<'b>> {
    let page = browser.open(&server.url("/"))?;
    page.heading(FIRST)?;
    Ok(page)
}

fn sees(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    page.see("Terugval in het slot")?;
    page.see("Uw code is 111 222")?;
    page.see_not("Begin en klaar")?;
    page.see_not("Verborgen knop")?;
    assert_eq!(page.headings()?, ["Oefenpagina", FIRST]);
    assert_eq!(page.names(&["button"])?, ["Volgende", "Stop, ik wil hulp", "Sluiten", "Lees", "Alle stappen"]);
    assert_eq!(page.names(&["textbox"])?, ["Gebruikersnaam", "Code uit de sms"]);
    assert_eq!(page.names(&["radio"])?, ["Kijken", "Samen"]);
    assert_eq!(page.names(&["group", "region"])?, ["OEFENEN: telefoon", "Hoe?", ""]);
    let phone = page.region("OEFENEN: telefoon")?;
    assert_eq!(page.text_in(&phone)?, "Uw code is 111 222 Lees");
    page.press_in("OEFENEN: telefoon", "Lees")?;
    page.press("Alle stappen")?;
    page.see("Begin en klaar")?;
    let missing = page.wait_at_most(Duration::from_millis(100), "a thing", || Ok(None::<()>));
    ensure!(
        missing.is_err_and(|failure| failure.text.contains("button “Sluiten”")),
        "a failure does not say what is there"
    );
    Ok(())
}

fn agrees(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    for (role, name) in [
        ("heading", FIRST),
        ("button", "Volgende"),
        ("button", "Sluiten"),
        ("textbox", "Gebruikersnaam"),
        ("textbox", "Code uit de sms"),
        ("radio", "Samen"),
        ("region", "OEFENEN: telefoon"),
        ("group", "Hoe?"),
    ] {
        let element = page.element(&[role], name)?;
        let (theirs, label) = page.computed(&element)?;
        let label = label.replace('\u{ad}', "");
        ensure!(theirs == role && label == name, "for us {role} “{name}”, for the browser {theirs} “{label}”");
    }
    Ok(())
}

fn keyboard(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    page.tab_to("Gebruikersnaam")?;
    page.keys("noor")?;
    page.see("Toetsen: 4")?;
    assert_eq!(page.value("Gebruikersnaam")?, "noor");
    page.shift_tab()?;
    page.shift_tab()?;
    assert_eq!(page.focus_name()?, "Stop, ik wil hulp");
    page.shift_tab()?;
    page.key(Key::Enter)?;
    page.heading_has_focus(SECOND)?;
    page.see("Aangeraakt met: ")?;
    page.hear("Stap 2 van 2")?;
    page.tab_to("Kijken")?;
    page.key(Key::Down)?;
    assert_eq!(page.focus_name()?, "Samen");
    page.tab_to("Alle stappen")?;
    page.key(Key::Space)?;
    page.see("Begin en klaar")?;
    ensure!(page.tab_to("Verborgen knop").is_err(), "Tab came to a hidden button");
    Ok(())
}

fn finger(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    page.tap("Volgende")?;
    page.heading(SECOND)?;
    page.see(if browser.kind == Kind::WebKit { "Aangeraakt met: mouse" } else { "Aangeraakt met: touch" })
}

/// What a driver lost is told apart from a page that does nothing.
fn lost_touch(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    let lost = Witness::call(&page)?.ask().err();
    ensure!(lost.is_some_and(|refusal| refusal.is_of_the_driver()), "a touch that never was counts as one");
    page.run("addEventListener('click', (event) => event.stopImmediatePropagation(), true)", serde_json::json!([]))?;
    page.press("Volgende")?;
    let dead = page.wait_at_most(Duration::from_millis(400), "a step", || {
        Ok(page.headings()?.contains(&SECOND.to_string()).then_some(()))
    });
    ensure!(
        dead.is_err_and(|failure| failure.fault == Fault::Product),
        "a dead button counts as a failure of the driver"
    );
    // A story of which no touch may be done again ends with the first one that is lost.
    let page = start(browser, server)?;
    page.run(
        "for (const kind of ['pointerdown', 'mousedown', 'click']) addEventListener(kind, (event) => {
            const { dataset } = document.documentElement;
            if (kind === 'mousedown') dataset.touches = Number(dataset.touches ?? 0) + 1;
            event.stopImmediatePropagation();
         }, true)",
        serde_json::json!([]),
    )?;
    may_repeat(0);
    let lost = page.press("Volgende");
    ensure!(lost.as_ref().is_err_and(|failure| failure.fault == Fault::Driver), "a touch that was lost: {lost:?}");
    let touches = page.run("return document.documentElement.dataset.touches", serde_json::json!([]))?;
    ensure!(touches == "1", "{touches} touches, where none may be done again");
    Ok(())
}

fn gone_driver(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    browser.session().delete("")?;
    let gone = page.text();
    ensure!(gone.as_ref().is_err_and(|failure| failure.fault == Fault::Driver), "without a session: {gone:?}");
    *browser = Browser::start(browser.kind)?;
    browser.open(&server.url("/"))?.heading(FIRST).map(drop)
}

fn types(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    page.type_into("Gebruikersnaam", "Zoë é")?;
    assert_eq!(page.value("Gebruikersnaam")?, "Zoë é");
    page.see("Geplakt: 5")?;
    page.clear("Gebruikersnaam")?;
    assert_eq!(page.value("Gebruikersnaam")?, "");
    page.paste_into("Gebruikersnaam", "999993653")?;
    assert_eq!(page.value("Gebruikersnaam")?, "999993653");
    page.clear("Gebruikersnaam")?;
    page.paste_into("Gebruikersnaam", &"a".repeat(100_000))?;
    page.see("Geplakt: 100000")
}

fn dialog(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    page.press("Stop, ik wil hulp")?;
    page.region("Weet u het zeker?")?;
    assert_eq!(page.names(&["button"])?, ["Ja"]);
    assert_eq!(page.text()?, "Weet u het zeker? Ja");
    page.press("Ja")?;
    page.heading(FIRST).map(drop)
}

fn events(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    page.listen()?;
    page.press("Volgende")?;
    page.heading(SECOND)?;
    let events = page.events()?;
    assert_eq!(events, [serde_json::json!({ "kind": "step", "detail": { "step": "klaar" } })]);
    ensure!(page.translate()? > 10, "a translator finds no text");
    page.see("«Oefenpagina»")?;
    page.heading(&format!("«{SECOND}»")).map(drop)
}

fn good_page(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    let mut wrong = checks::axe(&page)?;
    wrong.extend(checks::ibm(&page)?);
    wrong.extend(
        checks::texts_and_targets(&page, Floor { target: 44.0, text: 16.0 })?
            .into_iter()
            .filter(|line| !line.contains("radio")),
    );
    wrong.extend(checks::fits_width(&page)?);
    wrong.extend(checks::focus_is_visible(&page)?);
    wrong.extend(checks::mislabelled(&page)?.into_iter().chain(checks::twins(&page)?));
    wrong.extend(checks::disagreements(&page)?);
    wrong.extend(browser.complaints()?);
    ensure!(wrong.is_empty(), "{}", wrong.join("\n  "));
    let elsewhere: Vec<String> =
        browser.requests()?.into_iter().filter(|url| !url.starts_with(&server.origin())).collect();
    ensure!(elsewhere.is_empty(), "requests elsewhere: {elsewhere:?}");
    ensure!(server.requests().contains(&"GET /good.css".to_string()), "the server's log lacks a request");
    let stored = page.storage()?;
    ensure!(stored.contains(r#""local":{}"#) && !stored.contains("kanarie"), "stored: {stored}");
    Ok(())
}

fn bad_page(browser: &mut Browser, server: &Server) -> Outcome {
    let page = browser.open(&server.url("/bad.html"))?;
    page.see("Veel te breed")?;
    let mut found = checks::axe(&page)?;
    found.extend(checks::ibm(&page)?);
    found.extend(checks::texts_and_targets(&page, Floor::SCREEN)?);
    found.extend(checks::fits_width(&page)?);
    found.extend(checks::focus_is_visible(&page)?);
    found.extend(checks::mislabelled(&page)?.into_iter().chain(checks::twins(&page)?));
    page.press("x")?;
    let mut complaints = Vec::new();
    page.wait_for("complaints", || {
        complaints.extend(browser.complaints()?);
        let all = complaints.join("\n");
        let wanted = ["klacht van de pagina", "fout in een script", "style-src"];
        Ok(wanted.iter().all(|text| all.contains(text)).then_some(()))
    })
    .map_err(|failure| failure.and(format!("; complaints: {complaints:?}")))?;
    found.extend(complaints);
    found.push(browser.requests()?.join("\n"));
    found.push(page.storage()?);
    let found = found.join("\n");
    for sign in [
        "axe color-contrast",
        "axe label",
        "ibm ",
        "target 20 × 20 px",
        "text of 11 px",
        "scrolls sideways",
        "the focus cannot be seen on button “x”",
        "on the button is written “Verder”, and it is called “Doorgaan”",
        "on the button is written “ABC”, and it is called “Hoofdletters”",
        "aria-describedby points at nothing (nergens)",
        "two of one name: button “Doorgaan” and link “doorgaan”",
        "kanarie",
    ]
    .into_iter()
    .chain(if browser.kind == Kind::WebKit {
        vec![]
    } else {
        vec!["script-src", "connect-src", "http://localhost"]
    }) {
        ensure!(found.to_lowercase().contains(&sign.to_lowercase()), "not noticed: {sign}\n{found}");
    }
    Ok(())
}

fn faults(browser: &mut Browser, server: &Server) -> Outcome {
    let page = browser.open(&server.url("/"))?;
    let ask = |path: &str| -> Outcome<String> {
        let script = "return fetch(arguments[0], { signal: AbortSignal.timeout(300) }).then((r) => r.text().then((t) =>
            `${r.status} ${r.headers.get('content-type')} ${t.length}`)).catch(() => 'cut off')";
        Ok(page.run(script, serde_json::json!([path]))?.as_str().unwrap_or_default().to_string())
    };
    let fine = ask("/host.css")?;
    ensure!(fine.starts_with("200 text/css"), "{fine}");
    for (how, sign) in [
        (Fails::Status(500), "500 text/plain"),
        (Fails::Html, "200 text/html"),
        (Fails::Empty, "200 text/css; charset=utf-8 0"),
        (Fails::Truncated, "200 text/css"),
        (Fails::Hang, "cut off"),
    ] {
        server.fail("host.css", how.clone());
        let answer = ask("/host.css")?;
        ensure!(answer.starts_with(sign) && answer != fine, "{how:?}: {answer}");
        server.heal();
    }
    ensure!(ask("/nergens.css")?.starts_with("404"), "a file from nowhere");
    assert_eq!(ask("/host.css")?, fine);
    Ok(())
}

fn dark_and_narrow(browser: &mut Browser, server: &Server) -> Outcome {
    let page = start(browser, server)?;
    let dark = || -> Outcome<bool> {
        Ok(page.run("return matchMedia('(prefers-color-scheme: dark)').matches", serde_json::json!([]))? == true)
    };
    ensure!(!dark()?, "dark from the start");
    ensure!(page.set_dark(true)? == (browser.kind != Kind::WebKit), "an unexpected answer on dark");
    ensure!(dark()? == (browser.kind != Kind::WebKit), "dark was asked for");
    page.set_viewport(768, 1024)?;
    page.set_viewport(if browser.kind == Kind::WebKit { 447 } else { 320 }, 640)?;
    assert_eq!(checks::fits_width(&page)?, Vec::<String>::new());
    page.screenshot_all(&browser.scratch().join("picture.png"))?;
    ensure!(std::fs::read(browser.scratch().join("picture.png"))?.starts_with(b"\x89PNG"), "a picture that is not PNG");
    Ok(())
}

fn time(browser: &mut Browser, server: &Server) -> Outcome {
    let count = |page: &Page| -> Outcome<String> {
        Ok(page.run("return window.told?.join() ?? 'none'", serde_json::json!([]))?.as_str().unwrap_or_default().into())
    };
    let tell = "window.told = []; const begin = [performance.now(), Date.now()];
        setInterval(() => told.push('each'), 20_000);
        clearTimeout(setTimeout(() => told.push('never'), 10_000));
        setTimeout(() => { told.push('first'); setTimeout(() => told.push('second'), 30_000); }, 30_000);
        setTimeout(() => told.push(performance.now() - begin[0] >= 69_000, Date.now() - begin[1] >= 69_000), 69_000);";
    browser.own_clock()?;
    let page = start(browser, server)?;
    page.run(tell, serde_json::json!([]))?;
    page.jump(Duration::from_secs(15))?;
    assert_eq!(count(&page)?, "", "after a quarter of a minute");
    page.jump(Duration::from_secs(55))?;
    assert_eq!(count(&page)?, "each,first,each,each,second,true,true", "after 70 seconds");
    page.press("Volgende")?;
    page.heading(SECOND)?;
    browser.reset()?;
    let page = start(browser, server)?;
    ensure!(page.run("return typeof jump", serde_json::json!([]))? == "undefined", "the clock is still ours");
    Ok(())
}
