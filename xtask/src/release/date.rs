//! A day, for files that are to be the same whenever they are made.

use std::fmt;

/// A day of the calendar, at midnight in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl Date {
    /// The day that begins with “2026-12-01”.
    pub fn read(text: &str) -> Option<Date> {
        let [year, month, day] = text.split('-').collect::<Vec<_>>()[..] else { return None };
        let date = Date { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        let exists =
            (1980..=2107).contains(&date.year) && (1..=12).contains(&date.month) && (1..=31).contains(&date.day);
        (exists && date.to_string() == text).then_some(date)
    }

    /// The day of so many seconds since 1970 (Howard Hinnant's `civil_from_days`).
    pub fn of_epoch(seconds: u64) -> Date {
        // Days since the first of March of the year 0, since a leap day then ends a year.
        let days = seconds / 86_400 + 719_468;
        let (era, day) = (days / 146_097, days % 146_097);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = era * 400 + year + u64::from(month <= 2);
        Date { year: year as u16, month: month as u8, day: day as u8 }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_are_read_and_counted() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_735_603_200, "2024-12-31"),
            (1_796_083_199, "2026-11-30"),
        ] {
            assert_eq!(Date::of_epoch(seconds).to_string(), day);
        }
        assert_eq!(Date::read("2026-12-01"), Some(Date { year: 2026, month: 12, day: 1 }));
        for text in ["2026-12-1", "2026-13-01", "1 december", "", "2026-12-01-02", "1970-01-01"] {
            assert_eq!(Date::read(text), None, "{text}");
        }
    }
}
