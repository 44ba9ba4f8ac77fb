//! Does what a screen of the practice desk asks, as a user would: reads the card and the phone, and types that.

use super::app;
use super::book::{Step, fits, plain};
use super::codes;
use super::hand::Hand;
use super::sites;
use super::walk::Walk;
use crate::failure::Outcome;
use crate::page::Key;
use serde_json::{Value, json};

/// Carries out the practice screen of a step, and goes on.
pub fn practise(walk: &Walk, step: &Step) -> Outcome {
    solve(walk, step)?;
    walk.go_on(step)
}

/// Carries out the practice screen of a step.
pub fn solve(walk: &Walk, step: &Step) -> Outcome {
    let (screen, words) = step.screen();
    let (page, book, hand) = (walk.page, walk.book, walk.hand);
    let own = |key: &str| words["button"].as_str().map_or_else(|| book.ui(key).to_string(), plain);
    match screen["type"].as_str().unwrap_or_default() {
        "login" => {
            for label in [book.ui("login.username"), book.ui("login.password")] {
                hand.fill(page, label, &on_card(walk, label)?)?;
            }
            send(walk, book.ui("login.password"), &own("login.submit"))?;
        }
        "sms-code" | "mail-code" | "letter-code" | "pairing-code" => codes::type_in(walk, screen, &own("sms.submit"))?,
        "form" => {
            let fields = screen["fields"].as_array().into_iter().flatten();
            let mut last = None;
            for field in fields {
                last = fill_in(walk, field, &words["fields"][field["id"].as_str().unwrap_or_default()])?;
            }
            match last {
                Some(typed) => send(walk, &typed, &own("form.next"))?,
                None => press(walk, &own("form.next"))?,
            }
        }
        "map" => {
            let name = |id: &str| plain(words["places"][id].as_str().unwrap_or_default());
            let ids = screen["places"].as_array().into_iter().flatten().filter_map(|place| place["id"].as_str());
            let places: Vec<String> = ids.map(name).collect();
            let names: Vec<&str> = places.iter().map(String::as_str).collect();
            hand.pick(page, &names, &name(screen["place"].as_str().unwrap_or_default()))?;
            press(walk, &own("form.next"))?;
        }
        kind @ ("new-account" | "new-password") => {
            let name = (kind == "new-account").then(|| book.ui("login.username"));
            let password = book.ui(if kind == "new-account" { "login.password" } else { "account.new-password" });
            for label in name.into_iter().chain([password]) {
                hand.fill(page, label, &on_card(walk, label)?)?;
            }
            hand.fill(page, book.ui("account.repeat"), &on_card(walk, password)?)?;
            send(walk, book.ui("account.repeat"), &own("form.next"))?;
        }
        "inbox" => sites::inbox(walk, screen, words)?,
        "history" => sites::history(walk, screen)?,
        "judge" => hand.press(page, book.ui(if screen["right"] == "fake" { "judge.fake" } else { "judge.real" }))?,
        "tap" => {
            for place in screen["places"].as_array().into_iter().flatten().filter_map(|place| place["id"].as_str()) {
                press(walk, &plain(words["places"][place].as_str().unwrap_or_default()))?;
            }
        }
        "pages" => {
            press(walk, book.ui("pages.back"))?;
            page.heading_has_focus(words["title"].as_str().unwrap_or_default().split('{').next().unwrap_or_default())?;
            let right = words["choices"][screen["right"].as_str().unwrap_or_default()]["label"].as_str();
            press(walk, &walk.shown(&["button"], right.unwrap_or_default())?)?;
        }
        "summary" => press(walk, &own("summary.send"))?,
        "confirmation" => {}
        "method" => app::choose(walk, "desk.computer", screen, words)?,
        "app-choice" | "organisation" => app::choose(walk, "desk.phone", screen, words)?,
        "pin-choose" => app::choose_pin(walk, screen, &own("form.next"))?,
        "pin-enter" => app::enter_pin(walk, screen, &own("form.next"))?,
        "id-check" => app::hold_card(walk, screen, words)?,
        "scan" => app::scan(walk, screen)?,
        other => fail!("a practice screen of an unknown type: {other}"),
    }
    Ok(())
}

