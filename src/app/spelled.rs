//! Codes, as one says them: digit by digit and letter by letter. A voice makes “111 222” a hundred and eleven, two hundred and twenty-two.

/// A text as it is to be said. Amounts, years, times and other numbers stay.
pub fn spelled(text: &str) -> String {
    let words = words(text);
    let mut said = String::new();
    for (at, word) in words.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).filter(|_| word.follows_closely());
        let after = words.get(at + 1).filter(|after| after.follows_closely());
        said.push_str(word.gap);
        if word.is_code(before, after) {
            let parts: Vec<String> = word.core.split('-').map(one_by_one).collect();
            said.push_str(&parts.join(" "));
        } else {
            said.push_str(word.core);
        }
    }
    said
}

/// A part of a code: “321” as “3 2 1”. A word in it (“OEFEN-321”) stays a word.
fn one_by_one(part: &str) -> String {
    if part.len() > 4 && part.bytes().all(|c| c.is_ascii_alphabetic()) {
        return part.to_owned();
    }
    part.chars().map(String::from).collect::<Vec<_>>().join(" ")
}

/// Letters and digits, and what joins them: `12,50`, `10:20`, `OEFEN-321`, `digid.nl`.
struct Word<'t> {
    /// What stands between the word before and this one.
    gap: &'t str,
    core: &'t str,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let start = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
        let (gap, word) = rest.split_at(start);
        let mut end = 0;
        let mut letters = word.char_indices().peekable();
        while let Some((at, c)) = letters.next() {
            let joins = matches!(c, '-' | '.' | ',' | ':' | '\'' | '’' | '@' | '/')
                && letters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
            if !c.is_alphanumeric() && !joins {
                break;
            }
            end = at + c.len_utf8();
        }
        let (core, after) = word.split_at(end);
        found.push(Word { gap, core });
        rest = after;
    }
    found
}

impl Word<'_> {
    fn is_digits(&self) -> bool {
        !self.core.is_empty() && self.core.bytes().all(|c| c.is_ascii_digit())
    }

    /// With a space only before it, or a bracket: “(088) 123 65 55”.
    fn follows_closely(&self) -> bool {
        !self.gap.is_empty() && self.gap.chars().all(|c| matches!(c, ' ' | '\u{a0}' | ')'))
    }

    fn is_code(&self, before: Option<&Word>, after: Option<&Word>) -> bool {
        if !self.is_digits() {
            return self.is_dialled() || self.is_letters(before);
        }
        let money = |word: &str| matches!(word, "EUR" | "euro" | "euros");
        if self.gap.trim_end_matches([' ', '\u{a0}']).ends_with('€') || after.is_some_and(|after| money(after.core)) {
            return false;
        }
        match self.core.len() {
            // A group of a longer number: of a telephone, or of a code.
            _ if before.is_some_and(Word::is_digits) || after.is_some_and(Word::is_digits) => true,
            1 | 2 => false,
            // The one number that everybody says in digits.
            3 => self.core == "112" || self.core.starts_with('0'),
            4 => !is_year(self.core),
            _ => true,
        }
    }

    /// “088-1236555”; a day has fewer digits.
    fn is_dialled(&self) -> bool {
        let digits = self.core.bytes().filter(u8::is_ascii_digit).count();
        self.core.starts_with('0') && digits > 8 && self.core.bytes().all(|c| c.is_ascii_digit() || c == b'-')
    }

    /// “AOEFEN123”, the letters of a postcode, and capitals that nobody can say: “BSN”.
    fn is_letters(&self, before: Option<&Word>) -> bool {
        let digits = self.core.bytes().filter(u8::is_ascii_digit).count();
        let letters = self.core.bytes().filter(u8::is_ascii_uppercase).count();
        if letters == 0 || letters + digits < 2 || !self.core.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-') {
            return false;
        }
        if self.core.bytes().any(|c| c.is_ascii_lowercase()) {
            return false;
        }
        let postcode = before.is_some_and(|before| before.is_digits() && before.core.len() == 4);
        digits > 1 && letters + digits > 3
            || digits == 0 && (self.core == PAIRING || postcode || !self.core.contains(['A', 'E', 'I', 'O', 'U', 'Y']))
    }
}

/// The pairing code of the practice, which is capitals only.
const PAIRING: &str = "OEFE";

fn is_year(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(spelled(text), expected);
    }

    /// The text message “111 222 is uw oefencode” was read as a hundred and eleven, two hundred and twenty-two.
    #[test]
    fn codes_are_said_one_by_one() {
        check("111 222 is uw oefencode.", "1 1 1 2 2 2 is uw oefencode.");
        check("Typ 111\u{a0}222", "Typ 1 1 1\u{a0}2 2 2");
        check("2 2 2 3 3 3", "2 2 2 3 3 3");
        check("De koppelcode is “OEFE”.", "De koppelcode is “O E F E”.");
        check("Typ AOEFEN123.", "Typ A O E F E N 1 2 3.");
        check("Uw nummer: OEFEN-321", "Uw nummer: OEFEN 3 2 1");
        check("Kaartnummer: OEFEN 12345", "Kaartnummer: OEFEN 1 2 3 4 5");
        check("Pincode 5079", "Pincode 5 0 7 9");
        check("1234 AB Oefendorp", "1 2 3 4 A B Oefendorp");
        check("Uw BSN, bij de KVK", "Uw B S N, bij de K V K");
    }

    #[test]
    fn so_are_telephone_numbers() {
        check("Bel (088) 123 65 55.", "Bel (0 8 8) 1 2 3 6 5 5 5.");
        check("Bel 14\u{a0}020 of 0800\u{a0}8013.", "Bel 1 4\u{a0}0 2 0 of 0 8 0 0\u{a0}8 0 1 3.");
        check("Bel 088-1236555", "Bel 0 8 8 1 2 3 6 5 5 5");
        check("Gevaar? Bel 112!", "Gevaar? Bel 1 1 2!");
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "",
            "€ 12,50",
            "€\u{a0}1234",
            "1234 euro",
            "23 november 2026",
            "op 02-12-2026 om 10:20 uur",
            "10.000 mensen",
            "Stap 3 van 12: kies 1, 2 of 3.",
            "binnen 120 dagen",
            "de DigiD-app, de QR-code en uw ID-kaart",
            "OEFENEN: dit is niet DigiD",
            "Betaal NU!",
            "Oefenweg 12A, digid.nl",
            "A4",
            " “ ” … –",
        ] {
            check(text, text);
        }
    }
}
