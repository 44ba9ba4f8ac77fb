//! What flows, steps, municipalities and languages can be called: identifiers that can stand in an address, in an attribute and on every
//! disk. The loader (`src/embed/element.js`: `ID`, `ADDRESS`, `LANG`) takes no others, and takes what it does not know as absent.

use super::reserved;

/// No identifier is longer; an address may hold two of them with a dot between.
pub const LONGEST: usize = 64;

/// What languages are called by editors, and how files name them.
const LANGUAGES: [(&str, &str); 9] = [
    ("nederlands", "nl"),
    ("dutch", "nl"),
    ("engels", "en"),
    ("english", "en"),
    ("duits", "de"),
    ("frans", "fr"),
    ("turks", "tr"),
    ("pools", "pl"),
    ("arabisch", "ar"),
];

/// Why an identifier of a flow, a step or a municipality will not do; `None` when it will.
pub fn fault(id: &str) -> Option<&'static str> {
    let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if id.is_empty() || !id.chars().all(letters) {
        Some("it has small letters, digits and dashes: afval-ophalen")
    } else if !id.starts_with(|c: char| c.is_ascii_lowercase()) || id.ends_with('-') || id.contains("--") {
        Some("it begins with a letter, and a dash stands between two words: afval-ophalen")
    } else if id.len() > LONGEST {
        Some("it has at most 64 characters")
    } else {
        None
    }
}

/// Why a flow cannot have this identifier: that of [`fault`], or because something else has it.
pub fn flow_fault(id: &str) -> Option<&'static str> {
    fault(id).or_else(|| reserved::taken(id))
}

/// The identifier that is meant by a name that will not do: `den-haag` for “Den Haag”. `None` when nothing of it is left.
pub fn proposed(name: &str) -> Option<String> {
    let mut id = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        match plain(c) {
            Some(letters) => id.push_str(letters),
            None if c.is_ascii_lowercase() || c.is_ascii_digit() => id.push(c),
            // What is only said with it, belongs to the word: 's-hertogenbosch.
            None if matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') => {}
            None if !id.ends_with('-') => id.push('-'),
            None => {}
        }
    }
    let id = id.trim_start_matches(|c: char| !c.is_ascii_lowercase());
    let short = id.get(..LONGEST.min(id.len())).unwrap_or_default().trim_end_matches('-');
    fault(short).is_none().then(|| short.to_owned())
}

/// Why no file of words can have this name; `None` when one can.
pub fn language_fault(name: &str) -> Option<&'static str> {
    let (language, script) = name.split_once('-').map_or((name, None), |(language, script)| (language, Some(script)));
    let of_language = matches!(language.len(), 2 | 3) && language.chars().all(|c| c.is_ascii_lowercase());
    let of_script = script.is_none_or(|script| {
        let mut letters = script.chars();
        script.len() == 4
            && letters.next().is_some_and(|c| c.is_ascii_uppercase())
            && letters.all(|c| c.is_ascii_lowercase())
    });
    if of_language && of_script {
        None
    } else {
        Some("a language has two or three small letters, and no region: nl, en, pap. One file serves all regions")
    }
}

/// The language that is meant: `en` for `en_GB`, `EN` and “Engels”.
pub fn proposed_language(name: &str) -> Option<String> {
    let small = name.to_lowercase();
    let word = small.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
    let known = LANGUAGES.iter().find(|(called, _)| *called == word).map(|(_, language)| *language);
    let language = known.unwrap_or(word);
    language_fault(language).is_none().then(|| language.to_owned())
}

/// A letter without what stands on, under or through it.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'è'..='ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì'..='ï' | 'ı' => "i",
        'ĳ' => "ij",
        'ł' => "l",
        'ñ' | 'ń' => "n",
        'ò'..='ö' | 'ø' | 'ő' => "o",
        'œ' => "oe",
        'ś' | 'š' | 'ş' => "s",
        'ß' => "ss",
        'ù'..='ü' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_can_stand_in_an_address() {
        #[track_caller]
        fn check(id: &str, good: bool) {
            assert_eq!(flow_fault(id).is_none(), good, "{id}: {:?}", flow_fault(id));
        }
        check("afval-ophalen", true);
        check("a1", true);
        check(&"a".repeat(64), true);
        check("", false);
        check("Afval", false);
        check("afval ophalen", false);
        check("../afval", false);
        check("afval.json", false);
        check("café", false);
        check("-afval", false);
        check("afval-", false);
        check("afval--ophalen", false);
        check("1-april", false);
        check("index", false);
        check("huis", false);
        check(&"a".repeat(65), false);
    }

    #[test]
    fn the_right_name_is_proposed() {
        #[track_caller]
        fn check(name: &str, id: &str) {
            assert_eq!(proposed(name).as_deref().unwrap_or_default(), id);
        }
        check("Den Haag", "den-haag");
        check("den_haag", "den-haag");
        check("Súdwest-Fryslân", "sudwest-fryslan");
        check("'s-hertogenbosch", "s-hertogenbosch");
        check("su\u{301}dwest", "sudwest");
        check("AFVAL", "afval");
        check("Stap 1", "stap-1");
        check("a/b", "a-b");
        check("<b>", "b");
        check("__proto__", "proto");
        check("1 april", "april");
        check(&"a".repeat(70), &"a".repeat(64));
        check("北京", "");
        check("", "");
    }

    #[test]
    fn languages_have_one_name() {
        #[track_caller]
        fn check(name: &str, language: &str) {
            assert_eq!(language_fault(name).is_none(), !name.is_empty() && name == language, "{name}");
            assert_eq!(proposed_language(name).as_deref().unwrap_or_default(), &language[..2.min(language.len())]);
        }
        check("nl", "nl");
        check("en", "en");
        check("zh-Hant", "zh-Hant");
        check("EN", "en");
        check("en_GB", "en");
        check("en-GB", "en");
        check("Engels", "en");
        check("nl - kopie", "nl");
        check("nl (1)", "nl");
        check("vertaling", "");
        check("", "");
    }
}
