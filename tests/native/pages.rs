//! The steps as pages that need no program: complete, connected, and nothing but text.

use crate::support::{TODAY, call, library, public, root};
use scraper::{ElementRef, Html, Selector};
use stapwijzer::editing::library;
use stapwijzer::editing::library::Library;
use stapwijzer::editing::pages::site::Site;
use stapwijzer::flow::graph::targets;
use stapwijzer::flow::model::StepKind;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn pages(library: &Library, today: &str, base: Option<&str>) -> BTreeMap<String, String> {
    let (files, problems) = Site { library, today, base }.files();
    assert!(problems.is_empty(), "{problems:?}");
    files.into_iter().collect()
}

/// The elements that a selector means.
fn all<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

/// The values of an attribute.
fn values<'a>(page: &'a Html, attribute: &str) -> Vec<&'a str> {
    all(page, &format!("[{attribute}]")).into_iter().filter_map(|element| element.attr(attribute)).collect()
}

/// What an element says, with one space between words.
fn said(element: ElementRef) -> String {
    let text: Vec<&str> = element.text().flat_map(str::split_whitespace).collect();
    text.join(" ")
}

/// What the page says, without its head.
fn body(page: &Html) -> String {
    said(all(page, "body")[0])
}

/// What the page tells search engines.
fn data(page: &Html) -> serde_json::Value {
    let blocks = all(page, "script");
    assert!(blocks.len() == 1 && blocks[0].attr("type") == Some("application/ld+json"));
    serde_json::from_str(&blocks[0].text().collect::<String>()).unwrap()
}

#[track_caller]
fn says(page: &Html, expected: &str) {
    assert!(body(page).contains(expected), "“{expected}” is not in the page");
}

/// A link with these words leads to this address.
#[track_caller]
fn links(page: &Html, words: &str, href: &str) {
    let there = all(page, "a[href]").into_iter().any(|link| said(link) == words && link.attr("href") == Some(href));
    assert!(there, "no link “{words}” to {href}");
}

#[test]
fn every_flow_has_a_page_in_every_language_and_every_link_leads_somewhere() {
    let files = pages(library(), TODAY, None);
    for (id, lang) in library().words.keys().filter(|(id, _)| library().is_published(id)) {
        assert!(files.contains_key(&format!("stappenplan/{lang}/{id}.html")), "{id} {lang}");
    }
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let folder = Path::new(path).parent().unwrap();
        let html = &Html::parse_document(html);
        let ids = values(html, "id");
        for id in &ids {
            assert_eq!(ids.iter().filter(|other| *other == id).count(), 1, "{path}: {id} stands twice");
        }
        for href in values(html, "href") {
            let place = href.strip_prefix('#');
            let file = href.strip_prefix("../").map_or(folder.join(href), |rest| folder.parent().unwrap().join(rest));
            let leads = match place {
                Some(id) => ids.contains(&id),
                None if href.starts_with("../../index.html#/") => {
                    library().files.contains_key(&href["../../index.html#/".len()..])
                }
                None => href == "../../favicon.svg" || files.contains_key(file.to_str().unwrap()),
            };
            assert!(leads, "{path}: {href} leads nowhere");
        }
    }
}

/// The head tells machines, the top tells people.
#[test]
fn every_page_leads_to_its_other_languages() {
    let files = pages(library(), TODAY, None);
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let (file, lang) = (path.rsplit('/').next().unwrap(), path.split('/').nth(1).unwrap());
        let others = files.keys().filter(|other| other.ends_with(&format!("/{file}")) && *other != path);
        let page = Html::parse_document(html);
        for other in others.map(|other| other.split('/').nth(1).unwrap()) {
            for link in [format!("link[rel=alternate][hreflang={other}]"), format!("a[hreflang={other}][lang={other}]")]
            {
                let found = all(&page, &link);
                let leads = |link: &ElementRef| link.attr("href") == Some(format!("../{other}/{file}").as_str());
                assert!(found.len() == 1 && found.iter().all(leads), "{path} lacks {link}");
            }
        }
        assert_eq!(all(&page, "[aria-current=true]")[0].attr("lang"), Some(lang), "{path}");
    }
}

/// On the English pages Dutch words stood as if they were English.
#[test]
fn words_of_another_language_say_so() {
    let files = pages(library(), TODAY, None);
    let book = &files["stappenplan/en/e-book-lenen.html"];
    for part in [
        "“<span lang=\"nl\">Tuin</span>” is Dutch for garden",
        "<span lang=\"nl\"><strong>tuin</strong></span>",
        "In Dutch: “<span lang=\"nl\">luisterboek</span>”",
        "<strong><span lang=\"nl\">Leen</span> (borrow)</strong>",
        // Of what is typed or chosen, of who sent a message and what it is about, the language was lost.
        "<dt>New password (<span lang=\"nl\">wachtwoord</span>)</dt>",
    ] {
        assert!(book.contains(part), "{part}");
    }
    let sent = &files["stappenplan/en/ww-aanvragen.html"];
    assert!(sent.contains("<strong>Your <span lang=\"nl\">Inkomstenopgave</span>: OEFEN-320</strong>"));
    for (path, html) in &files {
        assert!(!html.contains("{nl:"), "{path}");
    }
}

