//! All figures in one table: for an editor who goes through them in an afternoon.

use super::library::Library;
use super::national::NATIONAL;
use crate::content::figure::{Fact, Figure};
use crate::date::Date;
use crate::editing::texts::texts;
use std::collections::{BTreeMap, BTreeSet};

/// A figure in one period.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The file where it stands, below the content folder.
    pub file: String,
    pub id: String,
    pub fact: Fact,
    /// Whether it counts on the day of the table: it is neither over nor still to come.
    pub counts: bool,
    /// Since how many days nobody has compared it with its source.
    pub age: Option<i64>,
    /// The day on which it changes or may be believed no longer: when the next period begins, or the day after the last.
    pub changes: String,
    /// The flows, and their steps, that tell it. Empty: it is used by the municipality's own words, or by nobody.
    pub used: Vec<String>,
}

/// The heads of the columns, and of the CSV file.
pub const HEADS: [&str; 11] =
    ["file", "figure", "value", "kind", "seen", "source", "dated", "checked", "age", "changes", "used"];

/// All figures as they are on a day (`YYYY-MM-DD`), those that change first at the top.
pub fn rows(library: &Library, today: &str) -> Vec<Row> {
    let used = uses(library);
    let mut rows = Vec::new();
    let mut add = |file: &str, id: &str, figure: &Figure, key: &str| {
        let used = used.get(key).cloned().unwrap_or_default();
        rows.extend(of_figure(file, id, figure, today).into_iter().map(|row| Row { used: used.clone(), ..row }));
    };
    for (id, figure) in &library.national {
        add(NATIONAL, id, figure, id);
    }
    for (flow, file) in &library.files {
        for (id, figure) in file.facts.iter().filter(|(id, _)| library.national_name(flow, id).is_none()) {
            add(&format!("flows/{flow}/flow.json"), id, figure, &format!("{flow}/{id}"));
        }
    }
    for (town, municipality) in &library.municipalities {
        for (flow, local) in &municipality.flows {
            for (id, figure) in &local.facts {
                add(&format!("municipalities/{town}.json"), &format!("{flow}.{id}"), figure, &format!("{flow}/{id}"));
            }
        }
    }
    rows.sort_by(|one, other| (&one.changes, &one.file, &one.id).cmp(&(&other.changes, &other.file, &other.id)));
    rows
}

fn of_figure(file: &str, id: &str, figure: &Figure, today: &str) -> Vec<Row> {
    let periods = figure.periods();
    let now = figure.on(today);
    let begin = |at: usize| periods.get(at).and_then(|next: &Fact| next.from.clone());
    let row = |(at, fact): (usize, &Fact)| Row {
        file: file.to_owned(),
        id: id.to_owned(),
        counts: *fact == now,
        age: days_between(&fact.checked, today),
        changes: begin(at + 1).or_else(|| Some(Date::parse(&fact.valid_until)?.plus_days(1).iso())).unwrap_or_default(),
        used: vec![],
        fact: fact.clone(),
    };
    periods.iter().enumerate().map(row).collect()
}

fn days_between(day: &str, later: &str) -> Option<i64> {
    Some(Date::parse(later)?.to_days() - Date::parse(day)?.to_days())
}

/// Where each figure is told: by its national name, or by flow and name.
fn uses(library: &Library) -> BTreeMap<String, Vec<String>> {
    let mut uses: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for ((flow, _), words) in &library.words {
        for text in texts(words) {
            for id in named(&text.text) {
                let key = library.national_name(flow, id).map_or_else(|| format!("{flow}/{id}"), str::to_owned);
                let step = text.path.split('.').nth(1).unwrap_or_default();
                uses.entry(key).or_default().insert(format!("{flow}:{step}"));
            }
        }
    }
    uses.into_iter().map(|(key, places)| (key, places.into_iter().collect())).collect()
}

/// The figures that a text names: `{f.<id>}`.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split("{f.").skip(1).filter_map(|rest| rest.split_once('}')).map(|(id, _)| id)
}

impl Row {
    /// The cells, in the order of [`HEADS`].
    pub fn cells(&self) -> [String; HEADS.len()] {
        let Fact { kind, value, source, seen, dated, checked, .. } = &self.fact;
        let age = self.age.map_or_else(String::new, |days| format!("{days} days"));
        [
            self.file.clone(),
            self.id.clone(),
            value.clone(),
            kind.map_or("", |kind| kind.name()).to_owned(),
            seen.map_or("", |seen| seen.name()).to_owned(),
            source.clone(),
            dated.clone().unwrap_or_default(),
            checked.clone(),
            age,
            self.changes.clone(),
            self.used.join(" "),
        ]
    }
}

/// The table as columns, with a last line for all together.
pub fn text(rows: &[Row]) -> String {
    let mut lines: Vec<[String; 8]> =
        vec![["changes", "figure", "value", "kind", "seen", "age", "used", "source"].map(str::to_owned)];
    for row in rows {
        let [_, id, value, kind, seen, source, dated, _, age, changes, _] = row.cells();
        let source = if dated.is_empty() { source } else { format!("{source} ({dated})") };
        let mark = if row.counts { "" } else { " *" };
        let flows: BTreeSet<&str> = row.used.iter().filter_map(|place| Some(place.split_once(':')?.0)).collect();
        let used = match flows.len() {
            1 => flows.into_iter().collect(),
            count => format!("{count} flows"),
        };
        lines.push([changes, id + mark, value, kind, seen, age, used, source]);
    }
    let mut width = [0; 8];
    for line in &lines {
        for (column, cell) in line.iter().enumerate() {
            width[column] = width[column].max(cell.chars().count());
        }
    }
    let mut told = String::new();
    for line in lines {
        let cells: Vec<String> = line.iter().zip(width).map(|(cell, width)| format!("{cell:width$}")).collect();
        told += cells.join("  ").trim_end();
        told.push('\n');
    }
    let later = rows.iter().filter(|row| !row.counts).count();
    format!("{told}\n{} figures, {later} of them not of today (*)\n", rows.len())
}

/// The table as CSV (RFC 4180), for a spreadsheet.
pub fn csv(rows: &[Row]) -> String {
    let heads = HEADS.map(str::to_owned);
    let lines = std::iter::once(heads).chain(rows.iter().map(Row::cells));
    lines.map(|cells| cells.map(|cell| quoted(&cell)).join(",") + "\r\n").collect()
}

/// A cell, in quotes where it needs them. What a spreadsheet would take for a formula begins with a quote mark of its own.
fn quoted(cell: &str) -> String {
    let safe = if cell.starts_with(['=', '+', '-', '@']) { format!("'{cell}") } else { cell.to_owned() };
    if safe.contains([',', '"', '\n', '\r']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}
