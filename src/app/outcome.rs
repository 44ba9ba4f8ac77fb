//! The end of a flow, worked out: apart from the other screens, because it is drawn by the later file.

use super::model::Model;
use super::texts::Texts;
use crate::content::figure::{Fact, year};
use crate::content::inline::Inline;
use crate::content::missing_words::way_id;
use crate::flow::model::Way;
use crate::flow::result::result;
use crate::practice::persona::Persona;
use crate::value::Value;

/// Steps with their titles.
pub type Titles = Vec<(String, Vec<Inline>)>;

/// How it went, by what help each step took.
#[derive(Debug, Clone, Default)]
pub struct Went {
    pub without_help: Titles,
    pub with_help: Titles,
    pub again: Titles,
}

/// The end of a flow.
#[derive(Debug, Clone, Default)]
pub struct OutcomeScreen {
    pub bring: Vec<Vec<Inline>>,
    /// The first is the next step.
    pub ways: Vec<WayLine>,
    pub sources: Vec<SourceLine>,
    /// Only in modes that end with it, and when something was practised.
    pub result: Option<Went>,
    /// Something was practised on the way here.
    pub practised: bool,
    /// The flow that one goes on with, and its title when it is known.
    pub opens: Option<(String, Option<String>)>,
    /// The page of one's own municipality about this, as one types it.
    pub link: Option<String>,
}

/// One way to do it for real.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct WayLine {
    pub id: &'static str,
    /// What to do: the first sentence.
    pub goal: Vec<Inline>,
    /// The sentences after it.
    pub how: Vec<Inline>,
}

/// Where a figure comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceLine {
    /// The interface word for how sure it is.
    pub standing: &'static str,
    pub source: String,
    /// What the source is of: a year. Empty when it does not say.
    pub year: String,
    pub checked: String,
    pub fresh: bool,
}

impl SourceLine {
    /// What is said of a fact on a day.
    pub fn of(fact: Fact, today: &str) -> SourceLine {
        let dated = fact.dated.as_deref().unwrap_or_default();
        SourceLine {
            standing: fact.standing(),
            year: year(dated).to_owned(),
            fresh: fact.is_fresh(today),
            source: fact.source,
            checked: fact.checked,
        }
    }
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
            let titled = |id: String| package.words.steps.get(&id).map(|words| (id, texts.rich(&words.title)));
            ids.into_iter().filter_map(titled).collect()
        };
        let mut sources: Vec<SourceLine> = Vec::new();
        for figure in package.facts.values() {
            let line = SourceLine::of(figure.on(texts.today), texts.today);
            if !sources.contains(&line) {
                sources.push(line);
            }
        }
        let way = |way: &Way| {
            let id = way_id(*way);
            words.ways.get(id).map(|text| {
                let (goal, how) = after_first_sentence(texts.rich(text));
                WayLine { id, goal, how }
            })
        };
        let link = match self.local_of(&package.flow.id).and_then(|local| local.at("link")) {
            Some(Value::Text(link)) => Some(link.clone()),
            _ => None,
        };
        let went = result(session);
        let went = Went {
            without_help: titles(went.without_help),
            with_help: titles(went.with_help),
            again: titles(went.practise_again),
        };
        let practised = !(went.without_help.is_empty() && went.with_help.is_empty() && went.again.is_empty());
        Some(OutcomeScreen {
            bring: texts.rich_all(&words.bring),
            ways: step.ways.iter().filter_map(way).collect(),
            sources,
            result: (practised && session.mode.has_result()).then_some(went),
            practised,
            opens: step
                .opens
                .as_ref()
                .filter(|flow| !self.is_off(flow))
                .map(|flow| (flow.clone(), self.title_of(flow))),
            link,
        })
    }
}

/// The first sentence, and the others. A full stop without a space behind it ends none: "digid.nl".
fn after_first_sentence(mut pieces: Vec<Inline>) -> (Vec<Inline>, Vec<Inline>) {
    let end = pieces.iter().enumerate().find_map(|(at, piece)| match piece {
        Inline::Text(words) => words.split_once(". ").map(|(first, rest)| (at, [first, "."].concat(), rest.to_owned())),
        _ => None,
    });
    let Some((at, first, rest)) = end else { return (pieces, vec![]) };
    let mut others = pieces.split_off(at);
    pieces.push(Inline::Text(first));
    others[0] = Inline::Text(rest);
    (pieces, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn the_first_sentence_is_what_to_do() {
        let fact = Inline::Fact { value: "0800-8115".to_owned(), fresh: true };
        for (whole, goal, how) in [
            (
                vec![said("Typ zelf digid.nl. Kies “Aanvragen”. Ja.")],
                vec![said("Typ zelf digid.nl.")],
                vec![said("Kies “Aanvragen”. Ja.")],
            ),
            (
                vec![said("Bel: "), fact.clone(), said(". Gratis.")],
                vec![said("Bel: "), fact.clone(), said(".")],
                vec![said("Gratis.")],
            ),
            (vec![said("Bel "), fact.clone(), said(".")], vec![said("Bel "), fact, said(".")], vec![]),
            (vec![], vec![], vec![]),
        ] {
            assert_eq!(after_first_sentence(whole), (goal, how));
        }
    }
}
