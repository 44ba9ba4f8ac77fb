//! A drawing that looks like a QR code and is none: four eyes of another measure than a scanner looks for, no data, and a
//! word through the middle.

use crate::view::app::App;
use leptos::prelude::*;
use leptos::svg;

/// So many blocks it is wide and high.
const SIZE: u32 = 27;
/// The eyes in the corners.
const EYE: u32 = 5;

/// The drawing; with each number the blocks lie otherwise.
pub fn drawing(app: App, number: u8) -> AnyView {
    let word = svg::text()
        .attr("class", "sw-qr__word")
        .attr("x", "135")
        .attr("y", "157")
        .attr("text-anchor", "middle")
        .attr("textLength", "250")
        .attr("lengthAdjust", "spacingAndGlyphs")
        .child(app.t("scan.word"));
    svg::svg()
        .attr("class", "sw-qr")
        .attr("viewBox", "-10 -10 290 290")
        .attr("role", "img")
        .attr("aria-label", app.t("scan.code"))
        .attr("focusable", "false")
        .child(svg::path().attr("class", "sw-qr__blocks").attr("d", blocks(u32::from(number))))
        .child(word)
        .into_any()
}

fn blocks(number: u32) -> String {
    let all = (0..SIZE).flat_map(|y| (0..SIZE).map(move |x| (x, y)));
    let dark = all.filter(|(x, y)| is_dark(*x, *y, number));
    dark.map(|(x, y)| ["M", &(x * 10).to_string(), " ", &(y * 10).to_string(), "h10v10h-10z"].concat()).collect()
}

fn is_dark(x: u32, y: u32, number: u32) -> bool {
    // From the nearest corner.
    let (from_side, from_edge) = (x.min(SIZE - 1 - x), y.min(SIZE - 1 - y));
    if from_side < EYE && from_edge < EYE {
        let ring = from_side == 0 || from_edge == 0 || from_side == EYE - 1 || from_edge == EYE - 1;
        return ring || (from_side, from_edge) == (EYE / 2, EYE / 2);
    }
    let word = (SIZE / 2 - 4..=SIZE / 2 + 4).contains(&y);
    let beside_eye = from_side <= EYE && from_edge <= EYE;
    let mixed = (x * 73 + y * 151 + number * 37 + 1).wrapping_mul(2_654_435_761);
    !word && !beside_eye && mixed >> 31 == 1
}
