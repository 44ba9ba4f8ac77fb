//! A flow as data: the steps of one service and the roads between them. Only ids; the words live in `content`.

use super::mode::Mode;
use crate::{names, record};

/// The steps of one service, with the flows it includes already in their place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Flow {
    pub id: String,
    /// The id of the first step.
    pub start: String,
    pub steps: Vec<Step>,
}

impl Flow {
    pub fn step(&self, id: &str) -> Option<&Step> {
        self.steps.iter().find(|step| step.id == id)
    }
}

record! {
    /// One thing on one screen.
    pub struct Step {
        pub id: String = "id",
        pub kind: StepKind = "kind",
        /// Roads that are tried in order, before `next`.
        pub roads: Vec<Road> = "roads",
        /// Where the step leads; an outcome leads nowhere.
        pub next: Option<String> = "next",
        /// `choose`: what can be answered.
        pub options: Vec<Choice> = "options",
        /// `checklist`: the ids of the things to have at hand.
        pub items: Vec<Item> = "items",
        /// `practise`: the id of a practice screen, in the file's `screens`.
        pub screen: Option<String> = "screen",
        /// `include`: the flow whose steps stand here.
        pub flow: Option<String> = "flow",
        /// `include`: the step to enter that flow at, when not its start.
        pub from: Option<String> = "from",
        /// `outcome`: the ways to do it for real.
        pub ways: Vec<Way> = "ways",
        /// `outcome`: the flow that one goes on with.
        pub opens: Option<String> = "opens",
        /// What may go wrong here: for each, the first step of a detour that leads back. See `session.rs`.
        pub incidents: Vec<String> = "incidents",
    }
}

names! {
    /// What kind of screen a step is.
    pub enum StepKind {
        /// Something to read.
        Explain = "explain",
        /// A question with one answer.
        Choose = "choose",
        /// What to have at hand before you go on.
        Checklist = "checklist",
        /// A screen of the practice desk.
        Practise = "practise",
        /// The steps of another flow; gone once the flow is expanded.
        Include = "include",
        /// The end: what happens next, the other ways, the take-home card.
        Outcome = "outcome",
    }
}

record! {
    /// One answer to a `choose` step.
    pub struct Choice {
        pub id: String = "id",
        /// Where this answer leads, when not to the step's own `next`.
        pub next: Option<String> = "next",
    }
}

record! {
    /// A thing on a checklist.
    pub struct Item {
        pub id: String = "id",
        /// The item counts only when all of these hold.
        pub when: Vec<Condition> = "when",
    }
}

record! {
    /// A road that is taken when all of its conditions hold.
    pub struct Road {
        pub when: Vec<Condition> = "when",
        /// Only in this mode: the questions afterwards are for those who went alone.
        pub mode: Option<Mode> = "mode",
        pub to: String = "to",
    }
}

record! {
    /// "The answer at `step` is (or is not) `option`."
    pub struct Condition {
        pub step: String = "step",
        pub is: Option<String> = "is",
        pub not: Option<String> = "not",
    }
}

names! {
    /// A way to do the real thing. Every outcome shows all three.
    pub enum Way {
        Online = "online",
        Phone = "phone",
        Counter = "counter",
    }
}
