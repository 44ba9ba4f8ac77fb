//! Cutting a text into sentences and words.

/// The sentences of a text without marks. One ends at `.`, `!`, `?`, `:` or `;` before a space or the end: the dot of
/// `digid.nl` ends none.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut ended = false;
    for (at, c) in text.char_indices() {
        if ended && c.is_whitespace() {
            found.push(text[start..at].trim());
            start = at;
        }
        // A quote or a bracket that closes belongs to its sentence.
        ended = matches!(c, '.' | '!' | '?' | ':' | ';' | '…') || (ended && matches!(c, '”' | '’' | ')' | '"'));
    }
    found.push(text[start..].trim());
    found.retain(|sentence| sentence.chars().any(char::is_alphanumeric));
    found
}

/// The words of a sentence, without what stands around them.
pub fn words(sentence: &str) -> Vec<&str> {
    let bare = |word| str::trim_matches(word, |c: char| !c.is_alphanumeric());
    sentence.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// The text without what stands between “ ”: the words of a screen or of somebody else.
pub fn unquoted(text: &str) -> String {
    let mut plain = String::new();
    let mut depth = 0_u32;
    for c in text.chars() {
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            c if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// Whether a list of words, apart by spaces, has this one.
pub fn among(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sentences(text), expected);
    }

    #[test]
    fn a_text_is_cut_where_one_takes_breath() {
        check("", &[]);
        check("Ga naar digid.nl. Kies “Inloggen”.", &["Ga naar digid.nl.", "Kies “Inloggen”."]);
        check("Zeg: “Stop.” Wacht dan!", &["Zeg:", "“Stop.”", "Wacht dan!"]);
        check("Klaar? Ja; nee", &["Klaar?", "Ja;", "nee"]);
        check("Even wachten… Nu.", &["Even wachten…", "Nu."]);
        check("1.5 of 2", &["1.5 of 2"]);
        check(" . ", &[]);
    }

    #[test]
    fn words_are_bare() {
        assert_eq!(words("Typ “ja”, foto's (2) – en e-mail."), ["Typ", "ja", "foto's", "2", "en", "e-mail"]);
        assert_eq!(words("– …"), [""; 0]);
    }

    #[test]
    fn what_is_quoted_is_somebody_elses() {
        assert_eq!(unquoted("Kies “Nu”, “dan” of wacht."), "Kies ,  of wacht.");
        assert_eq!(unquoted("Open “einde"), "Open ");
        assert_eq!(unquoted("Los ” teken"), "Los  teken");
    }
}
