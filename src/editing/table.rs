//! All content at a glance: flows and languages, with their steps, words, readability and freshness.

use super::check;
use super::language::sentences::{sentences, words};
use super::library::Library;
use super::texts::{texts, without_languages};
use crate::content::figure::Figure;
use crate::content::file::FlowFile;
use crate::content::words::Words;
use crate::date::Date;

/// One language of one flow.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub flow: String,
    pub lang: String,
    pub steps: usize,
    pub words: usize,
    /// `language/readability.rs`; `None` for a language that we cannot measure.
    pub readability: Option<f64>,
    /// The step that is hardest to read, with its figure.
    pub hardest: Option<(String, f64)>,
    /// Days until the first of its figures expires, below 0 when one has; `None` when it has no figures.
    pub fresh: Option<i64>,
}

/// A row for each flow and language, as seen on a day (`YYYY-MM-DD`).
pub fn rows(library: &Library, today: &str) -> Vec<Row> {
    let known = library.words.iter().filter(|((id, _), _)| library.files.contains_key(id));
    known.map(|((id, lang), found)| row(id, lang, &library.files[id], found, today)).collect()
}

fn row(flow: &str, lang: &str, file: &FlowFile, found: &Words, today: &str) -> Row {
    let texts: Vec<String> = texts(found).iter().map(|text| without_languages(&text.text)).collect();
    let sentences = texts.iter().flat_map(|text| sentences(text));
    let (readability, steps) = check::readability(file, found);
    Row {
        flow: flow.to_owned(),
        lang: lang.to_owned(),
        steps: file.steps.len(),
        words: sentences.map(|sentence| words(sentence).len()).sum(),
        readability,
        hardest: steps.into_iter().min_by(|(_, one), (_, two)| one.total_cmp(two)),
        fresh: fresh(file, today),
    }
}

fn fresh(file: &FlowFile, today: &str) -> Option<i64> {
    let day = Date::parse(today)?.to_days();
    // The last period that stands there: until it ends nobody has to do anything.
    let last = |figure: &Figure| Date::parse(&figure.periods().pop()?.valid_until);
    file.facts.values().filter_map(last).map(|last| last.to_days() - day).min()
}

/// The table in columns, with a last line for all together.
pub fn text(rows: &[Row]) -> String {
    let heads = ["flow", "lang", "steps", "words", "readability", "fresh for", "hardest step"].map(str::to_owned);
    let mut lines = vec![heads];
    lines.extend(rows.iter().map(cells));
    let flows = rows.iter().map(|row| row.flow.as_str()).collect::<std::collections::BTreeSet<_>>().len();
    let least = |figures: &mut dyn Iterator<Item = f64>| figures.min_by(f64::total_cmp);
    let first = least(&mut rows.iter().filter_map(|row| row.fresh.map(|days| days as f64)));
    lines.push([
        format!("{flows} flows"),
        String::new(),
        rows.iter().map(|row| row.steps).sum::<usize>().to_string(),
        rows.iter().map(|row| row.words).sum::<usize>().to_string(),
        least(&mut rows.iter().filter_map(|row| row.readability)).map_or_else(none, |least| format!("from {least:.0}")),
        first.map_or_else(none, |days| format!("{days:.0} days")),
        String::new(),
    ]);
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..7).map(width).collect();
    let mut text = String::new();
    for line in &lines {
        // Words to the left, figures to the right.
        let cells = line.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            0 | 1 | 6 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

fn none() -> String {
    "–".to_owned()
}

fn cells(row: &Row) -> [String; 7] {
    [
        row.flow.clone(),
        row.lang.clone(),
        row.steps.to_string(),
        row.words.to_string(),
        row.readability.map_or_else(none, |figure| format!("{figure:.0}")),
        row.fresh.map_or_else(none, |days| format!("{days} days")),
        row.hardest.as_ref().map_or_else(none, |(step, figure)| format!("{figure:.0} {step}")),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_stands_in_columns() {
        let row = |flow: &str, readability: Option<f64>, fresh| Row {
            flow: flow.into(),
            lang: "nl".into(),
            steps: 3,
            words: 1200,
            readability,
            hardest: readability.map(|figure| ("welkom".to_owned(), figure - 10.0)),
            fresh,
        };
        let expected = "\
flow      lang  steps  words  readability  fresh for  hardest step
a         nl        3   1200           81   100 days  71 welkom
lang-één  nl        3   1200            –          –  –
2 flows             6   2400      from 81   100 days
";
        assert_eq!(text(&[row("a", Some(81.4), Some(100)), row("lang-één", None, None)]), expected);
    }
}
