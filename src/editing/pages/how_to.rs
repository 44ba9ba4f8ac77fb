//! The steps for machines that read pages: schema.org's `HowTo`, as a block of data.

use super::page::{Page, anchor};
use crate::editing::markup::Markup;
use serde_json::json;

/// The main steps of a flow, at the page's own `address`.
pub fn how_to(page: &Page, address: &str) -> Markup {
    let words = &page.package.words;
    let step = |step: &&crate::flow::model::Step| {
        let words = page.words(&step.id);
        let text: Vec<String> = words.text.iter().chain(&words.home).map(|line| page.plain(line)).collect();
        json!({
            "@type": "HowToStep",
            "name": page.plain(&words.title),
            "text": text.join(" "),
            "url": format!("{address}#{}", anchor(&step.id)),
        })
    };
    let steps: Vec<_> = page.order.main.iter().chain(&page.order.ends).map(step).collect();
    let data = json!({
        "@context": "https://schema.org",
        "@type": "HowTo",
        "name": page.plain(&words.title),
        "description": page.plain(&words.summary),
        "inLanguage": words.lang,
        "totalTime": format!("PT{}M", page.package.minutes),
        "step": steps,
    });
    Markup::data("application/ld+json", &data.to_string())
}
