//! What of a desk can be heard: what came in, and that it is right. A mistake makes no sound.

use super::desk::{Arrived, Desk, Device, What};
use super::screens::letter_code::LetterCode;
use super::screens::sms_code::SmsCode;

/// A soft sound. None is the only sign of anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sound {
    /// A text message or an e-mail comes in.
    Message,
    /// The phone buzzes: somebody calls.
    Buzz,
    /// Paper: a letter falls on the mat, or is unfolded.
    Paper,
    /// It is right.
    Right,
}

impl Sound {
    pub const ALL: [Sound; 4] = [Sound::Message, Sound::Buzz, Sound::Paper, Sound::Right];
}

/// How things lie on a desk, as far as the ear goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard {
    messages: usize,
    letters: usize,
    ringing: bool,
    sealed: bool,
    passed: bool,
}

impl Heard {
    pub fn of(desk: &Desk) -> Heard {
        Heard { ringing: desk.screen::<SmsCode>().is_some_and(SmsCode::ringing), ..Heard::count(desk, |_| true) }
    }

    /// How they lay before one came: what is new came with the visitor.
    pub fn before(desk: &Desk) -> Heard {
        Heard::count(desk, |one| !one.new)
    }

    fn count(desk: &Desk, there: fn(&Arrived) -> bool) -> Heard {
        // What a voice said is no message.
        let one = |one: &&Arrived| there(one) && !matches!(one.what, What::Call(_));
        let messages = |device| desk.messages(device).iter().filter(one).count();
        Heard {
            messages: messages(Device::Phone) + messages(Device::Mail),
            letters: messages(Device::Letter),
            ringing: false,
            sealed: desk.screen::<LetterCode>().is_some_and(LetterCode::closed),
            passed: desk.passed(),
        }
    }

    /// What is heard of that change: one sound, however much there was. It is whatever made it: a press, a key, or a demonstration.
    pub fn since(self, before: Heard) -> Option<Sound> {
        if self.passed && !before.passed {
            return Some(Sound::Right);
        }
        if self.ringing && !before.ringing {
            return Some(Sound::Buzz);
        }
        if self.messages > before.messages {
            return Some(Sound::Message);
        }
        let unfolded = before.sealed && !self.sealed && self.letters >= before.letters;
        (self.letters > before.letters || unfolded).then_some(Sound::Paper)
    }
}
