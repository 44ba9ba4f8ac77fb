//! The picture: boxes, roads, a title and a key, in light and dark.

use super::graph::{Dot, Graph, INSIDE, SMALL_LINE, TITLE_LINE, WIDTH};
use super::layers::layers;
use super::order::{Layout, Place};
use super::place::places;
use crate::content::package::Package;
use crate::editing::colours::palette;
use crate::editing::markup::{Markup, el, run};
use crate::flow::model::StepKind;

const STYLE: &str = include_str!("diagram.css");

/// The space around the picture, above it for title and key, and between two rows.
const MARGIN: f64 = 32.0;
const HEAD: f64 = 104.0;
const BETWEEN: f64 = 64.0;
/// Wide enough for the key.
const NARROWEST: f64 = 860.0;
/// A road is straight for so long where it begins and where it ends, so that its arrow points down (or up).
const STRAIGHT: f64 = 12.0;
/// How far the ends of two roads at one box are apart.
const APART: f64 = 36.0;

/// The flow with its includes in their place, as a picture that stands on its own.
pub fn svg(package: &Package) -> String {
    // A figure that each municipality sets itself.
    let graph = Graph::of(&Package { differs: "…".to_owned(), ..package.clone() });
    let (layers, back) = layers(&graph);
    let layout = Layout::of(&graph, &layers, &back);
    let picture = Picture::new(graph, layout, back);
    let (width, height) = picture.size();
    let words = &package.words;
    let (steps, wrong) = (picture.graph.dots.len(), picture.graph.lines.iter().filter(|line| line.detour).count());
    let about = format!("{steps} steps, drawn from top to bottom; {wrong} dotted ways into something that goes wrong.");
    let root = el("svg")
        .attr("xmlns", "http://www.w3.org/2000/svg")
        .attr("viewBox", &format!("0 0 {width:.0} {height:.0}"))
        .attr("width", &format!("{width:.0}"))
        .attr("height", &format!("{height:.0}"))
        .attr("role", "img")
        .attr("aria-labelledby", "title about")
        .child(el("title").attr("id", "title").attr("lang", &words.lang).text(&words.title))
        .child(el("desc").attr("id", "about").attr("lang", "en").text(&about))
        .child(el("style").text(&format!("{}\n{STYLE}", palette())))
        .child(el("defs").children(["line", "detour"].map(arrow)))
        .child(shape("rect", "paper", &[("width", width), ("height", height)]))
        .child(text(MARGIN, MARGIN + 18.0, "head", &words.title).attr("lang", &words.lang))
        .child(key());
    root.child(picture.drawn().attr("lang", &words.lang)).html()
}

/// A picture with everything in its place.
struct Picture {
    graph: Graph,
    layout: Layout,
    back: Vec<bool>,
    /// The middle of each place.
    x: Vec<f64>,
    /// The row of each place; the top and the bottom of each row.
    row: Vec<usize>,
    rows: Vec<(f64, f64)>,
}

impl Picture {
    fn new(graph: Graph, layout: Layout, back: Vec<bool>) -> Picture {
        let mut x = places(&layout);
        let wide = x.iter().fold(0.0, |most: f64, x| most.max(*x)) + WIDTH / 2.0;
        let shift = MARGIN + ((NARROWEST - 2.0 * MARGIN - wide) / 2.0).max(0.0);
        x.iter_mut().for_each(|x| *x += shift);
        let mut row = vec![0; layout.places.len()];
        let mut rows = Vec::new();
        let mut top = HEAD;
        for (index, places) in layout.rows.iter().enumerate() {
            places.iter().for_each(|place| row[*place] = index);
            let dots = places.iter().filter_map(|place| match layout.places[*place] {
                Place::Dot(dot) => Some(graph.height(dot)),
                Place::Bend => None,
            });
            let bottom = top + dots.fold(0.0, f64::max);
            rows.push((top, bottom));
            top = bottom + BETWEEN;
        }
        Picture { graph, layout, back, x, row, rows }
    }

