//! Which layer each step is in: below all that lead to it, as far down as the longest way there.

use super::graph::Graph;

/// So many steps stand beside each other, where some of them can stand lower.
const WIDEST: usize = 8;

/// The layer of each step, from 0; and for each road whether it leads back up.
pub fn layers(graph: &Graph) -> (Vec<usize>, Vec<bool>) {
    let back = back(graph);
    let mut layers = vec![0; graph.dots.len()];
    // A way has no more roads than there are steps, once no road leads back.
    for _ in 0..graph.dots.len() {
        let mut settled = true;
        for (line, back) in graph.lines.iter().zip(&back) {
            let (above, below) = if *back { (line.to, line.from) } else { (line.from, line.to) };
            if line.from != line.to && layers[below] <= layers[above] {
                layers[below] = layers[above] + 1;
                settled = false;
            }
        }
        if settled {
            break;
        }
    }
    narrow(graph, &back, &mut layers);
    (layers, back)
}

/// Lets ends sink out of rows that are too wide: a question with twenty answers is twenty ends.
fn narrow(graph: &Graph, back: &[bool], layers: &mut [usize]) {
    let leads_down = |dot: usize| {
        graph
            .lines
            .iter()
            .zip(back)
            .any(|(line, back)| line.from != line.to && (if *back { line.to } else { line.from }) == dot)
    };
    let ends: Vec<usize> = (0..layers.len()).filter(|dot| !leads_down(*dot)).collect();
    let mut layer = 0;
    while layers.iter().any(|other| *other >= layer) {
        let surplus = layers.iter().filter(|other| **other == layer).count().saturating_sub(WIDEST);
        let sinking: Vec<usize> =
            ends.iter().rev().copied().filter(|end| layers[*end] == layer).take(surplus).collect();
        sinking.into_iter().for_each(|end| layers[end] += 1);
        layer += 1;
    }
}

/// The roads that lead back to a step that one came by.
fn back(graph: &Graph) -> Vec<bool> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut back = vec![false; graph.lines.len()];
    let mut states = vec![State::New; graph.dots.len()];
    // The start first; then what nothing leads to, in the order of the file.
    for root in std::iter::once(graph.start).chain(0..graph.dots.len()) {
        let mut way = vec![(root, 0)];
        if states.get(root) != Some(&State::New) {
            continue;
        }
        states[root] = State::Open;
        while let Some((at, done)) = way.pop() {
            let next = graph.lines.iter().enumerate().skip(done).find(|(_, line)| line.from == at);
            let Some((index, line)) = next else {
                states[at] = State::Done;
                continue;
            };
            way.push((at, index + 1));
            match states[line.to] {
                State::Open => back[index] = true,
                State::New => {
                    states[line.to] = State::Open;
                    way.push((line.to, 0));
                }
                State::Done => {}
            }
        }
    }
    back
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editing::diagram::graph::{Dot, Line};
    use crate::flow::model::StepKind;

    /// `0>1 1>2` and so on; the layers, and the roads that lead back.
    #[track_caller]
    fn check(roads: &str, expected: &[usize], up: &[&str]) {
        let lines: Vec<Line> = roads
            .split(' ')
            .map(|road| {
                let (from, to) = road.split_once('>').unwrap();
                Line { from: from.parse().unwrap(), to: to.parse().unwrap(), numbers: vec![], detour: false }
            })
            .collect();
        let dot = Dot { kind: StepKind::Explain, detour: false, title: vec![], small: vec![] };
        let graph = Graph { start: 0, dots: vec![dot; expected.len()], lines };
        let (layers, back) = layers(&graph);
        assert_eq!(layers, expected);
        let names = roads.split(' ').zip(back).filter(|(_, back)| *back).map(|(road, _)| road);
        assert_eq!(names.collect::<Vec<_>>(), up);
    }

    #[test]
    fn a_step_is_below_all_that_lead_to_it() {
        check("0>1 1>2", &[0, 1, 2], &[]);
        check("0>1 0>2 1>2", &[0, 1, 2], &[]);
        check("0>1 1>0 1>2", &[0, 1, 2], &["1>0"]);
        check("0>1 1>2 2>1 2>3", &[0, 1, 2, 3], &["2>1"]);
        check("0>0 0>1", &[0, 1], &["0>0"]);
        check("0>1 2>1", &[0, 1, 0], &[]);
        // Nine ends beside each other are one too many.
        let wide: Vec<String> = (1..=9).map(|end| format!("0>{end}")).collect();
        check(&wide.join(" "), &[0, 1, 1, 1, 1, 1, 1, 1, 1, 2], &[]);
    }
}
