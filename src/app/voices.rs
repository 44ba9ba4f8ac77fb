//! Which of a device's voices reads aloud.

/// A voice, as the browser tells of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Voice {
    pub name: String,
    /// As devices write it: `nl-NL`, `nl_NL`, `nld_NLD`, `nl`.
    pub lang: String,
    /// It speaks on the device. Another one sends the text to its maker.
    pub local: bool,
    /// The device takes it where nobody chose one.
    pub default: bool,
}

/// Voices of Apple that sing, whisper or sound like a machine; in the list of a Mac they come before the others. The second line are
/// those of Eloquence, which one can hardly follow.
const ODD: [&str; 29] = [
    "Albert",
    "Bad News",
    "Bahh",
    "Bells",
    "Boing",
    "Bubbles",
    "Cellos",
    "Deranged",
    "Fred",
    "Good News",
    "Hysterical",
    "Jester",
    "Junior",
    "Kathy",
    "Organ",
    "Pipe Organ",
    "Ralph",
    "Superstar",
    "Trinoids",
    "Whisper",
    "Wobble", //
    "Eddy",
    "Flo",
    "Grandma",
    "Grandpa",
    "Reed",
    "Rocko",
    "Sandy",
    "Zarvox",
];

/// The place of the voice for a language: of those of the device (and of others where `remote`) one that sounds like a person, before
/// that the device's own choice, then that of the region where the language is spoken here, then the first.
pub fn choose(voices: &[Voice], lang: &str, remote: bool) -> Option<usize> {
    let (wanted, region) = tag(lang);
    let region = region.unwrap_or_else(|| if wanted == "en" { "gb".to_owned() } else { wanted.clone() });
    let worth = |voice: &Voice| {
        let (_, own) = tag(&voice.lang);
        let here = own.is_some_and(|own| own.starts_with(&region));
        (odd(&voice.name), !voice.local, !voice.default, !here)
    };
    let fits = |voice: &&Voice| (voice.local || remote) && tag(&voice.lang).0 == wanted;
    let found = voices.iter().filter(fits).min_by_key(|voice| worth(voice))?;
    voices.iter().position(|voice| voice == found)
}

fn odd(name: &str) -> bool {
    // "Eddy (English (UK))".
    let name = name.split(" (").next().unwrap_or_default();
    ODD.contains(&name)
}

/// The language of a tag by its two letters, and its region, in small letters.
fn tag(tag: &str) -> (String, Option<String>) {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split(['-', '_']);
    let lang = match parts.next().unwrap_or_default() {
        "nld" | "dut" => "nl",
        "eng" => "en",
        "ara" => "ar",
        "deu" => "de",
        "fra" => "fr",
        "pol" => "pl",
        "spa" => "es",
        "tur" => "tr",
        "ukr" => "uk",
        other => other,
    };
    // A script (`Latn`) may stand between them.
    let region = parts.find(|part| matches!(part.len(), 2 | 3));
    (lang.to_owned(), region.map(str::to_owned))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice((name, lang, local, default): (&str, &str, bool, bool)) -> Voice {
        Voice { name: name.to_owned(), lang: lang.to_owned(), local, default }
    }

    /// The voice that is taken for a language from a device's list, by its name.
    #[track_caller]
    fn check(device: &[(&str, &str, bool, bool)], lang: &str, remote: bool, expected: Option<&str>) {
        let voices: Vec<Voice> = device.iter().copied().map(voice).collect();
        let found = choose(&voices, lang, remote).map(|place| voices[place].name.as_str());
        assert_eq!(found, expected, "{device:?} {lang}");
    }

    const GOOGLE: (&str, &str, bool, bool) = ("Google Nederlands", "nl-NL", false, false);

    /// Voices of the network came first in the list: every text that was read aloud went to their makers.
    #[test]
    fn a_text_stays_on_the_device() {
        let frank = ("Microsoft Frank", "nl-NL", true, false);
        let colette = ("Microsoft Colette Online (Natural)", "nl-NL", false, true);
        let zira = ("Microsoft Zira", "en-US", true, false);
        check(&[GOOGLE, frank], "nl", false, Some("Microsoft Frank"));
        check(&[colette, GOOGLE, frank], "nl", false, Some("Microsoft Frank"));
        check(&[zira, GOOGLE], "nl", false, None);
        check(&[zira, GOOGLE], "nl", true, Some("Google Nederlands"));
        check(&[colette, GOOGLE, frank], "nl", true, Some("Microsoft Frank"));
    }

    /// On a tablet the Belgian voice stands before the Dutch one.
    #[test]
    fn the_region_is_that_of_the_page() {
        let (ellen, xander) = (("Ellen", "nl-BE", true, false), ("Xander", "nl-NL", true, false));
        check(&[ellen, xander], "nl", false, Some("Xander"));
        check(&[ellen, xander], "nl-BE", false, Some("Ellen"));
        check(&[ellen], "nl", false, Some("Ellen"));
        // Whoever chose a voice on the device gets that one.
        check(&[("Ellen", "nl-BE", true, true), xander], "nl", false, Some("Ellen"));
        let (samantha, daniel) = (("Samantha", "en-US", true, false), ("Daniel", "en-GB", true, false));
        check(&[samantha, daniel], "en", false, Some("Daniel"));
        check(&[("Samantha", "en-US", true, true), daniel], "en", false, Some("Samantha"));
    }

    /// A Mac begins with “Albert”, who croaks.
    #[test]
    fn a_voice_sounds_like_a_person_when_there_is_one() {
        let (albert, samantha) = (("Albert", "en-US", true, false), ("Samantha", "en-US", true, false));
        check(&[albert, samantha], "en", false, Some("Samantha"));
        check(&[albert], "en", false, Some("Albert"));
        check(&[("Eddy (English (UK))", "en-GB", true, false), samantha], "en", false, Some("Samantha"));
    }

    /// On telephones `nld_NLD` was no Dutch: “Dit apparaat heeft geen Nederlandse stem”.
    #[test]
    fn a_language_has_many_spellings() {
        for lang in ["nl", "NL", "nl-NL", "nl_NL", "nld", "nld_NLD", "nld-NLD", "dut", "nl-Latn-NL", "nl_NL_#u-nu-latn"]
        {
            let belgian = ("Ellen", "nl-BE", true, false);
            check(
                &[belgian, ("nl", lang, true, false)],
                "nl",
                false,
                Some(if lang.len() > 3 { "nl" } else { "Ellen" }),
            );
            check(&[("nl", lang, true, false)], "nl", false, Some("nl"));
        }
        for other in ["", "nb-NO", "n", "nlx", "en-NL", "nds-NL"] {
            check(&[("x", other, true, false)], "nl", false, None);
        }
    }

    #[test]
    fn no_voice_at_all() {
        check(&[], "nl", true, None);
    }
}
