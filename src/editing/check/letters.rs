//! Characters that hide, turn the reading direction, or look like other ones.

use crate::editing::diagnostic::{Diagnostic, Diagnostics};
use crate::editing::identifier::language_fault;
use crate::editing::library::Library;
use crate::value::Value;

/// Looks at every text of every file, names of fields included: what no list of fields holds cannot be forgotten.
pub(super) fn check(library: &Library, diagnostics: &mut Vec<Diagnostic>) {
    for (name, value) in &library.written {
        let stem = name.rsplit('/').next().and_then(|file| file.strip_suffix(".json")).unwrap_or_default();
        walk(value, "", language_in(stem).unwrap_or("nl"), &mut Diagnostics::new(name, diagnostics));
    }
}

/// A language, when this is the name of one.
fn language_in(name: &str) -> Option<&str> {
    language_fault(name).is_none().then_some(name)
}

fn walk(value: &Value, path: &str, lang: &str, say: &mut Diagnostics) {
    let below = |part: &str| if path.is_empty() { part.to_owned() } else { format!("{path}.{part}") };
    match value {
        Value::Text(text) => look(path, text, lang, say),
        Value::List(list) => {
            list.iter().enumerate().for_each(|(at, item)| walk(item, &below(&at.to_string()), lang, say));
        }
        Value::Map(map) => {
            for (name, item) in map.iter() {
                look(&below(name), name, lang, say);
                walk(item, &below(name), language_in(name).unwrap_or(lang), say);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Odd(_) => {}
    }
}

/// Looks at one text in a language.
fn look(path: &str, text: &str, lang: &str, say: &mut Diagnostics) {
    let found = text.chars().enumerate().find_map(|(at, c)| Some((at, c, oddity(c, lang)?)));
    let Some((at, odd, what)) = found else {
        text.split_whitespace().for_each(|word| mixed(path, word, say));
        return;
    };
    let before: String = text.chars().take(at).skip(at.saturating_sub(12)).collect();
    let place = if at == 0 { "at the very beginning".to_owned() } else { format!("after “{before}”") };
    let mend = format!("Character {} of the text, {place}: take it out, or type the plain letter there.", at + 1);
    let found = format!("U+{:04X}, {what}", odd as u32);
    say.error("letters", path, &found, "plain letters: no hidden, turning or look-alike characters", &mend);
}

/// One word is in one alphabet, also in a language whose own alphabet is not the Latin one.
fn mixed(path: &str, word: &str, say: &mut Diagnostics) {
    let latin = word.chars().any(|c| c.is_ascii_alphabetic());
    // A hyphen joins words: “DigiD-код” is two.
    if latin && word.split('-').any(|part| part.chars().any(is_other) && part.chars().any(|c| c.is_ascii_alphabetic()))
    {
        let mend = "Type the whole word on one keyboard layout.";
        say.error("letters", path, word, "a word of one alphabet: no look-alike characters", mend);
    }
}

fn is_other(c: char) -> bool {
    matches!(c, '\u{0370}'..='\u{052f}')
}

/// What is wrong with a character, in a language.
fn oddity(c: char, lang: &str) -> Option<&'static str> {
    let greek = lang == "el";
    let cyrillic = matches!(lang, "bg" | "mk" | "ru" | "sr" | "uk");
    Some(match c {
        '\u{200b}' | '\u{2060}' | '\u{feff}' => "a space of no width",
        // Persian and Arabic write with these.
        '\u{200c}' | '\u{200d}' if !matches!(lang, "ar" | "fa" | "ur") => "a joiner of no width",
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{061c}' => {
            "a mark that turns the reading direction"
        }
        '\u{2061}'..='\u{2065}' | '\u{206a}'..='\u{206f}' | '\u{180e}' | '\u{fe00}'..='\u{fe0f}' => "an invisible mark",
        '\u{00ad}' => "a soft hyphen: it is invisible, and breaks up searching and reading aloud",
        '\u{0300}'..='\u{036f}' => "an accent that stands apart: type the letter and its accent as one character",
        '\u{0370}'..='\u{03ff}' if !greek => "a Greek letter",
        '\u{0400}'..='\u{052f}' if !cyrillic => "a Cyrillic letter",
        '\u{0530}'..='\u{058f}' if lang != "hy" => "an Armenian letter",
        '\u{ff01}'..='\u{ff5e}' => "a character of full width",
        '\u{1d400}'..='\u{1d7ff}' | '\u{2100}'..='\u{214f}' => "a letter of mathematics",
        '\u{fb00}'..='\u{fb06}' => "two letters in one character",
        '\u{e000}'..='\u{f8ff}' | '\u{fffd}' => "a character without a meaning",
        c if c.is_control() && c != '\n' => "a control character",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::oddity;

    #[track_caller]
    fn check(c: char, lang: &str, part: &str) {
        let found = oddity(c, lang).unwrap_or_default();
        assert!(if part.is_empty() { found.is_empty() } else { found.contains(part) }, "{c:?} {lang}: {found}");
    }

    #[test]
    fn odd_characters_are_named() {
        check('\u{200b}', "nl", "no width");
        check('\u{202e}', "nl", "direction");
        check('\u{2066}', "nl", "direction");
        check('\u{ad}', "nl", "soft hyphen");
        check('\u{301}', "nl", "as one character");
        check('\u{456}', "nl", "Cyrillic");
        check('\u{3bf}', "nl", "Greek");
        check('\u{ff44}', "nl", "full width");
        check('\u{1d41d}', "nl", "mathematics");
        check('\u{fb01}', "nl", "two letters");
        check('\t', "nl", "control");
    }

    #[test]
    fn the_letters_of_a_language_are_not_odd() {
        for c in "aé€ïñ“”…•–\n’".chars() {
            check(c, "nl", "");
        }
        check('\u{456}', "uk", "");
        check('\u{3bf}', "el", "");
        check('\u{645}', "ar", "");
        check('\u{200c}', "fa", "");
        check('\u{15f}', "tr", "");
    }
}
