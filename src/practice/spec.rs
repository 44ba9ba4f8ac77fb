//! A practice screen as the flow file declares it (`screens` in `flow.json`): which devices stand on the desk,
//! what they show, and what is expected. Words live in `content`; rules live in one file per screen.
//! (Read with `record!` and `names!`, not with serde: see src/value/mod.rs for why.)

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
        pub places: Vec<MapPlace> = "places",
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
        /// `letter-code`: the letter is in an envelope that has to be opened.
        pub sealed: bool = "sealed",
        /// `letter-code`: the letter comes after "Het is 3 werkdagen later".
        pub wait: bool = "wait",
        /// `letter-code`, trouble `newer-letter`: id of the older letter that lies there too.
        pub old_letter: Option<String> = "oldLetter",
        /// `letter-code`, `mail-code`: the persona's key of the code: `activationCode`, `recoveryCode`, `mailCode`.
        pub code: Option<String> = "code",
        /// Id of the message on the screen of a second person.
        pub other: Option<String> = "other",
        /// Screens of the app on the phone: id of the message that the computer shows meanwhile; without it there is none.
        pub computer: Option<String> = "computer",
        /// `method`, `app-choice`, `organisation`, `history`, `pages`, `id-check`: the ids of what can be chosen.
        /// `inbox`: the ids of its messages.
        pub options: Vec<String> = "options",
        /// The id of the right one; without it each is right. `judge`: "real" or "fake".
        pub right: Option<String> = "right",
        /// `judge`: what is judged, and where it is shown.
        pub shows: Option<Shows> = "shows",
        /// `judge`: the id of its message.
        pub item: Option<String> = "item",
        /// `inbox`: what is to be done, see `inbox.rs`.
        pub tasks: Vec<String> = "tasks",
        /// `history`: when each of the options was.
        pub times: Vec<When> = "times",
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
        /// How do you want to log in?
        Method = "method",
        /// A user name and a password of one's own, with the rules ticked as one types.
        NewAccount = "new-account",
        /// A new password, twice.
        NewPassword = "new-password",
        /// A code that arrives by e-mail.
        MailCode = "mail-code",
        /// A code in a letter.
        LetterCode = "letter-code",
        /// Four letters that the app shows, typed on the computer.
        PairingCode = "pairing-code",
        /// A QR on the computer, scanned by moving the phone over it.
        Scan = "scan",
        /// A question in the app.
        AppChoice = "app-choice",
        /// A PIN of one's own, twice.
        PinChoose = "pin-choose",
        /// The PIN.
        PinEnter = "pin-enter",
        /// "Bij welke organisatie logt u in?"
        Organisation = "organisation",
        /// A document held against the phone.
        IdCheck = "id-check",
        /// A box of messages from the government.
        Inbox = "inbox",
        /// When this account was used.
        History = "history",
        /// Real or fake?
        Judge = "judge",
        /// Things to tap.
        Tap = "tap",
        /// A site with a wrong page, to go back from.
        Pages = "pages",
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
        /// A code (or a QR) is too old: a new one must be asked for.
        ExpiredCode = "expired-code",
        /// `sms-code`: the first one does not come; ask for it again, or have it read out in a call.
        NoSms = "no-sms",
        /// `sms-code`, `letter-code`: a note has a wrong code; three tries with it end it for now.
        CodeThrice = "code-thrice",
        /// `letter-code`: two letters; the newer one makes the code of the older one useless.
        NewerLetter = "newer-letter",
        /// `new-account`, `new-password`: a note has a password that breaks the rules.
        WeakPassword = "weak-password",
        /// `pin-choose`: the first idea is 12345.
        WeakPin = "weak-pin",
        /// `pin-enter`: an old note has another PIN; three tries with it switch the app off.
        PinThrice = "pin-thrice",
        /// `id-check`: the first time, the card is taken away too early.
        MovedAway = "moved-away",
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

names! {
    /// What is to be judged: real or fake.
    pub enum Shows {
        Mail = "mail",
        Sms = "sms",
        Letter = "letter",
        /// What somebody says on the phone.
        Call = "call",
        /// A QR code, and where it is.
        Qr = "qr",
        /// An address bar.
        Address = "address",
    }
}

record! {
    /// When something was.
    pub struct When {
        pub days_ago: u32 = "daysAgo",
        /// `14:05`.
        pub time: String = "time",
    }
}

/// Where a screen has its place on the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A page of the drawn site, on the computer.
    Site,
    /// The same, with the phone beside it from the start.
    SiteAndPhone,
    /// The app, on the phone.
    App,
    /// A device of its own: what is judged.
    Aside,
}

impl ScreenKind {
    /// Where it has its place.
    pub fn place(self) -> Place {
        match self {
            ScreenKind::SmsCode | ScreenKind::PairingCode | ScreenKind::Scan => Place::SiteAndPhone,
            ScreenKind::AppChoice
            | ScreenKind::PinChoose
            | ScreenKind::PinEnter
            | ScreenKind::Organisation
            | ScreenKind::IdCheck => Place::App,
            ScreenKind::Judge => Place::Aside,
            ScreenKind::Login
            | ScreenKind::Form
            | ScreenKind::Map
            | ScreenKind::Summary
            | ScreenKind::Confirmation
            | ScreenKind::Method
            | ScreenKind::NewAccount
            | ScreenKind::NewPassword
            | ScreenKind::MailCode
            | ScreenKind::LetterCode
            | ScreenKind::Inbox
            | ScreenKind::History
            | ScreenKind::Tap
            | ScreenKind::Pages => Place::Site,
        }
    }
}

record! {
    /// A place on the practice map, in a grid of 12 columns and 8 rows from the top left.
    pub struct MapPlace {
        pub id: String = "id",
        pub x: u8 = "x",
        pub y: u8 = "y",
    }
}
