//! What is drawn: a box for each step, and a line for each road.

use super::wrap::wrap;
use crate::app::texts::Texts;
use crate::content::package::Package;
use crate::flow::model::{Condition, Step, StepKind};
use crate::practice::persona::Persona;

/// The width of a box, and how many letters of a title and of the small print fit in it.
pub const WIDTH: f64 = 232.0;
const TITLE: usize = 23;
const SMALL: usize = 31;

/// A step.
#[derive(Debug, Clone)]
pub struct Dot {
    pub kind: StepKind,
    /// It is met only when something goes wrong.
    pub detour: bool,
    pub title: Vec<String>,
    /// What can be answered and when which road is taken, each with its number, which stands at the road too.
    pub small: Vec<String>,
}

/// A road.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub from: usize,
    pub to: usize,
    /// The numbers of the answers that lead along it.
    pub numbers: Vec<usize>,
    /// Something goes wrong.
    pub detour: bool,
}

/// The steps and roads of a flow.
#[derive(Debug, Clone, Default)]
pub struct Graph {
    pub start: usize,
    pub dots: Vec<Dot>,
    pub lines: Vec<Line>,
}

impl Graph {
    /// The graph of a flow that is put together, with the words in its boxes.
    pub fn of(package: &Package) -> Graph {
        let steps = &package.flow.steps;
        let index = |id: &str| steps.iter().position(|step| step.id == id);
        let mut graph = Graph { start: index(&package.flow.start).unwrap_or(0), ..Graph::default() };
        for (from, step) in steps.iter().enumerate() {
            let (small, roads) = roads(package, step);
            let title = package.words.steps.get(&step.id).map_or(step.id.as_str(), |words| &words.title);
            graph.dots.push(Dot { kind: step.kind, detour: false, title: wrap(&plain(package, title), TITLE), small });
            for (to, number, detour) in roads {
                let Some(to) = index(to) else { continue };
                let known = graph.lines.iter().position(|line| (line.from, line.to, line.detour) == (from, to, detour));
                let known = known.unwrap_or_else(|| {
                    graph.lines.push(Line { from, to, numbers: vec![], detour });
                    graph.lines.len() - 1
                });
                graph.lines[known].numbers.extend(number);
            }
        }
        let main = graph.main();
        graph.dots.iter_mut().zip(main).for_each(|(dot, main)| dot.detour = !main);
        graph
    }

    /// Which steps are met when nothing goes wrong.
    fn main(&self) -> Vec<bool> {
        let mut met = vec![false; self.dots.len()];
        let mut todo = vec![self.start];
        while let Some(at) = todo.pop() {
            if met.get(at) == Some(&false) {
                met[at] = true;
                todo.extend(self.lines.iter().filter(|line| line.from == at && !line.detour).map(|line| line.to));
            }
        }
        met
    }

    /// The height of a box.
    pub fn height(&self, dot: usize) -> f64 {
        let Dot { title, small, .. } = &self.dots[dot];
        let between = if small.is_empty() { 0.0 } else { 6.0 };
        title.len() as f64 * TITLE_LINE + small.len() as f64 * SMALL_LINE + between + 2.0 * INSIDE
    }
}

/// The height of a line of a title.
pub const TITLE_LINE: f64 = 18.0;
/// The height of a line of small text.
pub const SMALL_LINE: f64 = 15.0;
/// The space between a box and its text.
pub const INSIDE: f64 = 12.0;

/// A road: where it leads, the number of what leads along it, and whether something goes wrong.
type Road<'a> = (&'a str, Option<usize>, bool);

/// The small print of a step, and its roads.
fn roads<'a>(package: &Package, step: &'a Step) -> (Vec<String>, Vec<Road<'a>>) {
    let words = package.words.steps.get(&step.id);
    let mut small = Vec::new();
    let mut roads: Vec<Road> = Vec::new();
    let mut count = 0;
    let mut numbered = |text: &str| {
        count += 1;
        small.extend(wrap(&format!("{count}. {}", plain(package, text)), SMALL));
        Some(count)
    };
    for option in &step.options {
        let label =
            words.and_then(|words| words.options.get(&option.id)).map_or(option.id.as_str(), |words| &words.label);
        let number = numbered(label);
        roads.extend(option.next.as_deref().or(step.next.as_deref()).map(|next| (next, number, false)));
    }
    for road in &step.roads {
        let mode = road.mode.map(|mode| mode.id().to_owned());
        let parts: Vec<String> = mode.into_iter().chain(road.when.iter().map(condition)).collect();
        let number = if parts.is_empty() { None } else { numbered(&parts.join(", ")) };
        roads.push((&road.to, number, false));
    }
    roads.extend(step.next.as_deref().filter(|_| step.options.is_empty()).map(|next| (next, None, false)));
    roads.extend(step.incidents.iter().map(|id| (id.as_str(), None, true)));
    (small, roads)
}

/// A text without marks. Whether a figure has expired is told elsewhere.
fn plain(package: &Package, text: &str) -> String {
    let persona = Persona::by_id(&package.persona);
    persona.map_or_else(|| text.to_owned(), |persona| Texts { package, persona, today: "" }.plain(text))
}

fn condition(condition: &Condition) -> String {
    match (&condition.is, &condition.not) {
        (Some(is), _) => format!("{} = {is}", condition.step),
        (_, Some(not)) => format!("{} ≠ {not}", condition.step),
        _ => condition.step.clone(),
    }
}
