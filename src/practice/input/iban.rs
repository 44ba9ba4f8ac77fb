//! The check digits of an IBAN.

/// Whether the check digits of an account number are right (ISO 13616: modulo 97 is 1). Takes ASCII digits and capitals without spaces, the
/// country first; anything else is no account number.
pub fn passes(number: &[u8]) -> bool {
    let Some((country, account)) = number.split_at_checked(4) else { return false };
    let rest = account.iter().chain(country).try_fold(0_u32, |rest, c| match c {
        b'0'..=b'9' => Some((rest * 10 + u32::from(c - b'0')) % 97),
        b'A'..=b'Z' => Some((rest * 100 + u32::from(c - b'A') + 10) % 97),
        _ => None,
    });
    rest == Some(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digits_tell_one_wrong_character() {
        for good in ["NL91ABNA0417164300", "BE68539007547034", "DE89370400440532013000", "FR1420041010050500013M02606"]
        {
            assert!(passes(good.as_bytes()), "{good}");
        }
        for bad in
            ["NL92ABNA0417164300", "NL91ABNA0417164301", "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "NL9", ""]
        {
            assert!(!passes(bad.as_bytes()), "{bad}");
        }
    }
}