/// Makes a mistake that can be mended: sends nothing, or takes another answer. Tells whether this screen has one.
pub fn mistake(walk: &Walk, step: &Step) -> Outcome<bool> {
    let (screen, words) = step.screen();
    let own = |key: &str| words["button"].as_str().map_or_else(|| walk.book.ui(key).to_string(), plain);
    match screen["type"].as_str().unwrap_or_default() {
        "login" => press(walk, &own("login.submit"))?,
        "sms-code" | "mail-code" | "pairing-code" => press(walk, &own("sms.submit"))?,
        "form" | "map" | "new-account" | "new-password" => press(walk, &own("form.next"))?,
        "judge" => {
            let wrong = if screen["right"] == "fake" { "judge.real" } else { "judge.fake" };
            walk.hand.press(walk.page, walk.book.ui(wrong))?;
        }
        _ => return Ok(false),
    }
    // Nothing says so on a screen that goes on by itself.
    walk.page.wait_for("an answer to a mistake", || {
        let said = walk.page.announced()?.iter().any(|words| words.contains(['.', '!']));
        Ok(said.then_some(true))
    })
}

/// Sends what was typed last, in this field, and is right: by Enter there, or by the button of the practised page. After
/// Enter the answer once vanished before anybody could read it.
pub fn send(walk: &Walk, field: &str, button: &str) -> Outcome {
    if walk.sends_by_enter() { enter(walk, field) } else { press(walk, button) }
}

/// Enter in the field where one typed last.
pub fn enter(walk: &Walk, field: &str) -> Outcome {
    let page = walk.page;
    if page.focus_name()? != field {
        // It stood there already.
        page.tap_field(field)?;
    }
    page.key(Key::Enter)?;
    page.see(walk.book.ui("verdict.right.next"))
}

/// Presses the button of the practised page itself: on the computer, not beside it.
pub fn press(walk: &Walk, name: &str) -> Outcome {
    match walk.hand {
        Hand::Keyboard => walk.page.enter_on(name),
        _ => walk.page.press_in(walk.book.ui("desk.computer"), name),
    }
}

/// Does what one field of a form expects; gives the name of the field in which one typed, if one did.
fn fill_in(walk: &Walk, field: &Value, words: &Value) -> Outcome<Option<String>> {
    let (page, hand) = (walk.page, walk.hand);
    let label = plain(words["label"].as_str().unwrap_or_default());
    let shown = match field["optional"] == true {
        true => format!("{label} ({})", walk.book.ui("form.optional")),
        false => label.clone(),
    };
    match field["kind"].as_str().unwrap_or_default() {
        "text" | "bsn" if field["value"].is_null() => {}
        "text" | "bsn" => {
            hand.fill(page, &shown, &on_card(walk, &label)?)?;
            return Ok(Some(shown));
        }
        "date" => {
            let date = on_card(walk, &label)?;
            for (key, part) in ["date.day", "date.month", "date.year"].into_iter().zip(date.split(" - ")) {
                hand.fill(page, walk.book.ui(key), part)?;
            }
            return Ok(Some(walk.book.ui("date.year").into()));
        }
        kind @ ("choice" | "upload") => {
            // By place: two names may differ only in what stands for `{p.…}`.
            let group = page.region(&shown)?;
            let names = page.names_in(&group, &["radio", "button"])?;
            let place = field["options"].as_array().into_iter().flatten().position(|id| *id == field["value"]);
            let wanted = names.get(place.unwrap_or_default()).cloned().unwrap_or_default();
            let content = words["options"][field["value"].as_str().unwrap_or_default()].as_str().unwrap_or_default();
            ensure!(fits(content, &wanted), "“{content}” is shown as “{wanted}”");
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            match (kind, hand) {
                ("choice", Hand::Keyboard) => hand.pick(page, &names, &wanted)?,
                (_, Hand::Keyboard) => hand.press(page, &wanted)?,
                // Two questions of one form may have the same answers.
                _ => page.press_within(&group, &wanted)?,
            }
        }
        "confirm" => hand.tick(page, &shown)?,
        other => fail!("a field of an unknown kind: {other}"),
    }
    Ok(None)
}

/// What the card on the desk says to type in a field; where there is no room for it, what stands at the field of it.
pub fn on_card(walk: &Walk, label: &str) -> Outcome<String> {
    let script = "(() => {
        const [label, strip] = arguments;
        const row = eyes.everything().find((el) => el.localName === 'dt' && eyes.clean(el.textContent) === label);
        if (row) return eyes.text(row.nextElementSibling);
        const field = eyes.find(['textbox', 'group'], label).find((el) => el.localName !== 'details');
        const near = field?.localName === 'input' ? field.closest('.sw-field') : field;
        const line = near && eyes.everything().find((el) => el.localName === 'p' && near.contains(el) && eyes.text(el).startsWith(strip));
        return line ? eyes.text(line).slice(strip.length).trim() : null;
    })()";
    let strip = walk.book.ui("field.card");
    walk.page.wait_for(&format!("“{label}” on the card"), || {
        Ok(walk.page.look(script, json!([label, strip]))?.as_str().map(String::from))
    })
}
