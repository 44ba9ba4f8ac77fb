//! What can happen at the practice desk, and what comes of it: ids and flags, never what was typed.

use super::device::Device;
use super::verdict::Verdict;

/// An input: the index of its field, and for a date which part (0 day, 1 month, 2 year).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    AskedNewCode,
    /// "Het is 15 minuten later."
    LaterPressed,
    HintAsked,
    ShowAsked,
    /// Somebody looked at a device: nothing on it is new any more.
    Looked(Device),
    /// An input was left alone for a minute.
    FieldLeft(At),
    PageHidden,
    PageShown,
    /// The kind stop was read.
    StopClosed,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
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
    HintShown,
    FilledIn,
    HintUrged,
    ShowUrged,
}

impl Announcement {
    /// The name in the interface words.
    pub fn id(self) -> &'static str {
        match self {
            Announcement::NewMessage(_) => "new-message",
            Announcement::Restarted => "restarted",
            Announcement::Unlocked => "unlocked",
            Announcement::HintShown => "hint-shown",
            Announcement::FilledIn => "filled-in",
            Announcement::HintUrged => "hint-urged",
            Announcement::ShowUrged => "show-urged",
        }
    }
}
