//! Going to a step that was met before, and forward again by the answers that were given.

use super::event::Effect;
use super::model::Model;
use crate::flow::answer::Answer;
use crate::flow::session::Session;
use crate::flow::update::{self as walk, FlowEvent as Walk};

impl Model {
    /// Takes an answer. That of a step which is done once more leads to where the visitor came from.
    pub(super) fn answered(&mut self, answer: Answer) -> Vec<Effect> {
        let again = self.again;
        let effects = self.walk(Walk::Answered(answer));
        if again && !effects.is_empty() { self.go_ahead(None) } else { effects }
    }

    pub(super) fn practise_again(&mut self, step: String) -> Vec<Effect> {
        let effects = self.walk(Walk::Revisited(step));
        self.again = true;
        effects
    }

    /// Goes to a step by the address of the page: one that was done, or, forward again, one that follows from the answers
    /// that were given. Another one is not gone to, and the address is that of the screen again.
    pub(super) fn revisit(&mut self, step: String) -> Vec<Effect> {
        let on_trail = |session: &Session| session.trail.iter().any(|visit| visit.step == step);
        if self.undone.as_ref().is_some_and(on_trail) {
            self.session = self.undone.take();
        }
        if self.session.as_ref().is_some_and(on_trail) {
            return self.walk(Walk::Revisited(step));
        }
        self.go_ahead(Some(step))
    }

    /// Goes on by the answers that were given: to a step, when they lead there; without one, as far as they lead.
    fn go_ahead(&mut self, to: Option<String>) -> Vec<Effect> {
        let (Some(package), Some(session)) = (&self.package, &self.session) else { return vec![] };
        let mut ahead = session.clone();
        while let Some(here) =
            ahead.position(&package.flow).map(|here| here.id.clone()).filter(|here| to.as_ref() != Some(here))
        {
            let longer =
                ahead.kept.get(&here).map(|answer| walk::update(&package.flow, &ahead, Walk::Answered(answer.clone())));
            match longer {
                Some(longer) if longer != ahead => ahead = longer,
                _ if to.is_none() => break,
                _ => return vec![self.moved()],
            }
        }
        self.session = Some(ahead);
        self.wanted.by_visitor = true;
        self.arrived()
    }
}
