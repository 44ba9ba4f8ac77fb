//! The marks a text may hold: `**strong**`, `[word]` and `[shown|word]` (tap to explain), `{p.key}` (persona) and
//! `{f.id}` (fact). Anything else is plain text, so content can never bring markup or an address into the page.

/// A piece of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Strong(String),
    /// A difficult word that explains itself when tapped.
    Term {
        shown: String,
        explanation: String,
    },
    /// A figure that can go out of date; `fresh` is false after its last valid day.
    Fact {
        value: String,
        fresh: bool,
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
                '*' => Inline::Strong(self.fill(inner)),
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

    fn fill(&mut self, text: &str) -> String {
        plain(&self.parse(text))
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
        let explanation = self.fill(&explanation);
        self.explained = false;
        Inline::Term { shown: shown.to_owned(), explanation }
    }

    fn value(&mut self, inner: &str) -> Inline {
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
    for piece in pieces {
        text.push_str(match piece {
            Inline::Text(text) | Inline::Strong(text) | Inline::Unknown(text) => text,
            Inline::Term { shown, .. } => shown,
            Inline::Fact { value, .. } => value,
        });
    }
    text
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

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown: Vec<String> = parse(text, &Known)
            .into_iter()
            .map(|piece| match piece {
                Inline::Text(text) => text,
                Inline::Strong(text) => format!("<b {text}>"),
                Inline::Term { shown, .. } => format!("<term {shown}>"),
                Inline::Fact { value, .. } => format!("<fact {value}>"),
                Inline::Unknown(text) => format!("<? {text}>"),
            })
            .collect();
        assert_eq!(shown.join("|"), expected);
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
        let explanation = "Zie leges en leges, {p.firstName} [leges].".to_owned();
        assert_eq!(pieces, [Inline::Term { shown: "leges".into(), explanation }]);
    }

    /// At every `[` the whole rest was searched for a `]`: two seconds for a file of them.
    #[test]
    fn what_is_never_closed_is_looked_for_once() {
        let start = std::time::Instant::now();
        for open in ["[", "{", "[{", "**", "*[*{"] {
            let text = open.repeat(256 * 1024 / open.len());
            let size: usize = parse(&text, &Known).iter().map(|piece| plain(std::slice::from_ref(piece)).len()).sum();
            assert!(size <= text.len() && (open == "**" || size == text.len()), "{open}: {size}");
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
        for text in ["[a]", "{p.a}", "{f.a}", "**{f.a}**", "[a] {p.a} **[a]**"] {
            let size: usize = parse(&text.repeat(4_000), &Long)
                .iter()
                .map(|piece| match piece {
                    Inline::Term { shown, explanation } => shown.len() + explanation.len(),
                    Inline::Text(text) | Inline::Strong(text) | Inline::Unknown(text) => text.len(),
                    Inline::Fact { value, .. } => value.len(),
                })
                .sum();
            assert!(size > MOST_BROUGHT / 2 && size < 3 * MOST_BROUGHT, "{text}: {size}");
        }
    }
}
