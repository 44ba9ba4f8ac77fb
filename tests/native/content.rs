//! The content is right.

use crate::support::{TODAY, library};
use stapwijzer::editing::check;
use stapwijzer::map::Map;
use stapwijzer::practice::coach::Coaching;
use stapwijzer::practice::desk::Desk;
use stapwijzer::practice::input::keys::{can_type, rows};
use stapwijzer::practice::persona::Persona;

#[test]
fn our_own_content_has_no_problems() {
    let diagnostics = check::check(library(), TODAY);
    let problems: String =
        diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).map(|error| format!("{error}\n")).collect();
    assert!(problems.is_empty(), "{problems}");
}

#[test]
fn a_figure_that_has_expired_fails_the_check() {
    let problems = check::check(library(), "2031-01-01");
    assert!(problems.iter().any(|problem| problem.path.ends_with("validUntil")), "{problems:?}");
}

/// On a kiosk nobody has other keys than those on the screen.
#[test]
fn the_keys_of_a_kiosk_can_type_every_card() {
    let noor = Persona::by_id("noor").unwrap();
    let mut typed = 0;
    for (id, file) in &library().files {
        for (name, screen) in file.screens.iter().map(|(name, screen)| (name, screen.get())) {
            let desk = Desk::new(&screen, &Map::default(), noor, TODAY, Coaching::default());
            for input in desk.fields().iter().flat_map(|field| field.inputs()) {
                for value in input.values() {
                    assert!(can_type(rows(input.keys()), value), "{id} {name}: “{value}”");
                    typed += 1;
                }
            }
        }
    }
    assert!(typed > 50, "only {typed} values");
}
