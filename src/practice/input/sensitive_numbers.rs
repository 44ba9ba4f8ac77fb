//! The BSN guard: watches everything that comes in, typed or pasted or said, whether it fits the field or not.

use super::buffer::zeroise;
use super::elfproef::passes;
use super::fold::{digit, is_separator};
use super::iban;
use std::fmt;

/// Something that looks like real personal data came in. The field is emptied and a kind screen explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// Nine digits that pass the elfproef and are not the persona's.
    Bsn,
    /// A Dutch bank account number.
    Iban,
}

impl Stop {
    pub fn id(self) -> &'static str {
        match self {
            Stop::Bsn => "bsn",
            Stop::Iban => "iban",
        }
    }
}

/// Looks through a text that is no practice input, the question in the search for instance. Nothing of it is copied.
pub fn look(text: &mut dyn Iterator<Item = char>) -> Option<Stop> {
    NumberGuard::new("").watch_all(text)
}

/// A Dutch IBAN: NL, two digits, four letters, ten digits.
const IBAN: usize = 18;
const BSN: usize = 9;

/// Keeps the last nine digits, or else what may become an account number, and nothing more, so that a paste of any size is watched
/// without being copied. Of a text that a field refuses (a real password, say) no letter stays: only those that go on with
/// `NL..AAAA`.
///
/// Separators between the digits are passed over and digits of every script count. Any nine digits in a row are looked
/// at, in a longer number too: of a number that is being typed nobody knows where it will end.
pub struct NumberGuard {
    /// The newest stands last. Zero is "nothing".
    window: Box<[u8; IBAN]>,
    own: &'static str,
}

impl NumberGuard {
    /// A guard that lets one BSN through: the persona's.
    pub fn new(own: &'static str) -> NumberGuard {
        NumberGuard { window: Box::new([0; IBAN]), own }
    }

    /// The BSN that is let through.
    pub fn own(&self) -> &'static str {
        self.own
    }

    /// One more character came in.
    pub fn watch(&mut self, c: char) -> Option<Stop> {
        let c = match digit(c) {
            Some(digit) => b'0' + digit,
            None if c.is_ascii_alphabetic() => c.to_ascii_uppercase() as u8,
            None => {
                if !is_separator(c) {
                    self.forget();
                }
                return None;
            }
        };
        self.window.rotate_left(1);
        self.window[IBAN - 1] = c;
        let stop = if c.is_ascii_digit() { self.judge() } else { None };
        let needed = if stop.is_some() { 0 } else { self.needed() };
        zeroise(&mut self.window[..IBAN - needed]);
        stop
    }

    /// How many of the newest letters and digits are still needed.
    fn needed(&self) -> usize {
        let ends = |length: &usize| begins_iban(&self.window[IBAN - length..]);
        let digits = self.window.iter().rev().take(BSN).take_while(|c| c.is_ascii_digit()).count();
        (1..=IBAN).rev().find(ends).unwrap_or_default().max(digits)
    }

    /// Watches a text that goes nowhere.
    pub fn watch_all(&mut self, incoming: &mut dyn Iterator<Item = char>) -> Option<Stop> {
        for c in incoming {
            let stop = self.watch(c);
            if stop.is_some() {
                return stop;
            }
        }
        None
    }

    /// The last character was taken back (Backspace).
    pub fn take_back(&mut self) {
        self.window.rotate_right(1);
        zeroise(&mut self.window[..1]);
    }

    /// Something else begins: another field, an empty one, a new screen.
    pub fn forget(&mut self) {
        zeroise(&mut self.window[..]);
    }

    fn judge(&mut self) -> Option<Stop> {
        let window = &self.window[..];
        if is_iban(window) {
            return Some(Stop::Iban);
        }
        let (before, number) = window.split_at(IBAN - BSN);
        if number == self.own.as_bytes() {
            self.forget();
            return None;
        }
        if !passes(number) {
            return None;
        }
        // The account number inside an IBAN often passes the elfproef too: name it for what it is.
        let in_iban = is_iban_start(&before[1..]) || (before[8].is_ascii_digit() && is_iban_start(&before[..8]));
        Some(if in_iban { Stop::Iban } else { Stop::Bsn })
    }
}

/// Whether this can be how a Dutch IBAN begins.
fn begins_iban(text: &[u8]) -> bool {
    text.iter().enumerate().all(|(place, c)| match place {
        0 => *c == b'N',
        1 => *c == b'L',
        4..8 => c.is_ascii_uppercase(),
        _ => c.is_ascii_digit(),
    })
}

/// `NLkkBANK`
fn is_iban_start(text: &[u8]) -> bool {
    text.starts_with(b"NL")
        && text[2..4].iter().all(u8::is_ascii_digit)
        && text[4..8].iter().all(u8::is_ascii_uppercase)
}

/// Whether this is a Dutch IBAN with the right check digits.
fn is_iban(text: &[u8]) -> bool {
    is_iban_start(&text[..8]) && text[8..].iter().all(u8::is_ascii_digit) && iban::passes(text)
}

