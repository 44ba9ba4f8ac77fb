//! One flow in one language, with everything that its page says words with.

use super::order::Order;
use super::site::Site;
use crate::app::texts::Texts;
use crate::content::inline::{Inline, plain};
use crate::content::package::Package;
use crate::content::problem::Problem;
use crate::content::ui::Ui;
use crate::content::words::StepWords;
use crate::editing::markup::{Markup, el, run, text, with};
use crate::practice::persona::Persona;

/// What the parts of a flow's page are made from.
pub struct Page<'a> {
    pub site: &'a Site<'a>,
    pub package: &'a Package,
    pub persona: &'static Persona,
    pub ui: Ui,
    pub order: Order<'a>,
}

impl<'a> Page<'a> {
    /// The page of a flow that is put together in a language.
    ///
    /// # Errors
    /// A persona that nobody knows.
    pub fn of(site: &'a Site<'a>, package: &'a Package) -> Result<Page<'a>, Vec<Problem>> {
        let Some(persona) = Persona::by_id(&package.persona) else {
            let file = format!("flows/{}/flow.json", package.flow.id);
            return Err(vec![Problem::new(&file, "persona", &package.persona, "a persona of practice/persona.rs")]);
        };
        Ok(Page { site, package, persona, ui: site.ui(&package.words.lang), order: Order::of(&package.flow) })
    }

    /// The title of another flow in this language; `None` when it has no page.
    pub fn title_of(&self, id: &str) -> Option<String> {
        self.site.title_of(id, &self.package.words.lang)
    }
}

impl Page<'_> {
    /// The words of the frame.
    pub fn t(&self, key: &str) -> String {
        self.ui.t(key)
    }

    /// The words of a step.
    pub fn words(&self, id: &str) -> StepWords {
        self.package.words.steps.get(id).cloned().unwrap_or_default()
    }

    /// What the marks in the texts of the flow refer to.
    fn texts(&self) -> Texts<'_> {
        Texts { package: self.package, persona: self.persona, today: self.site.today }
    }

    /// A text of the flow without marks.
    pub fn plain(&self, words: &str) -> String {
        self.texts().plain(words)
    }

    /// A text of the flow: a difficult word leads to its explanation, a figure that may be out of date says so.
    pub fn rich(&self, words: &str) -> Markup {
        self.pieces(&self.texts().rich(words), true)
    }

    /// A short text of the flow: words of another language are marked as such, and nothing leads anywhere.
    pub fn label(&self, words: &str) -> Markup {
        self.pieces(&self.texts().rich(words), false)
    }

    fn pieces(&self, pieces: &[Inline], linked: bool) -> Markup {
        pieces.iter().fold(run(), |node, piece| match piece {
            Inline::Text(words) | Inline::Unknown(words) => node.text(words),
            Inline::Strong(words) => node.child(el("strong").child(self.pieces(words, false))),
            Inline::Foreign { lang, words } => {
                node.child(el("span").attr("lang", lang).child(self.pieces(words, linked)))
            }
            Inline::Fact { value, fresh: true } => node.text(value),
            Inline::Fact { value, fresh: false } => {
                node.text(value).child(with("span", "stale", &format!(" ({})", self.t("fact.stale"))))
            }
            Inline::Term { shown, explanation } => {
                let explanation = plain(explanation);
                let place = self.terms().filter(|_| linked).position(|(_, other)| self.plain(other) == explanation);
                match place {
                    Some(place) => {
                        node.child(el("a").attr("class", "term").attr("href", &format!("#{}", term(place))).text(shown))
                    }
                    None => node.text(shown),
                }
            }
        })
    }

    /// The difficult words with their explanations, in the order of the alphabet.
    pub fn terms(&self) -> impl Iterator<Item = (&str, &str)> {
        let mut terms: Vec<(&str, &String)> = self.package.words.terms.iter().collect();
        terms.sort_by_key(|(word, _)| word.to_lowercase());
        terms.into_iter().map(|(word, explanation)| (word, explanation.as_str()))
    }

    /// Paragraphs.
    pub fn prose(&self, lines: &[String]) -> Vec<Markup> {
        lines.iter().map(|line| el("p").child(self.rich(line))).collect()
    }

    /// A list of lines.
    pub fn list(&self, class: &str, lines: &[String]) -> Markup {
        el("ul").attr("class", class).children(lines.iter().map(|line| el("li").child(self.rich(line))))
    }

    /// The words of the frame with nodes in their places.
    pub fn say(&self, key: &str, places: &[(&str, Markup)]) -> Markup {
        let words = self.t(key);
        let mut node = run();
        let mut rest = words.as_str();
        while let Some((before, mark)) = rest.split_once('{') {
            let known = mark.split_once('}').and_then(|(name, after)| {
                places.iter().find(|(known, _)| *known == name).map(|(_, node)| (node.clone(), after))
            });
            let (piece, after) = known.unwrap_or((text("{"), mark));
            node = node.text(before).child(piece);
            rest = after;
        }
        node.text(rest)
    }

    /// "stap 3", as a link to it.
    pub fn step_link(&self, id: &str) -> Markup {
        let label = self.order.label(id).unwrap_or_default();
        let words = self.ui.fill("page.step", &[("n", &label)]);
        // A number stays with its word.
        el("a").attr("href", &format!("#{}", anchor(id))).text(&words.replace(' ', "\u{a0}"))
    }
}

/// The place of a step on its page.
pub fn anchor(step: &str) -> String {
    format!("stap-{step}")
}

/// The place of a difficult word on its page.
pub fn term(place: usize) -> String {
    format!("woord-{}", place + 1)
}
