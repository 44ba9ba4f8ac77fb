//! The order in each layer, so that few roads cross. A road over several layers has a place in each of them.

use super::graph::Graph;

/// So often all layers are gone through; the best order that was met counts.
const SWEEPS: usize = 24;

/// What has a place in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A step.
    Dot(usize),
    /// A road on its way past.
    Bend,
}

/// The places of a drawing in their layers.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    pub places: Vec<Place>,
    /// The places of each layer, from left to right.
    pub rows: Vec<Vec<usize>>,
    /// For each road the places that it goes by, from the upper end to the lower one.
    pub ways: Vec<Vec<usize>>,
    /// For each place those that it is joined with in the layer above, and below.
    pub above: Vec<Vec<usize>>,
    pub below: Vec<Vec<usize>>,
}

impl Layout {
    /// Orders a graph whose dots are in these layers; `back` tells of each line whether it leads up.
    pub fn of(graph: &Graph, layers: &[usize], back: &[bool]) -> Layout {
        let mut layout =
            Layout { rows: vec![vec![]; layers.iter().max().map_or(0, |last| last + 1)], ..Layout::default() };
        for (dot, layer) in layers.iter().enumerate() {
            layout.add(Place::Dot(dot), *layer);
        }
        for (line, back) in graph.lines.iter().zip(back) {
            let (upper, lower) = if *back { (line.to, line.from) } else { (line.from, line.to) };
            let mut way = vec![upper];
            way.extend((layers[upper] + 1..layers[lower]).map(|layer| layout.add(Place::Bend, layer)));
            way.push(lower);
            if upper != lower {
                for pair in way.windows(2) {
                    layout.below[pair[0]].push(pair[1]);
                    layout.above[pair[1]].push(pair[0]);
                }
            }
            layout.ways.push(way);
        }
        layout.sort();
        layout
    }

    fn add(&mut self, place: Place, layer: usize) -> usize {
        self.places.push(place);
        self.above.push(vec![]);
        self.below.push(vec![]);
        self.rows[layer].push(self.places.len() - 1);
        self.places.len() - 1
    }

    /// Each place to the middle of those it is joined with, downwards and upwards in turn.
    fn sort(&mut self) {
        let mut best = (self.crossings(), self.rows.clone());
        for sweep in 0..SWEEPS {
            let down = sweep % 2 == 0;
            let mut at = vec![0.0; self.places.len()];
            let note = |row: &[usize], at: &mut Vec<f64>| {
                row.iter().enumerate().for_each(|(index, place)| at[*place] = index as f64);
            };
            self.rows.iter().for_each(|row| note(row, &mut at));
            let layers: Vec<usize> =
                if down { (0..self.rows.len()).collect() } else { (0..self.rows.len()).rev().collect() };
            for layer in layers {
                let joined = if down { &self.above } else { &self.below };
                let middle = |place: &usize| match joined[*place].as_slice() {
                    [] => at[*place],
                    others => others.iter().map(|other| at[*other]).sum::<f64>() / others.len() as f64,
                };
                let mut row: Vec<(f64, usize)> = self.rows[layer].iter().map(|place| (middle(place), *place)).collect();
                row.sort_by(|(one, _), (other, _)| one.total_cmp(other));
                self.rows[layer] = row.into_iter().map(|(_, place)| place).collect();
                note(&self.rows[layer], &mut at);
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.rows.clone());
            }
        }
        self.rows = best.1;
    }

    /// How many roads cross, between all layers.
    pub fn crossings(&self) -> usize {
        let mut at = vec![0; self.places.len()];
        self.rows.iter().for_each(|row| row.iter().enumerate().for_each(|(index, place)| at[*place] = index));
        let between = |row: &Vec<usize>| {
            let roads: Vec<(usize, usize)> =
                row.iter().flat_map(|place| self.below[*place].iter().map(|below| (at[*place], at[*below]))).collect();
            let crosses = |(one, other): (&(usize, usize), &(usize, usize))| {
                (one.0 < other.0 && one.1 > other.1) || (one.0 > other.0 && one.1 < other.1)
            };
            roads
                .iter()
                .enumerate()
                .map(|(index, one)| roads[index + 1..].iter().filter(|other| crosses((one, other))).count())
                .sum::<usize>()
        };
        self.rows.iter().map(between).sum()
    }
}
