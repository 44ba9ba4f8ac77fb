//! What stands at the end of a flow's page: the difficult words, and where the figures come from.

use super::page::{Page, term};
use crate::app::outcome::SourceLine;
use crate::editing::markup::{Markup, el, with};

/// The difficult words that `body` leads to.
pub fn glossary(page: &Page, body: &str) -> Option<Markup> {
    let rows = page.terms().enumerate().filter(|(place, _)| body.contains(&format!("href=\"#{}\"", term(*place))));
    let rows: Vec<Markup> = rows
        .map(|(place, (word, explanation))| {
            el("div").attr("id", &term(place)).child(el("dt").text(word)).child(el("dd").child(page.label(explanation)))
        })
        .collect();
    (!rows.is_empty())
        .then(|| part(page, "woorden", "page.words").child(el("dl").attr("class", "words").children(rows)))
}

/// Where the figures come from, and when they were last compared.
pub fn sources(page: &Page) -> Option<Markup> {
    let mut lines: Vec<Markup> = Vec::new();
    for figure in page.package.facts.values() {
        let SourceLine { standing, source, year, checked, fresh } =
            SourceLine::of(figure.on(page.site.today), page.site.today);
        let date = page.ui.date(&checked);
        let line = el("li").text(&page.ui.fill(standing, &[("source", &source), ("year", &year), ("date", &date)]));
        let line = if fresh {
            line
        } else {
            line.text(" ").child(with("strong", "stale", &format!("({})", page.t("fact.stale"))))
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let list = el("ul").attr("class", "lines");
    (!lines.is_empty()).then(|| part(page, "bronnen", "fact.list").child(list.children(lines)))
}

/// A part of the page with its heading.
pub fn part(page: &Page, id: &str, key: &str) -> Markup {
    el("section").attr("class", "part").attr("id", id).child(el("h2").text(&page.t(key)))
}
