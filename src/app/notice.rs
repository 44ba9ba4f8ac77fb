//! Something to know that stops nobody, above the screen.

/// What is told. A kind of its own, so that a view can tell one from the other: two keys of words may be as long as each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// There is no voice to read aloud with.
    NoVoice = 1,
    /// The words of a language did not come.
    NoLanguage,
    /// The municipality does not offer the flow that was asked for.
    Off,
    /// The municipality's file did not come.
    NoMunicipality,
    /// The flow has no words in the language of the interface.
    DutchOnly,
    /// The visit holds as many steps as it can.
    Full,
    /// A number was taken away in the search.
    NoNumber,
    /// Nobody seems to be there, and the countdown that would ask has not come.
    Idle,
}

impl Notice {
    pub const ALL: [Notice; 8] = [
        Notice::NoVoice,
        Notice::NoLanguage,
        Notice::Off,
        Notice::NoMunicipality,
        Notice::DutchOnly,
        Notice::Full,
        Notice::NoNumber,
        Notice::Idle,
    ];

    /// Its words in the interface.
    pub fn key(self) -> &'static str {
        match self {
            Notice::NoVoice => "notice.no-voice",
            Notice::NoLanguage => "notice.no-language",
            Notice::Off => "notice.off",
            Notice::NoMunicipality => "notice.no-municipality",
            Notice::DutchOnly => "notice.dutch-only",
            Notice::Full => "notice.full",
            Notice::NoNumber => "find.no-number",
            Notice::Idle => "notice.idle",
        }
    }

    /// Which one is shown, as a number; none is 0.
    pub fn number(shown: Option<Notice>) -> u32 {
        shown.map_or(0, |notice| notice as u32)
    }
}
