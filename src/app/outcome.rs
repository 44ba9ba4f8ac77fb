//! The end of a flow, worked out: apart from the other screens, because it is drawn by the later file.

use super::model::Model;
use super::texts::{Texts, is_fresh};
use crate::content::inline::Inline;
use crate::content::missing_words::way_id;
use crate::flow::model::Way;
use crate::flow::result::result;
use crate::practice::persona::Persona;
use crate::value::Value;

/// Titles of steps.
pub type Titles = Vec<Vec<Inline>>;

/// The end of a flow.
#[derive(Debug, Clone, Default)]
pub struct OutcomeScreen {
    pub bring: Vec<Vec<Inline>>,
    /// The id of the way and its words.
    pub ways: Vec<(&'static str, Vec<Inline>)>,
    pub sources: Vec<SourceLine>,
    /// The titles of the steps that went without help, and those to practise again; only in *alleen*.
    pub result: Option<(Titles, Titles)>,
    /// The flow that one goes on with, and its title when it is known.
    pub opens: Option<(String, Option<String>)>,
    /// The page of one's own municipality about this, as one types it.
    pub link: Option<String>,
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceLine {
    pub source: String,
    pub checked: String,
    pub fresh: bool,
}

impl Model {
    /// The end of the flow that is open; `None` when the current step is none.
    pub fn outcome_screen(&self) -> Option<OutcomeScreen> {
        let (package, session) = (self.package.as_ref()?, self.session.as_ref()?);
        let step = session.position(&package.flow)?;
        let words = package.words.steps.get(&step.id)?;
        let persona = Persona::by_id(&package.persona)?;
        let texts = Texts { package, persona, today: self.settings.today() };
        let titles = |ids: Vec<String>| -> Titles {
            ids.iter().filter_map(|id| package.words.steps.get(id)).map(|words| texts.rich(&words.title)).collect()
        };
        let mut sources: Vec<SourceLine> = Vec::new();
        for fact in package.facts.values() {
            let fresh = is_fresh(fact, texts.today);
            let line = SourceLine { source: fact.source.clone(), checked: fact.checked.clone(), fresh };
            if !sources.contains(&line) {
                sources.push(line);
            }
        }
        let way = |way: &Way| {
            let id = way_id(*way);
            words.ways.get(id).map(|text| (id, texts.rich(text)))
        };
        let link = match self.local_of(&package.flow.id).and_then(|local| local.at("link")) {
            Some(Value::Text(link)) => Some(link.clone()),
            _ => None,
        };
        Some(OutcomeScreen {
            bring: texts.rich_all(&words.bring),
            ways: step.ways.iter().filter_map(way).collect(),
            sources,
            result: session.mode.has_result().then(|| {
                let outcome = result(session);
                (titles(outcome.without_help), titles(outcome.practise_again))
            }),
            opens: step
                .opens
                .as_ref()
                .filter(|flow| !self.is_off(flow))
                .map(|flow| (flow.clone(), self.title_of(flow))),
            link,
        })
    }
}
