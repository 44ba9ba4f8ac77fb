//! Opening hours: is it open now, until when, and when is it open again?

use super::holidays::{Holiday, weekday};
use super::house::Room;
use super::municipality::{Exception, Municipality, Week};
use crate::practice::date::Date;

/// A moment in the time of the Netherlands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    pub day: Date,
    /// Minutes since midnight.
    pub minute: u16,
}

impl Moment {
    /// Reads `YYYY-MM-DD HH:MM`.
    pub fn parse(text: &str) -> Option<Moment> {
        let (day, time) = text.split_once(' ')?;
        Some(Moment { day: Date::parse(day)?, minute: minute(time).filter(|minute| *minute < MIDNIGHT)? })
    }
}

/// The end of a day, in minutes.
const MIDNIGHT: u16 = 24 * 60;
/// So many days ahead the next opening is looked for.
const AHEAD: i32 = 30;

/// From when until when, in minutes since midnight.
pub type Span = (u16, u16);

/// Whether a desk is open.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    OpenUntil(u16),
    /// Opens again on that day at that minute.
    ClosedUntil(Date, u16),
    /// Not within the next weeks.
    Closed,
}

/// The hours of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Day<'a> {
    pub spans: Vec<Span>,
    /// Why they are other than in other weeks.
    pub why: Option<Why<'a>>,
}

/// Why a day has other hours.
#[derive(Debug, Clone, PartialEq)]
pub enum Why<'a> {
    Holiday(Holiday),
    Exception(&'a Exception),
}

/// The hours of a room, or of the house for a room that has none of its own; `None` when they are not known.
pub fn week(municipality: &Municipality, room: Option<Room>) -> Option<&Week> {
    let own = room.and_then(|room| municipality.rooms.get(room.name())).and_then(|facts| facts.hours.as_ref());
    own.or(municipality.house.as_ref().and_then(|house| house.hours.as_ref()))
}

/// The hours of a room on a day.
pub fn on<'a>(municipality: &'a Municipality, room: Option<Room>, week: &Week, day: Date) -> Day<'a> {
    let iso = day.iso();
    let concerns = |exception: &&Exception| {
        exception.day == iso && (exception.rooms.is_empty() || room.is_some_and(|room| exception.rooms.contains(&room)))
    };
    if let Some(exception) = municipality.exceptions.iter().find(concerns) {
        return Day { spans: spans(&exception.hours), why: Some(Why::Exception(exception)) };
    }
    if let Some(holiday) = municipality.holidays.iter().find(|holiday| holiday.day(day.year()) == Some(day)) {
        return Day { spans: vec![], why: Some(Why::Holiday(*holiday)) };
    }
    Day { spans: spans(of_weekday(week, weekday(day))), why: None }
}

/// The hours on a day of the week, 0 for Monday, as they are written.
pub fn of_weekday(week: &Week, day: usize) -> &[String] {
    match day {
        0 => &week.monday,
        1 => &week.tuesday,
        2 => &week.wednesday,
        3 => &week.thursday,
        4 => &week.friday,
        5 => &week.saturday,
        _ => &week.sunday,
    }
}

/// Whether a room is open now.
pub fn state(municipality: &Municipality, room: Option<Room>, week: &Week, now: Moment) -> State {
    let today = on(municipality, room, week, now.day).spans;
    if let Some((_, until)) = today.iter().find(|(from, until)| (*from..*until).contains(&now.minute)) {
        return State::OpenUntil(*until);
    }
    for ahead in 0..=AHEAD {
        let day = now.day.plus_days(ahead);
        let mut spans = on(municipality, room, week, day).spans.into_iter();
        if let Some((from, _)) = spans.find(|(from, _)| ahead > 0 || *from > now.minute) {
            return State::ClosedUntil(day, from);
        }
    }
    State::Closed
}

/// Reads `09:00-12:30` for each; what is none is left out, and the checker names it.
pub fn spans(written: &[String]) -> Vec<Span> {
    let mut spans: Vec<Span> = written.iter().filter_map(|text| span(text)).collect();
    spans.sort_unstable();
    spans
}

