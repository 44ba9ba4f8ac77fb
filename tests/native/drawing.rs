//! A flow as a picture.

use crate::support::{call, library};
use stapwijzer::editing::diagram::svg::svg;

/// Every element that is opened is closed, in turn.
#[track_caller]
fn well_formed(xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in xml.split('<').skip(1).map(|rest| rest.split('>').next().unwrap()) {
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name)),
            None => open.push(tag.split(' ').next().unwrap()),
        }
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
    }
    assert_eq!(open, Vec::<&str>::new());
}

#[test]
fn every_flow_can_be_drawn_and_stands_on_its_own() {
    for (id, lang) in library().words.keys() {
        let package = library().package(id, lang).unwrap();
        let picture = svg(&package);
        well_formed(&picture);
        assert_eq!(picture, svg(&package), "{id} is drawn in another way each time");
        assert!(
            picture.contains(" role=\"img\" aria-labelledby=\"title about\"")
                && picture.contains("(prefers-color-scheme: dark)"),
            "{id}"
        );
        assert_eq!(
            picture.matches("<g class=\"step").count(),
            package.flow.steps.len() + 6,
            "{id}: a box for each step, and the key"
        );
        for never in ["href", "http:", "https:", "url(http", "<script", "<image", "{p.", "{f."] {
            assert!(!picture.replace("http://www.w3.org/2000/svg", "").contains(never), "{id} holds {never}");
        }
        assert!(package.guide || picture.contains("class=\"road detour\""), "{id}: nothing goes wrong");
    }
}

#[test]
fn titles_answers_and_roads_are_told() {
    let picture = svg(&library().package("digid-inloggen-sms", "nl").unwrap());
    for words in
        [">Typ de naam en het<", ">wachtwoord<", ">2. Ik typ zelf het adres van de<", "class=\"number\"", ">6. alleen<"]
    {
        assert!(picture.contains(words), "{words}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let mut package = library().package("eerste-keer", "nl").unwrap();
    package.words.title = "</title><script>alert(1)</script>".into();
    let start = package.flow.start.clone();
    let mut words = package.words.steps.get(&start).unwrap().clone();
    words.title = "\"/><image href=x onerror=alert(1)>".into();
    package.words.steps.insert(start, words);
    let picture = svg(&package);
    well_formed(&picture);
    assert!(!picture.contains("<script") && !picture.contains("<image") && picture.contains("&lt;script&gt;"));
}

/// Flows come in all shapes while they are written.
#[test]
fn what_is_not_finished_is_drawn_too() {
    let mut package = library().package("eerste-keer", "nl").unwrap();
    package.flow.steps.truncate(3);
    package.flow.steps[1].next = Some(package.flow.steps[1].id.clone());
    well_formed(&svg(&package));
    package.flow.start = "nergens".into();
    well_formed(&svg(&package));
    package.flow.steps.clear();
    well_formed(&svg(&package));
}

#[test]
fn the_command_draws() {
    let output = call(&["graph", "verhuizing-doorgeven", "--svg", "--lang", "en"]);
    let picture = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success()
            && picture.starts_with("<svg ")
            && picture.contains("lang=\"en\">Report your move</title>")
    );
}
