//! Cutting a text into words that can be compared.

/// No question has more words than this; the rest is not read.
pub const MOST_WORDS: usize = 40;
/// A longer word is cut off.
const LONGEST: usize = 40;

/// The words of a text in small letters without accents: "Café, d'r-uit!" is `cafe d r uit`.
pub fn words(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        match plain(c) {
            Some(letters) if word.len() < LONGEST => word.push_str(letters),
            Some(_) => {}
            None if is_letter(c) && word.len() < LONGEST => word.push(small(c)),
            None if is_letter(c) => {}
            None if word.is_empty() => {}
            None => {
                found.push(std::mem::take(&mut word));
                if found.len() == MOST_WORDS {
                    break;
                }
            }
        }
    }
    found
}

/// The small letter of a Latin or Cyrillic capital.
fn small(c: char) -> char {
    match c {
        'А'..='Я' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        'Ѐ'..='Џ' => char::from_u32(c as u32 + 0x50).unwrap_or(c),
        'Ґ' => 'ґ',
        c => c.to_ascii_lowercase(),
    }
}

/// A letter or digit. Every character above Latin-1's signs counts, except punctuation, so that other scripts have words too.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || (c > '\u{bf}'
            && !matches!(c, '×' | '÷' | '،' | '؛' | '؟' | '\u{64b}'..='\u{652}' | '\u{2000}'..='\u{206f}' | '\u{20a0}'..='\u{20cf}' | '\u{3000}'..='\u{303f}'))
}

/// The plain letters that an accented one is typed for.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'À'..='Å' | 'ą' | 'Ą' => "a",
        'ç' | 'Ç' | 'ć' | 'Ć' => "c",
        'è'..='ë' | 'È'..='Ë' | 'ę' | 'Ę' => "e",
        'ì'..='ï' | 'Ì'..='Ï' => "i",
        'ñ' | 'Ñ' | 'ń' | 'Ń' => "n",
        'ò'..='ö' | 'Ò'..='Ö' => "o",
        'ù'..='ü' | 'Ù'..='Ü' => "u",
        'ý' | 'ÿ' | 'Ý' => "y",
        'ĳ' | 'Ĳ' => "ij",
        'ß' => "ss",
        'ş' | 'Ş' | 'š' | 'Š' | 'ś' | 'Ś' => "s",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        'ğ' | 'Ğ' => "g",
        'ı' | 'İ' => "i",
        'ł' | 'Ł' => "l",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected);
    }

    #[test]
    fn a_text_falls_apart_in_plain_words() {
        check("Ik wil een e-book lenen!", "ik wil een e book lenen");
        check("CAFÉ… geïnformeerd; zo’n €20", "cafe geinformeerd zo n 20");
        check("", "");
        check("?!", "");
        check("ﾠ", "ﾠ");
        check("كيف أنتقل؟", "كيف أنتقل");
        check("ПЕРЕЇЗД до міста", "переїзд до міста");
        check("Zgłosić PRZEPROWADZKĘ", "zglosic przeprowadzke");
    }

    #[test]
    fn nothing_is_too_long() {
        assert_eq!(words(&"a ".repeat(1_000)).len(), MOST_WORDS);
        assert!(words(&"é".repeat(1_000))[0].len() <= LONGEST);
        assert!(words(&"я".repeat(1_000))[0].len() <= LONGEST + 1);
    }
}
