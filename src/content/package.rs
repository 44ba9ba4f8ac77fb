//! A flow that can be walked: its files put together, with the flows it includes in their place.

use super::figure::Figure;
use super::file::{FlowFile, SITE};
use super::problem::Problem;
use super::words::Words;
use crate::flow::graph;
use crate::flow::model::{Flow, Step, StepKind};
use crate::map::Map;
use crate::practice::spec::ScreenSpec;
use crate::value::lazy::Lazy;

/// Includes in includes go no deeper than this.
pub const DEEPEST: usize = 4;

/// Everything that is needed to walk one flow in one language.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Package {
    pub flow: Flow,
    pub icon: String,
    pub persona: String,
    pub minutes: u32,
    pub site: String,
    pub guide: bool,
    /// The figures that a municipality sets, and what stands for them until it does.
    pub local: Vec<String>,
    pub differs: String,
    pub facts: Map<Figure>,
    pub screens: Map<Lazy<ScreenSpec>>,
    pub words: Words,
}

/// A flow file with its words in the language that is wanted.
pub type Source<'a> = (&'a FlowFile, &'a Words);

/// The id of a screen that another one names: after an include, ids have the door's id before them, but what a screen
/// names itself has not.
pub fn sibling(screen: &str, named: &str) -> String {
    match screen.rsplit_once('.') {
        Some((door, _)) => [door, ".", named].concat(),
        None => named.to_owned(),
    }
}

/// The flows that a file includes.
pub fn includes(file: &FlowFile) -> impl Iterator<Item = &str> {
    file.steps.iter().filter(|step| step.kind == StepKind::Include).filter_map(|step| step.flow.as_deref())
}

/// Puts a flow together that includes others. A value, because it is code that comes later (`view/lazy.rs`): a flow without
/// includes is put together by [`whole`].
#[derive(Clone, Copy)]
pub struct Expand(pub fn(&str, &Map<Source>) -> Result<Package, Vec<Problem>>);

impl std::fmt::Debug for Expand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Expand")
    }
}

impl PartialEq for Expand {
    fn eq(&self, _: &Expand) -> bool {
        true
    }
}

/// Puts a flow together. `sources` must hold the flow and all that it includes.
///
/// # Errors
/// All the problems that make the flow impossible to walk: broken routing, includes that are missing,
/// go in circles or go too deep, steps or screens without words.
pub fn assemble(id: &str, sources: &Map<Source>) -> Result<Package, Vec<Problem>> {
    let mut problems = Vec::new();
    let package = expand(id, sources, &mut vec![], &mut problems);
    finished(package, problems)
}

/// The same for a flow that includes none.
///
/// # Errors
/// As [`assemble`].
pub fn whole(id: &str, sources: &Map<Source>) -> Result<Package, Vec<Problem>> {
    let mut problems = Vec::new();
    let package = single(id, sources, &mut problems);
    finished(package, problems)
}

fn finished(package: Option<Package>, problems: Vec<Problem>) -> Result<Package, Vec<Problem>> {
    match package {
        Some(package) if problems.is_empty() => Ok(package),
        _ => Err(problems),
    }
}

/// One flow as its files have it, with its includes still as steps.
#[inline(never)]
fn single(id: &str, sources: &Map<Source>, problems: &mut Vec<Problem>) -> Option<Package> {
    let file_name = ["flows/", id, "/flow.json"].concat();
    let Some(&(file, words)) = sources.get(id) else {
        problems.push(Problem::new(&file_name, "", "the file is not there", "a flow of this name"));
        return None;
    };
    let flow = Flow { id: file.id.clone(), start: file.start.clone(), steps: file.steps.clone() };
    problems.extend(graph::faults(&flow).into_iter().map(|fault| Problem::of_fault(&file_name, fault)));
    crate::content::missing_words::missing_words(file, words, problems);
    Some(Package {
        flow,
        icon: file.icon.clone(),
        persona: file.persona.clone(),
        minutes: file.minutes,
        guide: file.guide,
        local: file.local.clone(),
        site: file.site.clone().unwrap_or_else(|| SITE.to_owned()),
        facts: file.facts.clone(),
        screens: file.screens.clone(),
        words: words.clone(),
        ..Package::default()
    })
}

