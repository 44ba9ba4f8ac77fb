//! Counting syllables, by the letters: good to a few in a hundred, which is what a readability figure can bear.

use super::Language;

/// How many syllables a word has; never none. Letters that are said one by one (`BSN`, `sms`) count one each.
pub fn syllables(word: &str, language: Language) -> usize {
    word.split(['-', '\'', '’'])
        .filter(|part| !part.is_empty())
        .map(|part| of_part(part, language))
        .sum::<usize>()
        .max(1)
}

fn of_part(part: &str, language: Language) -> usize {
    let letters = part.chars().filter(|c| c.is_alphabetic()).count();
    let initials = part.chars().all(char::is_uppercase) && letters <= 3;
    let lower: Vec<char> = part.to_lowercase().chars().collect();
    if letters == 0 {
        // Digits: about one syllable each, and a long number is read in groups.
        return lower.len().min(3);
    }
    let spelled = initials || !lower.iter().any(|c| is_vowel(*c));
    // A lone “s” or “t” after an apostrophe is said with the word before it.
    match (spelled, language) {
        (true, _) if letters == 1 && !initials => 0,
        (true, _) => letters,
        (false, Language::Dutch) => dutch(&lower),
        (false, Language::English) => english(&lower),
    }
}

fn is_vowel(c: char) -> bool {
    "aeiouyàáâäèéêëìíîïòóôöùúûüÿ".contains(c)
}

/// Vowels that are said as one, the longest first.
const TOGETHER: [&str; 18] =
    ["eau", "aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou"];

/// Endings of words from English, of which the last e is silent in Dutch too.
const SILENT: [&str; 7] = ["site", "sites", "line", "vice", "phone", "software", "update"];

fn dutch(word: &[char]) -> usize {
    let text: String = word.iter().collect();
    let mut count = 0;
    let mut at = 0;
    while at < word.len() {
        let here = |group: &&&str| group.chars().enumerate().all(|(index, c)| word.get(at + index) == Some(&c));
        let before = at.checked_sub(1).map(|before| word[before]);
        let next_is_vowel = word.get(at + 1).is_some_and(|c| is_vowel(*c));
        if let Some(group) = TOGETHER.iter().chain(&["ai"]).find(here) {
            count += 1;
            at += group.len();
        } else {
            // The u of “qu” and a y before a vowel are consonants.
            let consonant = (word[at] == 'u' && before == Some('q')) || (word[at] == 'y' && next_is_vowel);
            count += usize::from(is_vowel(word[at]) && !consonant);
            at += 1;
        }
    }
    let silent = usize::from(SILENT.iter().any(|ending| text.ends_with(ending)));
    let museum = usize::from(text.ends_with("eum"));
    (count + museum).saturating_sub(silent).max(1)
}

fn english(word: &[char]) -> usize {
    let text: String = word.iter().collect();
    let mut count = 0;
    let mut before = false;
    for (at, c) in word.iter().enumerate() {
        // A y before a vowel is a consonant: “yes”, “you”.
        let vowel = is_vowel(*c) && !(*c == 'y' && at == 0);
        count += usize::from(vowel && !before);
        before = vowel;
    }
    // Two vowels that are said apart: “idea”, “radio”, “being”.
    let apart = ["ia", "iet", "ient", "io", "eo", "uou", "dea", "eing", "uing", "ying", "oing"];
    let not_apart = ["tion", "sion", "cious", "tious", "cial", "tial", "people", "region", "cian"];
    let pairs = apart.iter().filter(|pair| text.contains(**pair)).count().min(1);
    let joined = not_apart.iter().filter(|part| text.contains(**part)).count().min(1);
    count += pairs.saturating_sub(joined);
    let ends = |ending: &str| text.strip_suffix(ending).and_then(|stem| stem.chars().last());
    let consonant = |c: char| !is_vowel(c);
    let silent = match () {
        () if ends("le").is_some_and(consonant) || ends("les").is_some_and(consonant) => false,
        () if ends("ed").is_some_and(|c| consonant(c) && !matches!(c, 't' | 'd')) => true,
        () if ends("es").is_some_and(|c| consonant(c) && !matches!(c, 's' | 'x' | 'z' | 'c' | 'g' | 'h')) => true,
        () => {
            ends("e").is_some_and(consonant)
                || ends("ely").is_some_and(consonant)
                || ends("eless").is_some_and(consonant)
        }
    };
    count.saturating_sub(usize::from(silent)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words with their syllables apart, by dots.
    #[track_caller]
    fn check(language: Language, words: &str) {
        for word in words.split_whitespace() {
            let plain = word.replace('·', "");
            assert_eq!(syllables(&plain, language), word.split('·').count(), "{word}");
        }
    }

    #[test]
    fn dutch_words() {
        let check = |words| check(Language::Dutch, words);
        check("u de en huis post co·des brief ge·meen·te in·log·gen wacht·woord ge·brui·kers·naam te·le·foon");
        check("be·richt ver·hui·zing aan·vra·gen for·mu·lier nieuw nieu·we eeuw mooi mooi·e groei koei·en zee·ën");
        check(
            "be·ant·woor·den ge·ïn·te·res·seerd co·ör·di·na·tie po·ë·zie bij·een of·fi·ci·eel fi·nan·ci·eel sys·teem",
        );
        check("bu·reau ca·deau vi·de·o mu·se·um roy·aal qua·li·teit web·site site on·line e-·mail fo·to's ac·count");
        check("com·pu·ter app apps zo'n B·S·N s·m·s Q·R-·co·de I·D-·kaart vier·kant kop·pel·co·de");
        check("ge·bruiks·ge·schie·de·nis be·lang·rijk o·ver·heid mijn wij vrij·heid vrouw vrou·wen uit·log·gen");
    }

    #[test]
    fn english_words() {
        let check = |words| check(Language::English, words);
        check(
            "the a code let·ter mes·sage text pass·word us·er com·put·er phone the·o·ry log·in logged closed need·ed",
        );
        check("wait·ed makes choos·es box·es ta·ble lit·tle i·de·a ra·di·o in·for·ma·tion peo·ple of·fi·cial safe·ly");
        check("yes you dai·ly day be·ing mu·nic·i·pal·i·ty prac·tice ad·dress a·gain");
    }

    #[test]
    fn what_is_hardly_a_word_has_one_at_least() {
        check(Language::Dutch, "5 x");
        assert_eq!(syllables("2026", Language::Dutch), 3);
        assert_eq!(syllables("", Language::English), 1);
    }
}
