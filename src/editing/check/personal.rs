//! Numbers and addresses that could be somebody's. Nowhere do they belong, not in a false message either.

use super::subject::Subject;
use crate::content::figure::Figure;
use crate::content::file::FlowFile;
use crate::editing::diagnostic::Diagnostics;
use crate::practice::input::fold::digit;
use crate::practice::input::iban;
use crate::practice::input::sensitive_numbers::{NumberGuard, Stop};

/// Something that could be somebody's.
struct Suspect {
    kind: &'static str,
    found: String,
    expected: &'static str,
    mend: String,
}

pub(super) fn check(subject: &Subject, say: &mut Diagnostics) {
    let own = subject.persona.and_then(|persona| persona.get("bsn")).unwrap_or_default();
    for text in &subject.texts {
        // With a fact or the practice card in its place, a text holds nothing of its own.
        let bare = without_braces(&text.text);
        let mut found = numbers(&bare, own, subject.file);
        found.extend(mails(&bare));
        found.extend(postcodes(&bare));
        for Suspect { kind, found, expected, mend } in found {
            say.error(kind, &text.path, &found, expected, &mend);
        }
    }
}

/// The text with a blank in the place of each `{…}`.
pub(super) fn without_braces(text: &str) -> String {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, (_, after))) =
        rest.split_once('{').and_then(|(before, mark)| Some((before, mark.split_once('}')?)))
    {
        bare.push_str(before);
        bare.push('\u{fffc}');
        rest = after;
    }
    bare.push_str(rest);
    bare
}

/// Numbers of persons, each named once: nine digits of a phone number may pass the proof of a BSN.
fn numbers(text: &str, own: &'static str, file: &FlowFile) -> Vec<Suspect> {
    let others = accounts_and_phones(text, file);
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let mut found = bsns(text, own);
    found.retain(|bsn| !others.iter().any(|other| digits(&other.found).contains(&bsn.found)));
    found.extend(others);
    found
}

/// The guard of the practice desk looks for them, so that a text holds nothing that a field would refuse.
fn bsns(text: &str, own: &'static str) -> Vec<Suspect> {
    let mut guard = NumberGuard::new(own);
    let mut digits = String::new();
    let mut found = Vec::new();
    for c in text.chars() {
        digits.extend(digit(c).map(|digit| char::from(b'0' + digit)));
        if guard.watch(c) == Some(Stop::Bsn) {
            found.push(Suspect {
                kind: "bsn",
                found: digits.split_off(digits.len() - 9),
                expected: "no number that could be somebody's BSN",
                mend: "Write {p.bsn}; for an error that is rehearsed, 123456789, which fails the proof.".into(),
            });
        }
    }
    found
}

/// The digits of an account number are no phone number.
fn accounts_and_phones(text: &str, file: &FlowFile) -> Vec<Suspect> {
    let accounts = ibans(text);
    if accounts.is_empty() { phones(text, file) } else { accounts }
}

fn ibans(text: &str) -> Vec<Suspect> {
    let mut found = Vec::new();
    let chars: Vec<char> = text.chars().collect();
    for start in 0..chars.len() {
        let at_border = start == 0 || !chars[start - 1].is_ascii_alphanumeric();
        if !at_border {
            continue;
        }
        let part: String = chars[start..].iter().take(42).collect();
        if let Some(iban) = account(&part) {
            found.push(Suspect {
                kind: "iban",
                found: iban,
                expected: "no account number that could be somebody's",
                mend: "Write a number that cannot exist: NL00 OEFN 0000 0000 00.".into(),
            });
        }
    }
    found
}

/// The account number that a text begins with, when its check digits are right.
fn account(text: &str) -> Option<String> {
    let length = match text.get(..2)? {
        "NL" => 18,
        "BE" => 16,
        "DE" => 22,
        "FR" => 27,
        country if country.chars().all(|c| c.is_ascii_uppercase()) => 20,
        _ => return None,
    };
    let plain: String =
        text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == ' ').filter(|c| *c != ' ').collect();
    let number = plain.get(..length)?;
    iban::passes(number.as_bytes()).then(|| number.to_owned())
}

fn phones(text: &str, file: &FlowFile) -> Vec<Suspect> {
    let runs = runs(text, |c| c.is_ascii_digit() || c == '+', |c| matches!(c, ' ' | '-' | '\u{a0}'));
    runs.into_iter()
        .filter(|run| is_phone(run))
        .map(|found| {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let holds = |figure: &Figure| figure.periods().iter().any(|fact| digits(&fact.value) == digits(&found));
            let fact = file.facts.iter().find(|(_, figure)| holds(figure));
            let mend = match fact {
                Some((id, _)) => format!("Write {{f.{id}}}: that fact holds this number."),
                None => {
                    "Make it a fact in flow.json, with source and dates. A made-up number has dots: 06 •• •• •• 12."
                        .into()
                }
            };
            Suspect { kind: "phone", found, expected: "a phone number as a fact: {f.…}", mend }
        })
        .collect()
}

/// Whether a run of digits is a Dutch phone number: ten digits from 0 on, a short national one, 112 or 14 with a net number.
fn is_phone(run: &str) -> bool {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("0031").or(run.starts_with("+31").then(|| &digits[2..]));
    if let Some(national) = national {
        return matches!(national.trim_start_matches('0').len(), 9);
    }
    let free = digits.starts_with("0800") || digits.starts_with("0900");
    let one_piece = !run.contains([' ', '-', '\u{a0}']);
    (digits.len() == 10 && digits.starts_with('0') && !digits.starts_with("00"))
        || (free && digits.len() == 8)
        || (one_piece && digits == "112")
        || (digits.starts_with("140") && matches!(digits.len(), 5 | 6))
}

