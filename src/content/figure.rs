//! A figure that can go out of date: what it is from which day on, who says so, how sure that is, and for how long it may be shown.
//!
//! It is read when it is shown: most of it, and the code that reads it, only the end of a flow and the checker need.

use crate::map::Map;
use crate::value::{FromValue, Reader, Value, read};
use crate::{names, record};

names! {
    /// What kind of figure it is: that decides for how long it may be believed.
    pub enum FactKind {
        /// An amount, or another figure that is set anew each year: at the longest until 31 December.
        Amount = "amount",
        /// A term, an age or a rule of a law or of a service: at the longest two years.
        Term = "term",
        /// A phone number, a mail address or its hours: at the longest one year.
        Phone = "phone",
        /// Help in need. On the screen never with a note of doubt: nobody in danger is told to check a number first.
        Emergency = "emergency",
    }
}

names! {
    /// How sure it is.
    pub enum Seen {
        /// Read on the page of the service itself.
        Official = "official",
        /// Read on another page.
        Elsewhere = "elsewhere",
        /// Not read: known.
        Memory = "memory",
    }
}

record! {
    /// A figure in one period.
    pub struct Fact {
        /// The first day on which it counts, `YYYY-MM-DD`, in the time of the Netherlands. Absent: since ever.
        pub from: Option<String> = "from",
        /// Absent in a municipality's own file: set by itself, each year.
        pub kind: Option<FactKind> = "kind",
        /// The figure without words, so that it reads in every language: `5`, `088 123 65 55`.
        pub value: String = "value",
        /// By language, where the figure needs words: "24 hours". Other languages read `value`.
        pub by_lang: Map<String> = "byLang",
        /// Where the figure stands (a host or a publication).
        pub source: String = "source",
        /// Absent in a municipality's own file: it knows its own figures.
        pub seen: Option<Seen> = "seen",
        /// What the source is of, as it was read: a year, a month or a day. Absent: it does not say.
        pub dated: Option<String> = "dated",
        /// The day it was last compared with the source, `YYYY-MM-DD`.
        pub checked: String = "checked",
        /// The last day on which it is shown without a warning, `YYYY-MM-DD`.
        pub valid_until: String = "validUntil",
    }
}

/// A figure as it is written: one fact, or a list of them, each `from` a day. The newest that has begun counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure(Value);

impl Figure {
    /// All its periods, as they are written.
    pub fn periods(&self) -> Vec<Fact> {
        self.written().iter().map(|period| read(period).0).collect()
    }

    /// What counts on a day (`YYYY-MM-DD`).
    pub fn on(&self, today: &str) -> Fact {
        self.period(today).map_or_else(Fact::default, |period| read(period).0)
    }

    /// The figure in a language as it is shown on a day, and whether without a note of doubt.
    pub fn shown(&self, lang: &str, today: &str) -> (String, bool) {
        let Some(period) = self.period(today) else { return (String::new(), false) };
        let own = period.at("byLang").map_or("", |own| said(own, lang));
        let value = if own.is_empty() { said(period, "value") } else { own };
        let emergency = said(period, "kind") == FactKind::Emergency.name();
        (value.to_owned(), emergency || today <= said(period, "validUntil"))
    }

    fn written(&self) -> &[Value] {
        if let Value::List(periods) = &self.0 { periods } else { std::slice::from_ref(&self.0) }
    }

    /// The newest period that has begun; where none has, the first. ISO dates compare as text.
    fn period(&self, today: &str) -> Option<&Value> {
        let begun = self.written().iter().filter(|period| said(period, "from") <= today);
        begun.max_by_key(|period| said(period, "from")).or(self.written().first())
    }
}

/// A text in a map; empty when there is none.
fn said<'p>(period: &'p Value, name: &str) -> &'p str {
    if let Some(Value::Text(text)) = period.at(name) { text } else { "" }
}

