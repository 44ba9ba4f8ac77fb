//! Figures that go out of date: said in time, so that they can be checked before a resident sees a warning.

use super::diagnostic::{Diagnostic, Diagnostics};
use super::library::Library;
use super::national::NATIONAL;
use crate::content::figure::Figure;
use crate::date::Date;

/// So many days ahead a figure is named.
pub const AHEAD: i32 = 60;

/// The figures that are still valid on a day (`YYYY-MM-DD`), and not for much longer: of the flows, of the whole country, and of each
/// municipality. What has expired is a problem, and the check names it.
pub fn expiring(library: &Library, today: &str) -> Vec<Diagnostic> {
    let Some(day) = Date::parse(today) else { return vec![] };
    let last = day.plus_days(AHEAD).iso();
    let mut soon = Vec::new();
    for (id, file) in &library.files {
        let own = file.facts.iter().filter(|(fact, _)| library.national_name(id, fact).is_none());
        ending(own, "facts.", today, &last, &mut Diagnostics::new(&format!("flows/{id}/flow.json"), &mut soon));
    }
    ending(library.national.iter(), "facts.", today, &last, &mut Diagnostics::new(NATIONAL, &mut soon));
    for (id, town) in &library.municipalities {
        let say = &mut Diagnostics::new(&format!("municipalities/{id}.json"), &mut soon);
        for (flow, local) in &town.flows {
            ending(local.facts.iter(), &format!("flows.{flow}.facts."), today, &last, say);
        }
    }
    soon
}

/// Names the figures of which the newest period ends before `last`: where the next stands already, nothing has to be done.
fn ending<'a>(
    figures: impl Iterator<Item = (&'a str, &'a Figure)>,
    place: &str,
    today: &str,
    last: &str,
    say: &mut Diagnostics,
) {
    for (id, figure) in figures {
        let fact = figure.on(last);
        let until = fact.valid_until.as_str();
        if until >= today && until <= last {
            let mend = &format!("Look at {}, and add what counts from then on, or set a later day.", fact.source);
            say.advise("expires-soon", &format!("{place}{id}.validUntil"), until, "a day further away", mend);
        }
    }
}