fn mails(text: &str) -> Vec<Suspect> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '“' | '”' | '(' | ')' | ':' | ';'));
    words
        .filter_map(|word| {
            let (name, host) = word.split_once('@')?;
            let host = host.trim_end_matches(['.', '!', '?']);
            (!name.is_empty() && host.contains('.') && !is_reserved(host)).then(|| Suspect {
                kind: "mail",
                found: format!("{name}@{host}"),
                expected: "an address at example.org, or a fact",
                mend: "Real? Make it a fact in flow.json, with source and dates. Made up? Let it end in @example.org."
                    .into(),
            })
        })
        .collect()
}

/// Whether a host is one that nobody can have (RFC 2606).
pub(super) fn is_reserved(host: &str) -> bool {
    host == "example.org" || host.ends_with(".example.org") || host.ends_with(".example")
}

fn postcodes(text: &str) -> Vec<Suspect> {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str| word.len() == 4 && word.chars().all(|c| c.is_ascii_digit()) && !word.starts_with('0');
    let letters = |word: &str| word.len() == 2 && word.chars().all(|c| c.is_ascii_uppercase());
    let apart = words.windows(2).filter(|pair| number(pair[0]) && letters(pair[1])).map(|pair| pair.join(" "));
    let joined = words.iter().filter_map(|word| {
        let (digits, pair) = (word.get(..4)?, word.get(4..)?);
        (number(digits) && letters(pair)).then(|| format!("{digits} {pair}"))
    });
    apart
        .chain(joined)
        .filter(|postcode| postcode != "1234 AB")
        .map(|found| Suspect {
            kind: "postcode",
            found,
            expected: "1234 AB, or a fact",
            mend: "Write {p.postcode}. The postcode of an office is a fact in flow.json.".into(),
        })
        .collect()
}

/// The runs of characters that belong, with what may stand between them; no letter touches them.
fn runs(text: &str, belongs: fn(char) -> bool, between: fn(char) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut run = String::new();
    let mut touched = false;
    let mut before = ' ';
    for c in text.chars().chain(['\n']) {
        if belongs(c) {
            if run.is_empty() {
                touched = before.is_alphabetic() || matches!(before, '\u{fffc}' | '•' | '-');
            }
            run.push(c);
        } else if !run.is_empty() && between(c) {
            run.push(c);
        } else if !run.is_empty() {
            if !touched && !c.is_alphabetic() {
                found.push(run.trim_end_matches(|c: char| !c.is_ascii_digit()).to_owned());
            } else if let Some((whole, _)) = run.rsplit_once(between).filter(|_| !touched) {
                // “06 12345678 a”: only the last part touches the letter.
                found.push(whole.trim_end_matches(|c: char| !c.is_ascii_digit()).to_owned());
            }
            run.clear();
        }
        before = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let bare = without_braces(text);
        let mut found = numbers(&bare, "999993653", &FlowFile::default());
        found.extend(mails(&bare));
        found.extend(postcodes(&bare));
        let found: Vec<&str> = found.iter().map(|suspect| suspect.kind).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn what_could_be_somebodys_is_found() {
        check("Uw nummer is 111222333.", &["bsn"]);
        check("Uw nummer is 1112.22.333.", &["bsn"]);
        // What the desk refuses: the check had rules of its own, and knew fewer spellings.
        check("Uw nummer is 12 111222333", &["bsn"]);
        check("Uw nummer is 111/222/333 of １１１２２２３３３", &["bsn", "bsn"]);
        check("Bel 06 12 34 56 78 nu", &["phone"]);
        check("Bel 06-12345678.", &["phone"]);
        check("Bel +31 6 12345678", &["phone"]);
        check("Bel 0031 20 1234567", &["phone"]);
        check("Bel 088 123 65 55", &["phone"]);
        check("Bel 0800-0543 of 0900-8844", &["phone", "phone"]);
        check("Bel 112.", &["phone"]);
        check("Bel 14 030", &["phone"]);
        check("Mail naar jan@gmail.com.", &["mail"]);
        check("Mail naar valse-email@digid.nl", &["mail"]);
        check("Dorpsstraat 1, 3511 AB Utrecht", &["postcode"]);
        check("3511AB", &["postcode"]);
        check("Stort op NL91 ABNA 0417 1643 00 vandaag", &["iban"]);
        check("NL91ABNA0417164300", &["iban"]);
    }

    #[test]
    fn what_is_nobodys_passes() {
        check("Uw nummer is 999993653 of 123456789.", &[]);
        check("{p.phone} en 06 •• •• •• 12", &[]);
        check("{f.helpdesk}, van {f.van} tot {f.tot} uur", &[]);
        check("Bel {f.gemeente} 020", &[]);
        check("noor@example.org, hulp@hulp.example", &[]);
        check("1234 AB Oefendorp, 1234AB", &[]);
        check("Code 111 222 en OEFEN-112", &[]);
        check("NL00 OEFN 0000 0000 00", &[]);
        check("het jaar 2026 en 12-04-1958", &[]);
        check("het teken @", &[]);
        check("", &[]);
        check("{f.niet dicht", &[]);
        // What stood before an unclosed brace was looked at twice.
        assert_eq!(without_braces("een {p.x} twee {drie"), "een \u{fffc} twee {drie");
        check("Bel 06-12345678 {", &["phone"]);
    }
}
