//! A municipality's own file: what does not fit costs only its own part, and is named here.

use super::facts;
use super::hosts;
use crate::content::file::FORMAT;
use crate::date::Date;
use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;
use crate::map::Map;
use crate::municipality::file::{LocalFlow, Municipality, Partner, RoomFacts, Week};
use crate::municipality::house::Room;
use crate::municipality::opening_hours::{of_weekday, span};

/// A kind of diagnostic for all of them.
const KIND: &str = "municipality";

pub(super) fn check(library: &Library, today: &str, diagnostics: &mut Vec<Diagnostic>) {
    for (id, town) in &library.municipalities {
        let say = &mut Diagnostics::new(&format!("municipalities/{id}.json"), diagnostics);
        if town.format.unwrap_or(FORMAT) != FORMAT {
            say.error(
                KIND,
                "format",
                "another format",
                &FORMAT.to_string(),
                &format!("Write {FORMAT}: no other format exists yet."),
            );
        }
        if town.id.as_ref().is_some_and(|own| own != id) {
            let mend = &format!("Write “{id}”, the name of the file.");
            say.error(KIND, "id", town.id.as_deref().unwrap_or_default(), id, mend);
        }
        words(&town.phone, "phone", say);
        town.house.iter().for_each(|house| room(house, "house", say));
        for (name, facts) in &town.rooms {
            let path = format!("rooms.{name}");
            if Room::by_name(name).is_none() {
                let rooms: Vec<&str> = Room::NAMES.iter().map(|(name, _)| *name).collect();
                say.error(KIND, &path, name, &format!("one of {}", rooms.join(" ")), "Write the name of a room.");
            }
            room(facts, &path, say);
        }
        days(town, say);
        for (at, partner) in town.partners.iter().enumerate() {
            of_partner(partner, &format!("partners.{at}"), say);
        }
        for (flow, local) in &town.flows {
            of_flow(library, flow, local, today, say);
        }
    }
}

fn room(facts: &RoomFacts, path: &str, say: &mut Diagnostics) {
    words(&facts.place, &format!("{path}.place"), say);
    words(&facts.who, &format!("{path}.who"), say);
    facts.hours.iter().for_each(|week| hours(week, &format!("{path}.hours"), say));
}

/// Words by language: Dutch at least.
fn words(texts: &Map<String>, path: &str, say: &mut Diagnostics) {
    if !texts.is_empty() && !texts.contains_key("nl") {
        say.error(KIND, path, "no nl", "Dutch words", "Write them in Dutch too: that is what others fall back on.");
    }
}

fn hours(week: &Week, path: &str, say: &mut Diagnostics) {
    for (day, name) in ["ma", "di", "wo", "do", "vr", "za", "zo"].iter().enumerate() {
        spans(of_weekday(week, day), &format!("{path}.{name}"), say);
    }
}

fn spans(written: &[String], path: &str, say: &mut Diagnostics) {
    let mut before = 0;
    for text in written {
        match span(text) {
            None => {
                let mend = "Write the hours with four figures each, the earlier one first: 09:00-17:00.";
                say.error(KIND, path, text, "hours such as 09:00-17:00", mend);
            }
            Some((from, _)) if from < before => {
                say.error(
                    KIND,
                    path,
                    text,
                    "hours that do not overlap",
                    "Put them in order, each after the one before.",
                );
            }
            Some((_, until)) => before = until,
        }
    }
}

fn days(town: &Municipality, say: &mut Diagnostics) {
    for (at, exception) in town.exceptions.iter().enumerate() {
        let path = format!("exceptions.{at}");
        if Date::parse(&exception.day).is_none() {
            say.error(KIND, &format!("{path}.day"), &exception.day, "a day, YYYY-MM-DD", "Write it as 2026-12-24.");
        }
        spans(&exception.hours, &format!("{path}.hours"), say);
        words(&exception.why, &format!("{path}.why"), say);
    }
}

fn of_partner(partner: &Partner, path: &str, say: &mut Diagnostics) {
    if partner.rooms.is_empty() {
        let mend = "Name the room where somebody would look for them.";
        say.error(KIND, &format!("{path}.rooms"), "nothing", "a room of the house", mend);
    }
    for (part, texts) in [("what", &partner.what), ("place", &partner.place), ("bring", &partner.bring)] {
        words(texts, &format!("{path}.{part}"), say);
    }
}

fn of_flow(library: &Library, id: &str, local: &LocalFlow, today: &str, say: &mut Diagnostics) {
    let path = format!("flows.{id}");
    let Some(file) = library.files.get(id) else {
        if library.is_spoilt(&format!("flows/{id}/flow.json")) {
            return;
        }
        say.error(KIND, &path, id, "the id of a flow", "Write the name of a folder in flows/.");
        return;
    };
    if let Some(link) = local.link.as_ref().filter(|link| !hosts::is_address(link)) {
        let mend = "Write it as one types it, without https: voorbeeldstad.nl/verhuizen.";
        say.error(KIND, &format!("{path}.link"), link, "an address as one types it", mend);
    }
    for (fact, figure) in &local.facts {
        let path = format!("{path}.facts.{fact}");
        if !file.facts.contains_key(fact) && !file.local.contains(&fact.to_owned()) {
            let expected = &format!("a figure of the flow: {}", file.local.join(" "));
            say.error(KIND, &path, fact, expected, "Write the name of a figure in flow.json, under facts or local.");
        }
        facts::periods(figure, &path, today, facts::Whose::Municipal, say);
    }
    let is_there = |lang: &&str| {
        library.words.contains_key(&(id.to_owned(), (*lang).to_owned()))
            || library.is_spoilt(&format!("flows/{id}/{lang}.json"))
    };
    for lang in local.words.keys().filter(|lang| !is_there(lang)) {
        say.error(KIND, &format!("{path}.words.{lang}"), lang, "a language of the flow", "Write nl, or en.");
    }
}
