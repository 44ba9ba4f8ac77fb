//! Which characters count as the same, which are separators, which nobody can see.

/// The value of a decimal digit of any script: keyboards differ, the digits of a code do not.
pub fn digit(c: char) -> Option<u8> {
    /// Where the decimal digits of a script begin (Unicode general category Nd), each ten in a row.
    const ZEROS: [u32; 64] = [
        0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0,
        0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620,
        0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066, 0x110f0, 0x11136, 0x111d0,
        0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950, 0x11c50, 0x11d50, 0x11da0, 0x11f50,
        0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1fbf0,
    ];
    let code = c as u32;
    ZEROS.into_iter().find(|zero| (*zero..zero + 10).contains(&code)).map(|zero| (code - zero) as u8)
}

/// The character that stands for all those that people take for the same: small letters for capitals (Latin-1), plain
/// quotes, dashes and spaces for those that a tablet makes of them, ASCII digits for those of other scripts.
pub fn folded(c: char) -> char {
    match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(c as u32 + 32).unwrap_or(c),
        '‘' | '’' | '`' | '´' => '\'',
        '“' | '”' | '„' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ if is_space(c) => ' ',
        _ => digit(c).map_or(c, |digit| char::from(b'0' + digit)),
    }
}

/// The one character for a letter and the mark that is written over or under it (Latin-1): files and some keyboards send
/// the two apart.
pub fn composed(letter: char, mark: char) -> Option<char> {
    const MARKED: [(char, &str, &str); 7] = [
        ('\u{300}', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ('\u{301}', "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
        ('\u{302}', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ('\u{303}', "anoANO", "ãñõÃÑÕ"),
        ('\u{308}', "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
        ('\u{30a}', "aA", "åÅ"),
        ('\u{327}', "cC", "çÇ"),
    ];
    let (_, letters, whole) = MARKED.into_iter().find(|(known, _, _)| *known == mark)?;
    letters.chars().zip(whole.chars()).find(|(known, _)| *known == letter).map(|(_, whole)| whole)
}

/// Whether this is the quote, dash or space of the card, as a tablet writes it by itself: its own doing, not that of who types.
pub fn same_sign(wanted: char, found: char) -> bool {
    matches!(wanted, '\'' | '"' | '-' | ' ') && folded(found) == wanted
}

/// A space of any width.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// A character that leaves no mark in a field of one line: controls, line ends, zero-width and direction marks.
pub fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A character that people put between the digits of one number: `1234.56.782`, `123-456-782`, one digit on a line.
pub fn is_separator(c: char) -> bool {
    // U+20E3 makes a keycap of the digit before it.
    is_space(c) || is_unseen(c) || matches!(folded(c), '.' | ',' | '-' | '/' | '_' | '·' | '•' | '|' | '\u{20e3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_of_every_script_have_their_value() {
        for (text, value) in [("5٥۵५௫๕５𝟓𝟻", 5), ("0٠०０𝟎", 0), ("9٩९９𝟿", 9)] {
            for c in text.chars() {
                assert_eq!(digit(c), Some(value), "{c}");
                assert_eq!(folded(c), char::from(b'0' + value));
            }
        }
        for c in "aO l½Ⅳ²①/:\u{65f}\u{66a}".chars() {
            assert_eq!(digit(c), None, "{c}");
        }
    }

    #[test]
    fn folding_knows_capitals_and_what_tablets_make_of_quotes_and_dashes() {
        let folded: String = "AbcÉÜÞ×÷ß ’„–—\u{a0}٣".chars().map(folded).collect();
        assert_eq!(folded, "abcéüþ×÷ß '\"-- 3");
    }

    #[test]
    fn separators_and_unseen_characters() {
        assert!(" .,-/_·•–−\n\t\u{a0}\u{200b}\u{feff}\u{fe0f}\u{20e3}".chars().all(is_separator));
        assert!(!"0aé:;@+".chars().any(is_separator));
        assert!("\n\r\t\0\u{200e}\u{202e}\u{ad}\u{2066}".chars().all(is_unseen));
        assert!(!" aé\u{a0}\u{301}".chars().any(is_unseen));
    }
}