impl Drop for NumberGuard {
    fn drop(&mut self) {
        self.forget();
    }
}

impl fmt::Debug for NumberGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NumberGuard(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watch(guard: &mut NumberGuard, text: &str) -> Option<Stop> {
        text.chars().find_map(|c| guard.watch(c))
    }

    #[track_caller]
    fn check(text: &str, expected: Option<Stop>) {
        assert_eq!(watch(&mut NumberGuard::new("999993653"), text), expected, "{text}");
    }

    #[test]
    fn a_bsn_is_seen_however_it_is_written() {
        let stop = Some(Stop::Bsn);
        check("123456782", stop);
        check("999993847", stop);
        check("1234.56.782", stop);
        check("123-456-782", stop);
        check("123 456 782", stop);
        check("123\u{a0}456\u{2009}782", stop);
        check("1 2 3 4 5 6 7 8 2", stop);
        check("1\n2\n3\n4\n5\n6\n7\n8\n2", stop);
        check("123–456−782", stop);
        check("١٢٣٤٥٦٧٨٢", stop);
        check("１２３４５６７８２", stop);
        check("1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣2️⃣", stop);
        check("12\u{200b}3456\u{ad}782", stop);
        check("mijn bsn is 123456782, dank u", stop);
        check("BSN:123456782", stop);
        check("00123456782", stop);
        check("999993653 123456782", stop);
    }

    /// Story: the search had a guard of its own, which knew fewer spellings: an NBSP from a PDF, a slash, another figure before or after
    /// the number, digits of another script and an account number stayed in the field.
    #[test]
    fn the_search_refuses_every_spelling_that_the_desk_refuses() {
        let spellings = include_str!("../../../tests/data/search-numbers.txt");
        assert!(spellings.lines().count() >= 23);
        for spelling in spellings.lines() {
            for text in
                [spelling.to_owned(), format!("mijn nummer is {spelling}"), format!("{spelling} is mijn nummer")]
            {
                assert!(look(&mut text.chars()).is_some(), "{text}");
            }
        }
        for question in
            ["ik ga verhuizen naar nummer 12", "brief van 24-11-2026", "06 12 34 56 78", "1234 AB", "123456789", ""]
        {
            assert_eq!(look(&mut question.chars()), None, "{question}");
        }
    }

    #[test]
    fn everything_else_passes() {
        for text in
            ["", "999993653", "9999.93.653", "999993653 999993653", "123456789", "12345678", "12-04-1958", "000000000"]
        {
            check(text, None);
        }
        for text in ["1234a56782", "1234:56782", "Oefen-7dagen", "noor@example.org", "1234 AB", "111 222", "OEFEN-123"]
        {
            check(text, None);
        }
        check(&"geen cijfers ".repeat(1000), None);
    }

    #[test]
    fn a_bank_account_is_named_as_one() {
        let stop = Some(Stop::Iban);
        check("NL91ABNA0417164300", stop);
        check("nl91 abna 0417 1643 00", stop);
        check("IBAN: NL91 ABNA 0417.1643.00", stop);
        check("NL12NL91ABNA0417164300", stop);
        check("NL02ABNA0123456789", stop);
        check("NL03ABNA0123456789", None);
        check("NL00TEST0123456782", stop);
        check("NL00TEST1234567820", stop);
        check("0NL0TEST0123456782", Some(Stop::Bsn));
    }

    /// A password that did not fit in a field lay whole in the memory of the guard, for as long as the field was open.
    #[test]
    fn no_letter_stays_that_is_no_account_number() {
        let kept = |text: &str| {
            let mut guard = NumberGuard::new("999993653");
            watch(&mut guard, text);
            guard.window.iter().filter(|c| **c != 0).map(|c| char::from(*c)).collect::<String>()
        };
        for (text, left) in [
            ("Welkom2024!ZEBRA", ""),
            ("ZEBRA7391", "7391"),
            ("geheim", ""),
            ("12345678901234567", "901234567"),
            ("NL", "NL"),
            ("nl91 abn", "NL91ABN"),
            ("NL91ABNA0417", "NL91ABNA0417"),
            ("NL9A", ""),
            ("xNL91ABNAx", ""),
            ("NL123", "123"),
            ("NL12NL9", "NL9"),
        ] {
            assert_eq!(kept(text), left, "{text}");
        }
    }

    #[test]
    fn typing_is_watched_over_events_and_can_be_taken_back() {
        let mut guard = NumberGuard::new("999993653");
        assert_eq!(watch(&mut guard, "12345679"), None);
        guard.take_back();
        assert_eq!(watch(&mut guard, "82"), Some(Stop::Bsn));
        assert_eq!(watch(&mut guard, "12345678"), None, "after a stop it starts anew");
        guard.forget();
        assert_eq!(watch(&mut guard, "2"), None);
        assert_eq!(format!("{guard:?}"), "NumberGuard(…)");
    }
}
