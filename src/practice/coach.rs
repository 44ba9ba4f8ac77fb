//! How much help there is: a mistake gets a kind answer, then the hint is offered, then "laat zien". What was used is
//! remembered as a flag; what was typed never is.

/// Where the help starts. The mode of the flow decides, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Coaching {
    /// The hint is there without asking.
    pub hint_at_once: bool,
    /// A hint can be asked for.
    pub hints: bool,
    /// "Laat zien" can be asked for, once the hint was read.
    pub show_me: bool,
    /// The screen fills itself in.
    pub filled_in: bool,
}

/// The help that a step took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Help {
    #[default]
    None,
    Hint,
    Shown,
}

/// After so many mistakes the hint, and then "laat zien", is brought forward.
const URGE_HINT: u8 = 1;
const URGE_SHOW: u8 = 2;
/// After so many mistakes they are there for everybody, also in a mode without help: nobody gets stuck.
const RESCUE_HINT: u8 = 3;
const RESCUE_SHOW: u8 = 5;

/// The help on one step.
#[derive(Debug, Clone, Copy, Default)]
pub struct Coach {
    coaching: Coaching,
    mistakes: u8,
    help: Help,
}

impl Coach {
    pub fn new(coaching: Coaching) -> Coach {
        let help = match coaching {
            Coaching { filled_in: true, .. } => Help::Shown,
            Coaching { hint_at_once: true, .. } => Help::Hint,
            _ => Help::None,
        };
        Coach { coaching, mistakes: 0, help }
    }

    /// Another mode gives more help, or less. What was used stays used.
    pub fn take_over(&mut self, coaching: Coaching) {
        self.help = self.help.max(Coach::new(coaching).help);
        self.coaching = coaching;
    }

    /// The visitor made a mistake (one that the exercise did not make on purpose).
    pub fn mistake(&mut self) {
        self.mistakes = self.mistakes.saturating_add(1);
    }

    /// The hint was asked for; `false` when it is not on offer.
    pub fn ask_hint(&mut self) -> bool {
        let offered = self.hint_offered();
        if offered {
            self.help = self.help.max(Help::Hint);
        }
        offered
    }

    /// "Laat zien" was asked for; `false` when it is not on offer.
    pub fn ask_show(&mut self) -> bool {
        let offered = self.show_offered();
        if offered {
            self.help = Help::Shown;
        }
        offered
    }

    pub fn filled_in(&self) -> bool {
        self.coaching.filled_in
    }

    pub fn hint_shown(&self) -> bool {
        self.coaching.hint_at_once || self.help >= Help::Hint
    }

    pub fn hint_offered(&self) -> bool {
        !self.hint_shown() && (self.coaching.hints || self.mistakes >= RESCUE_HINT)
    }

    pub fn show_offered(&self) -> bool {
        let in_mode = self.coaching.show_me && (self.hint_shown() || self.mistakes >= URGE_SHOW);
        in_mode || self.mistakes >= RESCUE_SHOW || self.help == Help::Shown
    }

    /// The help that should stand out now.
    pub fn urged(&self) -> Option<Help> {
        if self.help == Help::Shown {
            // It was shown: now it is to be done.
            None
        } else if self.mistakes >= URGE_SHOW && self.show_offered() {
            Some(Help::Shown)
        } else if self.mistakes >= URGE_HINT && self.hint_offered() {
            Some(Help::Hint)
        } else {
            None
        }
    }

    /// The help that was used, for the answer that the flow keeps.
    pub fn help(&self) -> Help {
        self.help
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRACTISE: Coaching = Coaching { hint_at_once: false, hints: true, show_me: true, filled_in: false };
    const ALONE: Coaching = Coaching { hints: false, show_me: false, ..PRACTISE };

    /// What is offered (h, s) and urged (H, S) after each mistake.
    #[track_caller]
    fn check(coaching: Coaching, expected: &str) {
        let mut coach = Coach::new(coaching);
        let mut found = String::new();
        for _ in 0..6 {
            found.push_str(if coach.hint_offered() { "h" } else { "" });
            found.push_str(if coach.show_offered() { "s" } else { "" });
            found.push_str(match coach.urged() {
                Some(Help::Hint) => "H ",
                Some(_) => "S ",
                None => " ",
            });
            coach.mistake();
        }
        assert_eq!(found.trim_end(), expected);
    }

    #[test]
    fn help_comes_nearer_with_every_mistake() {
        check(PRACTISE, "h hH hsS hsS hsS hsS");
        check(ALONE, "   hH hH hsS");
        check(Coaching { hint_at_once: true, ..PRACTISE }, "s s sS sS sS sS");
        check(Coaching { filled_in: true, hint_at_once: true, ..PRACTISE }, "s s s s s s");
    }

    #[test]
    fn the_most_help_that_was_used_is_remembered() {
        let mut coach = Coach::new(PRACTISE);
        assert_eq!(
            (coach.help(), coach.ask_show(), coach.ask_hint(), coach.ask_hint()),
            (Help::None, false, true, false)
        );
        assert_eq!(
            (coach.help(), coach.ask_show(), coach.ask_show(), coach.help()),
            (Help::Hint, true, true, Help::Shown)
        );
        let mut alone = Coach::new(ALONE);
        assert!(!alone.ask_hint() && !alone.ask_show() && alone.help() == Help::None);
        assert_eq!(Coach::new(Coaching { hint_at_once: true, ..PRACTISE }).help(), Help::Hint);
        assert_eq!(Coach::new(Coaching { filled_in: true, ..PRACTISE }).help(), Help::Shown);
    }
}
