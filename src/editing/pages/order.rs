//! The order in which a flow is read on paper: the main roads, how it ends, and what may go wrong on the way.

use crate::flow::model::{Flow, Step, StepKind};

/// The steps of a flow, in reading order. The questions for who went alone are left out: on paper nobody goes alone.
#[derive(Debug)]
pub struct Order<'a> {
    pub main: Vec<&'a Step>,
    pub ends: Vec<&'a Step>,
    pub detours: Vec<Detour<'a>>,
}

/// Something that may go wrong.
#[derive(Debug)]
pub struct Detour<'a> {
    /// The steps where it may happen.
    pub at: Vec<&'a str>,
    pub steps: Vec<&'a Step>,
}

impl<'a> Order<'a> {
    /// The order for a flow whose includes are expanded.
    pub fn of(flow: &'a Flow) -> Order<'a> {
        let mut placed = Vec::new();
        let (ends, main): (Vec<&Step>, Vec<&Step>) =
            reach(flow, &flow.start, &mut placed).into_iter().partition(|step| step.kind == StepKind::Outcome);
        let mut detours: Vec<Detour> = Vec::new();
        let mut open: Vec<&Step> = main.clone();
        while !open.is_empty() {
            let ids: Vec<&str> = open.iter().flat_map(|step| &step.incidents).map(String::as_str).collect();
            open.clear();
            for id in ids {
                let mut steps = reach(flow, id, &mut placed);
                // What goes wrong comes first, wherever it stands in the file.
                steps.sort_by_key(|step| step.id != id);
                if !steps.is_empty() {
                    open.extend(&steps);
                    let at = flow.steps.iter().filter(|step| step.incidents.iter().any(|other| other == id));
                    detours.push(Detour { at: at.map(|step| step.id.as_str()).collect(), steps });
                }
            }
        }
        Order { main, ends, detours }
    }

    /// The number of a step: `3` on the main roads, `B2` for the second step of the second detour.
    pub fn label(&self, id: &str) -> Option<String> {
        let is = |step: &&Step| step.id == id;
        if let Some(place) = self.main.iter().chain(&self.ends).position(is) {
            return Some((place + 1).to_string());
        }
        self.detours.iter().enumerate().find_map(|(index, detour)| {
            let place = detour.steps.iter().position(is)?;
            Some(format!("{}{}", letters(index), place + 1))
        })
    }

    /// Whether one has read that step already when one is at this one.
    pub fn is_back(&self, from: &str, to: &str) -> bool {
        let place = |id| self.all().position(|step| step.id == id);
        place(to) <= place(from)
    }

    /// The step that is read after this one, in the same part.
    pub fn after(&self, id: &str) -> Option<&'a str> {
        let parts = std::iter::once(&self.main).chain(self.detours.iter().map(|detour| &detour.steps));
        parts.into_iter().find_map(|steps| {
            let place = steps.iter().position(|step| step.id == id)?;
            steps.get(place + 1).map(|step| step.id.as_str())
        })
    }

    fn all(&self) -> impl Iterator<Item = &&'a Step> {
        self.main.iter().chain(&self.ends).chain(self.detours.iter().flat_map(|detour| &detour.steps))
    }
}

/// `A` to `Z`, then `AA`.
fn letters(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    if index < 26 { last.to_string() } else { format!("{}{last}", letters(index / 26 - 1)) }
}

/// Where a step leads when nothing goes wrong, in every mode.
fn leads(step: &Step) -> impl Iterator<Item = &str> {
    let options = step.options.iter().filter_map(|option| option.next.as_deref());
    let roads = step.roads.iter().filter(|road| road.mode.is_none()).map(|road| road.to.as_str());
    options.chain(roads).chain(step.next.as_deref())
}

/// The steps from there that have no place yet, in the order of the file; they have one now.
fn reach<'a>(flow: &'a Flow, from: &str, placed: &mut Vec<&'a str>) -> Vec<&'a Step> {
    let mut todo = vec![from];
    let before = placed.len();
    while let Some(id) = todo.pop() {
        if let Some(step) = flow.step(id)
            && !placed.contains(&step.id.as_str())
        {
            placed.push(&step.id);
            todo.extend(leads(step));
        }
    }
    let new = &placed[before..];
    flow.steps.iter().filter(|step| new.contains(&step.id.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::mode::Mode;
    use crate::flow::model::Road;

    /// `id>next!incident?alone`: a step with its road, what may go wrong there, and a question for who went alone.
    fn flow(steps: &[&str]) -> Flow {
        let part = |text: &str, mark: char| {
            text.split_once(mark).map(|(_, rest)| rest.split(['>', '!', '?']).next().unwrap_or_default().to_owned())
        };
        let step = |text: &&str| {
            let next = part(text, '>');
            let alone = part(text, '?').map(|to| Road { when: vec![], mode: Some(Mode::Alone), to });
            Step {
                id: text.split(['>', '!', '?']).next().unwrap().to_owned(),
                kind: if next.is_some() { StepKind::Explain } else { StepKind::Outcome },
                next,
                roads: alone.into_iter().collect(),
                incidents: part(text, '!').into_iter().collect(),
                ..Step::default()
            }
        };
        Flow { id: "f".into(), start: "a".into(), steps: steps.iter().map(step).collect() }
    }

    #[track_caller]
    fn check(steps: &[&str], expected: &str) {
        let flow = flow(steps);
        let order = Order::of(&flow);
        let labels = order.all().map(|step| format!("{}={}", order.label(&step.id).unwrap(), step.id));
        assert_eq!(labels.collect::<Vec<_>>().join(" "), expected);
    }

    #[test]
    fn steps_are_numbered_as_they_are_read() {
        check(&["a>b", "b"], "1=a 2=b");
        check(&["end", "a>b", "b>end"], "1=a 2=b 3=end");
        check(&["a>b!x", "x>y", "y>a", "b"], "1=a 2=b A1=x A2=y");
        check(&["a>b!y", "x>a", "y>x", "b"], "1=a 2=b A1=y A2=x");
        check(&["a>b!x", "b>c!x", "x>a!z", "z>x", "c"], "1=a 2=b 3=c A1=x B1=z");
        check(&["a>b?q", "q>b", "b"], "1=a 2=b");
        check(&["a>gone", "b"], "1=a");
    }

    #[test]
    fn letters_never_run_out() {
        assert_eq!([0, 25, 26, 27, 701, 702].map(letters), ["A", "Z", "AA", "AB", "ZZ", "AAA"]);
    }

    #[test]
    fn what_was_read_is_back() {
        let flow = flow(&["a>b!x", "x>a", "b>c", "c"]);
        let order = Order::of(&flow);
        assert_eq!((order.after("a"), order.after("b"), order.after("x")), (Some("b"), None, None));
        assert!(order.is_back("x", "a") && order.is_back("b", "a") && !order.is_back("a", "b"));
    }
}
