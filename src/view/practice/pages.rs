//! A drawn browser in which one is on the wrong page: its own way back, and the links of the start page.

use super::stage::Stage;
use crate::practice::desk::{Deed, Desk};
use crate::practice::event::Touch;
use crate::practice::screens::pages::Pages;
use crate::signal::memo;
use crate::view::ui::button::{Weight, button};
use crate::view::ui::node::{Node, div, el, plain_list, press};
use crate::view::ui::rich;
use leptos::prelude::Get;

pub fn view(stage: Stage) -> Node {
    let app = stage.app;
    let back = button(Weight::Secondary, "back", app.t("pages.back")).attr("data-device-button", "").on(
        "click",
        move |event| {
            stage.open_page(&event, Touch::WentBack);
        },
    );
    let address = el("p")
        .attr("class", "sw-browser__address")
        .child(app.say("span", "sw-browser__kind", "desk.address"))
        .child(stage.label("span", "sw-browser__site", &stage.words(None).site));
    let back = stage.does(Deed::Touch(Touch::WentBack), back);
    let bar = div("sw-browser__bar sw-browser__bar--back").child(back).child(address);
    let at = |desk: &Desk| desk.screen::<Pages>().and_then(Pages::at);
    // 0 is the start page.
    let turn = memo(move || stage.desk.with(at).map_or(0, |page| page as u32 + 1));
    div("sw-browser").child(bar).live(move || {
        turn.get();
        page(stage, stage.desk.with_untracked(at)).into()
    })
}

/// The page that is open: a page by its option, or the start page with its links.
fn page(stage: Stage, at: Option<usize>) -> Node {
    let app = stage.app;
    let words = stage.words(None);
    let options = stage.desk.with_untracked(|desk| desk.spec().options.clone());
    let choice = |option: usize| options.get(option).and_then(|id| words.choices.get(id)).cloned().unwrap_or_default();
    let (title, lines) = match at {
        Some(option) => (choice(option).label, choice(option).text.into_iter().collect()),
        None => (words.title.clone(), words.text.clone()),
    };
    let page = div("sw-page")
        .child(stage.label(app.heading(1), "sw-page__title", &title).attr("tabindex", "-1").attr("data-page", ""))
        .children(lines.iter().map(|line| rich::paragraph(app, "sw-page__text", &stage.rich(line))));
    if at.is_some() {
        return page;
    }
    let links = stage.desk.with_untracked(|desk| desk.screen::<Pages>().map_or(0..0, Pages::links));
    let item = |option: usize| {
        let link = press("sw-link")
            .attr("data-device-button", "")
            .child(stage.label("span", "", &choice(option).label))
            .on("click", move |event| stage.open_page(&event, Touch::Followed(option)));
        el("li").child(stage.does(Deed::Touch(Touch::Followed(option)), link))
    };
    page.child(plain_list("sw-links").children(links.map(item)))
}
