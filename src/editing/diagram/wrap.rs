//! Texts in lines. There is no one to measure letters here, so lines are counted in them.

/// The text in lines of at most so many letters; a longer word is cut.
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace().flat_map(|word| parts(word, most)) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => line.extend([" ", &word]),
            _ => lines.push(word),
        }
    }
    lines
}

fn parts(word: &str, most: usize) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    letters.chunks(most).map(|part| part.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(super::wrap(text, 8), expected);
    }

    #[test]
    fn lines_hold_whole_words_where_they_can() {
        check("", &[]);
        check("kort", &["kort"]);
        check("een twee drie", &["een twee", "drie"]);
        check("verhuizing doorgeven", &["verhuizi", "ng", "doorgeve", "n"]);
        check("één  é", &["één é"]);
    }
}
