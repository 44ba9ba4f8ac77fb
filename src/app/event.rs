//! What can happen, and what the program then orders.

use super::aloud::{Aloud, Speech};
use super::saved::Saved;
use super::settings::Look;
use crate::content::asset::Asset;
use crate::content::package::Expand;
use crate::flow::answer::Answer;
use crate::flow::mode::Mode;
use crate::municipality::house::Room;
use crate::value::Value;

/// What the program itself needs of the code that comes later.
#[derive(Debug, Clone, PartialEq)]
pub struct Later {
    pub expand: Expand,
    pub aloud: Aloud,
}

/// What happened. Named in the past tense.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A file that was asked for came, or did not.
    Arrived(Asset, Result<Value, Failure>),
    /// The code that comes later is there, or did not come.
    LaterCame(Result<Later, Failure>),
    /// The search is used: its index is needed.
    SearchOpened,
    /// Somebody typed a question. Which one stays in the view.
    QuestionTyped,
    /// A question held what looks like somebody's number; it was taken away.
    NumberRefused,
    /// The house was entered, or one of its rooms.
    HouseEntered(Option<Room>),
    /// The list of exercises was opened: all of them, or those of a group.
    ExercisesOpened(Option<&'static str>),
    FlowChosen(String),
    /// The host page set the element's `flow`, or took it away. The keyboard stays where it is.
    HostSetFlow(Option<String>),
    ModeChosen(Mode),
    /// "Verder waar u was."
    Resumed,
    Answered(Answer),
    /// Who sits beside lets something go wrong: the first step of the detour.
    IncidentCalled(String),
    WentBack,
    /// A step was picked from the list of steps.
    Revisited(String),
    /// A step was picked at the end, to be done once more: its answer leads back to the end.
    PractisedAgain(String),
    Restarted,
    WentHome,
    /// "Probeer opnieuw" after a failure.
    Retried,
    /// The address of the page changed (browser back, a link); a step counts only when it is on the trail.
    Navigated {
        flow: Option<String>,
        step: Option<String>,
    },
    HelpOpened,
    HelpClosed,
    LanguageChosen(String),
    /// Something of the settings that are kept was set.
    LookChosen(Look),
    ReadAloudToggled,
    /// The device cannot read aloud in this language.
    VoiceMissing,
    NoticeClosed,
    /// A practice field was given what looks like a real number: a screen explains.
    StopShown,
    StopClosed,
    /// "Klaar": the visit is over.
    Finished,
    /// Nobody touched the device for so many seconds, asleep or awake.
    FellIdle(u32),
    /// Somebody is there.
    CameBack,
}

/// Why something could not be loaded. The names are keys in the interface words: `load.failed.<code>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    Offline,
    Timeout,
    Missing,
    Server,
    /// A page came in its place: a log-in of the wifi, mostly.
    Html,
    NotJson,
    TooBig,
    /// It arrived, and it is not what a flow looks like.
    BadContent,
    /// It is of a format that came after this program.
    Newer,
    /// A part of the program itself came, and cannot be started: it is cut off, or of another release.
    Start,
    /// Of the catalogue nothing could be used.
    BadCatalogue,
}

impl Failure {
    pub const ALL: [Failure; 11] = [
        Failure::Offline,
        Failure::Timeout,
        Failure::Missing,
        Failure::Server,
        Failure::Html,
        Failure::NotJson,
        Failure::TooBig,
        Failure::BadContent,
        Failure::Newer,
        Failure::Start,
        Failure::BadCatalogue,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Failure::Offline => "offline",
            Failure::Timeout => "timeout",
            Failure::Missing => "missing",
            Failure::Server => "server",
            Failure::Html => "html",
            Failure::NotJson => "not-json",
            Failure::TooBig => "too-big",
            Failure::BadContent => "bad-content",
            Failure::Newer => "newer",
            Failure::Start => "start",
            Failure::BadCatalogue => "bad-catalogue",
        }
    }

    /// The failure a code from the loader stands for; an unknown one counts as offline.
    pub fn from_code(code: &str) -> Failure {
        Failure::ALL.into_iter().find(|failure| failure.code() == code).unwrap_or(Failure::Offline)
    }
}

/// An order to the platform.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    Load(Asset),
    /// A line for who looks after the content; visitors do not see it.
    Warn(String),
    /// Keep the place for after a crash, outside wasm; and in storage when the policy allows it.
    Remember(Box<Saved>),
    /// Move focus to the heading of the new screen, so that it is read out.
    FocusHeading,
    /// Show the dialog once it has been drawn, as a modal one, over whatever dialog is open.
    ShowDialog(Dialog),
    /// Close it, so that focus goes back to where it was.
    CloseDialog(Dialog),
    /// Say this in the live region.
    Announce(String),
    /// Say this, and nothing that was being said.
    Speak(Speech),
    Hush,
    Tell(HostEvent),
    /// End the visit: fresh instance, nothing left.
    Wipe,
}

/// The dialogs. More than one may be open: the countdown lies over the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    Help,
    Idle,
    /// "Typ hier nooit uw echte BSN."
    Stop,
}

impl Dialog {
    /// The id of its element.
    pub fn id(self) -> &'static str {
        match self {
            Dialog::Help => "sw-dialog-help",
            Dialog::Idle => "sw-dialog-idle",
            Dialog::Stop => "sw-dialog-stop",
        }
    }
}

/// What the host page hears: ids only.
#[derive(Debug, Clone, PartialEq)]
pub enum HostEvent {
    Ready,
    Step {
        flow: String,
        step: String,
        mode: Mode,
    },
    Complete {
        flow: String,
        step: String,
        mode: Mode,
    },
    Language {
        lang: String,
    },
    Error {
        code: &'static str,
    },
    /// Where the visitor is now, for the address of the page: nothing is the start screen.
    Moved {
        flow: Option<String>,
        step: Option<String>,
    },
}
