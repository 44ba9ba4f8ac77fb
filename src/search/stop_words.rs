//! Words that say little about what somebody needs. They count, but hardly.

const DUTCH: &str = "de het een en of ik jij je u hij zij ze we wij jullie mij me mijn jouw uw haar hun ons onze is ben bent was waren zijn \
    word wordt worden werd heb hebt heeft had hebben kan kunt kun kunnen kon wil wilt willen wou zou zullen zal moet \
    moeten moest mag mogen om te aan op in van voor met bij naar uit over door als dan dat die dit deze er daar hier hoe \
    wat ook alle maar toch wel even graag nu heel erg meer veel gaat ga gaan doen doe doet iets iemand mensen zo dus want \
    toen tot sinds zich weer eens echt hallo goedemorgen alstublieft aub mevrouw meneer vraag vragen weet weten snap help \
    helpen hulp nodig regelen krijg krijgen krijgt komt kom komen m n s t laat laten vind vinden zoek zoeken jaar gemeente \
    via per soort ding dingen goed gewoon steeds altijd bijv precies misschien ging zeg zegt zeggen denk";

const ENGLISH: &str = "a an the and or i you he she it we they me my your his her our their is am are was were be been do does did have has \
    had can could will would should must may might to of in on at for from with by about as if then that this these those \
    there here how what also but so just please want need get got go going some something someone one more very much help \
    know find out im ive dont cant hello hi dear thing things make";

/// Words that ask, deny or count, and the people somebody speaks of: they tell "who used it" from "how do I use it", and lead nowhere
/// by themselves.
const HALF: &str = "waar wanneer welke welk waarom niet geen nog zonder hoeveel wie ander andere eigen zelf al alleen samen nieuw nieuwe vorig vorige eerste \
    keer week weken dag dagen maand drie twee vier \
    zoon dochter oma opa moeder vader mama papa man vrouw broer zus zusje neef nicht kleinzoon kleindochter buurman buurvrouw vriend \
    vriendin tante oom bang where when which why not no without who own other new first \
    son daughter mother father grandmother grandfather mum dad husband wife brother sister friend neighbour";

/// How much a stop word counts, against one that says what is needed.
const STOP_WORD_COUNTS: f32 = 0.15;
/// How much a word counts that asks, denies or names a person.
pub const HALF_COUNTS: f32 = 0.3;

/// Whether a word says little, in any of the languages.
pub fn is_stop_word(word: &str) -> bool {
    [DUTCH, ENGLISH].iter().any(|list| list.split_ascii_whitespace().any(|stop| stop == word))
}

/// How much a word counts by itself.
pub fn weight(word: &str) -> f32 {
    match () {
        () if is_stop_word(word) => STOP_WORD_COUNTS,
        () if HALF.split_ascii_whitespace().any(|half| half == word) => HALF_COUNTS,
        () => 1.0,
    }
}

/// The words that do not count in full. Of a word that comes twice, the later one is right.
pub fn weights() -> impl Iterator<Item = (&'static str, f32)> {
    let list = |words: &'static str, weight| words.split_ascii_whitespace().map(move |word| (word, weight));
    [(HALF, HALF_COUNTS), (DUTCH, STOP_WORD_COUNTS), (ENGLISH, STOP_WORD_COUNTS)]
        .into_iter()
        .flat_map(move |(words, weight)| list(words, weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_weighs_the_same_alone_and_in_the_list() {
        let last = |word: &str| weights().filter(|(other, _)| *other == word).last().map_or(1.0, |(_, weight)| weight);
        for word in weights().map(|(word, _)| word).chain(["verhuizen", ""]) {
            assert_eq!(last(word), weight(word), "{word}");
        }
        let listed: Vec<&str> = weights().map(|(word, _)| word).collect();
        for half in HALF.split_ascii_whitespace() {
            assert_eq!(listed.iter().filter(|word| **word == half).count(), 1, "{half} is in a list of stop words too");
        }
        assert_eq!((weight("ik"), weight("zoon"), weight("verhuizen")), (STOP_WORD_COUNTS, HALF_COUNTS, 1.0));
    }
}
