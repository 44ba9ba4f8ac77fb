//! The four ways to walk a flow. A mode is data: the steps are the same, the help differs.

use crate::names;

names! {
    /// How much help is given; the names are also the values of the element's `mode` attribute.
    pub enum Mode {
        /// Look: what will happen. Practice screens fill themselves in.
        Watch = "kijken",
        /// Do it together: every hint is shown.
        Together = "samen",
        /// Practise: hints on request.
        Practise = "oefenen",
        /// No hints, then a result.
        Alone = "alleen",
    }
}

impl Mode {
    /// The name in attributes, addresses and stored state.
    pub fn id(self) -> &'static str {
        self.name()
    }

    pub fn from_id(id: &str) -> Option<Mode> {
        Mode::ALL.into_iter().find(|mode| mode.id() == id)
    }

    /// Whether the hint of a step is there without asking.
    pub fn hint_at_once(self) -> bool {
        matches!(self, Mode::Watch | Mode::Together)
    }

    /// Whether a hint and "laat zien" can be asked for.
    pub fn hints(self) -> bool {
        self != Mode::Alone
    }

    /// Whether practice screens fill themselves in, to be looked at.
    pub fn filled_in(self) -> bool {
        self == Mode::Watch
    }

    /// Whether what goes wrong can be called up by who sits beside.
    pub fn calls_incidents(self) -> bool {
        matches!(self, Mode::Together | Mode::Practise)
    }

    /// Whether things go wrong unannounced.
    pub fn meets_incidents(self) -> bool {
        self == Mode::Alone
    }

    /// Whether the visit ends with what went without help, and what did not.
    pub fn has_result(self) -> bool {
        matches!(self, Mode::Practise | Mode::Alone)
    }
}