#[test]
fn a_page_is_text_and_nothing_else() {
    for (path, html) in pages(library(), TODAY, None).iter().filter(|(path, _)| path.ends_with(".html")) {
        let lang = path.split('/').nth(1).unwrap();
        let page = Html::parse_document(html);
        assert!(page.errors.is_empty(), "{path}: {:?}", page.errors);
        assert_eq!(page.root_element().attr("lang"), Some(lang), "{path}");
        for once in ["title", "h1", "main", "header", "footer"] {
            assert_eq!(all(&page, once).len(), 1, "{path}: {once}");
        }
        for never in [
            "form",
            "input",
            "button",
            "img",
            "style",
            "iframe",
            "[src]",
            "[style]",
            "[onclick]",
            "link[rel=canonical]",
        ] {
            assert!(all(&page, never).is_empty(), "{path} holds {never}");
        }
        assert!(values(&page, "href").iter().all(|href| !href.contains(':')), "{path} leads to another site");
        let text = body(&page);
        for never in ["{p.", "{f."] {
            assert!(!text.contains(never), "{path} says {never}");
        }
        for key in library().ui["nl"].keys().filter(|key| key.starts_with("page.") && key.len() > 6) {
            assert!(!text.contains(key), "{path} shows {key} itself");
        }
        assert!(all(&page, "script:not([type='application/ld+json'])").is_empty(), "{path}");
    }
}

/// Who reads meets every step that can be met without going alone, and the questions for who went alone nowhere.
#[test]
fn every_step_is_there_but_for_the_questions_afterwards() {
    let files = pages(library(), TODAY, None);
    for id in library().files.keys().filter(|id| library().is_published(id)) {
        let html = &Html::parse_document(&files[&format!("stappenplan/nl/{id}.html")]);
        let flow = library().package(id, "nl").unwrap().flow;
        let mut todo = vec![flow.start.as_str()];
        let mut met: Vec<&str> = vec![];
        while let Some(step) = todo.pop().and_then(|id| flow.step(id)) {
            if !met.contains(&step.id.as_str()) {
                met.push(&step.id);
                let alone = |to: &&str| step.roads.iter().any(|road| road.mode.is_some() && road.to == *to);
                todo.extend(targets(step).filter(|to| !alone(to)));
            }
        }
        let shown: Vec<&str> = values(html, "id").into_iter().filter_map(|id| id.strip_prefix("stap-")).collect();
        for step in &flow.steps {
            assert_eq!(shown.contains(&step.id.as_str()), met.contains(&step.id.as_str()), "{id}: {}", step.id);
        }
        assert!(!shown.contains(&"terugvraag-1"), "{id}");
        let data = data(html);
        assert_eq!(data["@type"], "HowTo");
        let main = shown.len() - all(html, "#mis [id^=stap-]").len();
        assert_eq!(data["step"].as_array().unwrap().len(), main, "{id}");
        let ends = flow.steps.iter().any(|step| step.kind == StepKind::Outcome && !step.ways.is_empty());
        assert!(!ends || body(html).contains("Per telefoon"), "{id}");
    }
}

#[test]
fn choices_roads_exercises_words_and_sources_are_told() {
    let files = pages(library(), TODAY, None);
    let page = |name: &str| Html::parse_document(&files[&format!("stappenplan/{name}.html")]);
    let sms = &page("nl/digid-inloggen-sms");
    says(
        sms,
        "Ik typ zelf het adres van de site Boven in het scherm, letter voor letter. Kiest u dit? Ga naar stap 7 .",
    );
    links(sms, "stap 7", "#stap-begin-goed");
    links(sms, "stap 4", "#stap-begin");
    links(sms, "stap 9", "#stap-inloggen");
    says(sms, "Wachtwoord Oefen-7dagen");
    says(sms, "OEFENEN: dit is niet DigiD");
    says(sms, ", uit 2023");
    says(sms, "DigiD Met DigiD laat u op internet zien wie u bent. Bijvoorbeeld bij de gemeente.");
    says(sms, "Per telefoon");
    let move_ = &page("en/verhuizing-doorgeven");
    says(move_, "Only if you chose “");
    says(move_, "the date in 14 days");
    assert!(all(&page("nl/index"), "h2").into_iter().any(|heading| said(heading) == "Oefenen met DigiD"));
}

#[test]
fn a_figure_that_has_expired_is_marked() {
    let stale = "kijk na of dit nog klopt";
    let page = |today| pages(library(), today, None)["stappenplan/nl/digid-inloggen-sms.html"].matches(stale).count();
    assert_eq!(page(TODAY), 0);
    assert!(page("2031-01-01") > 5, "in the text and in the list of sources");
}

