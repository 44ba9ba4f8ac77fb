//! The page of a flow: what it is for, all its steps, how it ends, what may go wrong, words and sources.

use super::appendix::{glossary, part, sources};
use super::frame::Frame;
use super::how_to::how_to;
use super::page::Page;
use super::step::section;
use crate::editing::markup::{Markup, el, run, with};
use crate::flow::model::StepKind;

/// The whole page; `langs` are the languages that the flow has.
pub fn flow_page(page: &Page, langs: &[String]) -> String {
    let words = &page.package.words;
    let (title, summary) = (page.plain(&words.title), page.plain(&words.summary));
    let file = format!("{}.html", page.package.flow.id);
    let parts = parts(page);
    let body: String = parts.iter().map(|(_, _, node)| node.html()).collect();
    let ends = [
        glossary(page, &body).map(|node| ("woorden", "page.words", node)),
        sources(page).map(|node| ("bronnen", "fact.list", node)),
    ];
    let parts: Vec<_> = parts.into_iter().chain(ends.into_iter().flatten()).collect();
    let minutes = page.ui.fill("start.minutes", &[("n", &page.package.minutes.to_string())]);
    let main = run()
        .child(el("h1").text(&title))
        .child(with("p", "lead", &summary))
        .child(with("p", "minutes", &minutes))
        .child(practice(page))
        .child(contents(page, &parts))
        .children(parts.into_iter().map(|(_, _, node)| node));
    let frame = Frame {
        site: page.site,
        ui: &page.ui,
        lang: &words.lang,
        file: &file,
        langs,
        title: &title,
        description: &summary,
    };
    frame.page(how_to(page, &page.site.link(&words.lang, &file)), main)
}

/// The parts with their places and headings.
fn parts(page: &Page) -> Vec<(&'static str, &'static str, Markup)> {
    let order = &page.order;
    let steps = |steps: &[&crate::flow::model::Step]| steps.iter().map(|step| section(page, step)).collect::<Vec<_>>();
    let mut parts = vec![("stappen", "page.steps", part(page, "stappen", "page.steps").children(steps(&order.main)))];
    if !order.ends.is_empty() {
        parts.push(("einde", "page.ends", part(page, "einde", "page.ends").children(steps(&order.ends))));
    }
    if !order.detours.is_empty() {
        let wrong = part(page, "mis", "page.wrong").child(el("p").text(&page.t("page.wrong.lead")));
        let detour = |detour: &super::order::Detour| {
            let at =
                detour.at.iter().filter(|id| order.label(id).is_some()).enumerate().fold(run(), |node, (index, id)| {
                    let node = if index > 0 { node.text(", ") } else { node };
                    node.child(page.step_link(id))
                });
            let said = el("p").attr("class", "at").child(page.say("page.wrong.at", &[("steps", at)]));
            el("div").attr("class", "detour").child(said).children(steps(&detour.steps))
        };
        parts.push(("mis", "page.wrong", wrong.children(order.detours.iter().map(detour))));
    }
    parts
}

/// That this is an exercise, and where to do it. One asks one's way with a guide, and practises nothing.
fn practice(page: &Page) -> Markup {
    let practised = page.package.flow.steps.iter().any(|step| step.kind == StepKind::Practise);
    let words = page.t(if page.package.guide { "page.ask" } else { "page.practise" });
    let link = el("a").attr("href", &format!("../../index.html#/{}", page.package.flow.id)).text(&words);
    let link = el("p").attr("class", "practise").child(link);
    if !practised {
        return link;
    }
    let note = el("p").child(el("strong").text(&page.t("desk.band"))).text(". ").text(&page.t("page.note"));
    el("div").attr("class", "exercise").child(note).child(link)
}

fn contents(page: &Page, parts: &[(&str, &str, Markup)]) -> Markup {
    let item = |(id, key, _): &(&str, &str, Markup)| {
        el("li").child(el("a").attr("href", &format!("#{id}")).text(&page.t(key)))
    };
    let list = el("ul").children(parts.iter().map(item));
    el("nav").attr("class", "contents").attr("aria-label", &page.t("page.contents")).child(list)
}
