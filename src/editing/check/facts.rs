//! Figures with their source and dates. (What expires soon is said by `freshness.rs`.)

use crate::content::figure::{Fact, FactKind, Figure, Seen, year};
use crate::content::file::FORMAT;
use crate::date::Date;
use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::library::Library;
use crate::editing::national::NATIONAL;
use std::collections::BTreeMap;

/// More figures than this do not end on one day, but for those of a year: nobody looks at them all in an afternoon.
pub const MOST_ON_A_DAY: usize = 25;

/// Where a figure stands: the country's own are kind and certainty too; a municipality knows its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Ours,
    Municipal,
}

pub(super) fn check(library: &Library, today: &str, diagnostics: &mut Vec<Diagnostic>) {
    let mut ends: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = |fact: &Fact| {
        if fact.kind != Some(FactKind::Amount) && Date::parse(&fact.valid_until).is_some() {
            *ends.entry(fact.valid_until.clone()).or_default() += 1;
        }
    };
    for (id, file) in &library.files {
        let say = &mut Diagnostics::new(&format!("flows/{id}/flow.json"), diagnostics);
        for (fact, figure) in file.facts.iter().filter(|(fact, _)| library.national_name(id, fact).is_none()) {
            periods(figure, &format!("facts.{fact}"), today, Whose::Ours, say);
            figure.periods().iter().for_each(&mut count);
        }
    }
    let say = &mut Diagnostics::new(NATIONAL, diagnostics);
    national(library, today, say);
    library.national.values().flat_map(Figure::periods).for_each(|fact| count(&fact));
    for (day, many) in ends.into_iter().filter(|(_, many)| *many > MOST_ON_A_DAY) {
        let mend =
            "Give some of them an earlier or a later last day: those of one source together, a few sources a month.";
        let expected = format!("at most {MOST_ON_A_DAY} figures that end on {day}");
        say.error("same-day", "facts", &many.to_string(), &expected, mend);
    }
}

/// The figures that stand once for all flows, and that each is used.
fn national(library: &Library, today: &str, say: &mut Diagnostics) {
    let format = library.written.get(NATIONAL).and_then(|file| file.at("format"));
    if let Some(format) = format.filter(|format| format.to_json() != FORMAT.to_string()) {
        let mend = &format!("Write {FORMAT}: no other format exists yet.");
        say.error("format", "format", &format.to_json(), &FORMAT.to_string(), mend);
    }
    for (id, figure) in &library.national {
        periods(figure, &format!("facts.{id}"), today, Whose::Ours, say);
        let mut flows = library.files.iter();
        if !flows.any(|(flow, file)| file.facts.keys().any(|own| library.national_name(flow, own) == Some(id))) {
            let mend = "Take it out, or name it in a flow that tells the figure itself.";
            say.advise("unused-figure", &format!("facts.{id}"), id, "a figure that a flow names", mend);
        }
    }
}

/// All periods of a figure at this place in its file.
pub(super) fn periods(figure: &Figure, place: &str, today: &str, whose: Whose, say: &mut Diagnostics) {
    let all = figure.periods();
    let in_a_list = all.len() != 1;
    for (at, fact) in all.iter().enumerate() {
        let place = if in_a_list { format!("{place}.{at}") } else { place.to_owned() };
        // An old period is shown no more once the next has begun.
        let until =
            all.iter().filter_map(|other| other.from.as_deref()).filter(|from| Some(*from) > fact.from.as_deref());
        let is_over = until.min().is_some_and(|next| next <= today);
        period(fact, &place, if is_over { "" } else { today }, whose, say);
    }
    let begin = |fact: &Fact| fact.from.clone().unwrap_or_default();
    if all.windows(2).any(|pair| begin(&pair[0]) >= begin(&pair[1])) {
        let mend =
            "Put the periods in order, each from a later day than the one before; only the first may be without.";
        say.error("fact", place, "periods out of order", "periods, each from a later day", mend);
    }
    if all.first().is_none_or(|first| begin(first).as_str() > today) {
        let mend = "Write what counts now as the first period.";
        say.error("fact", place, &all.first().map(begin).unwrap_or_default(), "a period that has begun", mend);
    }
}

