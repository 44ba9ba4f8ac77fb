//! Codes for the ear: a voice reads "111 222" as two numbers and "OEFE" as a word, where one has to type each character.

use super::persona::Persona;

/// The code with its characters apart: `1 1 1 2 2 2`.
pub fn spoken(code: &str) -> String {
    let characters = code.chars().filter(|c| !c.is_whitespace());
    characters.flat_map(|c| [' ', c]).skip(1).collect()
}

/// The codes and PINs of a person, as their messages show them.
pub fn codes_of(persona: &Persona) -> Vec<&'static str> {
    let is_code = |key: &str| key.ends_with("Code") || key == "pin" || key.ends_with("Pin");
    persona.keys().filter(|key| is_code(key)).filter_map(|key| persona.get(key)).collect()
}

/// The text cut at the codes in it; `true` is a code. Only whole ones count, not a piece of a longer number or word.
pub fn cut<'t>(text: &'t str, codes: &[&str]) -> Vec<(bool, &'t str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((at, code)) = first(text, text.len() - rest.len(), codes) {
        let begin = at - (text.len() - rest.len());
        pieces.push((false, &rest[..begin]));
        pieces.push((true, &rest[begin..begin + code]));
        rest = &rest[begin + code..];
    }
    pieces.push((false, rest));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

/// The place and the length of the first code from `from` on.
fn first(text: &str, from: usize, codes: &[&str]) -> Option<(usize, usize)> {
    let open = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    let places = codes.iter().filter(|code| !code.is_empty()).flat_map(|code| {
        text[from..]
            .match_indices(*code)
            .map(|(at, code)| (from + at, code.len()))
            .filter(|(at, length)| open(text[..*at].chars().next_back()) && open(text[at + length..].chars().next()))
    });
    places.min_by_key(|(at, length)| (*at, usize::MAX - length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_stand_apart() {
        assert_eq!(spoken("111 222"), "1 1 1 2 2 2");
        assert_eq!((spoken("OEFE").as_str(), spoken("é").as_str(), spoken("").as_str()), ("O E F E", "é", ""));
    }

    #[test]
    fn codes_are_found_in_a_text_and_only_whole_ones() {
        let codes = ["OEFE", "13579", "123 456"];
        let shown = |text: &'static str| {
            cut(text, &codes)
                .into_iter()
                .map(|(code, piece)| if code { format!("<{piece}>") } else { piece.into() })
                .collect::<String>()
        };
        assert_eq!(shown("Uw code is OEFE."), "Uw code is <OEFE>.");
        assert_eq!(shown("13579 of 123 456"), "<13579> of <123 456>");
        assert_eq!(shown("OEFEN, 135790, xOEFE"), "OEFEN, 135790, xOEFE");
        assert_eq!(shown("é13579 é 13579é 13579"), "é13579 é 13579é <13579>");
        assert_eq!(shown(""), "");
        assert!(cut("niets", &[]) == [(false, "niets")] && cut("niets", &[""]) == [(false, "niets")]);
    }

    #[test]
    fn everybody_has_codes_and_no_postcode_among_them() {
        for persona in Persona::ALL {
            let codes = codes_of(persona);
            assert!(codes.contains(&"OEFE") && codes.contains(&"13579") && codes.contains(&"AOEFEN123"));
            assert!(!codes.contains(&"1234 AB"));
        }
    }
}
