//! Opening hours: is it open now, until when, and when is it open again? What is not written as it should be makes hours unknown,
//! never closed.

use super::file::{Exception, Municipality, Week};
use super::holidays::{Holiday, weekday};
use super::house::Room;
use crate::date::Date;
use crate::value::whole::Whole;

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
pub enum OpenState {
    /// Until that minute of that day.
    OpenUntil(Date, u16),
    /// Day and night, as far as is known.
    Open,
    /// Opens again on that day at that minute.
    ClosedUntil(Date, u16),
    /// Not within the next weeks, as far as is known.
    Closed,
}

/// The hours of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Day<'a> {
    /// `None` when they are not known.
    pub spans: Option<Vec<Span>>,
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
    if let Some(exception) = exception(municipality, room, day) {
        let hours = exception.rooms.sure().and(exception.hours.sure());
        return Day { spans: hours.and_then(spans), why: Some(Why::Exception(exception)) };
    }
    if let Some(holiday) = municipality.holidays.iter().find(|holiday| holiday.day(day.year()) == Some(day)) {
        return Day { spans: Some(vec![]), why: Some(Why::Holiday(*holiday)) };
    }
    Day { spans: usual(week, weekday(day)), why: None }
}

/// The exception for a room on a day: one that names the room goes before one that may, and that before one for all.
fn exception(municipality: &Municipality, room: Option<Room>, day: Date) -> Option<&Exception> {
    let iso = day.iso();
    let concern = |exception: &&Exception| match exception.rooms.sure() {
        _ if exception.day != iso => None,
        Some([]) => Some(2),
        Some(rooms) => rooms.contains(&room?).then_some(0),
        None => room.map(|_| 1),
    };
    municipality.exceptions.iter().filter(|one| concern(one).is_some()).min_by_key(concern)
}

/// The hours on a day of the week, 0 for Monday, as they are written.
pub fn of_weekday(week: &Week, day: usize) -> &Whole<String> {
    &week.days[day % 7]
}

/// The hours on a day of the week; `None` when they are not known.
pub fn usual(week: &Week, day: usize) -> Option<Vec<Span>> {
    of_weekday(week, day).sure().and_then(spans)
}

/// Whether a room is open now; `None` when nobody knows.
pub fn state(municipality: &Municipality, room: Option<Room>, week: &Week, now: Moment) -> Option<OpenState> {
    let today = on(municipality, room, week, now.day).spans?;
    if let Some((_, until)) = today.iter().find(|(from, until)| (*from..*until).contains(&now.minute)) {
        return Some(closes(municipality, room, week, now.day, *until));
    }
    for ahead in 0..=AHEAD {
        let day = now.day.plus_days(ahead);
        // Closed now; when it opens again is not known when a day before that is not.
        let Some(spans) = on(municipality, room, week, day).spans else { break };
        if let Some((from, _)) = spans.into_iter().find(|(from, _)| ahead > 0 || *from > now.minute) {
            return Some(OpenState::ClosedUntil(day, from));
        }
    }
    Some(OpenState::Closed)
}

/// When a desk closes that is open on a day until this minute: hours up to midnight go on with those from midnight.
fn closes(municipality: &Municipality, room: Option<Room>, week: &Week, today: Date, until: u16) -> OpenState {
    let (mut day, mut until) = (today, until);
    while until == MIDNIGHT {
        let next = day.plus_days(1);
        let spans = on(municipality, room, week, next).spans.unwrap_or_default();
        let Some((_, later)) = spans.into_iter().find(|(from, _)| *from == 0) else { break };
        (day, until) = (next, later);
        if day.to_days() - today.to_days() > i64::from(AHEAD) {
            return OpenState::Open;
        }
    }
    OpenState::OpenUntil(day, until)
}