    fn size(&self) -> (f64, f64) {
        let right = self.x.iter().fold(0.0, |most: f64, x| most.max(*x)) + WIDTH / 2.0;
        let bottom = self.rows.last().map_or(HEAD, |(_, bottom)| *bottom);
        ((right + MARGIN).max(NARROWEST), bottom + MARGIN)
    }

    /// The top and the bottom of a box, in the middle of its row.
    fn box_of(&self, dot: usize) -> (f64, f64) {
        let (top, bottom) = self.rows[self.row[dot]];
        let (middle, half) = (f64::midpoint(top, bottom), self.graph.height(dot) / 2.0);
        (middle - half, middle + half)
    }

    fn drawn(&self) -> Markup {
        let lines = (0..self.graph.lines.len()).map(|line| self.road(line));
        let dots = self.graph.dots.iter().enumerate().map(|(index, dot)| self.step(index, dot));
        let numbers = (0..self.graph.lines.len()).map(|line| self.number(line));
        el("g").children(lines).children(dots).children(numbers)
    }

    fn step(&self, index: usize, dot: &Dot) -> Markup {
        let (top, bottom) = self.box_of(index);
        let left = self.x[index] - WIDTH / 2.0;
        let group = el("g").attr("class", if dot.detour { "step wrong" } else { "step" }).child(figure(
            dot.kind,
            left,
            top,
            bottom - top,
        ));
        let mut y = top + INSIDE;
        let title = dot.title.iter().map(|words| {
            y += TITLE_LINE;
            text(left + 18.0, y - 4.5, "name", words)
        });
        let group = group.children(title.collect::<Vec<_>>());
        y += 6.0;
        group.children(dot.small.iter().map(|words| {
            y += SMALL_LINE;
            text(left + 18.0, y - 4.0, "small", words)
        }))
    }

    /// Where a road leaves the upper box, and where it meets the lower one.
    fn ends(&self, line: usize) -> ((f64, f64), (f64, f64)) {
        let way = &self.layout.ways[line];
        let (upper, lower) = (way[0], way[way.len() - 1]);
        let port = |dot: usize, near: &dyn Fn(&Vec<usize>) -> Option<usize>| {
            let mut roads: Vec<(f64, usize)> = self
                .layout
                .ways
                .iter()
                .enumerate()
                .filter_map(|(index, way)| Some((self.x[near(way)?], index)))
                .collect();
            roads.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
            let place = roads.iter().position(|(_, index)| *index == line).unwrap_or(0) as f64;
            let apart = APART.min((WIDTH - 48.0) / roads.len() as f64);
            self.x[dot] + (place - (roads.len() as f64 - 1.0) / 2.0) * apart
        };
        let below = |way: &Vec<usize>| (way[0] == upper && way[way.len() - 1] != upper).then(|| way[1]);
        let above = |way: &Vec<usize>| (way[way.len() - 1] == lower && way[0] != lower).then(|| way[way.len() - 2]);
        ((port(upper, &below), self.box_of(upper).1), (port(lower, &above), self.box_of(lower).0))
    }

    fn road(&self, line: usize) -> Markup {
        let way = &self.layout.ways[line];
        let (from, detour) = (self.graph.lines[line].from, self.graph.lines[line].detour);
        let dotted = detour || self.graph.dots[from].detour;
        let class = if dotted { "road detour" } else { "road" };
        let marker = format!("url(#{})", if dotted { "arrow-detour" } else { "arrow-line" });
        let d = if way[0] == way[way.len() - 1] { self.loop_of(way[0]) } else { self.curve(line) };
        let end = if self.back[line] { "marker-start" } else { "marker-end" };
        el("path").attr("class", class).attr("d", &d).attr(end, &marker)
    }

