//! What a visitor may set, and what the place where it runs allows.

use crate::names;

/// How the interface looks and sounds.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// BCP 47; words in this language are asked for.
    pub lang: String,
    pub look: Look,
    /// Read every new screen aloud.
    pub read_aloud: bool,
    /// The level of the widget's own top heading in the host page, 1 to 5.
    pub heading_level: u8,
    /// Now, in the time of the Netherlands, `YYYY-MM-DD HH:MM`: decides which facts are out of date, and what is open.
    pub now: String,
    /// Decides what goes wrong unannounced; drawn outside, since nothing here draws numbers.
    pub seed: u32,
}

impl Settings {
    /// The day of the visit, `YYYY-MM-DD`.
    pub fn today(&self) -> &str {
        self.now.split(' ').next().unwrap_or_default()
    }
}

/// The part of the settings that is kept on a personal device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// An index into [`TEXT_SIZES`].
    pub text: usize,
    pub theme: Theme,
    pub more_contrast: bool,
    /// Soft sounds at the practice desk.
    pub sounds: bool,
}

/// How much larger the text is, as `data-text` on the root takes it.
pub const TEXT_SIZES: [&str; 4] = ["1", "1.25", "1.5", "2"];

names! {
    /// Light or dark.
    pub enum Theme = default {
        /// As the device says.
        Auto = "auto",
        Light = "light",
        Dark = "dark",
    }
}

impl Theme {
    /// The name as `data-theme` takes it.
    pub fn id(self) -> &'static str {
        self.name()
    }
}

/// What the place where it runs allows. Made once from the `device` attribute; nobody asks "is this a kiosk?" again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// The name of the device, for the stylesheet.
    pub device: &'static str,
    /// Keep the place and the look in the browser's storage (ids only, never input).
    pub may_save: bool,
    /// Wipe the visit after this many seconds without a touch or a key, with a countdown.
    pub idle_after: Option<u32>,
    /// Offer "Klaar", which wipes the visit at once.
    pub done_wipes: bool,
    /// Bring keys on the screen: the device has none, or its own would remember what is typed.
    pub own_keys: bool,
}

/// For how many seconds the countdown before a wipe can be stopped.
pub const IDLE_COUNTDOWN: u32 = 30;

impl Policy {
    /// The policy for a `device` attribute; an unknown one is treated as a widget on somebody else's page.
    pub fn of(device: &str) -> Policy {
        match device {
            "personal" => {
                Policy { device: "personal", may_save: true, idle_after: None, done_wipes: false, own_keys: false }
            }
            "shared" => {
                Policy { device: "shared", may_save: false, idle_after: Some(300), done_wipes: true, own_keys: false }
            }
            "kiosk" => {
                Policy { device: "kiosk", may_save: false, idle_after: Some(120), done_wipes: true, own_keys: true }
            }
            _ => Policy { device: "embed", may_save: false, idle_after: None, done_wipes: false, own_keys: false },
        }
    }
}
