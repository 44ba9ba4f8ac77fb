//! What stands around every page: its head, the way to all flows, the languages.

use super::site::Site;
use crate::content::ui::Ui;
use crate::editing::markup::{Markup, el, run, with};

/// What the head of a page says of it.
pub struct Frame<'a> {
    pub site: &'a Site<'a>,
    pub ui: &'a Ui,
    pub lang: &'a str,
    /// The file, `index.html`, and the languages that have it.
    pub file: &'a str,
    pub langs: &'a [String],
    pub title: &'a str,
    pub description: &'a str,
}

impl Frame<'_> {
    /// The whole page around `main`; `data` goes into its head.
    pub fn page(&self, data: Markup, main: Markup) -> String {
        let Frame { ui, lang, .. } = self;
        let skip = el("a").attr("class", "skip").attr("href", "#inhoud").text(&ui.t("page.skip"));
        let brand = el("a").attr("class", "brand").attr("href", "index.html").text(&ui.t("page.all"));
        let top = el("header").attr("class", "top").child(brand).child(self.languages());
        let date = ui.fill("print.made", &[("date", &ui.date(self.site.today))]);
        let foot =
            el("footer").attr("class", "foot").child(el("p").text(&ui.t("outcome.help"))).child(el("p").text(&date));
        let main = el("main").attr("id", "inhoud").child(main);
        let body = el("body").child(skip).child(top).child(main).child(foot);
        let html = el("html").attr("lang", lang).attr("dir", direction(lang)).child(self.head(data)).child(body);
        format!("<!doctype html>\n{}", html.html())
    }

    fn head(&self, data: Markup) -> Markup {
        let name = |name: &str, content: &str| el("meta").attr("name", name).attr("content", content);
        let link = |rel: &str, href: &str| el("link").attr("rel", rel).attr("href", href);
        let alternate = |lang: &String| link("alternate", &self.site.link(lang, self.file)).attr("hreflang", lang);
        let title = format!("{} | {}", self.title, self.ui.t("app.name"));
        let head = el("head")
            .child(el("meta").attr("charset", "utf-8"))
            .child(el("title").text(&title))
            .child(name("viewport", "width=device-width, initial-scale=1"))
            .child(name("description", self.description))
            .child(name("color-scheme", "light dark"))
            .child(name("format-detection", "telephone=no"))
            .child(link("icon", "../../favicon.svg").attr("type", "image/svg+xml"))
            .child(link("stylesheet", "../stappenplan.css"))
            .children(self.langs.iter().map(alternate));
        let head = match self.site.base {
            Some(_) => head.child(link("canonical", &self.site.link(self.lang, self.file))),
            None => head,
        };
        head.child(data)
    }

    fn languages(&self) -> Markup {
        if self.langs.len() < 2 {
            return run();
        }
        let item = |lang: &String| {
            let name = own_name(lang);
            if lang == self.lang {
                return el("li").child(with("strong", "", name).attr("lang", lang).attr("aria-current", "true"));
            }
            let link = el("a").attr("href", &format!("../{lang}/{}", self.file));
            el("li").child(link.attr("hreflang", lang).attr("lang", lang).attr("rel", "alternate").text(name))
        };
        let list = el("ul").children(self.langs.iter().map(item));
        el("nav").attr("class", "languages").attr("aria-label", &self.ui.t("settings.language")).child(list)
    }
}

/// The name of a language in itself; its code when we have no name.
fn own_name(lang: &str) -> &str {
    const NAMES: &[(&str, &str)] = &[
        ("ar", "العربية"),
        ("de", "Deutsch"),
        ("en", "English"),
        ("es", "Español"),
        ("fr", "Français"),
        ("fy", "Frysk"),
        ("nl", "Nederlands"),
        ("pl", "Polski"),
        ("ti", "ትግርኛ"),
        ("tr", "Türkçe"),
        ("uk", "Українська"),
    ];
    NAMES.iter().find(|(code, _)| *code == lang).map_or(lang, |(_, name)| name)
}

/// The way a language is written.
fn direction(lang: &str) -> &'static str {
    match lang.split('-').next() {
        Some("ar" | "ckb" | "fa" | "he" | "ps" | "ur") => "rtl",
        _ => "ltr",
    }
}
