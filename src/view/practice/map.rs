//! A place on a simple map. The pins are one group of choices, for a mouse, a finger, a keyboard and a screen reader.

use super::field::{self, mistake_line};
use super::stage::Stage;
use crate::platform::typing;
use crate::practice::desk::{At, Deed, Desk, DeskEvent};
use crate::practice::input::field::Field;
use crate::view::ui::button::Weight;
use crate::view::ui::node::{Node, div, el, nothing};
use crate::view::ui::pictogram::icon;
use leptos::prelude::*;
use leptos::svg;

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let words = stage.words(None);
    let places = stage.desk.with_untracked(|desk| desk.places().to_vec());
    let picked = move || stage.desk.with(|desk| desk.fields().first().and_then(Field::picked));
    let pins = places.iter().enumerate().map(|(index, place)| {
        let name = words.places.get(&place.id).unwrap_or(&place.id);
        let input = el("input")
            .attr("type", "radio")
            .attr("name", app.group("sw-place"))
            .attr("class", "sw-pin__input")
            .attr("aria-describedby", "sw-place-error")
            .with_element(move |element| {
                stage.typing.update(|typing| typing.choices.push((At::new(0, index), element))).unwrap_or_default();
            })
            .live_checked(move || picked() == Some(index))
            .on("change", move |_| stage.send(DeskEvent::Picked { field: 0, option: index }));
        el("label")
            .attr("class", "sw-pin")
            .attr("data-x", place.x.to_string())
            .attr("data-y", place.y.to_string())
            .child(el("span").attr("class", "sw-pin__mark").child(input).child(icon("map-pin")))
            .child(stage.label("span", "sw-pin__name", name))
    });
    let submit = stage
        .button(Weight::Primary, words.button.as_ref(), "form.next")
        .on("click", move |event| stage.answer(typing::by_key(&event)));
    let error = el("div").attr("id", "sw-place-error").live(move || {
        match stage.desk.with(|desk: &Desk| desk.fields().first().and_then(Field::mistake)) {
            Some(mistake) => mistake_line(stage, &stage.mark(0, mistake)).into(),
            None => nothing(),
        }
    });
    let group = div("sw-field")
        .attr("role", "radiogroup")
        .live_attr("aria-invalid", move || field::invalid(stage, 0))
        .attr("aria-labelledby", "sw-place-label")
        .attr("aria-describedby", "sw-place-error")
        .child(app.say("p", "sw-field__label", "map.label").attr("id", "sw-place-label"))
        .child(error)
        .child(div("sw-map").child(drawing()).children(pins))
        .child(app.say("p", "sw-map__north", "map.north"));
    div("sw-form").child(group).child(div("sw-page__actions").child(stage.does(Deed::Press, submit)))
}

/// The size of the drawing: 12 by 8 squares of 20.
const VIEW: &str = "0 0 240 160";

/// Streets, a canal, a park and some houses: enough to find your way, nothing that exists.
fn drawing() -> AnyView {
    let shapes = [
        ("sw-map__park", "M150 48q0-8 8-8h66q8 0 8 8v44q0 8-8 8h-66q-8 0-8-8z"),
        ("sw-map__canal", "M-4 112c60-10 96 12 152 4s62-10 96-4"),
        ("sw-map__street", "M0 36h240M0 96h140M140 0v160M0 146h240"),
        ("sw-map__lane", "M72 0v96M24 36v60M140 66h-68M196 100v46M72 118v28"),
        (
            "sw-map__house",
            "M34 14l9-7 9 7v12H34zM94 14l9-7 9 7v12H94zM34 56l9-7 9 7v12H34zM92 82l9-7 9 7v10H92zM162 14l9-7 9 7v12h-18zM36 128l9-7 9 7v10H36zM96 130l9-7 9 7v10H96zM162 126l9-7 9 7v12h-18z",
        ),
        (
            "sw-map__tree",
            "M168 60a5 5 0 1 0 .1 0zM184 78a6 6 0 1 0 .1 0zM206 58a6 6 0 1 0 .1 0zM220 80a5 5 0 1 0 .1 0zM12 62a4 4 0 1 0 .1 0zM120 56a4 4 0 1 0 .1 0z",
        ),
    ];
    svg::svg()
        .attr("class", "sw-map__drawing")
        .attr("viewBox", VIEW)
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            shapes
                .map(|(class, d)| svg::path().attr("class", class).attr("d", d).into_any())
                .into_iter()
                .collect::<Vec<_>>(),
        )
        .into_any()
}