/// Reads `09:00-12:30`.
pub fn span(text: &str) -> Option<Span> {
    let (from, until) = text.split_once('-')?;
    let (from, until) = (minute(from)?, minute(until)?);
    (from < until).then_some((from, until))
}

/// Reads `09:00`.
fn minute(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let number = |text: &str| (text.len() == 2).then(|| text.parse::<u16>().ok()).flatten();
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (minutes < 60 && hours * 60 + minutes <= MIDNIGHT).then_some(hours * 60 + minutes)
}

/// `9.00` hours as Dutch writes it: `09:00`.
pub fn time(minute: u16) -> String {
    let two = |number: u16| if number < 10 { ["0", &number.to_string()].concat() } else { number.to_string() };
    [two(minute / 60), two(minute % 60)].join(":")
}

#[cfg(all(test, feature = "check"))]
mod tests {
    use super::*;
    use crate::value::read;

    const TOWN: &str = r#"{
        "house": { "hours": { "ma": ["09:00-17:00"], "di": ["09:00-12:30", "13:30-17:00"], "do": ["12:00-20:00"], "za": ["23:00-24:00"] } },
        "rooms": { "raadzaal": { "hours": { "wo": ["19:30-23:00"] } }, "werkcafe": {} },
        "holidays": ["eerste-kerstdag", "tweede-paasdag"],
        "exceptions": [
            { "day": "2026-12-24", "hours": ["09:00-12:00"], "why": { "nl": "Kerstavond" } },
            { "day": "2026-11-30", "hours": [], "rooms": ["werkcafe"], "why": { "nl": "Verbouwing" } }
        ]
    }"#;

    #[track_caller]
    fn check(room: Option<Room>, now: &str, expected: &str) {
        let (town, misfits) = read::<Municipality>(&serde_json::from_str(TOWN).unwrap());
        assert!(misfits.is_empty(), "{misfits:?}");
        let said = match state(&town, room, week(&town, room).unwrap(), Moment::parse(now).unwrap()) {
            State::OpenUntil(minute) => format!("open until {}", time(minute)),
            State::ClosedUntil(day, minute) => format!("closed until {day} {}", time(minute)),
            State::Closed => "closed".to_owned(),
        };
        assert_eq!(said, expected, "{room:?} {now}");
    }

    #[test]
    fn is_it_open_now() {
        check(None, "2026-11-23 08:59", "closed until 2026-11-23 09:00");
        check(None, "2026-11-23 09:00", "open until 17:00");
        check(None, "2026-11-23 17:00", "closed until 2026-11-24 09:00");
        check(None, "2026-11-24 12:45", "closed until 2026-11-24 13:30");
        check(None, "2026-11-25 10:00", "closed until 2026-11-26 12:00");
        check(None, "2026-11-28 23:59", "open until 24:00");
        check(Some(Room::Council), "2026-11-25 20:00", "open until 23:00");
        // A room without hours of its own keeps those of the house.
        check(Some(Room::Work), "2026-11-24 10:00", "open until 12:30");
    }

    #[test]
    fn exceptions_and_holidays_count() {
        check(None, "2026-12-24 11:00", "open until 12:00");
        check(None, "2026-12-24 13:00", "closed until 2026-12-26 23:00");
        check(Some(Room::Work), "2026-11-30 10:00", "closed until 2026-12-01 09:00");
        check(Some(Room::Care), "2026-11-30 10:00", "open until 17:00");
        check(None, "2026-04-06 10:00", "closed until 2026-04-07 09:00");
    }

    #[test]
    fn what_is_no_time_is_left_out() {
        for text in ["9:00-17:00", "09:00", "17:00-09:00", "09:60-10:00", "09:00-24:01", "-", "", "é:00-ü:00"] {
            assert_eq!(span(text), None, "{text}");
        }
        assert_eq!(span("00:00-24:00"), Some((0, 1440)));
        for text in ["2026-11-23", "2026-11-23 24:00", "2026-13-01 10:00", ""] {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_place_that_never_opens_says_so() {
        let (town, _) = read::<Municipality>(&serde_json::from_str(r#"{ "house": { "hours": {} } }"#).unwrap());
        let week = week(&town, None).unwrap();
        assert_eq!(state(&town, None, week, Moment::parse("2026-11-23 10:00").unwrap()), State::Closed);
    }
}
