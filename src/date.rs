//! A civil date, as little of it as the practice desk and the freshness of facts need: a crate for this costs 51 kB.

use std::fmt;

/// A day between the years 1 and 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: i32,
    month: u8,
    day: u8,
}

/// 1 January 1 and 31 December 9999, in days since 1970-01-01.
const FIRST: i64 = -719_162;
const LAST: i64 = 2_932_896;

impl Date {
    /// The day, when it exists.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Date> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day))
            .then_some(Date { year, month, day })
    }

    /// Reads `YYYY-MM-DD`.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        (bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-').then_some(())?;
        Date::new(number(&bytes[..4])?, number(&bytes[5..7])? as u8, number(&bytes[8..])? as u8)
    }

    /// Reads `DD-MM-YYYY`, as it stands on a persona's card.
    pub fn parse_dutch(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        (bytes.len() == 10 && bytes[2] == b'-' && bytes[5] == b'-').then_some(())?;
        Date::new(number(&bytes[6..])?, number(&bytes[3..5])? as u8, number(&bytes[..2])? as u8)
    }

    /// The day that is so many days after 1 January 1970; what lies outside the years 1 to 9999 becomes the nearest day.
    pub fn from_days(days: i64) -> Date {
        // Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, eras last 400 years.
        let days = days.clamp(FIRST, LAST) + 719_468;
        let era = days.div_euclid(146_097);
        let of_era = days.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Date { year: year as i32, month: month as u8, day: day as u8 }
    }

    /// Days since 1 January 1970.
    pub fn to_days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let from_march = (i64::from(self.month) + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year - 719_468
    }

    pub fn plus_days(self, days: i32) -> Date {
        Date::from_days(self.to_days() + i64::from(days))
    }

    pub fn year(self) -> i32 {
        self.year
    }

    pub fn month(self) -> u8 {
        self.month
    }

    pub fn day(self) -> u8 {
        self.day
    }

    /// Day, month and year as they are typed: `05`, `12`, `2026`.
    pub fn parts(self) -> [String; 3] {
        [padded(i32::from(self.day), 2), padded(i32::from(self.month), 2), padded(self.year, 4)]
    }

    /// `DD-MM-YYYY`.
    pub fn dutch(self) -> String {
        self.parts().join("-")
    }

    /// `YYYY-MM-DD`.
    pub fn iso(self) -> String {
        let [day, month, year] = self.parts();
        [year, month, day].join("-")
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.iso())
    }
}

fn days_in(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + i32::from(digit - b'0')))
}

fn padded(mut number: i32, width: usize) -> String {
    let mut digits = vec!['0'; width];
    for digit in digits.iter_mut().rev() {
        *digit = char::from(b'0' + (number % 10) as u8);
        number /= 10;
    }
    digits.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, days: i32, expected: &str) {
        let found = Date::parse(text).map(|date| date.plus_days(days).iso()).unwrap_or_default();
        assert_eq!(found, expected, "{text} + {days}");
    }

    #[test]
    fn days_are_added_over_months_years_and_leap_days() {
        check("2026-11-23", 0, "2026-11-23");
        check("2026-11-23", 8, "2026-12-01");
        check("2026-12-31", 1, "2027-01-01");
        check("2027-01-01", -1, "2026-12-31");
        check("2028-02-28", 1, "2028-02-29");
        check("2026-02-28", 1, "2026-03-01");
        check("2100-02-28", 1, "2100-03-01");
        check("2000-02-28", 366, "2001-02-28");
        check("2026-11-23", i32::MAX, "9999-12-31");
        check("2026-11-23", i32::MIN, "0001-01-01");
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let texts = ",2026,2026-13-01,2026-00-01,2026-01-00,2026-01-32,2026-04-31,2026-02-29,2100-02-29,0000-01-01,2026-1-1,\
                     2026/01/01,2026-01-0a, 2026-01-01,2026-01-011,-026-01-01,é26-01-01";
        for text in texts.split(',') {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert!(Date::parse("2028-02-29").is_some() && Date::parse("2000-02-29").is_some());
        assert_eq!(Date::parse_dutch("12-04-1958"), Date::new(1958, 4, 12));
        assert_eq!(Date::parse_dutch("31-04-1958"), None);
        assert_eq!(Date::parse_dutch("1958-04-12"), None);
    }

    #[test]
    fn every_day_comes_back_and_the_next_one_is_later() {
        let mut before = Date::from_days(FIRST);
        assert_eq!(before.iso(), "0001-01-01");
        assert_eq!(Date::from_days(0).iso(), "1970-01-01");
        for days in FIRST + 1..=LAST {
            let date = Date::from_days(days);
            assert!(date > before && date.to_days() == days && Date::new(date.year, date.month, date.day).is_some());
            before = date;
        }
        assert_eq!(before.iso(), "9999-12-31");
    }

    #[test]
    fn parts_have_their_zeros() {
        assert_eq!(Date::new(2026, 5, 7).unwrap().parts(), ["07", "05", "2026"]);
        assert_eq!(Date::new(2026, 5, 7).unwrap().dutch(), "07-05-2026");
        assert_eq!(Date::new(33, 5, 7).unwrap().to_string(), "0033-05-07");
    }
}