    /// Straight past a row, curved between two.
    fn curve(&self, line: usize) -> String {
        let way = &self.layout.ways[line];
        let ((mut x, y), end) = self.ends(line);
        let mut d = format!("M{x:.1} {y:.1}");
        for pair in way.windows(2) {
            let (_, from) = self.rows[self.row[pair[0]]];
            let (to, _) = self.rows[self.row[pair[1]]];
            let next = if pair[1] == way[way.len() - 1] { end.0 } else { self.x[pair[1]] };
            let (from, to, middle) = (from + STRAIGHT, to - STRAIGHT, f64::midpoint(from, to));
            d += &format!("V{from:.1}C{x:.1} {middle:.1} {next:.1} {middle:.1} {next:.1} {to:.1}");
            x = next;
        }
        format!("{d}V{:.1}", end.1)
    }

    /// A road from a step to itself.
    fn loop_of(&self, dot: usize) -> String {
        let (top, bottom) = self.box_of(dot);
        let (x, y) = (self.x[dot] + WIDTH / 2.0, f64::midpoint(top, bottom));
        format!("M{x:.1} {:.1}c24 -6 24 26 0 20", y - 10.0)
    }

    /// The numbers of the answers that lead along a road, where it begins.
    fn number(&self, line: usize) -> Markup {
        let numbers: Vec<String> = self.graph.lines[line].numbers.iter().map(usize::to_string).collect();
        if numbers.is_empty() {
            return run();
        }
        let (upper, lower) = self.ends(line);
        let (x, y) = if self.back[line] { (lower.0, lower.1 - 14.0) } else { (upper.0, upper.1 + 14.0) };
        let words = numbers.join(" ");
        let width = 13.0 + 7.0 * words.len() as f64;
        let pill = shape(
            "rect",
            "pill",
            &[("x", x - width / 2.0), ("y", y - 9.0), ("width", width), ("height", 18.0), ("rx", 9.0)],
        );
        el("g").child(pill).child(text(x, y + 4.0, "number", &words))
    }
}

/// The figure of a kind of step.
fn figure(kind: StepKind, x: f64, y: f64, height: f64) -> Markup {
    let (right, bottom, middle) = (x + WIDTH, y + height, y + height / 2.0);
    let rect = |class: &str, round: f64| {
        shape("rect", class, &[("x", x), ("y", y), ("width", WIDTH), ("height", height), ("rx", round)])
    };
    let path = |class: &str, d: String| el("path").attr("class", class).attr("d", &d);
    match kind {
        StepKind::Explain | StepKind::Include => rect("explain", 8.0),
        StepKind::Choose => {
            let (in_left, in_right, left, right) = (x + 8.0, right - 8.0, x - 6.0, right + 6.0);
            path(
                "choose",
                format!("M{in_left} {y}H{in_right}L{right} {middle}L{in_right} {bottom}H{in_left}L{left} {middle}Z"),
            )
        }
        StepKind::Checklist => {
            let fold = path("fold", format!("M{} {y}v16h16", right - 16.0));
            run().child(path("checklist", format!("M{x} {y}H{}l16 16V{bottom}H{x}Z", right - 16.0))).child(fold)
        }
        StepKind::Practise => {
            let sides = format!("M{} {y}V{bottom}M{} {y}V{bottom}", x + 7.0, right - 7.0);
            run().child(rect("practise", 2.0)).child(path("fold", sides))
        }
        StepKind::Outcome => rect("outcome", (height / 2.0).min(26.0)),
    }
}

/// What the figures mean, by the names that `flow.json` uses.
fn key() -> Markup {
    let kinds = [StepKind::Explain, StepKind::Choose, StepKind::Checklist, StepKind::Practise, StepKind::Outcome];
    let small = |index: usize, class: &str, words: &str, figure: Markup| {
        let x = MARGIN + index as f64 * 132.0;
        let figure =
            el("g").attr("class", class).attr("transform", &format!("translate({x} 64) scale(0.13 0.5)")).child(figure);
        run().child(figure).child(text(x + 38.0, 79.0, "small", words))
    };
    let all =
        kinds.iter().enumerate().map(|(index, kind)| small(index, "step", kind.name(), figure(*kind, 0.0, 0.0, 44.0)));
    let wrong = small(kinds.len(), "step wrong", "something goes wrong", figure(StepKind::Explain, 0.0, 0.0, 44.0));
    el("g").attr("lang", "en").children(all).child(wrong)
}