impl Fact {
    /// Whether it may still be shown without a note of doubt.
    pub fn is_fresh(&self, today: &str) -> bool {
        self.kind == Some(FactKind::Emergency) || today <= self.valid_until.as_str()
    }

    /// The interface word that says how sure it is. "Checked" is only what a source of that year said.
    pub fn standing(&self) -> &'static str {
        match (self.seen, &self.dated) {
            (Some(Seen::Memory), _) => "fact.memory",
            (Some(Seen::Elsewhere), _) => "fact.elsewhere",
            (None, _) => "fact.checked",
            (_, None) => "fact.undated",
            (_, Some(dated)) if year(dated) == year(&self.checked) => "fact.checked",
            _ => "fact.dated",
        }
    }
}

/// The year of a date, or of a part of one.
pub fn year(date: &str) -> &str {
    date.get(..4).unwrap_or(date)
}

impl FromValue for Figure {
    fn from_value(value: &Value, reader: &mut Reader) -> Figure {
        let figure = Figure(value.clone());
        // The checker wants to know at once what does not fit, and where.
        #[cfg(feature = "check")]
        match value {
            Value::Map(_) => return (Fact::from_value(value, reader), figure).1,
            Value::List(_) => return (Vec::<Fact>::from_value(value, reader), figure).1,
            // A national figure by its name, before it is put in its place.
            Value::Text(_) => return figure,
            _ => {}
        }
        if figure
            .written()
            .iter()
            .any(|period| said(period, "value").is_empty() || said(period, "validUntil").is_empty())
        {
            reader.misfit(value, "a figure");
        }
        figure
    }
}

#[cfg(feature = "check")]
impl crate::value::schema::Described for Figure {
    fn describe(shapes: &mut crate::value::schema::Shapes) -> crate::value::schema::Json {
        let named = crate::value::schema::named_text("The name of a figure in facts/national.json.");
        crate::value::schema::any_of(vec![Fact::describe(shapes), Vec::<Fact>::describe(shapes), named])
    }
}

#[cfg(all(test, feature = "check"))]
#[expect(clippy::unwrap_used, reason = "clippy.toml knows a test by a plain `cfg(test)`")]
mod tests {
    use super::*;

    const PERIODS: &str = r#"[
        { "from": "2027-01-01", "value": "€ 23", "validUntil": "2027-12-31" },
        { "value": "€ 21,80", "byLang": { "en": "€21.80" }, "validUntil": "2026-12-31" }
    ]"#;

    #[track_caller]
    fn check(written: &str, lang: &str, today: &str, shown: &str, fresh: bool) {
        let figure = Figure(serde_json::from_str(written).unwrap());
        assert_eq!(figure.shown(lang, today), (shown.to_owned(), fresh), "{today}");
    }

    #[test]
    fn a_figure_turns_over_on_its_day() {
        check(PERIODS, "nl", "2026-12-31", "€ 21,80", true);
        check(PERIODS, "en", "2026-12-31", "€21.80", true);
        check(PERIODS, "nl", "2027-01-01", "€ 23", true);
        check(PERIODS, "en", "2028-01-01", "€ 23", false);
    }

    #[test]
    fn nobody_in_danger_is_told_to_check_a_number() {
        let number = |kind: &str| format!(r#"{{"kind":"{kind}","value":"112","validUntil":"2026-12-31"}}"#);
        check(&number("emergency"), "nl", "2031-01-01", "112", true);
        check(&number("phone"), "nl", "2031-01-01", "112", false);
    }

    #[test]
    fn what_has_not_begun_is_better_than_nothing_and_garbage_is_no_panic() {
        check(r#"[{ "from": "2027-01-01", "value": "7", "validUntil": "2027-12-31" }]"#, "nl", "2026-01-01", "7", true);
        check("[]", "nl", "2026-01-01", "", false);
        check("[3, null]", "nl", "2026-01-01", "", false);
    }
}
