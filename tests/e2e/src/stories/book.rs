//! What a flow should say and ask, read from the built site: the words and ids that the stories compare the screen with.

use crate::failure::{Failure, Outcome};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A flow in one language, with the flows it includes and the words of the interface.
pub struct Book {
    pub flow: String,
    pub lang: String,
    /// The built site that it was read from.
    pub folder: PathBuf,
    ui: Value,
    parts: Vec<Part>,
}

struct Part {
    flow: Value,
    words: Value,
}

/// One step, found by its title on the screen.
#[derive(Clone, Copy)]
pub struct Step<'b> {
    pub id: &'b str,
    pub kind: &'b str,
    pub json: &'b Value,
    pub words: &'b Value,
    part: &'b Part,
}

impl Book {
    /// Reads a flow and all that it includes.
    pub fn read(dist: &Path, flow: &str, lang: &str) -> Outcome<Book> {
        let ui = json(&dist.join(format!("ui/{lang}.json")))?;
        let mut book = Book { flow: flow.into(), lang: lang.into(), folder: dist.into(), ui, parts: vec![] };
        let mut todo = vec![flow.to_string()];
        while let Some(id) = todo.pop() {
            let folder = dist.join("flows").join(&id);
            let part =
                Part { flow: json(&folder.join("flow.json"))?, words: json(&folder.join(format!("{lang}.json")))? };
            todo.extend(steps(&part.flow).filter_map(|step| step["flow"].as_str()).map(String::from));
            book.parts.push(part);
        }
        Ok(book)
    }

    /// The words of the interface; a key that is not there fails the story.
    #[expect(clippy::panic, reason = "the runner takes a panic for a story that failed")]
    pub fn ui(&self, key: &str) -> &str {
        self.ui[key].as_str().unwrap_or_else(|| panic!("the interface has no words for {key}"))
    }

    /// The title of the flow, as on its card.
    pub fn title(&self) -> &str {
        self.parts[0].words["title"].as_str().unwrap_or_default()
    }

    /// Whether one only asks one's way with it.
    pub fn is_guide(&self) -> bool {
        self.parts[0].flow["guide"] == true
    }

    /// The step with this id.
    pub fn step_by_id<'b>(&'b self, id: &'b str) -> Outcome<Step<'b>> {
        let found = self.parts.iter().find(|part| steps(&part.flow).any(|step| step["id"] == id));
        Ok(found.ok_or_else(|| Failure::new(format!("no step {id} in {}", self.flow)))?.step(id))
    }

    /// The kinds of screens in the flow: kinds of steps, and types of practice screens.
    pub fn kinds(&self) -> BTreeSet<&str> {
        self.all_steps()
            .map(|step| step.screen().0["type"].as_str().unwrap_or(step.kind))
            .filter(|kind| *kind != "include")
            .collect()
    }

    /// The types of practice screens in the flow.
    pub fn screens(&self) -> BTreeSet<&str> {
        self.all_steps().filter_map(|step| step.screen().0["type"].as_str()).collect()
    }

    fn all_steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.parts
            .iter()
            .flat_map(|part| steps(&part.flow).map(|step| part.step(step["id"].as_str().unwrap_or_default())))
    }

    /// Whether the flow has a kind of screen that is not among these yet, and can be practised; they are then among them.
    pub fn brings_new(&self, kinds: &mut BTreeSet<String>) -> bool {
        let before = kinds.len();
        if !self.is_guide() {
            kinds.extend(self.kinds().into_iter().map(String::from));
        }
        kinds.len() > before
    }

    /// The step with this title.
    pub fn step(&self, title: &str) -> Outcome<Step<'_>> {
        let found = self.parts.iter().flat_map(|part| {
            let named = move |id: &&str| fits(part.words["steps"][id]["title"].as_str().unwrap_or_default(), title);
            steps(&part.flow)
                .map(|step| step["id"].as_str().unwrap_or_default())
                .filter(named)
                .map(move |id| part.step(id))
        });
        found.into_iter().next().ok_or_else(|| Failure::new(format!("no step of {} is called “{title}”", self.flow)))
    }
}

impl Part {
    fn step<'b>(&'b self, id: &'b str) -> Step<'b> {
        let json = steps(&self.flow).find(|step| step["id"] == id).unwrap_or(&Value::Null);
        Step { id, kind: json["kind"].as_str().unwrap_or_default(), json, words: &self.words["steps"][id], part: self }
    }
}

impl<'b> Step<'b> {
    /// What this step's practice screen is and expects, and its words.
    pub fn screen(&self) -> (&'b Value, &'b Value) {
        let id = self.json["screen"].as_str().unwrap_or_default();
        (&self.part.flow["screens"][id], &self.part.words["screens"][id])
    }

    /// The label of an option of a `choose` step.
    pub fn label(&self, option: &str) -> &'b str {
        self.words["options"][option]["label"].as_str().unwrap_or_default()
    }

    /// What may go wrong here: the titles of the first steps of the detours.
    pub fn incidents(&self) -> Vec<String> {
        let ids = self.json["incidents"].as_array().into_iter().flatten().filter_map(|id| id.as_str());
        ids.filter_map(|id| self.part.words["steps"][id]["title"].as_str()).map(plain).collect()
    }

    /// The options of a `choose` step, in order.
    pub fn options(&self) -> Vec<&'b str> {
        self.json["options"].as_array().into_iter().flatten().filter_map(|option| option["id"].as_str()).collect()
    }
}

/// The ids of the flows on offer.
pub fn flows(dist: &Path) -> Outcome<Vec<String>> {
    let catalogue = json(&dist.join("flows/catalogue.json"))?;
    Ok(catalogue["flows"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|flow| Some(flow["id"].as_str()?.to_string()))
        .collect())
}

fn steps(flow: &Value) -> impl Iterator<Item = &Value> {
    flow["steps"].as_array().into_iter().flatten()
}

fn json(file: &Path) -> Outcome<Value> {
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// A text as it is shown: without its marks.
pub fn plain(text: &str) -> String {
    let text = &without_languages(text);
    let mut shown = String::new();
    let mut rest = text.as_str();
    while let Some(at) = rest.find(['*', '[']) {
        shown.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("**") {
            rest = after;
        } else if let Some((inner, after)) = rest.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
            shown.push_str(inner.split('|').next().unwrap_or_default());
            rest = after;
        } else {
            shown.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    shown + rest
}

/// `{nl:gemeente}` is the word only.
fn without_languages(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| match part.split_once('}') {
        Some((inner, after)) if inner.split_once(':').is_some_and(|(lang, _)| lang.len() == 2) => {
            plain + &inner[3..] + after
        }
        _ => plain + "{" + part,
    })
}

/// Whether a text on the screen is this text of the content, whatever stands for `{p.…}` and `{f.…}`.
pub fn fits(content: &str, shown: &str) -> bool {
    let content = plain(content);
    let mut parts = content.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = shown.strip_prefix(first) else { return false };
    let mut open = false;
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
        open = part.is_empty();
    }
    rest.is_empty() || open
}
