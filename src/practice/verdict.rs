//! What a screen says to what was done: right, not complete yet, or wrong, and then what exactly is wrong.
//!
//! None of it holds what was typed: only ids, counts, positions and characters of the card.

use crate::practice::input::fold::{folded, is_space};

/// The answer to the screen's own button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Right,
    /// Nothing was sent yet: something is empty, too short or not ticked. It costs no try.
    Incomplete(Fault),
    Wrong(Fault),
}

/// The first thing to mend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// The index of the field.
    pub field: usize,
    pub mistake: Mistake,
    /// How often one may still try, where the site counts.
    pub tries_left: Option<u8>,
    /// The exercise made this go wrong; the visitor did nothing wrong.
    pub on_purpose: bool,
}

/// What is wrong. Positions count characters from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    Empty,
    /// Right so far; so many characters are missing.
    Short {
        missing: usize,
    },
    Differs {
        position: usize,
    },
    /// A capital for a small letter or the other way round: Caps Lock, perhaps.
    Case {
        position: usize,
    },
    /// A character that looks like the one on the card: O for 0, l for 1.
    Lookalike {
        position: usize,
        expected: char,
    },
    /// A space where the card has none.
    Space {
        position: usize,
    },
    /// A code that a newer one replaced.
    OldCode,
    /// A code that is too old: ask for a new one.
    Expired,
    /// No code came yet.
    NoCode,
    /// The envelope with the code is closed.
    Sealed,
    WrongPassword,
    /// A new password that breaks the rules.
    WeakPassword,
    /// The second time is not the same as the first.
    NotSame,
    /// The log-in is closed for a while.
    Blocked,
    WrongChoice,
    WrongPlace,
    WrongDocument,
    Unconfirmed,
    WrongDate,
    /// A PIN that is too easy to guess.
    WeakPin,
    WrongPin,
    /// Three wrong PINs: the app has to be activated again.
    SwitchedOff,
    /// The document was not held against the phone long enough.
    MovedAway,
}

impl Mistake {
    /// The key of the general words for it in the interface: `mistake.<id>`.
    pub fn key(self) -> &'static str {
        match self {
            Mistake::Empty => "mistake.empty",
            Mistake::Short { .. } => "mistake.short",
            Mistake::Differs { .. } => "mistake.differs",
            Mistake::Case { .. } => "mistake.case",
            Mistake::Lookalike { .. } => "mistake.lookalike",
            Mistake::Space { .. } => "mistake.space",
            Mistake::OldCode => "mistake.old-code",
            Mistake::Expired => "mistake.expired",
            Mistake::NoCode => "mistake.no-code",
            Mistake::Sealed => "mistake.sealed",
            Mistake::WrongPassword => "mistake.wrong-password",
            Mistake::WeakPassword => "mistake.weak-password",
            Mistake::NotSame => "mistake.not-same",
            Mistake::Blocked => "mistake.blocked",
            Mistake::WrongChoice => "mistake.wrong-choice",
            Mistake::WrongPlace => "mistake.wrong-place",
            Mistake::WrongDocument => "mistake.wrong-document",
            Mistake::Unconfirmed => "mistake.unconfirmed",
            Mistake::WrongDate => "mistake.wrong-date",
            Mistake::WeakPin => "mistake.weak-pin",
            Mistake::WrongPin => "mistake.wrong-pin",
            Mistake::SwitchedOff => "mistake.switched-off",
            Mistake::MovedAway => "mistake.moved-away",
        }
    }

    /// The name in the words files: `screens.<id>.mistakes.<mistake>`.
    pub fn id(self) -> &'static str {
        self.key().trim_start_matches("mistake.")
    }

    /// The verdict on a screen whose first mistake this is.
    pub fn at(self, field: usize) -> Verdict {
        let fault = Fault { field, mistake: self, tries_left: None, on_purpose: false };
        match self {
            Mistake::Empty | Mistake::Short { .. } | Mistake::NoCode | Mistake::Sealed | Mistake::Unconfirmed => {
                Verdict::Incomplete(fault)
            }
            _ => Verdict::Wrong(fault),
        }
    }
}

