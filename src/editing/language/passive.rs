//! The passive voice: who does it is left out. Found by its helper word and a past participle near it.

use super::Language;
use super::sentences::{among, words};

const WORDEN: &str = "\
    word wordt worden werd werden";
const BE: &str = "\
    is are was were been being";

/// Dutch words that look like a past participle and are none.
const NOT_DUTCH: &str = "\
    geen geld gebied gezicht gesprek gedeelte gedoe gelegenheid gemeente gemeenten gewoon gezond gelijk geduld \
    gebruik gemak geluid gezin gegeven gegevens verstand verlies beeld bent best bericht berichten gevaar";

/// English words that end as a participle does, and mostly tell how something is.
const NOT_ENGLISH: &str = "\
    allowed called closed finished interested worried tired supposed used needed indeed logged done locked \
    scared ashamed switched registered activated";

/// English participles without -ed that go with “be” in a passive.
const IRREGULAR: &str = "\
    given made told paid kept shown written taken found sent held built bought caught chosen stolen brought sold \
    spoken put read lent hidden drawn thrown seen";

/// The helper word and the participle of a passive sentence.
pub fn passive(sentence: &str, language: Language) -> Option<(String, String)> {
    // Helper and participle stand in one clause.
    sentence.split([',', '(', ')', '–']).find_map(|clause| {
        let words: Vec<String> = words(clause).iter().map(|word| word.to_lowercase()).collect();
        match language {
            Language::Dutch => dutch(&words),
            Language::English => english(&words),
        }
    })
}

fn dutch(words: &[String]) -> Option<(String, String)> {
    let helper = words.iter().find(|word| among(WORDEN, word))?;
    let participle = words.iter().find(|word| is_dutch_participle(word))?;
    Some((helper.clone(), participle.clone()))
}

fn is_dutch_participle(word: &str) -> bool {
    const APART: [&str; 18] = [
        "", "aan", "af", "bij", "binnen", "door", "in", "mee", "na", "om", "op", "over", "terug", "toe", "uit", "voor",
        "vast", "weg",
    ];
    let ends = ["d", "t", "en"].iter().any(|end| word.ends_with(end));
    if !ends || word.len() < 6 || among(NOT_DUTCH, word) || word.ends_with("heid") {
        return false;
    }
    let with_ge =
        APART.iter().any(|front| word.strip_prefix(front).is_some_and(|rest| rest.starts_with("ge") && rest.len() > 4));
    // Of be-, ver- and the like the ending -en is mostly the infinitive: “er wordt betalen” is nothing.
    let without_ge =
        ["be", "ver", "ont", "her", "er"].iter().any(|front| word.starts_with(front)) && !word.ends_with("en");
    with_ge || without_ge
}

fn english(words: &[String]) -> Option<(String, String)> {
    words.iter().enumerate().find_map(|(at, helper)| {
        among(BE, helper).then_some(())?;
        let participle = words[at + 1..].iter().take(2).find(|word| is_english_participle(word))?;
        Some((helper.clone(), participle.clone()))
    })
}

fn is_english_participle(word: &str) -> bool {
    let regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    (regular || among(IRREGULAR, word)) && !among(NOT_ENGLISH, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(sentence: &str, language: Language, expected: &str) {
        let found = passive(sentence, language).map(|(helper, participle)| format!("{helper} {participle}"));
        assert_eq!(found.unwrap_or_default(), expected, "{sentence}");
    }

    #[test]
    fn dutch_passives() {
        check("Uw aanvraag wordt behandeld.", Language::Dutch, "wordt behandeld");
        check("Er werden fouten gemaakt.", Language::Dutch, "werden gemaakt");
        check("De brief wordt naar u opgestuurd.", Language::Dutch, "wordt opgestuurd");
        check("De brief moet worden verstuurd.", Language::Dutch, "worden verstuurd");
        check("Het wordt gewoon.", Language::Dutch, "");
        check("U wordt er beter van.", Language::Dutch, "");
        check("Het wordt laat, u hebt genoeg gedaan.", Language::Dutch, "");
        check("U stuurt de brief.", Language::Dutch, "");
        check("Hij heeft de brief gestuurd.", Language::Dutch, "");
    }

    #[test]
    fn english_passives() {
        check("Your request is handled by us.", Language::English, "is handled");
        check("The letter was never sent.", Language::English, "was sent");
        check("You are logged in.", Language::English, "");
        check("That is indeed so.", Language::English, "");
        check("You send the letter.", Language::English, "");
    }
}
