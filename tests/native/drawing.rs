//! A flow as a picture.

use crate::support::{call, library};
use roxmltree::Document;
use stapwijzer::editing::diagram::svg::svg;

/// The picture as XML; one that is not well-formed is none.
#[track_caller]
fn read(picture: &str) -> Document<'_> {
    Document::parse(picture).unwrap_or_else(|error| panic!("{error}: {picture:.200}"))
}

/// The words of all elements of this name.
fn words<'a>(picture: &'a Document, name: &str) -> Vec<&'a str> {
    let named = picture.descendants().filter(|node| node.has_tag_name((SVG, name)));
    named.flat_map(|node| node.descendants()).filter_map(|node| node.text()).map(str::trim).collect()
}

const SVG: &str = "http://www.w3.org/2000/svg";

/// It may hold its own shapes, words and style, and nothing that comes from elsewhere or runs.
#[track_caller]
fn stands_on_its_own(picture: &Document) {
    for node in picture.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name();
        assert_eq!(name.namespace(), Some(SVG), "{name:?}");
        assert!(!["script", "image", "use", "foreignObject", "a"].contains(&name.name()), "{name:?}");
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(name != "href" && !name.starts_with("on") && !value.contains("url(http"), "{name}={value}");
        }
    }
}

#[test]
fn every_flow_can_be_drawn_and_stands_on_its_own() {
    for (id, lang) in library().words.keys() {
        let package = library().package(id, lang).unwrap();
        let text = svg(&package);
        assert_eq!(text, svg(&package), "{id} is drawn in another way each time");
        let picture = read(&text);
        stands_on_its_own(&picture);
        let root = picture.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{id}");
        for name in root.attribute("aria-labelledby").unwrap().split(' ') {
            let names = picture.descendants().find(|node| node.attribute("id") == Some(name)).unwrap();
            assert!(names.text().is_some_and(|text| !text.trim().is_empty()), "{id}: {name}");
        }
        assert!(words(&picture, "style").concat().contains("(prefers-color-scheme: dark)"), "{id}");
        let of_class = |class: &str| {
            let has = |node: &roxmltree::Node| {
                let all: Vec<&str> = node.attribute("class").unwrap_or_default().split(' ').collect();
                class.split(' ').all(|one| all.contains(&one))
            };
            picture.descendants().filter(has).count()
        };
        assert_eq!(of_class("step"), package.flow.steps.len() + 6, "{id}: a box for each step, and the key");
        assert!(words(&picture, "text").iter().all(|text| !text.contains("{p.") && !text.contains("{f.")), "{id}");
        // Story: what was counted was in the arrows of every picture, so a picture of which no road was dotted passed.
        let incidents = package.flow.steps.iter().any(|step| !step.incidents.is_empty());
        assert_eq!(of_class("road detour") > 0, incidents, "{id}: what goes wrong is dotted, and nothing else");
        assert!(incidents || package.guide || !library().is_published(id), "{id}: nothing goes wrong");
    }
}

#[test]
fn titles_answers_and_roads_are_told() {
    let text = svg(&library().package("digid-inloggen-sms", "nl").unwrap());
    let picture = read(&text);
    let told = words(&picture, "text");
    for words in ["Typ de naam en het", "wachtwoord", "2. Ik typ zelf het adres van de", "5. alleen"] {
        assert!(told.contains(&words), "{words}: {told:?}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let mut package = library().package("eerste-keer", "nl").unwrap();
    package.words.title = "</title><script>alert(1)</script>".into();
    let start = package.flow.start.clone();
    let mut step = package.words.steps.get(&start).unwrap().clone();
    step.title = "\"/><image href=x onerror=alert(1)>".into();
    package.words.steps.insert(start, step);
    let text = svg(&package);
    let picture = read(&text);
    stands_on_its_own(&picture);
    assert!(words(&picture, "title").concat().contains("</title><script>alert(1)</script>"));
}

/// Flows come in all shapes while they are written.
#[test]
fn what_is_not_finished_is_drawn_too() {
    let mut package = library().package("eerste-keer", "nl").unwrap();
    package.flow.steps.truncate(3);
    package.flow.steps[1].next = Some(package.flow.steps[1].id.clone());
    read(&svg(&package));
    package.flow.start = "nergens".into();
    read(&svg(&package));
    package.flow.steps.clear();
    read(&svg(&package));
}

#[test]
fn the_command_draws() {
    let output = call(&["graph", "verhuizing-doorgeven", "--svg", "--lang", "en"]);
    let picture = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success());
    assert!(words(&read(&picture), "title").concat().contains("Report your move"));
}