/// One period. `today` is empty for one that is over: nobody compares it with its source again.
fn period(fact: &Fact, place: &str, today: &str, whose: Whose, say: &mut Diagnostics) {
    let Fact { value, source, checked, valid_until, .. } = fact;
    let path = |part: &str| format!("{place}.{part}");
    let by_heart = fact.seen == Some(Seen::Memory);
    if value.trim().is_empty() || (source.trim().is_empty() && !by_heart) {
        let mend = "Write the figure, and the site or publication where it stands.";
        say.error("fact", &path("source"), source, "a value and where it stands", mend);
    }
    if Date::parse(checked).is_none() {
        let mend = "Write the day on which somebody compared the figure with its source.";
        say.error("fact", &path("checked"), checked, "a day, YYYY-MM-DD", mend);
    } else if !today.is_empty() && checked.as_str() > today {
        let mend = "Write the day on which the figure was compared with its source; it cannot be later than today.";
        say.error("fact", &path("checked"), checked, "a day that is not in the future", mend);
    }
    if let Some(from) = fact.from.as_ref().filter(|from| Date::parse(from).is_none()) {
        say.error("fact", &path("from"), from, "a day, YYYY-MM-DD", "Write the first day on which the figure counts.");
    }
    if let Some(dated) = fact.dated.as_ref().filter(|dated| !is_part_of_a_date(dated)) {
        let mend = "Write of which year, month or day the source is: 2024, 2024-06 or 2024-06-07; or leave it out.";
        say.error("fact", &path("dated"), dated, "a year, a month or a day", mend);
    }
    if whose == Whose::Ours {
        for (part, is_there, words) in [
            ("kind", fact.kind.is_some(), FactKind::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>()),
            ("seen", fact.seen.is_some(), Seen::NAMES.iter().map(|(name, _)| *name).collect()),
        ] {
            if !is_there {
                let mend = "Write what kind of figure it is, and how sure: CONTRIBUTING.md says what each means.";
                say.error("fact", &path(part), "nothing", &format!("one of {}", words.join(" ")), mend);
            }
        }
    }
    last_day(fact, &path("validUntil"), today, say);
    if Date::parse(valid_until).is_some() && !today.is_empty() && valid_until.as_str() < today {
        let mend = &format!("Look at {source}, mend the value when it changed, and set checked and validUntil anew.");
        say.error("expired", &path("validUntil"), valid_until, "a day that has not passed", mend);
    }
}

/// For how long a figure of this kind may be believed.
fn last_day(fact: &Fact, path: &str, today: &str, say: &mut Diagnostics) {
    let Some(until) = Date::parse(&fact.valid_until) else {
        let mend = "Write the last day on which the figure may be shown without a warning.";
        return say.error("fact", path, &fact.valid_until, "a day, YYYY-MM-DD", mend);
    };
    let Some(checked) = Date::parse(&fact.checked).filter(|_| !today.is_empty()) else { return };
    let (latest, why) = match fact.kind {
        // What is set anew each year is of the year in which it begins, or in which somebody looked.
        Some(FactKind::Amount) | None => {
            let begins = fact.from.as_deref().unwrap_or_default().max(&fact.checked);
            let year = year(begins).parse().unwrap_or_default();
            (Date::new(year, 12, 31).unwrap_or(checked), "an amount changes on 1 January")
        }
        Some(FactKind::Term) => (checked.plus_days(2 * 366), "a term is compared with its source every two years"),
        Some(FactKind::Phone | FactKind::Emergency) => {
            (checked.plus_days(366), "a number is compared with its source every year")
        }
    };
    if until.to_days() > latest.to_days() {
        let mend = &format!("Write {} at the latest: {why}.", latest.iso());
        say.error("fact", path, &fact.valid_until, &format!("{} or earlier", latest.iso()), mend);
    }
}

/// `2024`, `2024-06` or `2024-06-07`.
fn is_part_of_a_date(text: &str) -> bool {
    let whole = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    Date::parse(&whole).is_some()
}
