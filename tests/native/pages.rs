//! The steps as pages that need no program: complete, connected, and nothing but text.

use crate::support::{TODAY, call, library, root};
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

/// The values of an attribute.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let mark = format!(" {attribute}=\"");
    html.split(mark.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn every_flow_has_a_page_in_every_language_and_every_link_leads_somewhere() {
    let files = pages(library(), TODAY, None);
    for (id, lang) in library().words.keys().filter(|(id, _)| library().is_published(id)) {
        assert!(files.contains_key(&format!("stappenplan/{lang}/{id}.html")), "{id} {lang}");
    }
    for (path, html) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let folder = Path::new(path).parent().unwrap();
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
        for other in others.map(|other| other.split('/').nth(1).unwrap()) {
            let shown = format!("href=\"../{other}/{file}\" hreflang=\"{other}\" lang=\"{other}\"");
            for link in [format!("hreflang=\"{other}\">\n"), shown] {
                assert!(html.contains(&link), "{path} lacks {link}");
            }
        }
        assert!(html.contains(&format!("<strong lang=\"{lang}\" aria-current=\"true\">")), "{path}");
    }
}

#[test]
fn a_page_is_text_and_nothing_else() {
    for (path, html) in pages(library(), TODAY, None).iter().filter(|(path, _)| path.ends_with(".html")) {
        let lang = path.split('/').nth(1).unwrap();
        assert!(
            html.starts_with("<!doctype html>\n<html lang=\"") && html.contains(&format!("<html lang=\"{lang}\"")),
            "{path}"
        );
        for tag in ["title>", "h1>", "main ", "header ", "footer "] {
            assert_eq!(html.matches(&format!("<{tag}")).count(), 1, "{path}: <{tag}");
        }
        let never = "<form <input <button <img <style javascript: http: {p. {f. onclick= src= style=";
        for never in never.split(' ') {
            assert!(!html.contains(never), "{path} holds {never}");
        }
        for key in library().ui["nl"].keys().filter(|key| key.starts_with("page.") && key.len() > 6) {
            assert!(!html.contains(key), "{path} shows {key} itself");
        }
        let data = html.matches("<script type=\"application/ld+json\">").count();
        assert_eq!(html.matches("<script").count(), data, "{path}");
        assert!(!html.contains("rel=\"canonical\""), "{path}: nobody said where it is");
    }
}

