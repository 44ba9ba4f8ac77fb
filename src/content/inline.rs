//! The marks a text may hold: `**strong**`, `[word]` and `[shown|word]` (tap to explain), `{p.key}` (persona), `{f.id}` (fact)
//! and `{nl:woorden}` (another language). Anything else is plain text, so content can never bring markup or an address into the page.

/// A piece of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    /// A difficult word that explains itself when tapped.
    Term {
        shown: String,
        explanation: Vec<Inline>,
    },
    /// A figure that can go out of date; `fresh` is false after its last valid day.
    Fact {
        value: String,
        fresh: bool,
    },
    /// Words of another language than the text around them; the explanation of a word in it is not.
    Foreign {
        /// Its BCP 47 code.
        lang: String,
        words: Vec<Inline>,
    },
    /// A mark that nothing answers to. The checker refuses it; the widget shows it as it stands.
    Unknown(String),
}

/// What the marks refer to.
pub trait Lookup {
    fn term(&self, word: &str) -> Option<String>;
    fn persona(&self, key: &str) -> Option<String>;
    /// The value, and whether it is still valid.
    fn fact(&self, id: &str) -> Option<(String, bool)>;
}

/// So many bytes the marks of one text may bring in: more than anybody reads. An explanation of some size, marked in a text
/// of some size at every word, would fill the memory.
pub const MOST_BROUGHT: usize = 64 * 1024;

/// Cuts a text into its pieces.
pub fn parse(text: &str, lookup: &dyn Lookup) -> Vec<Inline> {
    Parser { lookup, room: MOST_BROUGHT, explained: false }.parse(text)
}

/// The text without marks: for labels, for reading aloud, for the title of the page.
pub fn fill(text: &str, lookup: &dyn Lookup) -> String {
    plain(&parse(text, lookup))
}

struct Parser<'a> {
    lookup: &'a dyn Lookup,
    /// How much marks may still bring in.
    room: usize,
    /// In an explanation: a difficult word in it is not explained again, or it might go on for ever.
    explained: bool,
}

impl Parser<'_> {
    fn parse(&mut self, text: &str) -> Vec<Inline> {
        let mut pieces = Vec::new();
        let mut plain = String::new();
        let mut rest = text;
        let mut opens = ['*', '[', '{'];
        while let Some(at) = rest.find(opens) {
            let (Some(before), Some(mark)) = (rest.get(..at), rest.get(at..)) else { break };
            plain.push_str(before);
            let Some((open, inner, after)) = marked(mark) else {
                let mut others = mark.chars();
                let first = others.next();
                plain.extend(first);
                rest = others.as_str();
                // What is never closed after this is not closed later either: one need not look again.
                opens.iter_mut().filter(|open| Some(**open) == first).for_each(|open| *open = '*');
                continue;
            };
            let piece = match open {
                '*' => Inline::Strong(self.parse(inner)),
                '[' => self.term(inner),
                _ => self.value(inner),
            };
            rest = after;
            if let Inline::Text(text) = &piece {
                plain.push_str(text);
                continue;
            }
            if !plain.is_empty() {
                pieces.push(Inline::Text(std::mem::take(&mut plain)));
            }
            pieces.push(piece);
        }
        plain.push_str(rest);
        if !plain.is_empty() {
            pieces.push(Inline::Text(plain));
        }
        pieces
    }

    /// What a mark brings in, as long as there is room for it.
    fn fits(&mut self, text: String) -> Option<String> {
        self.room = self.room.saturating_sub(text.len());
        (self.room > 0).then_some(text)
    }

    fn term(&mut self, inner: &str) -> Inline {
        let (shown, word) = inner.split_once('|').unwrap_or((inner, inner));
        let found = if self.explained || self.room == 0 { None } else { self.lookup.term(word) };
        let Some(explanation) = found.and_then(|found| self.fits(found)) else {
            return Inline::Unknown(shown.to_owned());
        };
        self.explained = true;
        let explanation = self.parse(&explanation);
        self.explained = false;
        Inline::Term { shown: shown.to_owned(), explanation }
    }

    fn value(&mut self, inner: &str) -> Inline {
        if let Some((lang, words)) = language(inner) {
            return Inline::Foreign { lang: lang.to_owned(), words: self.parse(words) };
        }
        let known = match inner.split_once('.') {
            _ if self.room == 0 => None,
            Some(("p", key)) => self.lookup.persona(key).and_then(|value| self.fits(value)).map(Inline::Text),
            // A phone number or an amount stays on one line.
            Some(("f", id)) => self
                .lookup
                .fact(id)
                .and_then(|(value, fresh)| Some(Inline::Fact { value: self.fits(unbroken(&value))?, fresh })),
            _ => None,
        };
        known.unwrap_or_else(|| Inline::Unknown(["{", inner, "}"].concat()))
    }
}

