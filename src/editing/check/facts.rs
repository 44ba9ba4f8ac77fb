//! Figures with their source and dates. (What expires soon is said by `freshness.rs`.)

use crate::content::file::{Fact, FlowFile};
use crate::date::Date;
use crate::editing::diagnostic::Diagnostics;

pub(super) fn check(file: &FlowFile, today: &str, say: &mut Diagnostics) {
    for (id, fact) in &file.facts {
        figure(fact, &format!("facts.{id}"), today, say);
    }
}

/// Looks at one figure at this place in its file: of a flow, or of a municipality.
pub(super) fn figure(fact: &Fact, place: &str, today: &str, say: &mut Diagnostics) {
    let Fact { value, source, checked, valid_until, .. } = fact;
    let path = |part: &str| format!("{place}.{part}");
    if value.trim().is_empty() || source.trim().is_empty() {
        let mend = "Write the figure, and the site or publication where it stands.";
        say.error("fact", &path("source"), source, "a value and where it stands", mend);
    }
    if Date::parse(checked).is_none() {
        let mend = "Write the day on which somebody compared the figure with its source.";
        say.error("fact", &path("checked"), checked, "a day, YYYY-MM-DD", mend);
    } else if checked.as_str() > today {
        let mend = "Write the day on which the figure was compared with its source; it cannot be later than today.";
        say.error("fact", &path("checked"), checked, "a day that is not in the future", mend);
    }
    if Date::parse(valid_until).is_none() {
        let mend = "Write the last day on which the figure may be shown without a warning.";
        say.error("fact", &path("validUntil"), valid_until, "a day, YYYY-MM-DD", mend);
    } else if valid_until.as_str() < today {
        let mend = &format!("Look at {source}, mend the value when it changed, and set checked and validUntil anew.");
        say.error("expired", &path("validUntil"), valid_until, "a day that has not passed", mend);
    }
}
