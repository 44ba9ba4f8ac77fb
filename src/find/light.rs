//! Words that say little about what somebody needs. They count, but hardly.

const DUTCH: &str = "de het een en of ik jij je u hij zij ze we wij jullie mij me mijn jouw uw haar hun ons onze is ben bent \
    was waren zijn word wordt worden werd heb hebt heeft had hebben kan kunt kun kunnen kon wil wilt willen wou zou zullen zal \
    moet moeten moest mag mogen om te aan op in van voor met bij naar uit over door als dan dat die dit deze er daar hier hoe \
    wat ook al alle maar toch wel even graag nu heel erg meer veel gaat ga gaan doen doe \
    doet iets iemand mensen zo dus want toen tot sinds ze zich zelf weer eens echt hallo goedemorgen dag alstublieft \
    aub mevrouw meneer vraag vragen weet weten snap help helpen hulp nodig regelen krijg krijgen krijgt komt kom komen m n s t \
    laat laten vind vinden zoek zoeken jaar gemeente via per soort ding dingen goed gewoon steeds altijd bijv \
    ander precies misschien moest ging zeg zegt zeggen denk";

const ENGLISH: &str = "a an the and or i you he she it we they me my your his her our their is am are was were be been do does \
    did have has had can could will would should must may might to of in on at for from with by about as if then that this \
    these those there here how what where when which who why not no also but so just please want need get got go going some \
    something someone one more very much help know find out am im ive dont cant hello hi dear thing things own make";

/// Words that ask, deny or count, and the people somebody speaks of: they tell "who used it" from "how do I use it", and lead nowhere
/// by themselves.
const HALF: &str = "waar wanneer welke welk waarom niet geen nog zonder hoeveel wie ander andere eigen zelf al alleen samen nieuw nieuwe eerste \
    keer week weken dag dagen maand drie twee vier \
    zoon dochter oma opa moeder vader mama papa man vrouw broer zus zusje neef nicht kleinzoon kleindochter buurman buurvrouw vriend \
    vriendin tante oom bang where when which why not no without who own other new first \
    son daughter mother father grandmother grandfather mum dad husband wife brother sister friend neighbour";

/// Whether a word counts half.
pub fn is_half(word: &str) -> bool {
    HALF.split_ascii_whitespace().any(|half| half == word)
}

/// Whether a word says little, in any of the languages.
pub fn is_light(word: &str) -> bool {
    [DUTCH, ENGLISH].iter().any(|list| list.split_ascii_whitespace().any(|light| light == word))
}