/// Who reads meets every step that can be met without going alone, and the questions for who went alone nowhere.
#[test]
fn every_step_is_there_but_for_the_questions_afterwards() {
    let files = pages(library(), TODAY, None);
    for id in library().files.keys().filter(|id| library().is_published(id)) {
        let html = &files[&format!("stappenplan/nl/{id}.html")];
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
        let data = html.split("ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
        let data: serde_json::Value = serde_json::from_str(data).unwrap();
        assert_eq!(data["@type"], "HowTo");
        let main = shown.len() - html.split("id=\"mis\"").nth(1).map_or(0, |rest| rest.matches("id=\"stap-").count());
        assert_eq!(data["step"].as_array().unwrap().len(), main, "{id}");
        assert!(
            flow.steps.iter().all(|step| step.kind != StepKind::Outcome) || html.contains("class=\"ways\""),
            "{id}"
        );
    }
}

#[test]
fn choices_roads_exercises_words_and_sources_are_told() {
    let files = pages(library(), TODAY, None);
    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert!(html.contains(expected), "{expected} is not in the page");
    }
    let sms = &files["stappenplan/nl/digid-inloggen-sms.html"];
    check(
        sms,
        "<strong>Ik typ zelf het adres van de site</strong> <span>Boven in het scherm, letter voor letter.</span> <span class=\"goes\">Kiest u dit? Ga naar <a href=\"#stap-begin-goed\">stap\u{a0}7</a>.</span>",
    );
    check(sms, "Ga daarna terug naar <a href=\"#stap-begin\">stap\u{a0}4</a>.");
    check(sms, "<dt>Wachtwoord</dt>\n<dd>Oefen-7dagen</dd>");
    check(sms, "OEFENEN: dit is niet DigiD");
    check(sms, "Dit kan gebeuren bij <a href=\"#stap-inloggen\">stap\u{a0}8</a>.");
    check(sms, "consumentenbond.nl (2023), gecontroleerd op 23 november 2026</li>");
    check(sms, "<dt>DigiD</dt>\n<dd>Met DigiD laat u op internet zien wie u bent. Bijvoorbeeld bij de gemeente.</dd>");
    check(sms, "<dt>Per telefoon</dt>");
    let move_ = &files["stappenplan/en/verhuizing-doorgeven.html"];
    check(move_, "Only if you chose “");
    check(move_, "the date in 14 days");
    check(&files["stappenplan/nl/index.html"], "<h2>Oefenen met DigiD</h2>");
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
    let html = &files["stappenplan/en/eerste-keer.html"];
    let own = "https://voorbeeldstad.example/stappenplan/en/eerste-keer.html";
    assert!(html.contains(&format!("<link rel=\"canonical\" href=\"{own}\">")), "{html:.2000}");
    assert!(
        html.contains("hreflang=\"nl\"")
            && html.contains("https://voorbeeldstad.example/stappenplan/nl/eerste-keer.html")
    );
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
        let text = fs::read_to_string(root().join("public").join(&name)).unwrap();
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
    let html = &pages(&library, TODAY, None)["stappenplan/nl/melding-openbare-ruimte.html"];
    assert_eq!(html.matches("<script").count(), 1, "the block of data");
    assert!(
        !html.contains("<!--")
            && !html.contains(" onload=\"")
            && html.contains("&lt;/script&gt;&lt;script&gt;alert(1)")
    );
    let data = html.split("ld+json\">").nth(1).unwrap().split("</script>").next().unwrap();
    let data: serde_json::Value = serde_json::from_str(data).unwrap();
    assert!(data["name"].as_str().unwrap().starts_with("</title></script><script>alert(1)"));
}

#[test]
fn what_each_municipality_sets_itself_is_said_so() {
    let library = changed("flow.json", |text| text.replacen("\"steps\"", "\"local\": [\"dagenHier\"], \"steps\"", 1));
    let mut library = library;
    let words = library.words.values_mut().next().unwrap();
    words.summary = "Binnen {f.dagenHier} dagen.".into();
    let html = &pages(&library, TODAY, None)["stappenplan/nl/melding-openbare-ruimte.html"];
    assert!(html.contains("<p class=\"lead\">Binnen verschilt\u{a0}per\u{a0}gemeente dagen.</p>"));
}

#[test]
fn the_style_sheet_names_no_colour_that_the_tokens_do_not_have() {
    let files = pages(library(), TODAY, None);
    let css = &files["stappenplan/stappenplan.css"];
    for name in css.split("var(--").skip(1).map(|rest| rest.split([')', ',']).next().unwrap()) {
        assert!(css.contains(&format!("  --{name}: ")), "--{name} is not defined");
    }
    for own in ["src/editing/pages/stappenplan.css", "src/editing/diagram/diagram.css"] {
        let own = fs::read_to_string(root().join(own)).unwrap();
        assert!(!own.contains(": #") && !own.contains("rgb("), "colours belong in style/tokens.css");
    }
}

#[test]
fn the_command_writes_them_and_says_what_is_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let done = call(&["pages", "--out", out, "--today", TODAY, "--base", "https://voorbeeldstad.example/hulp"]);
    assert!(done.status.success(), "{done:?}");
    let html = fs::read_to_string(folder.path().join("stappenplan/nl/eerste-keer.html")).unwrap();
    assert!(html.contains("\"https://voorbeeldstad.example/hulp/stappenplan/nl/eerste-keer.html\""));
    for wrong in [&["pages"][..], &["pages", "--out"], &["pages", "--out", out, "--base", "voorbeeldstad"]] {
        assert_eq!(call(wrong).status.code(), Some(2), "{wrong:?}");
    }
    assert_eq!(call(&["pages", "bestaat-niet", "--out", out]).status.code(), Some(2));
}
