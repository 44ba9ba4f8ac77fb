//! What a practice screen with a code must declare, so that everything it asks for can be read on the desk.

use crate::practice::persona::Persona;
use crate::practice::spec::{ScreenKind, ScreenSpec, Trouble};

/// The fields of the screen that are missing or wrong, each with what was expected there.
pub fn faults(screen: &ScreenSpec, persona: Option<&Persona>) -> Vec<(&'static str, &'static str)> {
    use {ScreenKind as Kind, Trouble as Goes};
    let mut faults = Vec::new();
    let mut need = |there: bool, field, expected| {
        if !there {
            faults.push((field, expected));
        }
    };
    let known = |code: &String| persona.is_some_and(|persona| persona.get(code).is_some());
    match screen.kind {
        Kind::SmsCode => {
            need(
                screen.trouble != Goes::CodeThrice || screen.letter.is_some(),
                "letter",
                "the note with {p.oldSmsCode}",
            );
        }
        Kind::MailCode => {
            need(screen.code.as_ref().is_none_or(known), "code", "a persona key of a code");
            need(!screen.mail.is_empty(), "mail", "the message with the code");
            need(screen.trouble != Goes::WrongCode || screen.mail.len() > 1, "mail", "an older message as the second");
        }
        Kind::LetterCode => {
            need(screen.code.as_ref().is_none_or(known), "code", "a persona key of a code");
            need(screen.letter.is_some(), "letter", "the letter with the code");
            let two = matches!(screen.trouble, Goes::NewerLetter | Goes::CodeThrice);
            need(!two || screen.old_letter.is_some(), "oldLetter", "the letter with the older code");
        }
        _ => {}
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_desk_needs_is_asked_for() {
        let persona = Persona::by_id("noor");
        let check = |screen: ScreenSpec, expected: &[&str]| {
            let found: Vec<&str> = faults(&screen, persona).into_iter().map(|(field, _)| field).collect();
            assert_eq!(found, expected, "{screen:?}");
        };
        let screen = |kind, trouble| ScreenSpec { kind, trouble, ..ScreenSpec::default() };
        check(screen(ScreenKind::SmsCode, Trouble::CodeThrice), &["letter"]);
        check(screen(ScreenKind::SmsCode, Trouble::NoSms), &[]);
        check(screen(ScreenKind::MailCode, Trouble::WrongCode), &["mail", "mail"]);
        check(screen(ScreenKind::LetterCode, Trouble::NewerLetter), &["letter", "oldLetter"]);
        let one = ScreenSpec {
            letter: Some("brief".into()),
            code: Some("niets".into()),
            ..screen(ScreenKind::LetterCode, Trouble::None)
        };
        check(one.clone(), &["code"]);
        check(ScreenSpec { code: None, ..one }, &[]);
    }
}
