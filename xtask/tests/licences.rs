//! What is shipped may be shipped: the licences, their texts, and the stand-in for a crate.

#![expect(clippy::expect_used, clippy::panic, reason = "a helper of tests is a test")]

use spdx::{Expression, LicenseReq, ParseMode};
use std::fs;
use xtask::release::crates::{self, Crate};
use xtask::{project, release};

/// The licences that `deny.toml` allows: one list, for `cargo deny` and for us.
fn allowed(deny: &str) -> Vec<Expression> {
    let list =
        deny.split_once("\nallow = [").and_then(|(_, rest)| rest.split_once("\n]")).expect("a list of licences").0;
    let names = list.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("\",").map(str::to_owned));
    names.map(|name| Expression::parse(&name).unwrap_or_else(|error| panic!("{name}: {error}"))).collect()
}

/// Why it may not be shipped.
fn refused(it: &Crate, allowed: &[Expression]) -> Option<String> {
    let told = |why: &str| Some(format!("{} {}: {} {why}", it.name, it.version, it.licence));
    let Ok(expression) = Expression::parse_mode(&it.licence, ParseMode::LAX) else {
        return told("is no SPDX expression");
    };
    let is_allowed = |asked: &LicenseReq| allowed.iter().flat_map(Expression::requirements).any(|it| it.req == *asked);
    if expression.evaluate(is_allowed) { None } else { told("is not in deny.toml") }
}

#[test]
fn every_crate_that_ships_has_a_licence_that_is_allowed() {
    let allowed = allowed(&fs::read_to_string(project::root().join("deny.toml")).unwrap());
    let shipped = crates::shipped().unwrap();
    assert!(shipped.len() > 50, "{shipped:?}");
    let refused: Vec<String> = shipped.iter().filter_map(|it| refused(it, &allowed)).collect();
    assert!(refused.is_empty(), "{refused:#?}");
    // A test that lets everything pass would not notice.
    let with = |licence: &str| Crate { name: "x".into(), licence: licence.into(), ..Crate::default() };
    for licence in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "", "LGPL-2.1 OR AGPL-3.0-only"] {
        assert!(self::refused(&with(licence), &allowed).is_some(), "{licence}");
    }
    for licence in ["MIT OR GPL-3.0-only", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
        assert_eq!(self::refused(&with(licence), &allowed), None, "{licence}");
    }
}

#[test]
fn what_a_release_passes_on_can_be_written() {
    let shipped = crates::shipped().unwrap();
    let text = release::notices::text(&shipped, "1.95.0").unwrap();
    for word in ["leptos 0.", "wasm-bindgen 0.", "UNICODE LICENSE V3", "Boost Software License", "Greg Johnston"] {
        assert!(text.contains(word), "no {word}");
    }
    assert!(shipped.iter().all(|it| it.checksum.len() == 64), "a crate without a sum in Cargo.lock");
}

/// Cargo only warns when a `[patch]` fits nothing any more; the program then carries what the stand-in leaves out.
#[test]
fn the_stand_in_stands_where_it_is_asked_for() {
    let faults = |lock: &str| {
        let packages: Vec<&str> = lock.split("\n[[").collect();
        let is = |package: &&&str| package.contains("name = \"wasm-streams\"\n");
        let askers = packages.iter().filter(|package| package.contains("\n \"wasm-streams"));
        let askers = askers.map(|package| package.lines().skip(1).take(2).collect::<Vec<_>>().join(" "));
        let askers = askers.collect::<Vec<_>>().join("; ");
        let foreign = packages.iter().filter(is).filter(|package| package.contains("\nsource = "));
        let foreign = foreign.map(|package| package.lines().nth(2).unwrap_or_default());
        let mut faults: Vec<String> =
            foreign.map(|version| format!("wasm-streams {version} is asked for by {askers}")).collect();
        if lock.contains("[[patch.unused]]") {
            faults.push("a [patch] of Cargo.toml fits nothing".into());
        }
        if askers.is_empty() {
            faults.push("nothing asks for wasm-streams: stubs/wasm-streams can go".into());
        }
        faults
    };
    let lock = fs::read_to_string(project::root().join("Cargo.lock")).unwrap();
    let mend = "give stubs/wasm-streams the version that is asked for, and look whether its names still suffice";
    assert_eq!(faults(&lock), [""; 0], "{mend}");
    // What Cargo writes when Leptos asks for another version than the stand-in has.
    let start = lock.find("name = \"wasm-streams\"").unwrap();
    let raised = lock[..start].to_owned()
        + &lock[start..].replacen("version = \"0.5.0\"\n", "version = \"0.6.0\"\nsource = \"registry\"\n", 1)
        + "\n[[patch.unused]]\nname = \"wasm-streams\"\nversion = \"0.5.0\"\n";
    let told = faults(&raised).join(", ");
    assert!(told.contains("0.6.0") && told.contains("server_fn") && told.contains("[patch]"), "{told}");
}