/// Reads `09:00-12:30` for each; `None` when one is none, and the checker names it. Hours that touch or overlap are one.
pub fn spans(written: &[String]) -> Option<Vec<Span>> {
    let mut spans = written.iter().map(|text| span(text)).collect::<Option<Vec<Span>>>()?;
    spans.sort_unstable();
    spans.dedup_by(|next, before| {
        let touches = next.0 <= before.1;
        if touches {
            before.1 = before.1.max(next.1);
        }
        touches
    });
    Some(spans)
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
#[expect(clippy::unwrap_used, reason = "clippy.toml knows a test by a plain `cfg(test)`")]
mod tests {
    use super::*;
    use crate::value::read;

    const TOWN: &str = r#"{
        "house": { "hours": { "ma": ["09:00-17:00"], "di": ["09:00-12:30", "13:30-17:00"], "do": ["12:00-20:00"], "za": ["23:00-24:00"] } },
        "rooms": { "raadzaal": { "hours": { "wo": ["19:30-23:00"] } }, "werkcafe": {} },
        "holidays": ["eerste-kerstdag", "tweede-paasdag"],
        "exceptions": [
            { "day": "2026-12-24", "hours": ["09:00-12:00"], "why": { "nl": "Kerstavond" } },
            { "day": "2026-11-30", "hours": [], "rooms": ["werkcafe"], "why": { "nl": "Verbouwing" } },
            { "day": "2026-12-09", "hours": [], "why": { "nl": "Storing" } },
            { "day": "2026-12-09", "hours": ["18:00-23:00"], "rooms": ["raadzaal"] }
        ]
    }"#;

    /// What is said of a room of this town at a moment.
    fn said(town: &str, room: Option<Room>, now: &str) -> String {
        let (town, _) = read::<Municipality>(&serde_json::from_str(town).unwrap());
        match week(&town, room).and_then(|week| state(&town, room, week, Moment::parse(now).unwrap())) {
            Some(OpenState::OpenUntil(day, minute)) if now.starts_with(&day.iso()) => {
                format!("open until {}", time(minute))
            }
            Some(OpenState::OpenUntil(day, minute)) => format!("open until {day} {}", time(minute)),
            Some(OpenState::Open) => "open".to_owned(),
            Some(OpenState::ClosedUntil(day, minute)) => format!("closed until {day} {}", time(minute)),
            Some(OpenState::Closed) => "closed".to_owned(),
            None => "unknown".to_owned(),
        }
    }

    #[track_caller]
    fn check(room: Option<Room>, now: &str, expected: &str) {
        assert_eq!(said(TOWN, room, now), expected, "{room:?} {now}");
    }

    #[test]
    fn our_town_has_no_mistakes() {
        assert_eq!(read::<Municipality>(&serde_json::from_str(TOWN).unwrap()).1, []);
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

    /// At ten in the morning a desk with the hours 09:00-12:30 and 12:30-17:00 was said to be open until 12:30, and a bar of 18:00-24:00
    /// and 00:00-02:00 until 24:00.
    #[test]
    fn hours_that_touch_are_one_over_midnight_too() {
        #[track_caller]
        fn check(town: &str, now: &str, expected: &str) {
            assert_eq!(said(town, None, now), expected, "{now} {town}");
        }
        let touching = include_str!("../../tests/native/inputs/town-touching-hours.json");
        check(touching, "2026-11-23 10:00", "open until 17:00");
        check(touching, "2026-11-23 12:30", "open until 17:00");
        check(touching, "2026-11-23 17:00", "closed until 2026-11-24 09:00");
        let night = include_str!("../../tests/native/inputs/town-past-midnight.json");
        check(night, "2026-11-27 23:50", "open until 2026-11-28 02:00");
        check(night, "2026-11-28 01:00", "open until 02:00");
        check(night, "2026-11-28 02:00", "closed until 2026-12-04 18:00");
        let house = |hours: &str| format!(r#"{{ "house": {{ "hours": {hours} }} }}"#);
        let days = ["ma", "di", "wo", "do", "vr", "za", "zo"].map(|day| format!(r#""{day}": ["00:00-24:00"]"#));
        check(&house(&format!("{{ {} }}", days.join(","))), "2026-11-23 23:50", "open");
        check(&house(&format!("{{ {} }}", days[..6].join(","))), "2026-11-27 10:00", "open until 2026-11-28 24:00");
        check(&house(r#"{ "ma": ["09:00-12:00", "10:00-17:00"] }"#), "2026-11-23 11:00", "open until 17:00");
        // What comes after midnight is not known: until midnight it is open for sure.
        check(&house(r#"{ "ma": ["20:00-24:00"], "di": 3 }"#), "2026-11-23 22:00", "open until 24:00");
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

    /// "The whole house is closed today" stood before "the council meets tonight", and closed the council too.
    #[test]
    fn an_exception_for_a_room_goes_before_one_for_all() {
        check(Some(Room::Council), "2026-12-09 19:00", "open until 23:00");
        check(Some(Room::Care), "2026-12-09 19:00", "closed until 2026-12-10 12:00");
        check(None, "2026-12-09 19:00", "closed until 2026-12-10 12:00");
    }

    /// Hours that were not written as they should be were no hours, and no hours is closed: visitors stayed away from a desk that
    /// was open. A misspelt room was the reception, and a misspelt holiday New Year's Day.
    #[test]
    fn what_is_not_written_well_is_not_known_and_never_closed() {
        /// A mistake in a town, and what is said of the work café at ten on a Monday and on the Tuesday after, with a named place.
        #[track_caller]
        fn check(town: &str, monday: &str, tuesday: &str, named: Option<&str>) {
            let (_, misfits) = read::<Municipality>(&serde_json::from_str(town).unwrap());
            assert_eq!(misfits.first().map(|misfit| misfit.path.replace('.', "/")).as_deref(), named, "{town}");
            for (now, expected) in [("2026-11-23 10:00", monday), ("2026-11-24 10:00", tuesday)] {
                assert_eq!(said(town, Some(Room::Work), now), expected, "{now} {town}");
            }
        }
        let house = |hours: &str| format!(r#"{{ "house": {{ "hours": {hours} }} }}"#);
        let (one, other) = ("open until 11:00", "open until 12:00");
        check(&house(r#"{ "ma": ["09:00-11:00"], "di": ["09:00-12:00"] }"#), one, other, None);
        let text = house(r#"{ "ma": "09:00-11:00", "di": ["09:00-12:00"] }"#);
        check(&text, "unknown", other, Some("house/hours/ma"));
        let part = house(r#"{ "ma": ["09:00-11:00", 12], "di": ["09:00-12:00"] }"#);
        check(&part, "unknown", other, Some("house/hours/ma/1"));
        check(&house(r#"{ "ma": ["9.00-11.00"], "di": ["09:00-12:00"] }"#), "unknown", other, None);
        check(&house(r#"{ "ma": ["09:00-11:00"], "di": ["9.00-12.00"] }"#), one, "unknown", None);
        let name = house(r#"{ "maandag": ["09:00-11:00"], "di": ["09:00-12:00"] }"#);
        check(&name, "unknown", "unknown", Some("house/hours"));
        check(&house(r#""09:00-11:00""#), "unknown", "unknown", Some("house/hours"));
        // It is closed now for sure; until when is not known.
        check(&house(r#"{ "ma": [], "di": null }"#), "closed", "unknown", Some("house/hours/di"));

        // A room with hours that are not known does not keep those of the house; and another mistake costs it nothing.
        let room = |more: &str| {
            let house = r#""house": { "hours": { "ma": ["09:00-11:00"], "di": ["09:00-12:00"] } }"#;
            format!(r#"{{ {house}, "rooms": {{ "werkcafe": {{ {more} }} }} }}"#)
        };
        check(&room(r#""hours": null"#), one, other, None);
        check(&room(r#""hours": []"#), "unknown", "unknown", Some("rooms/werkcafe/hours"));
        let more = room(r#""appointment": "ja", "place": { "nl": 1 }, "hours": { "di": ["09:00-10:30"] }"#);
        check(&more, "closed until 2026-11-24 09:00", "open until 10:30", Some("rooms/werkcafe/place/nl"));

        let days = |days: &str| {
            let house = r#""house": { "hours": { "ma": ["09:00-11:00"], "di": ["09:00-12:00"] } }"#;
            format!(r"{{ {house}, {days} }}")
        };
        let exception = |rest: &str| days(&format!(r#""exceptions": [{{ "day": "2026-11-23", {rest} }}]"#));
        check(&exception(r#""hours": []"#), "closed until 2026-11-24 09:00", other, None);
        check(&exception(r#""hours": ["9-10"]"#), "unknown", other, None);
        check(&exception(r#""hours": "09:00-10:30""#), "unknown", other, Some("exceptions/0/hours"));
        check(
            &exception(r#""hours": [], "why": { "nl": 3 }"#),
            "closed until 2026-11-24 09:00",
            other,
            Some("exceptions/0/why/nl"),
        );
        check(&exception(r#""hours": [], "rooms": ["raadzaal"]"#), one, other, None);
        // Which room is meant? It may be this one.
        check(&exception(r#""hours": [], "rooms": ["werkcafé"]"#), "unknown", other, Some("exceptions/0/rooms/0"));
        check(&days(r#""exceptions": [{ "day": 20261123, "hours": [] }]"#), one, other, Some("exceptions/0/day"));
        check(&days(r#""holidays": ["eerste-kestdag"]"#), one, other, Some("holidays/0"));
    }

    /// No exception becomes one for the reception, no holiday becomes New Year's Day, and the house itself is no room.
    #[test]
    fn a_misspelt_name_is_no_other_name() {
        let town = r#"{ "house": { "hours": { "do": ["09:00-17:00"], "vr": ["09:00-17:00"] } }, "holidays": ["nieuwjaar"],
            "exceptions": [{ "day": "2027-01-01", "hours": [], "rooms": ["recepsie"] }],
            "partners": [{ "name": "Buurtteam", "rooms": ["raadzal", "werkcafe"] }] }"#;
        assert_eq!(said(town, None, "2027-01-01 10:00"), "open until 17:00");
        assert_eq!(said(town, Some(Room::Reception), "2027-01-01 10:00"), "unknown");
        let (town, _) = read::<Municipality>(&serde_json::from_str(town).unwrap());
        assert_eq!((town.holidays.as_slice(), town.partners[0].rooms.as_slice()), (&[][..], &[Room::Work][..]));
    }

    #[test]
    fn a_place_that_never_opens_says_so() {
        assert_eq!(said(r#"{ "house": { "hours": {} } }"#, None, "2026-11-23 10:00"), "closed");
    }
}
