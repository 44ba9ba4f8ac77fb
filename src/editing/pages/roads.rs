//! Where a step leads, in words: what can be answered, and which step comes then when it is not the next one.

use super::page::Page;
use crate::editing::markup::{Markup, el, run, with};
use crate::flow::model::{Condition, Step};

/// The answers of a step, with where each leads.
pub fn choices(page: &Page, step: &Step) -> Vec<Markup> {
    if step.options.is_empty() {
        return vec![];
    }
    let options = step.options.iter().map(|option| choice(page, step, &option.id, option.next.as_deref()));
    vec![with("p", "ask", &page.t("choose.lead")), el("ul").attr("class", "choices").children(options)]
}

/// Where the step goes on, whatever was answered; nothing when that is the next step on the page.
pub fn roads(page: &Page, step: &Step) -> Vec<Markup> {
    if !step.options.is_empty() && step.options.iter().all(|option| option.next.is_some()) {
        return vec![];
    }
    let roads = step.roads.iter().filter(|road| road.mode.is_none());
    let mut nodes: Vec<Markup> = roads
        .map(|road| {
            let places = [("when", conditions(page, &road.when)), ("step", page.step_link(&road.to))];
            el("p").attr("class", "goes").child(page.say("page.goes.when", &places))
        })
        .collect();
    let jumps = step.options.iter().any(|option| option.next.is_some()) || !nodes.is_empty();
    if let Some(next) = &step.next
        && (jumps || page.order.after(&step.id) != Some(next))
    {
        let key = if page.order.is_back(&step.id, next) { "page.goes.back" } else { "page.goes" };
        nodes.push(el("p").attr("class", "goes").child(page.say(key, &[("step", page.step_link(next))])));
    }
    nodes
}

/// One answer: its label, and where it leads when that is another place than the next step.
fn choice(page: &Page, step: &Step, id: &str, next: Option<&str>) -> Markup {
    let words = page.words(&step.id).options.get(id).cloned().unwrap_or_default();
    let item = el("li").child(el("strong").child(page.label(&words.label)));
    let item = match &words.text {
        Some(more) => item.text(" ").child(el("span").child(page.rich(more))),
        None => item,
    };
    match next {
        Some(to) => {
            let key = if page.order.is_back(&step.id, to) { "page.choice.back" } else { "page.choice" };
            let said = page.say(key, &[("step", page.step_link(to))]);
            item.text(" ").child(el("span").attr("class", "goes").child(said))
        }
        None => item,
    }
}

/// "u bij stap 3 “Ik huur” koos", for all of them.
pub fn conditions(page: &Page, when: &[Condition]) -> Markup {
    let and = format!(" {} ", page.t("page.and"));
    when.iter().enumerate().fold(run(), |node, (index, condition)| {
        let node = if index > 0 { node.text(&and) } else { node };
        let (key, option) = match (&condition.is, &condition.not) {
            (Some(is), _) => ("page.when.is", is.as_str()),
            (_, not) => ("page.when.not", not.as_deref().unwrap_or_default()),
        };
        let options = page.words(&condition.step).options;
        let words = options.get(option).map_or_else(run, |words| page.label(&words.label));
        let places = [("step", page.step_link(&condition.step)), ("label", words)];
        node.child(page.say(key, &places))
    })
}