#[test]
fn with_an_address_pages_say_their_own() {
    let files = pages(library(), TODAY, Some("https://voorbeeldstad.example/"));
    let page = Html::parse_document(&files["stappenplan/en/eerste-keer.html"]);
    let to = |selector: &str| all(&page, selector)[0].attr("href");
    let own = "https://voorbeeldstad.example/stappenplan/en/eerste-keer.html";
    assert_eq!(to("link[rel=canonical]"), Some(own));
    let other = "https://voorbeeldstad.example/stappenplan/nl/eerste-keer.html";
    assert_eq!(to("link[rel=alternate][hreflang=nl]"), Some(other));
}

/// A copy of one flow, with a change to one of its files.
fn changed(file: &str, change: impl Fn(&str) -> String) -> Library {
    let folder = tempfile::tempdir().unwrap();
    let flow = "flows/melding-openbare-ruimte";
    for name in ["flow.json", "nl.json"]
        .map(|name| format!("{flow}/{name}"))
        .into_iter()
        .chain(["ui/nl.json".into(), "flows/catalogue.json".into()])
    {
        let text = fs::read_to_string(public().join(&name)).unwrap();
        let to = folder.path().join(&name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::write(to, if name.ends_with(file) { change(&text) } else { text }).unwrap();
    }
    library::read(folder.path(), &mut vec![])
}

/// Content comes from everywhere. Whatever stands in it is read, never run.
#[test]
fn hostile_texts_stay_texts() {
    let evil = r#"</title></script><script>alert(1)</script><!--\" onload=\"x"#;
    let library = changed("melding-openbare-ruimte/nl.json", |text| {
        text.replace("\"title\": \"", &format!("\"title\": \"{evil}"))
    });
    let page = Html::parse_document(&pages(&library, TODAY, None)["stappenplan/nl/melding-openbare-ruimte.html"]);
    assert!(all(&page, "[onload]").is_empty() && !page.tree.nodes().any(|node| node.value().is_comment()));
    let shown = "</title></script><script>alert(1)</script><!--";
    assert!(said(all(&page, "h1")[0]).starts_with(shown) && said(all(&page, "title")[0]).contains(shown));
    assert!(data(&page)["name"].as_str().unwrap().starts_with(shown));
}

#[test]
fn what_each_municipality_sets_itself_is_said_so() {
    let library = changed("flow.json", |text| text.replacen("\"local\": [", "\"local\": [\"dagenHier\", ", 1));
    let mut library = library;
    let words = library.words.values_mut().next().unwrap();
    words.summary = "Binnen {f.dagenHier} dagen.".into();
    let page = Html::parse_document(&pages(&library, TODAY, None)["stappenplan/nl/melding-openbare-ruimte.html"]);
    says(&page, "Binnen verschilt per gemeente dagen.");
}

#[test]
fn the_style_sheet_names_no_colour_that_the_tokens_do_not_have() {
    let files = pages(library(), TODAY, None);
    let css = &files["stappenplan/stappenplan.css"];
    for name in css.split("var(--").skip(1).map(|rest| rest.split([')', ',']).next().unwrap()) {
        assert!(css.contains(&format!("  --{name}: ")), "--{name} is not defined");
    }
    for own in ["pages/stappenplan.css", "pages/stappenplan-print.css", "diagram/diagram.css"] {
        let own = format!("src/editing/{own}");
        let own = fs::read_to_string(root().join(own)).unwrap();
        assert!(!own.contains(": #") && !own.contains("rgb("), "colours belong in style/tokens.css");
    }
}

/// Story: to spare sheets, letters would become too small for who reads with difficulty. (A story in browsers counts the sheets.)
#[test]
fn letters_on_paper_are_eleven_points_or_more() {
    let css = fs::read_to_string(root().join("src/editing/pages/stappenplan-print.css")).unwrap();
    let sizes: Vec<f32> = css
        .split("font-size: ")
        .skip(1)
        .map(|rest| rest.split(';').next().unwrap())
        .filter(|size| *size != "inherit")
        .map(|size| size.strip_suffix("pt").unwrap_or_else(|| panic!("{size} is not in points")).parse().unwrap())
        .collect();
    assert!(sizes.len() > 4 && sizes.iter().all(|size| *size >= 11.0), "{sizes:?}");
    assert!(
        !css.contains("display: none")
            || css.contains(".top,\n  .contents,\n  .practise,\n  .skip {\n    display: none")
    );
    assert_eq!(css.matches("display: none").count(), 1, "more than what is for pressing is left out");
}

#[test]
fn the_command_writes_them_and_says_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let done = call(&["pages", "--out", out, "--today", TODAY, "--base", "https://voorbeeldstad.example/hulp"]);
    assert!(done.status.success(), "{done:?}");
    let html = fs::read_to_string(folder.path().join("stappenplan/nl/eerste-keer.html")).unwrap();
    let own = "https://voorbeeldstad.example/hulp/stappenplan/nl/eerste-keer.html";
    assert_eq!(all(&Html::parse_document(&html), "link[rel=canonical]")[0].attr("href"), Some(own));
    for wrong in [&["pages"][..], &["pages", "--out"], &["pages", "--out", out, "--base", "voorbeeldstad"]] {
        assert_eq!(call(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(call(&["pages", "bestaat-niet", "--out", out]).status.code(), Some(2));
}
