//! Somebody seems to have left the desk: first they are asked, and only then what was typed is taken away.

/// After so many seconds without a sign of life on the whole desk the question is put.
pub const ASK_AFTER: u32 = 300;
/// The question stands for so many seconds before the fields are emptied.
pub const ANSWER_WITHIN: u32 = 60;

/// Counts seconds, not the clock, so that a clock that jumps empties nothing.
#[derive(Debug, Default)]
pub struct Absence {
    quiet: u32,
}

/// What a second of silence leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    Here,
    /// "Bent u er nog?" is asked.
    Asked,
    /// Nobody answered.
    Gone,
}

impl Absence {
    /// Somebody is at work: typing, pressing.
    pub fn worked(&mut self) {
        self.quiet = 0;
    }

    /// Somebody stirs: a pointer moves, the keyboard goes on to another place. A question that stands is not answered by
    /// that, so that it can be read; but it gets all its time again.
    pub fn stirred(&mut self) {
        self.quiet = if self.quiet < ASK_AFTER { 0 } else { ASK_AFTER };
    }

    /// Another second passed.
    pub fn second_passed(&mut self) -> Presence {
        self.quiet += 1;
        match self.quiet {
            ..ASK_AFTER => Presence::Here,
            quiet if quiet < ASK_AFTER + ANSWER_WITHIN => Presence::Asked,
            _ => {
                self.quiet = 0;
                Presence::Gone
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(absence: &mut Absence, seconds: u32) -> Presence {
        (0..seconds).map(|_| absence.second_passed()).last().unwrap()
    }

    #[test]
    fn a_question_comes_before_anything_is_taken_away() {
        let mut absence = Absence::default();
        assert_eq!(after(&mut absence, ASK_AFTER - 1), Presence::Here);
        assert_eq!(after(&mut absence, 1), Presence::Asked);
        assert_eq!(after(&mut absence, ANSWER_WITHIN - 1), Presence::Asked);
        assert_eq!(after(&mut absence, 1), Presence::Gone);
        assert_eq!(after(&mut absence, 1), Presence::Here);
    }

    #[test]
    fn every_sign_of_life_begins_anew() {
        let mut absence = Absence::default();
        for _ in 0..20 {
            assert_eq!(after(&mut absence, ASK_AFTER - 2), Presence::Here);
            absence.stirred();
            assert_eq!(after(&mut absence, ASK_AFTER + ANSWER_WITHIN - 1), Presence::Asked);
            absence.worked();
            assert_eq!(after(&mut absence, 1), Presence::Here);
        }
    }

    #[test]
    fn a_question_that_stands_can_be_read_to_its_end() {
        let mut absence = Absence::default();
        after(&mut absence, ASK_AFTER);
        for _ in 0..20 {
            assert_eq!(after(&mut absence, ANSWER_WITHIN - 1), Presence::Asked);
            absence.stirred();
        }
        assert_eq!(after(&mut absence, ANSWER_WITHIN), Presence::Gone);
    }
}