/// The language that the inside of a `{nl:woorden}` names, and the words.
pub fn language(inner: &str) -> Option<(&str, &str)> {
    let (lang, words) = inner.split_once(':')?;
    (matches!(lang.len(), 2 | 3) && lang.bytes().all(|letter| letter.is_ascii_lowercase())).then_some((lang, words))
}

/// The mark that a text begins with: its first character, what stands in it, and what comes after. (Searching for single
/// characters, here and in `ui.rs`, and no `text[a..b]`: searching for texts, and the words of a panic about a bad place
/// in one, were 9 kB of wasm, tables of printable characters included.)
fn marked(text: &str) -> Option<(char, &str, &str)> {
    let mut after = text.chars();
    let open = after.next()?;
    let after = after.as_str();
    let (inner, after) = match open {
        '[' => after.split_once(']')?,
        '{' => after.split_once('}')?,
        _ => {
            let strong = after.strip_prefix('*')?;
            let end =
                strong.char_indices().zip(strong.chars().skip(1)).find(|((_, one), two)| (*one, *two) == ('*', '*'));
            let ((end, _), _) = end?;
            (strong.get(..end)?, strong.get(end + 2..)?)
        }
    };
    Some((open, inner, after))
}

/// The pieces as one plain text.
pub fn plain(pieces: &[Inline]) -> String {
    let mut text = String::new();
    add_plain(pieces, &mut text);
    text
}

fn add_plain(pieces: &[Inline], text: &mut String) {
    for piece in pieces {
        text.push_str(match piece {
            Inline::Text(words) | Inline::Unknown(words) => words,
            Inline::Term { shown, .. } => shown,
            Inline::Fact { value, .. } => value,
            Inline::Strong(words) | Inline::Foreign { words, .. } => {
                add_plain(words, text);
                continue;
            }
        });
    }
}