fn arrow(name: &'static str) -> Markup {
    let head = el("path").attr("class", &format!("arrow {name}")).attr("d", "M0 0L9 4.5L0 9Z");
    let marker = el("marker")
        .attr("id", &format!("arrow-{name}"))
        .attr("viewBox", "0 0 9 9")
        .attr("refX", "8")
        .attr("refY", "4.5");
    marker
        .attr("markerWidth", "9")
        .attr("markerHeight", "9")
        .attr("markerUnits", "userSpaceOnUse")
        .attr("orient", "auto-start-reverse")
        .child(head)
}

fn shape(tag: &'static str, class: &str, numbers: &[(&str, f64)]) -> Markup {
    let node = el(tag).attr("class", class);
    numbers.iter().fold(node, |node, (name, number)| node.attr(name, &format!("{number:.1}")))
}

fn text(x: f64, y: f64, class: &str, words: &str) -> Markup {
    el("text").attr("class", class).attr("x", &format!("{x:.1}")).attr("y", &format!("{y:.1}")).text(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editing::library;
    use std::path::Path;

    fn pictures() -> Vec<(String, Picture)> {
        let library = library::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("public"), &mut vec![]);
        let picture = |id: &String| {
            let graph = Graph::of(&library.package(id, "nl").unwrap());
            let (layers, back) = layers(&graph);
            let layout = Layout::of(&graph, &layers, &back);
            (id.clone(), Picture::new(graph, layout, back))
        };
        library.files.keys().map(picture).collect()
    }

    #[test]
    fn every_box_has_its_own_place_on_the_paper() {
        for (id, picture) in pictures() {
            let (width, height) = picture.size();
            let boxes: Vec<(f64, (f64, f64))> =
                (0..picture.graph.dots.len()).map(|dot| (picture.x[dot], picture.box_of(dot))).collect();
            for (index, (x, (top, bottom))) in boxes.iter().enumerate() {
                let inside = *x - WIDTH / 2.0 >= MARGIN - 1.0 && *x + WIDTH / 2.0 <= width - MARGIN + 1.0;
                assert!(inside && *top >= HEAD && *bottom <= height, "{id}: {index}");
                for (other, (other_x, (other_top, other_bottom))) in boxes.iter().enumerate().skip(index + 1) {
                    let apart = (x - other_x).abs() >= WIDTH + 8.0 || other_top >= bottom || top >= other_bottom;
                    assert!(apart, "{id}: {index} and {other} overlap");
                }
            }
        }
    }

    /// Roads end at the box they lead to, and few of them cross: so many that one can still follow them.
    #[test]
    fn roads_can_be_followed() {
        for (id, picture) in pictures() {
            for (index, line) in picture.graph.lines.iter().enumerate() {
                let way = &picture.layout.ways[index];
                let ends = if picture.back[index] { (line.to, line.from) } else { (line.from, line.to) };
                assert_eq!((way[0], way[way.len() - 1]), ends, "{id}");
                let ((x, y), (to_x, to_y)) = picture.ends(index);
                assert!(y <= to_y || line.from == line.to, "{id}: {line:?}");
                for (x, dot) in [(x, ends.0), (to_x, ends.1)] {
                    assert!((x - picture.x[dot]).abs() <= WIDTH / 2.0, "{id}: {line:?} ends beside its box");
                }
            }
            let (crossings, roads) = (picture.layout.crossings(), picture.graph.lines.len());
            assert!(crossings <= 2 * roads, "{id}: {crossings} crossings of {roads} roads");
        }
    }
}
