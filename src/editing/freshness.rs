//! Figures that go out of date: said in time, so that they can be checked before a resident sees a warning.

use super::diagnostic::{Diagnostic, Diagnostics};
use super::library::Library;
use crate::date::Date;

/// So many days ahead a figure is named.
pub const AHEAD: i32 = 60;

/// The figures that are still valid on a day (`YYYY-MM-DD`), and not for much longer. What has expired is a problem, and the
/// check names it.
pub fn expiring(library: &Library, today: &str) -> Vec<Diagnostic> {
    let Some(day) = Date::parse(today) else { return vec![] };
    let last = day.plus_days(AHEAD).iso();
    let mut soon = Vec::new();
    for (id, file) in &library.files {
        let mut say = Diagnostics::new(&format!("flows/{id}/flow.json"), &mut soon);
        for (fact, figure) in file.facts.iter() {
            let until = figure.valid_until.as_str();
            if until >= today && until <= last.as_str() {
                let mend = &format!("Look at {}, mend the value when it changed, and set a later day.", figure.source);
                say.advise("expires-soon", &format!("facts.{fact}.validUntil"), until, "a day further away", mend);
            }
        }
    }
    soon
}
