//! Nobody seems to be there: a warning, and then the end of the visit (safety.md, "Kiosk").

use super::event::{Dialog, Effect};
use super::model::{Model, Place};
use super::notice::Notice;
use super::settings::{IDLE_COUNTDOWN, Look, Settings};

impl Model {
    /// Asks whether somebody is there, and ends the visit when the countdown is over: at once after a night of sleep.
    pub(super) fn fell_idle(&mut self, seconds: u32) -> Vec<Effect> {
        let Some(limit) = self.policy.idle_after.filter(|limit| *limit <= seconds && self.somebody_was_here()) else {
            // There was no dialog to answer: any touch is the answer.
            if self.notice == Some(Notice::Idle) {
                (self.notice, self.idle) = (None, None);
            }
            return vec![];
        };
        let left = (limit + IDLE_COUNTDOWN).saturating_sub(seconds);
        if left == 0 {
            return vec![Effect::Wipe];
        }
        match self.idle.replace(left) {
            Some(_) => vec![],
            // The countdown is in the later file, and no visit is wiped without a warning.
            None if self.aloud.is_none() => {
                self.notice = Some(Notice::Idle);
                vec![Effect::Hush]
            }
            None => vec![Effect::Hush, Effect::ShowDialog(Dialog::Idle)],
        }
    }

    /// Whether there is something of a visitor here: a place, a look, a language, or a question in the search.
    pub fn somebody_was_here(&self) -> bool {
        let Settings { look, lang, read_aloud, .. } = &self.settings;
        let set = *look != Look::default() || *lang != self.first_lang || *read_aloud;
        self.place != Place::Start || self.session.is_some() || set || self.asked_something
    }
}
