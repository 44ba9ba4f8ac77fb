//! The page that lists all flows of a language, under the headings of the start screen.

use super::frame::Frame;
use super::site::Site;
use crate::content::catalogue::{Entry, in_lang};
use crate::content::ui::Ui;
use crate::editing::markup::{Markup, el, run, with};

/// The list. A flow that has no words in this language is named in Dutch, and leads to its Dutch page.
pub fn index_page(site: &Site, ui: &Ui, lang: &str, langs: &[String]) -> String {
    let (title, lead) = (ui.t("page.all"), ui.t("page.all.lead"));
    let mut main = run().child(el("h1").text(&title)).child(with("p", "lead", &lead));
    let flows: Vec<&Entry> = site.library.catalogue.flows.iter().filter(|entry| site.has(&entry.id)).collect();
    for group in flows.chunk_by(|one, next| one.group == next.group) {
        let heading = group[0].group.as_ref().map(|group| el("h2").text(&ui.t(&format!("start.group.{group}"))));
        let list = el("ul").attr("class", "flows").children(group.iter().map(|entry| card(site, ui, lang, entry)));
        main = main.child(el("section").attr("class", "part").children(heading).child(list));
    }
    Frame { site, ui, lang, file: "index.html", langs, title: &title, description: &lead }.page(run(), main)
}

fn card(site: &Site, ui: &Ui, lang: &str, entry: &Entry) -> Markup {
    let own = site.langs(&entry.id).iter().any(|other| other == lang);
    let href = if own { format!("{}.html", entry.id) } else { format!("../nl/{}.html", entry.id) };
    let link = el("a").attr("href", &href).text(in_lang(&entry.title, lang));
    let link = if own { link } else { link.attr("hreflang", "nl").attr("lang", "nl") };
    let minutes = ui.fill("start.minutes", &[("n", &entry.minutes.to_string())]);
    let summary = el("p").text(in_lang(&entry.summary, lang));
    el("li").child(el("h3").child(link)).child(summary).child(with("p", "minutes", &minutes))
}