impl Verdict {
    pub fn fault(self) -> Option<Fault> {
        match self {
            Verdict::Right => None,
            Verdict::Incomplete(fault) | Verdict::Wrong(fault) => Some(fault),
        }
    }

    pub(super) fn with(self, change: impl FnOnce(&mut Fault)) -> Verdict {
        let mut verdict = self;
        if let Verdict::Incomplete(fault) | Verdict::Wrong(fault) = &mut verdict {
            change(fault);
        }
        verdict
    }
}

/// What is wrong with a typed text; `None` when it is what stands on the card.
pub fn diagnose(expected: &str, typed: &str) -> Option<Mistake> {
    if typed == expected {
        return None;
    }
    if typed.is_empty() {
        return Some(Mistake::Empty);
    }
    let same = expected.chars().zip(typed.chars()).take_while(|(wanted, found)| wanted == found).count();
    let position = same + 1;
    Some(match (expected.chars().nth(same), typed.chars().nth(same)) {
        (_, None) => Mistake::Short { missing: expected.chars().count() - same },
        (Some(wanted), Some(found)) if is_other_case(wanted, found) => Mistake::Case { position },
        (_, Some(found)) if is_space(found) => Mistake::Space { position },
        (Some(expected), Some(found)) if looks_like(expected, found) => Mistake::Lookalike { position, expected },
        _ => Mistake::Differs { position },
    })
}

fn is_other_case(wanted: char, found: char) -> bool {
    matches!(folded(wanted), 'a'..='z' | 'ß'..='þ') && folded(wanted) == folded(found)
}

/// Characters that are taken for one another on a screen or on paper.
fn looks_like(wanted: char, found: char) -> bool {
    const LOOKALIKES: [&str; 7] = ["0OoQ", "1lIi|!", "5Ss", "8B", "2Zz", "6Gb", "-_–—−"];
    LOOKALIKES.iter().any(|same| same.contains(wanted) && same.contains(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(expected: &str, typed: &str, mistake: Option<Mistake>) {
        assert_eq!(diagnose(expected, typed), mistake, "{expected} {typed}");
    }

    #[test]
    fn typed_text_is_compared_with_the_card() {
        check("Oefen-7dagen", "Oefen-7dagen", None);
        check("", "", None);
        check("Oefen-7dagen", "", Some(Mistake::Empty));
        check("Oefen-7dagen", "Oefen-7dage", Some(Mistake::Short { missing: 1 }));
        check("Oefen-7dagen", "O", Some(Mistake::Short { missing: 11 }));
        check("Oefen-7dagen", "oE", Some(Mistake::Case { position: 1 }));
        check("Oefen-7dagen", "Oefen-7D", Some(Mistake::Case { position: 8 }));
        check("Oefen-7dagen", "0e", Some(Mistake::Lookalike { position: 1, expected: 'O' }));
        check("Oefen-7dagen", "Oefen_7", Some(Mistake::Lookalike { position: 6, expected: '-' }));
        check("1l", "11", Some(Mistake::Lookalike { position: 2, expected: 'l' }));
        check("Oefen-7dagen", "Oefen-8d", Some(Mistake::Differs { position: 7 }));
        check("Oefen-7dagen", "Oefen -", Some(Mistake::Space { position: 6 }));
        check("", "a", Some(Mistake::Differs { position: 1 }));
        check("Zoë", "Zo", Some(Mistake::Short { missing: 1 }));
        check("Zoë", "ZoË", Some(Mistake::Case { position: 3 }));
        check("Zoë", "Zoé", Some(Mistake::Differs { position: 3 }));
        check("٣", "3", Some(Mistake::Differs { position: 1 }));
    }

    #[test]
    fn what_is_missing_is_incomplete_and_the_rest_is_wrong() {
        assert!(matches!(Mistake::Empty.at(0), Verdict::Incomplete(_)));
        assert!(matches!(Mistake::Unconfirmed.at(0), Verdict::Incomplete(_)));
        assert!(matches!(Mistake::WrongDate.at(0), Verdict::Wrong(_)));
        assert_eq!(Mistake::OldCode.at(3).fault().map(|fault| fault.field), Some(3));
        assert_eq!(Verdict::Right.fault(), None);
    }
}
