//! Keys on the screen, as data: for a PIN, and for a kiosk that has no other.

use super::field::Keys;

/// A key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A character; letters are small, and capital after [`Key::Shift`].
    Type(char),
    /// Takes back the last character.
    Erase,
    /// A capital comes next.
    Shift,
    /// No key: an open place in a row.
    Gap,
}

/// Rows of keys, from the top.
pub type Rows = &'static [&'static [Key]];

/// Keys that type: `keys!['1' '2']`.
macro_rules! keys {
    ($($letter:literal)*) => { &[$(Key::Type($letter)),*] };
}

/// The keys of a phone.
pub const DIGITS: Rows =
    &[keys!['1' '2' '3'], keys!['4' '5' '6'], keys!['7' '8' '9'], &[Key::Gap, Key::Type('0'), Key::Erase]];

/// The upper row of letters.
const UPPER: &[Key] = keys!['q' 'w' 'e' 'r' 't' 'y' 'u' 'i' 'o' 'p'];

/// A keyboard with all that a card asks for.
pub const LETTERS: Rows = &[
    keys!['1' '2' '3' '4' '5' '6' '7' '8' '9' '0'],
    UPPER,
    keys!['a' 's' 'd' 'f' 'g' 'h' 'j' 'k' 'l' '\''],
    &[
        Key::Shift,
        Key::Type('z'),
        Key::Type('x'),
        Key::Type('c'),
        Key::Type('v'),
        Key::Type('b'),
        Key::Type('n'),
        Key::Type('m'),
        Key::Type('-'),
        Key::Erase,
    ],
    keys!['@' ',' ' ' '.' '?'],
];

/// A keyboard for words: no capitals, no signs.
pub const WORDS: Rows = &[
    UPPER,
    keys!['a' 's' 'd' 'f' 'g' 'h' 'j' 'k' 'l'],
    &[
        Key::Type('z'),
        Key::Type('x'),
        Key::Type('c'),
        Key::Type('v'),
        Key::Type('b'),
        Key::Type('n'),
        Key::Type('m'),
        Key::Type('-'),
        Key::Erase,
    ],
    keys![' '],
];

/// The keys that an input needs.
pub fn rows(keys: Keys) -> Rows {
    match keys {
        Keys::Digits | Keys::Pad => DIGITS,
        Keys::Letters | Keys::Email => LETTERS,
    }
}

/// Whether a text can be typed with these keys.
pub fn can_type(rows: Rows, text: &str) -> bool {
    let there = |c: char| rows.iter().flat_map(|row| row.iter()).any(|key| *key == Key::Type(c.to_ascii_lowercase()));
    text.chars().all(there)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_typed() {
        assert!(can_type(LETTERS, "Oefen-7dagen") && can_type(LETTERS, "noor@example.org"));
        assert!(can_type(DIGITS, "13579") && !can_type(DIGITS, "1a"));
        assert!(!can_type(LETTERS, "é"));
    }
}
