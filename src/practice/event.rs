//! What can happen at the practice desk, and what comes of it: ids and flags, never what was typed.

use super::device::Device;
use super::verdict::Verdict;

/// An input: the index of its field, and for a date which part (0 day, 1 month, 2 year).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct At {
    pub field: usize,
    pub part: usize,
}

impl At {
    pub fn new(field: usize, part: usize) -> At {
        At { field, part }
    }
}

/// What happened, but for typing: that goes through `Desk::edit` and `Desk::set_text`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeskEvent {
    /// The screen's own button, or Enter. A second tap is not an error.
    Submitted,
    /// An option of a choice, a document, a place on the map.
    Picked {
        field: usize,
        option: usize,
    },
    Ticked {
        field: usize,
        on: bool,
    },
    /// Something on a drawn device, as this very screen has it.
    Touched(Touch),
    AskedNewCode,
    /// "Het is 15 minuten later", or some days.
    LaterPressed,
    HintAsked,
    ShowAsked,
    /// Somebody looked at a device: nothing on it is new any more.
    Looked(Device),
    /// Nobody did anything at the desk for a long time, nor answered the question whether they are there.
    LeftAlone,
    PageHidden,
    PageShown,
    /// The kind stop was read.
    StopClosed,
}

/// What can be touched on the screens that are more than fields and a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touch {
    /// `letter-code`: the envelope is opened.
    EnvelopeOpened,
    /// `sms-code`: "bel mij met de code", and picking up the phone.
    CallAsked,
    CallAnswered,
    /// `scan`: the phone is moved, in steps of the grid.
    Moved {
        right: i8,
        down: i8,
    },
    /// `scan`: the phone is put somewhere by dragging, in steps of the grid.
    PutAt {
        x: u8,
        y: u8,
    },
    /// `scan`: "scan voor mij".
    PutRight,
    /// `id-check`: the card is held against the phone, and taken away.
    Held,
    LetGo,
    /// `inbox`: a message, by its index; what is done with the one that is open; the settings.
    Opened(usize),
    AttachmentOpened,
    Archived,
    Closed,
    SettingsOpened,
    NoticesOn(bool),
    /// `tap`: a target, by its index; `id-check`: a document.
    Tapped(usize),
    /// `pages`: the drawn browser's own way back, and a link by its index.
    WentBack,
    Followed(usize),
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Response {
    /// The answer to `Submitted`.
    pub verdict: Option<Verdict>,
    /// What to say in the live region, besides the verdict.
    pub announcements: Vec<Announcement>,
    pub passed: bool,
}

/// Something that should be heard too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Announcement {
    NewMessage(Device),
    /// Three wrong codes: it starts anew with a new code.
    Restarted,
    /// The log-in works again.
    Unlocked,
    /// The phone rings.
    Ringing,
    /// A voice reads the code.
    CodeRead,
    /// A new letter was asked for.
    LetterAsked,
    EnvelopeOpened,
    /// The app works again.
    SwitchedOn,
    /// Another QR is on the computer.
    FreshCode,
    /// `pages`: the start page is there again; a link led to another page than the one to find.
    StartPage,
    WrongPage,
    /// What was typed is gone, because the desk was left or the page hidden.
    Emptied,
    HintShown,
    FilledIn,
    HintUrged,
    ShowUrged,
}

impl Announcement {
    /// The key of its words in the interface; `None` where something else says it.
    pub fn key(self) -> Option<&'static str> {
        Some(match self {
            Announcement::NewMessage(Device::Phone) => "desk.arrived.phone",
            Announcement::NewMessage(Device::Letter) => "desk.arrived.letter",
            Announcement::NewMessage(Device::Mail | Device::Computer | Device::Other) => "desk.arrived.mail",
            Announcement::Restarted => "sms.sent",
            Announcement::Unlocked => "login.unlocked",
            Announcement::Ringing => "call.ringing",
            Announcement::LetterAsked => "letter.asked",
            Announcement::EnvelopeOpened => "letter.opened",
            Announcement::SwitchedOn => "pin.on",
            Announcement::FreshCode => "scan.fresh",
            Announcement::StartPage => "pages.start",
            Announcement::WrongPage => "pages.wrong",
            Announcement::Emptied => "away.emptied",
            Announcement::FilledIn => "hint.shown",
            // The voice itself is heard, the hint is read where it stands, and the buttons stand out.
            Announcement::CodeRead | Announcement::HintShown | Announcement::HintUrged | Announcement::ShowUrged => {
                return None;
            }
        })
    }
}
