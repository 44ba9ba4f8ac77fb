//! A practice screen as the flow file declares it (`screens` in `flow.json`): which devices stand on the desk,
//! what they show, and what is expected. Words live in `content`; rules live in one file per screen.
//! (Read with `record!` and `names!`, not with serde: see src/value.rs for why.)

use crate::{names, record};
record! {
    /// One practice screen.
    pub struct ScreenSpec {
        pub kind: ScreenKind = "type",
        /// What goes wrong on purpose.
        pub trouble: Trouble = "trouble",
        /// `form`: the fields, in order.
        pub fields: Vec<FieldSpec> = "fields",
        /// `map`: the places that can be picked.
        pub places: Vec<Place> = "places",
        /// `map`: the id of the right place.
        pub place: Option<String> = "place",
        /// `summary`: the screens whose expected values are listed, in order.
        pub of: Vec<String> = "of",
        /// `confirmation`: the number of the report. It must start with "OEFEN".
        pub number: Option<String> = "number",
        /// Ids of the e-mails in the inbox (words: `screens.<id>.messages`); the device e-mail is there when not empty.
        pub mail: Vec<String> = "mail",
        /// Ids of messages on the phone besides the codes that the screen itself sends.
        pub phone: Vec<String> = "phone",
        /// Id of the letter that lies on the desk.
        pub letter: Option<String> = "letter",
    }
}

names! {
    /// The screens that exist; each has a file of rules here and a face in `view/practice/`.
    pub enum ScreenKind {
        /// User name and password.
        Login = "login",
        /// Six digits that arrive on the phone.
        SmsCode = "sms-code",
        /// A service form with declared fields.
        Form = "form",
        /// A place on a simple map.
        Map = "map",
        /// Check everything, then send.
        Summary = "summary",
        /// "We have received it", with a number.
        Confirmation = "confirmation",
    }
}

names! {
    /// A failure rehearsal: what goes wrong on purpose, safely.
    pub enum Trouble = default {
        None = "none",
        /// `login`: an old note on the desk has an old password. Three tries with it block the log-in for a while
        /// ("15 minuten later" is a button); then the password on the card works.
        PasswordThrice = "password-thrice",
        /// `sms-code`: the first code is refused as wrong (the site has just sent a newer one).
        WrongCode = "wrong-code",
        /// `sms-code`: the first code is too old; a new one must be asked for.
        ExpiredCode = "expired-code",
    }
}

record! {
    /// A field of a service form.
    pub struct FieldSpec {
        pub id: String = "id",
        pub kind: FieldKind = "kind",
        /// What is expected. `text`: the text, may hold `{p.…}`; `choice` and `upload`: an option's id.
        pub value: Option<String> = "value",
        /// `date`: the expected day, this many days after today.
        pub in_days: Option<i32> = "inDays",
        /// `choice` and `upload`: the ids offered.
        pub options: Vec<String> = "options",
        /// May stay empty.
        pub optional: bool = "optional",
    }
}

names! {
    /// What a field of a service form takes.
    pub enum FieldKind {
        Text = "text",
        /// Text in which nine digits are watched by the BSN guard even closer: only the persona's number fits.
        Bsn = "bsn",
        Choice = "choice",
        /// Day, month and year in three fields.
        Date = "date",
        /// A document that lies on the desk.
        Upload = "upload",
        /// "I have filled this in truthfully": a tick.
        Confirm = "confirm",
    }
}

record! {
    /// A place on the practice map, in a grid of 12 columns and 8 rows from the top left.
    pub struct Place {
        pub id: String = "id",
        pub x: u8 = "x",
        pub y: u8 = "y",
    }
}