fn expand(id: &str, sources: &Map<Source>, above: &mut Vec<String>, problems: &mut Vec<Problem>) -> Option<Package> {
    let file_name = ["flows/", id, "/flow.json"].concat();
    if above.iter().any(|other| other == id) || above.len() >= DEEPEST {
        problems.push(Problem::new(
            &file_name,
            "steps",
            "includes that go in circles or too deep",
            "fewer flows within flows",
        ));
        return None;
    }
    let mut package = single(id, sources, problems)?;
    if !problems.is_empty() {
        return None;
    }
    let mut flow = std::mem::take(&mut package.flow);
    above.push(id.to_owned());
    while let Some(index) = flow.steps.iter().position(|step| step.kind == StepKind::Include) {
        let door = flow.steps.remove(index);
        let inner = expand(door.flow.as_deref().unwrap_or_default(), sources, above, problems)?;
        let start = door.from.clone().unwrap_or_else(|| inner.flow.start.clone());
        if inner.flow.step(&start).is_none() {
            let path = ["steps.", &door.id, ".from"].concat();
            problems.push(Problem::new(&file_name, &path, &start, "a step of the included flow"));
            return None;
        }
        package.take_in(&mut flow, index, &door, &start, inner);
    }
    above.pop();
    package.flow = flow;
    Some(package)
}

impl Package {
    /// Puts the steps of `inner` where the include step `door` stood: ids get the door's id before them, and what led
    /// to an outcome of the included flow leads on to the door's `next`.
    fn take_in(&mut self, flow: &mut Flow, index: usize, door: &Step, start: &str, inner: Package) {
        let Package { flow: mut inner_flow, screens, words, facts, local, .. } = inner;
        self.local.extend(local);
        // The questions after an exercise belong to the exercise itself: here it is only the way in.
        inner_flow.steps.iter_mut().for_each(|step| step.roads.retain(|road| road.mode.is_none()));
        let prefixed = |id: &str| [&door.id, ".", id].concat();
        let ends: Vec<String> =
            inner_flow.steps.iter().filter(|step| step.kind == StepKind::Outcome).map(|step| step.id.clone()).collect();
        let on = door.next.clone().unwrap_or_default();
        let redirect = |id: &mut String| *id = if ends.contains(id) { on.clone() } else { prefixed(id) };
        let used = graph::reached(&inner_flow, start);
        let mut steps = Vec::new();
        let inside = inner_flow.steps.iter().zip(used).filter(|(step, used)| *used && step.kind != StepKind::Outcome);
        for (step, _) in inside {
            let mut step = step.clone();
            step.id = prefixed(&step.id);
            step.screen = step.screen.as_deref().map(prefixed);
            step.next.iter_mut().for_each(redirect);
            step.options.iter_mut().filter_map(|option| option.next.as_mut()).for_each(redirect);
            step.roads.iter_mut().for_each(|road| redirect(&mut road.to));
            step.incidents.iter_mut().for_each(redirect);
            let conditions = step.roads.iter_mut().flat_map(|road| &mut road.when);
            for condition in conditions.chain(step.items.iter_mut().flat_map(|item| &mut item.when)) {
                condition.step = prefixed(&condition.step);
            }
            steps.push(step);
        }
        let first = prefixed(start);
        let enter = |id: &mut String| {
            if *id == door.id {
                id.clone_from(&first);
            }
        };
        enter(&mut flow.start);
        for step in &mut flow.steps {
            step.next.iter_mut().for_each(enter);
            step.options.iter_mut().filter_map(|option| option.next.as_mut()).for_each(enter);
            step.roads.iter_mut().for_each(|road| enter(&mut road.to));
            step.incidents.iter_mut().for_each(enter);
        }
        flow.steps.splice(index..index, steps);
        for (id, screen) in screens {
            self.screens.insert(prefixed(&id), screen);
        }
        for (id, words) in words.steps {
            self.words.steps.insert(prefixed(&id), words);
        }
        for (id, words) in words.screens {
            self.words.screens.insert(prefixed(&id), words);
        }
        for (word, explanation) in words.terms {
            self.words.terms.insert_new(word, explanation);
        }
        for (id, fact) in facts {
            self.facts.insert_new(id, fact);
        }
    }
}
