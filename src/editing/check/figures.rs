//! Amounts and terms that stand in a text as plain numbers: each is a fact, with a source and a day on which it was checked.

use super::personal::without_braces;
use super::subject::Subject;
use crate::editing::diagnostic::Diagnostics;
use crate::editing::language::sentences::{among, unquoted, words};
use crate::editing::texts::{Role, Text};

/// What a term is counted in, in Dutch and English.
const UNITS: &str = "\
    dag dagen werkdag werkdagen week weken maand maanden jaar jaren uur uren minuut minuten seconde seconden \
    kwartier day days week weeks month months year years hour hours minute minutes second seconds procent \
    percent euro euro's euros cent cents";

/// Numbers in words. (“Een” is mostly an article.)
const NUMBERS: &str = "\
    twee drie vier vijf zes zeven acht negen tien elf twaalf veertien vijftien twintig eenentwintig dertig \
    veertig vijftig zestig negentig honderd two three four five six seven eight nine ten eleven twelve fourteen \
    fifteen twenty thirty forty fifty sixty ninety hundred thousand";

/// What makes a promise or a rule of a number in words: “binnen drie dagen”, and not “Noor verhuist over drie weken”.
const RULES: &str = "\
    binnen uiterlijk vanaf maximaal hoogstens hooguit minstens minimaal dan tot na ongeveer duurt elke iedere \
    within after from most least than about takes take every until maximum";

pub(super) fn check(subject: &Subject, say: &mut Diagnostics) {
    for text in subject.texts.iter().filter(|text| is_ours(text)) {
        for found in figures(&text.text) {
            let mend = "Make it a fact in flow.json, with source and dates, and write {f.…}. \
                        Is it made up for the exercise, or on a button? Write it between “ ”.";
            say.error("figure", &text.path, &found, "amounts and terms as facts", mend);
        }
    }
}

/// A year that a sentence names: it reads as news for one year, and as a mistake in the next.
pub(super) fn years(subject: &Subject, say: &mut Diagnostics) {
    for text in subject.texts.iter().filter(|text| is_ours(text)) {
        for found in years_in(&text.text) {
            let mend = "Make the year a fact that ends with it, and write {f.…}; or say it without the year.";
            say.advise("year", &text.path, &found, "no year as a plain number", mend);
        }
    }
}

/// "in 2026", "vanaf 2027": a year with what makes it the time of a rule. A date of birth or of a document is none.
fn years_in(text: &str) -> Vec<String> {
    const BEFORE: &str = "in vanaf sinds tot vóór voor na over from since until before after by for";
    let bare = unquoted(&without_braces(text));
    let words = words(&bare);
    let is_year =
        |word: &str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|byte| byte.is_ascii_digit());
    let pairs = words.windows(2).filter(|pair| is_year(pair[1]) && among(BEFORE, &pair[0].to_lowercase()));
    pairs.map(|pair| pair.join(" ")).collect()
}

/// Whether we say it ourselves, and mean it.
fn is_ours(text: &Text) -> bool {
    !matches!(text.role, Role::Message | Role::Made)
}

/// The amounts and terms that stand in a text as plain numbers.
fn figures(text: &str) -> Vec<String> {
    let bare = unquoted(&without_braces(text));
    let words = words(&bare);
    let mut found = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let (number, unit) = (pair[0].to_lowercase(), pair[1].to_lowercase());
        // Two words may stand before the unit: “3 working days”, “five full years”.
        let unit = if matches!(unit.as_str(), "working" | "hele" | "volle" | "full" | "whole") {
            words.get(at + 2).map_or(unit, |next| next.to_lowercase())
        } else {
            unit
        };
        let rule = || words[at.saturating_sub(2)..at].iter().any(|word| among(RULES, &word.to_lowercase()));
        // “Om 18 uur” and “10.20 uur” are times of the day.
        let before = at.checked_sub(1).map_or("", |before| words[before]);
        let clock = matches!(unit.as_str(), "uur" | "hours")
            && (before.eq_ignore_ascii_case("om") || number.contains(['.', ':']));
        let counts =
            (is_digits(&number) && !clock) || (among(NUMBERS, &number) && (unit.starts_with("euro") || rule()));
        if counts && among(UNITS, &unit) {
            found.push(pair.join(" "));
        }
    }
    let money = bare.split('€').skip(1).filter(|after| after.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    found.extend(money.map(|after| format!("€{}", first_word(after))));
    let percents =
        bare.split('%').rev().skip(1).filter(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()));
    found.extend(percents.map(|before| format!("{}%", before.split_whitespace().last().unwrap_or_default())));
    found
}

fn first_word(text: &str) -> String {
    format!(" {}", text.split_whitespace().next().unwrap_or_default())
}

fn is_digits(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
}

#[cfg(test)]
mod tests {
    use super::figures;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(figures(text), expected, "{text}");
    }

    #[test]
    fn figures_are_facts() {
        check("U hebt 3 weken.", &["3 weken"]);
        check("Het duurt 5 hele jaren.", &["5 hele"]);
        check("De brief komt binnen drie werkdagen.", &["drie werkdagen"]);
        check("U wacht langer dan twee weken.", &["twee weken"]);
        check("It comes within 3 working days.", &["3 working"]);
        check("The letter comes within three days.", &["three days"]);
        check("Dat kost € 12,50 of €7.", &["€ 12,50", "€ 7."]);
        check("Dat kost twaalf euro.", &["twaalf euro"]);
        check("U krijgt 20% of 8 procent terug.", &["8 procent", "20%"]);
    }

    #[test]
    fn a_year_in_a_sentence_is_told() {
        let found = |text: &str| super::years_in(text);
        assert_eq!(found("In 2026 krijgt u meer. Vanaf 2027 telt uw inkomen mee."), ["In 2026", "Vanaf 2027"]);
        assert_eq!(found("It counts from 2027."), ["from 2027"]);
        assert_eq!(found("In {f.jaar}, op 14 november 2014, tot “in 2026”, in 2500 gemeenten."), [""; 0]);
    }

    #[test]
    fn what_is_no_figure_passes() {
        check("U hebt {f.weken} weken.", &[]);
        check("Kies “Het is 3 werkdagen later”.", &[]);
        check("Noor verhuist over twee weken.", &[]);
        check("Er is een brief van een week geleden.", &[]);
        check("Kom om 10 uur, of 10.20 uur, 10.20 hours.", &[]);
        check("Typ de 4 letters van stap 3.", &[]);
        check("Een bedrag in €.", &[]);
        check("De eerste twee cijfers", &[]);
        check("", &[]);
    }
}
