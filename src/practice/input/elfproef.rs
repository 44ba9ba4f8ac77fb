//! The *elfproef*: the sum that tells whether nine digits can be a BSN (domain-facts.md, section 1).

/// Whether these nine ASCII digits can be somebody's BSN: `9·d1 + 8·d2 + … + 2·d8 − d9` is divisible by 11.
///
/// The formula is the one of DigiD's own site: `bsn_format_validator.rb` in `MinBZK/woo-besluit-broncode-digid`. Nine zeros
/// pass the sum there; here they do not, because nobody has that number and a key that is held down types it.
pub fn is_bsn(digits: &str) -> bool {
    passes(digits.as_bytes())
}

/// [`is_bsn`] for bytes.
pub(in crate::practice) fn passes(digits: &[u8]) -> bool {
    const WEIGHTS: [i32; 9] = [9, 8, 7, 6, 5, 4, 3, 2, -1];
    if digits.len() != WEIGHTS.len() || !digits.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: i32 = digits.iter().zip(WEIGHTS).map(|(digit, weight)| i32::from(digit - b'0') * weight).sum();
    sum % 11 == 0 && digits.iter().any(|digit| *digit != b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(digits: &str, expected: bool) {
        assert_eq!(is_bsn(digits), expected, "{digits}");
    }

    #[test]
    fn the_official_test_numbers_pass_and_the_error_lesson_fails() {
        check("999993653", true);
        check("999993847", true);
        check("999992077", true);
        check("999993483", true);
        check("999995017", true);
        check("999991905", true);
        check("999990019", true);
        check("123456782", true);
        check("111222333", true);
        check("123456789", false);
        check("999993654", false);
        check("000000000", false);
    }

    #[test]
    fn only_nine_ascii_digits_are_looked_at() {
        check("", false);
        check("99999365", false);
        check("9999936530", false);
        check("99999365a", false);
        check("99999365é", false);
        check("٩٩٩٩٩٣٦٥٣", false);
    }

    #[test]
    fn one_wrong_digit_and_two_digits_swapped_are_always_found() {
        let good = b"999993653";
        for place in 0..9 {
            for digit in b'0'..=b'9' {
                let mut other = *good;
                other[place] = digit;
                assert_eq!(passes(&other), other == *good);
            }
            let mut swapped = *good;
            swapped.swap(place, (place + 1) % 9);
            assert_eq!(passes(&swapped), swapped == *good);
        }
    }
}
