//! The rooms as they are drawn, seen from above. A drawing says nothing that the list of rooms does not.

use crate::municipality::house::Room;
use leptos::prelude::*;
use leptos::svg;

/// What stands in a room, 300 wide and 84 high: a class that gives it its colours, and its outline.
type Shapes = &'static [(&'static str, &'static str)];

fn shapes(room: Room) -> Shapes {
    match room {
        // The host's desk, and plants by the door.
        Room::Reception => &[
            ("wood", "M80 30a70 44 0 0 0 140 0h-24a46 26 0 0 1-92 0z"),
            ("seat", "M139 26a11 11 0 1 1 22 0a11 11 0 1 1-22 0z"),
            ("leaf", "M22 40a15 15 0 1 1 30 0a15 15 0 1 1-30 0zM248 40a15 15 0 1 1 30 0a15 15 0 1 1-30 0z"),
        ],
        // Shelves with books, and a table to read at.
        Room::Library => &[
            ("wood", "M20 8h160v24H20zM20 48h160v24H20zM220 24h58v36h-58z"),
            (
                "books",
                "M30 12v16M42 12v16M52 16v12M66 12v16M80 12v16M92 16v12M106 12v16M118 12v16M134 16v12M148 12v16M164 12v16M30 56v12M44 52v16M58 52v16M70 56v12M84 52v16M98 52v16M112 56v12M126 52v16M142 52v16M156 56v12M168 52v16",
            ),
            ("seat", "M240 8h18v10h-18zM240 66h18v10h-18z"),
        ],
        // Two easy chairs at a round table.
        Room::Care => &[
            ("wood", "M126 42a24 24 0 1 1 48 0a24 24 0 1 1-48 0z"),
            ("seat", "M60 22h34a8 8 0 0 1 8 8v24a8 8 0 0 1-8 8H60zM240 22h-34a8 8 0 0 0-8 8v24a8 8 0 0 0 8 8h34z"),
            ("leaf", "M266 20a13 13 0 1 1 26 0a13 13 0 1 1-26 0z"),
        ],
        // Small chairs, and building blocks.
        Room::Youth => &[
            ("wood", "M60 24h66v40H60z"),
            (
                "seat",
                "M36 34a10 10 0 1 1 20 0a10 10 0 1 1-20 0zM36 58a10 10 0 1 1 20 0a10 10 0 1 1-20 0zM132 46a10 10 0 1 1 20 0a10 10 0 1 1-20 0z",
            ),
            ("block", "M204 44h26v26h-26zM234 44h26v26h-26zM219 14h26v26h-26z"),
        ],
        // Tables with chairs around them, and the bar.
        Room::Work => &[
            (
                "wood",
                "M36 42a22 22 0 1 1 44 0a22 22 0 1 1-44 0zM130 42a22 22 0 1 1 44 0a22 22 0 1 1-44 0zM232 12h44v60h-44z",
            ),
            (
                "seat",
                "M14 36h14v12H14zM88 36h14v12H88zM108 36h14v12h-14zM182 36h14v12h-14zM208 20h14v12h-14zM208 52h14v12h-14z",
            ),
        ],
        // A ring of seats before the chair's table.
        Room::Council => &[
            ("wood", "M50 70a100 62 0 0 1 200 0h-26a74 40 0 0 0-148 0z"),
            (
                "seat",
                "M44 44a8 8 0 1 1 16 0a8 8 0 1 1-16 0zM78 18a8 8 0 1 1 16 0a8 8 0 1 1-16 0zM142 6a8 8 0 1 1 16 0a8 8 0 1 1-16 0zM206 18a8 8 0 1 1 16 0a8 8 0 1 1-16 0zM240 44a8 8 0 1 1 16 0a8 8 0 1 1-16 0zM138 62a12 12 0 1 1 24 0a12 12 0 1 1-24 0z",
            ),
        ],
        // Trees, and a stage.
        Room::Square => &[
            ("leaf", "M16 40a22 22 0 1 1 44 0a22 22 0 1 1-44 0zM240 40a22 22 0 1 1 44 0a22 22 0 1 1-44 0z"),
            ("block", "M100 14h100v20H100z"),
            (
                "seat",
                "M104 52a7 7 0 1 1 14 0a7 7 0 1 1-14 0zM132 56a7 7 0 1 1 14 0a7 7 0 1 1-14 0zM160 52a7 7 0 1 1 14 0a7 7 0 1 1-14 0zM186 56a7 7 0 1 1 14 0a7 7 0 1 1-14 0z",
            ),
        ],
        // A desk, and a shield on the wall.
        Room::Safety => &[
            ("wood", "M40 34h110v30H40z"),
            ("seat", "M84 10h22v14H84z"),
            ("shield", "M224 6l36 12v22c0 22-18 32-36 38c-18-6-36-16-36-38V18z"),
        ],
        // A house, and a leaf.
        Room::Living => &[
            ("wood", "M50 74V40l44-32 44 32v34z"),
            ("seat", "M84 74V50h20v24z"),
            ("leaf", "M200 72c0-38 22-58 56-62c4 38-16 60-56 62z"),
        ],
    }
}

/// The drawing of a room.
pub fn vignette(room: Room) -> AnyView {
    let shapes = shapes(room).iter().map(|(class, outline)| {
        svg::path().attr("class", ["sw-plan__", class].concat()).attr("d", *outline).into_any()
    });
    svg::svg()
        .attr("class", "sw-plan")
        .attr("viewBox", "0 -3 300 88")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(shapes.collect::<Vec<_>>())
        .into_any()
}
