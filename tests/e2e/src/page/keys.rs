//! Keys of the keyboard that are not letters, as WebDriver writes them.

/// A key with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    Tab,
    Enter,
    Space,
    Escape,
    Delete,
    Backspace,
    Down,
    Up,
    Right,
    Shift,
    Control,
}

impl Key {
    /// The character that stands for the key.
    pub fn code(self) -> char {
        match self {
            Key::Tab => '\u{E004}',
            Key::Enter => '\u{E007}',
            Key::Shift => '\u{E008}',
            Key::Control => '\u{E009}',
            Key::Escape => '\u{E00C}',
            Key::Space => ' ',
            Key::Down => '\u{E015}',
            Key::Up => '\u{E013}',
            Key::Right => '\u{E014}',
            Key::Delete => '\u{E017}',
            Key::Backspace => '\u{e003}',
        }
    }
}
