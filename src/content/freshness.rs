//! Figures that go out of date: said in time, so that they can be checked before a resident sees a warning.

use super::problem::Problem;
use super::read::Library;
use crate::practice::date::Date;

/// So many days ahead a figure is named.
pub const AHEAD: i32 = 60;

/// The figures that are still valid on a day (`YYYY-MM-DD`), and not for much longer. What has expired is a problem, and the
/// check names it.
pub fn expiring(library: &Library, today: &str) -> Vec<Problem> {
    let Some(day) = Date::parse(today) else { return vec![] };
    let last = day.plus_days(AHEAD).iso();
    let mut soon = Vec::new();
    for (id, file) in &library.files {
        for (fact, figure) in file.facts.iter() {
            let until = figure.valid_until.as_str();
            if until >= today && until <= last.as_str() {
                let (name, path) = (format!("flows/{id}/flow.json"), format!("facts.{fact}.validUntil"));
                soon.push(Problem::new(&name, &path, until, &format!("a look at {}, and a later day", figure.source)));
            }
        }
    }
    soon
}
