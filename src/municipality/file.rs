//! `public/municipalities/<id>.json`: what one municipality lays over the national content. Everything in it is optional; what does not fit
//! costs only the part where it stands. What it lays over flows is in `overlay.rs`.

use super::holidays::Holiday;
use super::house::Room;
use crate::content::figure::Figure;
use crate::map::Map;
use crate::record;
#[cfg(feature = "check")]
use crate::value::schema::{Described, Json, Shapes};
use crate::value::whole::Whole;
use crate::value::{FromValue, Reader, Value};

record! {
    /// One municipality.
    pub struct Municipality {
        pub format: Option<u32> = "format",
        pub id: Option<String> = "id",
        /// "Gemeente Voorbeeldstad".
        pub name: Option<String> = "name",
        /// The number to call, by language.
        pub phone: Map<String> = "phone",
        /// The house itself: the hours of rooms that have none of their own.
        pub house: Option<RoomFacts> = "house",
        /// By the names of rooms.
        pub rooms: Map<RoomFacts> = "rooms",
        /// Days with other hours than in other weeks.
        pub exceptions: Vec<Exception> = "exceptions",
        /// The national holidays on which the house is closed.
        pub holidays: Vec<Holiday> = "holidays",
        /// Who else is in the house, or is near.
        pub partners: Vec<Partner> = "partners",
        /// Texts may be read aloud by voices that are not on the device: the text then goes to their makers.
        pub remote_voices: bool = "remoteVoices",
        /// What it says of flows, by their ids.
        pub flows: Map<LocalFlow> = "flows",
    }
}

record! {
    /// What one should know before going to a room.
    pub struct RoomFacts {
        /// By language.
        pub place: Map<String> = "place",
        pub who: Map<String> = "who",
        pub hours: Option<Week> = "hours",
        /// One needs an appointment.
        pub appointment: bool = "appointment",
        /// The house has no such room.
        pub absent: bool = "absent",
    }
}

/// The days of a week, as they are named.
pub const DAYS: [&str; 7] = ["ma", "di", "wo", "do", "vr", "za", "zo"];

/// The hours of a week: `["09:00-12:30", "13:30-17:00"]` for each day. A day that is not named is closed; but of a week with a day
/// that has no such name, nobody can say which that is.
#[derive(Debug, Clone, PartialEq)]
pub struct Week {
    /// From Monday.
    pub days: [Whole<String>; 7],
}

impl FromValue for Week {
    fn from_value(value: &Value, reader: &mut Reader) -> Week {
        let fields = reader.fields(value, &DAYS);
        let clear = fields.is_some_and(|fields| fields.keys().all(|name| DAYS.contains(&name)));
        let mut days = DAYS.map(|name| reader.field::<Whole<String>>(fields, name));
        if !clear {
            days.iter_mut().for_each(Whole::doubt);
        }
        // Hours that are not known are not the same as none of its own.
        reader.spare();
        Week { days }
    }
}

#[cfg(feature = "check")]
impl Described for Week {
    fn describe(shapes: &mut Shapes) -> Json {
        let about = "The hours of a week: `[\"09:00-12:30\", \"13:30-17:00\"]` for each day. A day that is not named is closed.";
        shapes.record::<Week>(about, |shapes| DAYS.map(|name| shapes.field::<Whole<String>>(name, "")).into())
    }
}

record! {
    /// A day with other hours.
    pub struct Exception {
        /// `YYYY-MM-DD`.
        pub day: String = "day",
        /// None: closed.
        pub hours: Whole<String> = "hours",
        /// Only for these rooms; absent: for all.
        pub rooms: Whole<Room> = "rooms",
        /// By language.
        pub why: Map<String> = "why",
    }
}

record! {
    /// An organisation that helps too.
    pub struct Partner {
        pub name: String = "name",
        /// What it is for, by language; so are the others.
        pub what: Map<String> = "what",
        pub place: Map<String> = "place",
        pub bring: Map<String> = "bring",
        /// In which rooms it is named.
        pub rooms: Vec<Room> = "rooms",
    }
}

record! {
    /// What the municipality says of one flow.
    pub struct LocalFlow {
        /// The flow is not offered here.
        pub off: bool = "off",
        /// Its own page about this, as one types it: "voorbeeldstad.nl/verhuizen".
        pub link: Option<String> = "link",
        /// The figures that it sets itself (`local` in `flow.json`), or corrects.
        pub facts: Map<Figure> = "facts",
        /// Corrected wording, by language.
        pub words: Map<LocalWords> = "words",
    }
}

record! {
    /// Corrected wording of a flow in one language.
    pub struct LocalWords {
        /// By step: the fields of `StepWords` that are to be others.
        pub steps: Map<LocalStep> = "steps",
    }
}

record! {
    /// The words of a step that are to be others: the fields of `StepWords`, none of which must be there.
    pub struct LocalStep {
        pub title: Option<String> = "title",
        pub text: Vec<String> = "text",
        pub home: Vec<String> = "home",
        pub action: Option<String> = "action",
        pub hint: Option<String> = "hint",
        pub mistakes: Vec<String> = "mistakes",
        pub safety: Vec<String> = "safety",
        pub helper: Vec<String> = "helper",
        pub options: Map<crate::content::words::Labelled> = "options",
        pub items: Map<crate::content::words::Labelled> = "items",
        pub after: Vec<String> = "after",
        pub bring: Vec<String> = "bring",
        pub ways: Map<String> = "ways",
    }
}
