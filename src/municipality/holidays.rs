//! The days on which government counters close, by the Algemene termijnenwet, article 3: New Year's Day, Easter Monday, Ascension Day, Whit
//! Monday, both Christmas days, King's Day, 5 May; and Good Friday, which that law treats alike. Whether a desk closes is up to the
//! municipality: its file names the days that it keeps.

use crate::date::Date;
use crate::names;

names! {
    /// A national holiday.
    pub enum Holiday {
        NewYear = "nieuwjaarsdag",
        GoodFriday = "goede-vrijdag",
        EasterSunday = "eerste-paasdag",
        EasterMonday = "tweede-paasdag",
        KingsDay = "koningsdag",
        Liberation = "bevrijdingsdag",
        Ascension = "hemelvaartsdag",
        WhitSunday = "eerste-pinksterdag",
        WhitMonday = "tweede-pinksterdag",
        Christmas = "eerste-kerstdag",
        BoxingDay = "tweede-kerstdag",
    }
}

impl Holiday {
    /// The day on which it falls in a year.
    pub fn day(self, year: i32) -> Option<Date> {
        let easter = easter(year)?;
        match self {
            Holiday::NewYear => Date::new(year, 1, 1),
            Holiday::GoodFriday => Some(easter.plus_days(-2)),
            Holiday::EasterSunday => Some(easter),
            Holiday::EasterMonday => Some(easter.plus_days(1)),
            // On a Sunday it is kept the day before.
            Holiday::KingsDay => {
                let day = Date::new(year, 4, 27)?;
                Some(if weekday(day) == 6 { day.plus_days(-1) } else { day })
            }
            Holiday::Liberation => Date::new(year, 5, 5),
            Holiday::Ascension => Some(easter.plus_days(39)),
            Holiday::WhitSunday => Some(easter.plus_days(49)),
            Holiday::WhitMonday => Some(easter.plus_days(50)),
            Holiday::Christmas => Date::new(year, 12, 25),
            Holiday::BoxingDay => Date::new(year, 12, 26),
        }
    }
}

/// 0 is Monday, 6 is Sunday.
pub fn weekday(day: Date) -> usize {
    // 1 January 1970 was a Thursday.
    (day.to_days() + 3).rem_euclid(7) as usize
}

/// Easter Sunday: the anonymous Gregorian computus (Meeus, Jones and Butcher).
fn easter(year: i32) -> Option<Date> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * sunday) / 451;
    let days = epact + sunday - 7 * late + 114;
    Date::new(year, (days / 31) as u8, (days % 31 + 1) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(holiday: Holiday, year: i32, expected: &str) {
        assert_eq!(holiday.day(year).map(Date::iso).as_deref(), Some(expected), "{holiday:?}");
    }

    #[test]
    fn holidays_fall_on_their_days() {
        check(Holiday::EasterSunday, 2024, "2024-03-31");
        check(Holiday::EasterSunday, 2025, "2025-04-20");
        check(Holiday::EasterSunday, 2026, "2026-04-05");
        check(Holiday::EasterSunday, 2038, "2038-04-25");
        check(Holiday::GoodFriday, 2026, "2026-04-03");
        check(Holiday::EasterMonday, 2027, "2027-03-29");
        check(Holiday::Ascension, 2026, "2026-05-14");
        check(Holiday::WhitMonday, 2026, "2026-05-25");
        check(Holiday::KingsDay, 2026, "2026-04-27");
        check(Holiday::KingsDay, 2025, "2025-04-26");
        check(Holiday::BoxingDay, 2026, "2026-12-26");
    }

    #[test]
    fn the_week_begins_on_monday() {
        assert_eq!(weekday(Date::new(2026, 11, 23).unwrap()), 0);
        assert_eq!(weekday(Date::new(2026, 11, 29).unwrap()), 6);
        assert_eq!(weekday(Date::new(1969, 12, 31).unwrap()), 2);
    }
}
