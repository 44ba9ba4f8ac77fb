//! Dutch writes words together: `huurtoeslagaanvraag` is about `huurtoeslag` and `aanvraag`.

/// The shortest part of a compound, in letters.
const SHORTEST: usize = 3;

/// The parts of a word that `known` answers to, two or three of them; nothing when it does not fall apart. `known` takes a part as
/// it is written, and gives what it stands for.
pub fn parts<T>(word: &str, known: &dyn Fn(&str) -> Option<T>) -> Vec<T> {
    split(word, known, 3).unwrap_or_default()
}

fn split<T>(word: &str, known: &dyn Fn(&str) -> Option<T>, most: usize) -> Option<Vec<T>> {
    if most < 2 || !word.is_ascii() || word.len() < 2 * SHORTEST {
        return None;
    }
    // What is left behind a first part is the end of the word; where that leads nowhere it need not be looked at again, a bit for each
    // length. No word has 64 letters.
    let mut dead = 0_u64;
    // The longest first part says most.
    for at in (SHORTEST..=word.len() - SHORTEST).rev() {
        let (first, rest) = word.split_at(at);
        let Some(one) = known(first) else { continue };
        // What binds the parts: "verhuis-", "gemeente-s-", "boek-en-".
        for bond in ["", "s", "en", "e", "n"] {
            let Some(rest) = rest.strip_prefix(bond).filter(|rest| rest.len() >= SHORTEST) else { continue };
            let bit = 1_u64.checked_shl(rest.len() as u32).unwrap_or(0);
            if dead & bit != 0 {
                continue;
            }
            dead |= bit;
            if let Some(other) = known(rest) {
                return Some(vec![one, other]);
            }
            if let Some(more) = split(rest, known, most - 1) {
                return Some(std::iter::once(one).chain(more).collect());
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: &str) {
        let known = |part: &str| {
            ["zorg", "toeslag", "aanvraag", "gemeente", "raad", "boek", "kast", "zorgtoeslag"]
                .into_iter()
                .find(|known| *known == part)
        };
        assert_eq!(parts(word, &known).join(" "), expected);
    }

    #[test]
    fn a_compound_falls_apart_in_known_words() {
        check("zorgtoeslagaanvraag", "zorgtoeslag aanvraag");
        check("toeslagaanvraag", "toeslag aanvraag");
        check("gemeenteraadszorg", "gemeente raad zorg");
        check("boekenkast", "boek kast");
        check("boek", "");
        check("boekenplank", "");
        check("", "");
        check("één", "");
    }
}
