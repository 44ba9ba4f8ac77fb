//! The plan of the house, seen from above: three by three rooms, drawn behind the list of rooms. It says nothing that the list does not.

use leptos::prelude::*;
use leptos::svg;

/// What is drawn: a class that gives it its colours, and its outline. A room is 300 wide and 200 high.
const SHAPES: &[(&str, &str)] = &[
    // Grass and path around the house.
    ("grass", "M0 0H940V640H0z"),
    ("path", "M440 420h60v220h-60zM0 590h940v50H0z"),
    // Floors.
    ("floor-1", "M20 20h300v200H20zM620 220h300v200H620z"),
    ("floor-2", "M320 20h300v200H320zM20 420h300v150H20z"),
    ("floor-3", "M620 20h300v200H620zM20 220h300v200H20z"),
    ("floor-4", "M320 220h300v200H320zM620 420h300v150H620z"),
    ("square", "M320 420h300v150H320z"),
    // The library: shelves, and a table to read at.
    ("wood", "M40 34h150v18H40zM40 66h150v18H40zM230 40h60v40h-60z"),
    ("books", "M46 36v14M56 36v14M64 38v12M76 36v14M88 36v14M98 38v12M110 36v14M122 36v14M134 36v14M146 38v12M158 36v14M172 36v14M48 68v14M60 70v12M72 68v14M84 68v14M98 68v14M112 70v12M124 68v14M138 68v14M152 68v14M166 70v12M178 68v14"),
    // The council: a ring of chairs around the chair's table.
    ("wood", "M400 60a70 44 0 1 1 140 0h-22a48 26 0 1 0 -96 0z"),
    ("seat", "M392 62a8 8 0 1 0 .1 0M404 36a8 8 0 1 0 .1 0M436 22a8 8 0 1 0 .1 0M504 22a8 8 0 1 0 .1 0M536 36a8 8 0 1 0 .1 0M548 62a8 8 0 1 0 .1 0M470 66a9 9 0 1 0 .1 0"),
    // Living: a small house with a leaf on its roof.
    ("wood", "M700 84V58l32-24 32 24v26z"),
    ("leaf", "M800 84c0-30 18-46 44-48c2 28-12 46-44 48zM800 92c6-20 16-32 30-42"),
    // Care: two easy chairs at a round table.
    ("wood", "M150 262a20 20 0 1 0 .1 0"),
    ("seat", "M96 268a14 14 0 0 1 28 0v26H96zM178 268a14 14 0 0 1 28 0v26h-28z"),
    // The hall: the host's desk, and plants.
    ("wood", "M410 262a60 46 0 0 0 120 0h-22a38 26 0 0 1 -76 0z"),
    ("seat", "M470 236a11 11 0 1 0 .1 0"),
    ("leaf", "M352 246a14 14 0 1 0 .1 0M588 246a14 14 0 1 0 .1 0"),
    // Youth: small chairs, building blocks.
    ("seat", "M700 262a14 14 0 1 0 .1 0M760 250a14 14 0 1 0 .1 0"),
    ("block", "M800 268h24v24h-24zM826 268h24v24h-24zM813 242h24v24h-24z"),
    // The café: tables with cups.
    ("wood", "M80 436a22 22 0 1 0 .1 0M160 448a22 22 0 1 0 .1 0M244 436a22 22 0 1 0 .1 0"),
    ("seat", "M74 452h12v10H74zM154 464h12v10h-12zM238 452h12v10h-12z"),
    // The square: trees and a stage.
    ("leaf", "M362 440a18 18 0 1 0 .1 0M578 440a18 18 0 1 0 .1 0"),
    ("block", "M420 440h100v14H420z"),
    // Safety: a shield.
    ("shield", "M770 432l36 12v18c0 22-18 32-36 38c-18-6-36-16-36-38v-18z"),
    // Walls, with doors left open.
    ("wall", "M20 220V20h900v550H620M620 570V500M320 570H20V220M320 20v70M320 150v140M620 20v70M620 150v140M320 350v80M320 490v80M620 350v80M20 220h120M200 220h200M540 220h200M800 220h120M20 420h120M200 420h200M540 420h200M800 420h120"),
];

/// The drawing; decoration behind the list.
pub fn plan() -> AnyView {
    let shapes = SHAPES.iter().map(|(class, outline)| {
        svg::path().attr("class", ["sw-plan__", class].concat()).attr("d", *outline).into_any()
    });
    svg::svg()
        .attr("class", "sw-plan")
        .attr("viewBox", "0 0 940 640")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .attr("preserveAspectRatio", "none")
        .child(shapes.collect::<Vec<_>>())
        .into_any()
}