fn unbroken(value: &str) -> String {
    value.chars().map(|c| if c == ' ' { '\u{a0}' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Known;
    impl Lookup for Known {
        fn term(&self, word: &str) -> Option<String> {
            (word == "leges").then(|| "Wat u aan de gemeente betaalt.".to_owned())
        }
        fn persona(&self, key: &str) -> Option<String> {
            (key == "firstName").then(|| "Noor".to_owned())
        }
        fn fact(&self, id: &str) -> Option<(String, bool)> {
            (id == "dagen").then(|| ("5".to_owned(), true))
        }
    }

    fn told(pieces: &[Inline]) -> String {
        let told = |piece: &Inline| match piece {
            Inline::Text(text) => text.clone(),
            Inline::Strong(words) => format!("<b {}>", told(words)),
            Inline::Term { shown, .. } => format!("<term {shown}>"),
            Inline::Fact { value, .. } => format!("<fact {value}>"),
            Inline::Foreign { lang, words } => format!("<{lang} {}>", told(words)),
            Inline::Unknown(text) => format!("<? {text}>"),
        };
        pieces.iter().map(told).collect::<Vec<_>>().join("|")
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(told(&parse(text, &Known)), expected);
    }

    #[test]
    fn marks_become_pieces_and_everything_else_stays_text() {
        check("", "");
        check("Gewoon.", "Gewoon.");
        check("Dag {p.firstName}!", "Dag Noor!");
        check("Binnen {f.dagen} dagen", "Binnen |<fact 5>| dagen");
        check("Typ **nooit** uw wachtwoord", "Typ |<b nooit>| uw wachtwoord");
        check("Dag **{p.firstName}**", "Dag |<b Noor>");
        check("U betaalt [leges].", "U betaalt |<term leges>|.");
        check("[De kosten|leges]", "<term De kosten>");
        check("[onbekend]", "<? onbekend>");
        check("{x.y} {p.bsn2}", "<? {x.y}>| |<? {p.bsn2}>");
        check("2 * 3 [ {", "2 * 3 [ {");
        check("een ** los", "een ** los");
        check("<script>alert(1)</script>", "<script>alert(1)</script>");
        check("é **ü** [", "é |<b ü>| [");
    }

    /// An English voice read “gemeente” as English: the very word that a newcomer must recognise.
    #[test]
    fn words_of_another_language_are_known_as_such() {
        check("In Dutch: “{nl:gemeente}”.", "In Dutch: “|<nl gemeente>|”.");
        check("{nl:**De lamp** is uit [leges]}", "<nl <b De lamp>| is uit |<term leges>>");
        check("**Type {nl:tuin}**", "<b Type |<nl tuin>>");
        check("{ary:a:b}", "<ary a:b>");
        check("{nl:a", "{nl:a");
        for other in ["{NL:a}", "{n:a}", "{f.a:b}", "{nederlands:a}", "{1a:b}"] {
            check(other, &format!("<? {other}>"));
        }
        assert_eq!(fill("Choose “{nl:**Zoek**} [leges]”", &Known), "Choose “Zoek leges”");
        struct Explained;
        impl Lookup for Explained {
            fn term(&self, _: &str) -> Option<String> {
                Some("In Dutch: “{nl:kosten}”.".to_owned())
            }
            fn persona(&self, _: &str) -> Option<String> {
                None
            }
            fn fact(&self, _: &str) -> Option<(String, bool)> {
                None
            }
        }
        let [Inline::Term { explanation, .. }] = &parse("[fees]", &Explained)[..] else { panic!("one word") };
        assert_eq!(told(explanation), "In Dutch: “|<nl kosten>|”.");
    }

    /// Somebody explained a word with the word itself, and the widget explained until its stack was full.
    #[test]
    fn an_explanation_that_marks_its_own_word_ends() {
        struct Round;
        impl Lookup for Round {
            fn term(&self, word: &str) -> Option<String> {
                Some(format!("Zie [{word}] en **[{word}|dit]**, {{p.firstName}}."))
            }
            fn persona(&self, _: &str) -> Option<String> {
                Some("{p.firstName} [leges]".to_owned())
            }
            fn fact(&self, _: &str) -> Option<(String, bool)> {
                None
            }
        }
        let pieces = parse("[leges]", &Round);
        let [Inline::Term { shown, explanation }] = &pieces[..] else { panic!("{pieces:?}") };
        assert_eq!(shown, "leges");
        assert_eq!(told(explanation), "Zie |<? leges>| en |<b <? leges>>|, {p.firstName} [leges].");
    }

    /// At every `[` the whole rest was searched for a `]`: two seconds for a file of them.
    #[test]
    fn what_is_never_closed_is_looked_for_once() {
        let start = std::time::Instant::now();
        for open in ["[", "{", "[{", "**", "*[*{", "{nl:", "{nl:[**"] {
            let text = open.repeat(256 * 1024 / open.len());
            let size: usize = parse(&text, &Known).iter().map(|piece| plain(std::slice::from_ref(piece)).len()).sum();
            assert!(size <= text.len() && (open.contains("**") || size == text.len()), "{open}: {size}");
        }
        assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
        check("{ [leges] * [", "{ |<term leges>| * [");
    }

    /// A long explanation at every word, and a long figure at every other: 20 kB of text would become gigabytes.
    #[test]
    fn marks_bring_in_no_more_than_anybody_reads() {
        struct Long;
        impl Lookup for Long {
            fn term(&self, _: &str) -> Option<String> {
                Some("lang ".repeat(1_000))
            }
            fn persona(&self, _: &str) -> Option<String> {
                Some("lang ".repeat(1_000))
            }
            fn fact(&self, _: &str) -> Option<(String, bool)> {
                Some(("lang ".repeat(1_000), true))
            }
        }
        for text in ["[a]", "{p.a}", "{f.a}", "**{f.a}**", "[a] {p.a} **[a]**", "{nl:[a]}"] {
            fn size(pieces: &[Inline]) -> usize {
                let one = |piece: &Inline| match piece {
                    Inline::Term { shown, explanation } => shown.len() + size(explanation),
                    Inline::Strong(words) | Inline::Foreign { words, .. } => size(words),
                    Inline::Text(text) | Inline::Unknown(text) => text.len(),
                    Inline::Fact { value, .. } => value.len(),
                };
                pieces.iter().map(one).sum()
            }
            let size = size(&parse(&text.repeat(4_000), &Long));
            assert!(size > MOST_BROUGHT / 2 && size < 3 * MOST_BROUGHT, "{text}: {size}");
        }
    }
}
