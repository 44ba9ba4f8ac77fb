//! A number that a telephone can call, in words that a municipality wrote.

/// The one number in a text, as a `tel:` address takes it. "14 with the area code" is none, and of two nobody knows which is meant.
pub fn to_call(words: &str) -> Option<String> {
    let words = words.replace("(0)", "");
    let runs = words.split(|letter: char| !(letter.is_ascii_digit() || " +-()".contains(letter)));
    let number = |run: &str| -> String {
        let plus = run.trim_start().starts_with('+');
        plus.then_some('+').into_iter().chain(run.chars().filter(char::is_ascii_digit)).collect()
    };
    let mut numbers = runs.map(number).filter(|number| number.len() > 4 || matches!(&number[..], "112" | "113"));
    numbers.next().filter(|_| numbers.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::to_call;

    #[test]
    fn a_number_is_one_that_can_be_called() {
        for (words, number) in [
            ("14 010", Some("14010")),
            ("0800-8115 (gratis)", Some("08008115")),
            ("+31 (0)10 267 16 25", Some("+31102671625")),
            ("Bel 088 123 45 67, op werkdagen", Some("0881234567")),
            ("112", Some("112")),
            ("14 met het netnummer van Voorbeeldstad", None),
            ("010 123 45 67 of 088 765 43 21", None),
            ("", None),
        ] {
            assert_eq!(to_call(words).as_deref(), number, "{words}");
        }
    }
}
