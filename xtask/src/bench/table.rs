//! The table at the end: each figure with few and with many flows, what it should be, and whether it is.

use super::{FEW, MANY};
use serde_json::Value;

/// With many flows the start may take this many times what it takes with few.
const SLOWER: f64 = 1.2;
/// A key of the search may take this many milliseconds.
const A_KEY: f64 = 5.0;

/// A line of the table.
struct Row {
    what: String,
    few: f64,
    many: f64,
    /// Only a figure with a target has one.
    target: Option<Target>,
}

/// What is asked of the figure with many flows.
enum Target {
    /// At most so many times the figure with few.
    Times(f64),
    /// Less than this.
    Under(f64),
}

impl Row {
    fn new(what: String, [few, many]: [&Value; 2], key: &str, target: Option<Target>) -> Row {
        // A figure that is not there is no number, and meets no target.
        let number = |value: &Value| value[key].as_f64().unwrap_or(f64::NAN);
        Row { what, few: number(few), many: number(many), target }
    }

    fn text(&self) -> String {
        let Row { what, few, many, target } = self;
        let ratio = many / few;
        let (asked, met) = match target {
            None => (String::new(), None),
            Some(Target::Times(most)) => (format!("at most {most} ×"), Some(ratio <= *most)),
            Some(Target::Under(most)) => (format!("under {most} ms"), Some(many < most)),
        };
        let met = met.map_or("", |met| if met { "met" } else { "MISSED" });
        let ratio = if ratio.is_finite() { format!("{ratio:.2} ×") } else { "–".to_owned() };
        line([what, &format!("{few:.2}"), &format!("{many:.2}"), &ratio, &asked, met])
    }
}

fn line([what, few, many, ratio, asked, met]: [&str; 6]) -> String {
    format!("{what:<44}{few:>12}{many:>12}{ratio:>10}   {asked:<14}{met}").trim_end().to_owned()
}

/// The whole table. `native` is the search without a browser, with few flows and with many; `browser` what
/// `stapwijzer-e2e bench` tells.
pub fn text(native: &[Value; 2], browser: &Value) -> String {
    let of = |part: &str| ["few", "many"].map(|site| &browser[part][site]);
    let (start, search, native) = (of("start"), of("search"), [&native[0], &native[1]]);
    let mut rows = Vec::new();
    for (key, what) in [("ready", "start: the program is ready"), ("shown", "start: the flows are there")] {
        rows.push(Row::new(what.to_owned(), start, key, Some(Target::Times(SLOWER))));
    }
    rows.push(Row::new("start: the same at 1.6 Mbit/s, 150 ms away".to_owned(), start, "slow", None));
    rows.push(Row::new("start: the catalogue on its way, kB".to_owned(), start, "catalogue_kb", None));
    for (place, figures, has_target) in [("Chromium", search, true), ("native", native, false)] {
        for (key, name) in [("median", "median"), ("p95", "95th percentile"), ("worst", "worst")] {
            let target = has_target.then_some(Target::Under(A_KEY));
            rows.push(Row::new(format!("search: a key in {place}, {name}"), figures, key, target));
        }
    }
    rows.push(Row::new("search: the longest task (0: none over 50)".to_owned(), search, "longest", None));
    let (few, many) = (format!("{FEW} flows"), format!("{MANY} flows"));
    let head = line(["median milliseconds with", &few, &many, "ratio", "target", ""]);
    std::iter::once(head).chain(rows.iter().map(Row::text)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_figure_with_a_target_is_met_or_missed() {
        let key = |worst: f64| json!({ "median": 1.0, "p95": 4.9, "worst": worst, "longest": 0.0 });
        let start = |ready: f64| json!({ "ready": ready, "shown": 100.0, "catalogue_kb": 2.0 });
        let browser = json!({
            "start": { "few": start(100.0), "many": start(121.0) }, "search": { "few": key(2.0), "many": key(5.0) },
        });
        let table = text(&[key(1.0), key(9.0)], &browser);
        let ends = |begin: &str, end: &str| {
            let line = table.lines().find(|line| line.starts_with(begin)).unwrap();
            assert!(line.ends_with(end), "{table}");
        };
        ends("start: the program is ready", "at most 1.2 × MISSED");
        ends("start: the flows are there", "at most 1.2 × met");
        ends("search: a key in Chromium, 95th", "under 5 ms    met");
        ends("search: a key in Chromium, worst", "under 5 ms    MISSED");
        ends("search: a key in native, worst", "9.00 ×");
        ends("search: the longest task", "–");
    }

    #[test]
    fn a_figure_that_is_not_there_meets_nothing() {
        let table = text(&[Value::Null, Value::Null], &Value::Null);
        assert!(table.contains("MISSED") && !table.contains(" met"), "{table}");
    }
}
