//! When the account was used: a line for each time, and under them that all is well.

use super::stage::Stage;
use crate::practice::desk::{Deed, Desk, DeskEvent};
use crate::practice::input::field::Field;
use crate::practice::screens::history::{FINE, History};
use crate::view::ui::button::{Weight, button, labelled};
use crate::view::ui::node::{Node, div, el, plain_list, text};

pub fn view(stage: Stage) -> Node {
    let options =
        stage.desk.with_untracked(|desk| desk.fields().first().map_or_else(Vec::new, |field| field.options().to_vec()));
    let (fine, lines): (Vec<_>, Vec<_>) = options.into_iter().enumerate().partition(|(_, id)| id == FINE);
    let list = plain_list("sw-history");
    let fine = fine.into_iter().map(|(option, id)| {
        let words = stage.words(None).choices.remove(&id).unwrap_or_default();
        choosing(stage, option, labelled(stage.app, Weight::Primary, "check", &stage.rich(&words.label)))
    });
    div("sw-form")
        .child(list.children(lines.into_iter().map(|(option, id)| line(stage, option, &id))))
        .child(div("sw-page__actions").children(fine))
}

/// One time that the account was used.
fn line(stage: Stage, option: usize, id: &str) -> Node {
    let app = stage.app;
    let words = stage.words(None).choices.remove(id).unwrap_or_default();
    let who = stage.plain(&words.label);
    let when = |desk: &Desk| {
        desk.screen::<History>()
            .and_then(|history| history.when(option))
            .map(|(day, time)| (day.dutch(), time.to_owned()))
    };
    let (day, time) = stage.desk.with_untracked(when).unwrap_or_default();
    // Which line, for who hears the buttons one after another.
    let which = [" (", &who, ", ", &day, " ", &time, ")"].concat();
    let button = button(Weight::Secondary, "", app.t("history.strange")).child(text("span", "sw-unseen", which));
    let when = el("p").attr("class", "sw-history__when").child(el("span").text(&day)).child(text(
        "span",
        "sw-history__time",
        &time,
    ));
    el("li")
        .attr("class", "sw-history__line")
        .child(when)
        .child(
            div("sw-history__what")
                .child(stage.label("p", "sw-history__who", &words.label))
                .children(words.text.map(|what| stage.label("p", "", &what))),
        )
        .child(choosing(stage, option, button))
}

fn choosing(stage: Stage, option: usize, button: Node) -> Node {
    let picked = move || stage.desk.with(|desk| desk.fields().first().and_then(Field::picked) == Some(option));
    let button = button.attr("data-device-button", "").live_state("aria-pressed", picked).on_press(move || {
        stage.send(DeskEvent::Picked { field: 0, option });
        stage.send(DeskEvent::Submitted);
    });
    stage.does(Deed::Pick { field: 0, option }, button)
}
