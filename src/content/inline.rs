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

/// Cuts a text into its pieces.
pub fn parse(text: &str, lookup: &dyn Lookup) -> Vec<Inline> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['*', '[', '{']) {
        let (Some(before), Some(mark)) = (rest.get(..at), rest.get(at..)) else { break };
        plain.push_str(before);
        let Some((open, inner, after)) = marked(mark) else {
            let mut others = mark.chars();
            plain.extend(others.next());
            rest = others.as_str();
            continue;
        };
        let piece = match open {
            '*' => Inline::Strong(fill(inner, lookup)),
            '[' => term(inner, lookup),
            _ => value(inner, lookup),
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

/// The text without marks: for labels, for reading aloud, for the title of the page.
pub fn fill(text: &str, lookup: &dyn Lookup) -> String {
    plain(&parse(text, lookup))
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

fn term(inner: &str, lookup: &dyn Lookup) -> Inline {
    let (shown, word) = inner.split_once('|').unwrap_or((inner, inner));
    match lookup.term(word) {
        Some(explanation) => Inline::Term { shown: shown.to_owned(), explanation: fill(&explanation, lookup) },
        None => Inline::Unknown(shown.to_owned()),
    }
}

fn value(inner: &str, lookup: &dyn Lookup) -> Inline {
    let known = match inner.split_once('.') {
        Some(("p", key)) => lookup.persona(key).map(Inline::Text),
        Some(("f", id)) => {
            // A phone number or an amount stays on one line.
            lookup.fact(id).map(|(value, fresh)| Inline::Fact { value: unbroken(&value), fresh })
        }
        _ => None,
    };
    known.unwrap_or_else(|| Inline::Unknown(["{", inner, "}"].concat()))
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
}
