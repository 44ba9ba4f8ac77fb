//! A step on paper: its title and text, what it asks, and what to watch for.

use super::exercise::exercise;
use super::page::{Page, anchor};
use super::roads::{choices, conditions, roads};
use crate::content::missing_words::way_id;
use crate::content::words::StepWords;
use crate::editing::markup::{Markup, el, with};
use crate::flow::model::{Step, StepKind};

/// A step with its number.
pub fn section(page: &Page, step: &Step) -> Markup {
    let words = page.words(&step.id);
    let label = page.order.label(&step.id).unwrap_or_default();
    let number = with("span", "number", &page.ui.fill("page.step.title", &[("n", &label)]));
    let heading = el("h3").child(number).text(" ").child(el("span").child(page.label(&words.title)));
    let node = el("section").attr("class", "step").attr("id", &anchor(&step.id)).child(heading);
    let node = match &words.text[..] {
        parts @ [_, _, ..] if step.kind == StepKind::Practise => {
            let parts = parts.iter().map(|part| el("li").child(page.rich(part)));
            node.child(el("ol").attr("class", "parts").children(parts))
        }
        text => node.children(page.prose(text)),
    };
    let home = (!words.home.is_empty()).then(|| note(page, "home", "step.home", &words.home));
    let node = match step.kind {
        StepKind::Checklist => node.child(with("p", "ask", &page.t("page.checklist"))).child(items(page, step, &words)),
        StepKind::Practise => node.children(exercise(page, step)),
        StepKind::Outcome => node.children(outcome(page, step, &words)),
        _ => node,
    };
    node.children(home).children(choices(page, step)).children(notes(page, step, &words)).children(roads(page, step))
}

fn items(page: &Page, step: &Step, words: &StepWords) -> Markup {
    let item = |item: &crate::flow::model::Item| {
        let labelled = words.items.get(&item.id).cloned().unwrap_or_default();
        let node = el("li").child(el("strong").child(page.label(&labelled.label)));
        let node = match &labelled.text {
            Some(more) => node.text(" ").child(el("span").child(page.rich(more))),
            None => node,
        };
        if item.when.is_empty() {
            return node;
        }
        let only = page.say("page.item.when", &[("when", conditions(page, &item.when))]);
        node.text(" ").child(el("span").attr("class", "goes").child(only))
    };
    el("ul").attr("class", "ticks").children(step.items.iter().map(item))
}

/// What comes after, what to bring, the three ways.
fn outcome(page: &Page, step: &Step, words: &StepWords) -> Vec<Markup> {
    let mut nodes = Vec::new();
    for (key, lines) in [("outcome.after", &words.after), ("outcome.bring", &words.bring)] {
        if !lines.is_empty() {
            nodes.push(with("h4", "", &page.t(key)));
            nodes.push(page.list("lines", lines));
        }
    }
    let way = |id: &str| {
        let key = match id {
            "online" => "outcome.online",
            "phone" => "outcome.phone",
            _ => "outcome.counter",
        };
        Some(el("div").child(el("dt").text(&page.t(key))).child(el("dd").child(page.rich(words.ways.get(id)?))))
    };
    let ways: Vec<Markup> = step.ways.iter().filter_map(|kind| way(way_id(*kind))).collect();
    if !ways.is_empty() {
        nodes.push(with("h4", "", &page.t("outcome.ways")));
        nodes.push(el("dl").attr("class", "ways").children(ways));
    }
    if let Some((flow, title)) = step.opens.as_deref().and_then(|flow| Some((flow, page.title_of(flow)?))) {
        let link = el("a").attr("href", &format!("{flow}.html")).text(&title);
        nodes.push(el("p").attr("class", "goes").child(page.say("page.opens", &[("flow", link)])));
    }
    nodes
}

/// A hint, what keeps you safe, and what often goes wrong. At the end there is nothing to be hinted at.
fn notes(page: &Page, step: &Step, words: &StepWords) -> Vec<Markup> {
    let hint: Vec<String> = words.hint.iter().filter(|_| step.kind != StepKind::Outcome).cloned().collect();
    let parts = [
        ("hint", "hint.title", &hint),
        ("safe", "safety.title", &words.safety),
        ("wrong", "mistakes.title", &words.mistakes),
    ];
    let parts = parts.into_iter().filter(|(_, _, lines)| !lines.is_empty());
    parts.map(|(class, key, lines)| note(page, class, key, lines)).collect()
}

fn note(page: &Page, class: &str, key: &str, lines: &[String]) -> Markup {
    let node = el("div").attr("class", &format!("note {class}")).child(with("h4", "", &page.t(key)));
    if lines.len() == 1 { node.children(page.prose(lines)) } else { node.child(page.list("lines", lines)) }
}
