//! All the texts of a words file, each with its place and its part to play: what a check reads.

use crate::content::inline;
use crate::content::words::{Labelled, ScreenWords, StepWords, Words};

/// One text of a words file.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// The place in the file, with dots: `steps.welkom.text.0`.
    pub path: String,
    pub text: String,
    pub role: Role,
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Sentences that a visitor reads.
    Prose,
    /// A title, a button, what can be chosen.
    Label,
    /// For the one who helps.
    Helper,
    /// The explanation of a difficult word.
    Term,
    /// What a form of the practice desk asks and offers: made up.
    Made,
    /// A message on the practice desk: made up, and written by somebody else.
    Message,
}

impl Text {
    /// The step that it belongs to.
    pub fn step(&self) -> Option<&str> {
        self.path.strip_prefix("steps.")?.split('.').next()
    }

    /// The practice screen that it belongs to.
    pub fn screen(&self) -> Option<&str> {
        self.path.strip_prefix("screens.")?.split('.').next()
    }
}

/// A text of which `{nl:woorden}` is the words only: for what counts words, and knows no persona to fill in other marks.
pub fn without_languages(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, mark)) = rest.split_once('{') {
        plain.push_str(before);
        let words = mark.split_once('}').and_then(|(inner, after)| Some((inline::language(inner)?.1, after)));
        let (words, after) = words.unwrap_or(("{", mark));
        plain.push_str(words);
        rest = after;
    }
    plain + rest
}

/// Every text, in the order of the record.
pub fn texts(words: &Words) -> Vec<Text> {
    let mut all = Vec::new();
    let mut add = |path: &str, role, text: &str| {
        all.push(Text { path: path.to_owned(), text: text.to_owned(), role });
    };
    add("title", Role::Label, &words.title);
    add("summary", Role::Prose, &words.summary);
    for (term, text) in &words.terms {
        add(&format!("terms.{term}"), Role::Term, text);
    }
    for (id, step) in &words.steps {
        of_step(step, &mut |part, role, text| add(&format!("steps.{id}.{part}"), role, text));
    }
    for (id, screen) in &words.screens {
        of_screen(&screen.get(), &mut |part, role, text| add(&format!("screens.{id}.{part}"), role, text));
    }
    all
}

type Add<'a> = &'a mut dyn FnMut(&str, Role, &str);

fn of_step(step: &StepWords, add: Add) {
    add("title", Role::Label, &step.title);
    let lists = [
        ("text", &step.text, Role::Prose),
        ("home", &step.home, Role::Prose),
        ("mistakes", &step.mistakes, Role::Prose),
        ("safety", &step.safety, Role::Prose),
        ("helper", &step.helper, Role::Helper),
        ("after", &step.after, Role::Prose),
        ("bring", &step.bring, Role::Prose),
    ];
    for (part, texts, role) in lists {
        list(part, texts, role, add);
    }
    step.action.iter().for_each(|text| add("action", Role::Label, text));
    step.hint.iter().for_each(|text| add("hint", Role::Prose, text));
    step.ways.iter().for_each(|(way, text)| add(&format!("ways.{way}"), Role::Prose, text));
    step.options.iter().for_each(|(id, option)| labelled(&format!("options.{id}"), option, Role::Prose, add));
    step.items.iter().for_each(|(id, item)| labelled(&format!("items.{id}"), item, Role::Prose, add));
}

fn of_screen(screen: &ScreenWords, add: Add) {
    add("site", Role::Label, &screen.site);
    add("title", Role::Label, &screen.title);
    list("text", &screen.text, Role::Prose, add);
    screen.button.iter().for_each(|text| add("button", Role::Label, text));
    screen.places.iter().for_each(|(id, text)| add(&format!("places.{id}"), Role::Made, text));
    screen.mistakes.iter().for_each(|(id, text)| add(&format!("mistakes.{id}"), Role::Prose, text));
    screen.right.iter().for_each(|text| add("right", Role::Prose, text));
    screen.wrong.iter().for_each(|text| add("wrong", Role::Prose, text));
    screen.choices.iter().for_each(|(id, choice)| labelled(&format!("choices.{id}"), choice, Role::Made, add));
    for (id, field) in &screen.fields {
        add(&format!("fields.{id}.label"), Role::Made, &field.label);
        field.help.iter().for_each(|text| add(&format!("fields.{id}.help"), Role::Made, text));
        field.options.iter().for_each(|(option, text)| add(&format!("fields.{id}.options.{option}"), Role::Made, text));
        field.mistake.iter().for_each(|text| add(&format!("fields.{id}.mistake"), Role::Made, text));
    }
    for (id, message) in &screen.messages {
        let part = |part: &str| format!("messages.{id}.{part}");
        add(&part("from"), Role::Message, &message.from);
        message.subject.iter().for_each(|text| add(&part("subject"), Role::Message, text));
        list(&part("text"), &message.text, Role::Message, add);
        message.attachment.iter().for_each(|text| add(&part("attachment"), Role::Message, text));
    }
}

fn list(part: &str, texts: &[String], role: Role, add: Add) {
    texts.iter().enumerate().for_each(|(index, text)| add(&format!("{part}.{index}"), role, text));
}

/// A label; what stands under it is prose, or made up too.
fn labelled(part: &str, words: &Labelled, under: Role, add: Add) {
    let role = if under == Role::Prose { Role::Label } else { under };
    add(&format!("{part}.label"), role, &words.label);
    words.text.iter().for_each(|text| add(&format!("{part}.text"), under, text));
}

#[cfg(test)]
mod tests {
    use super::without_languages;

    /// “nl” became a word that one could search for.
    #[test]
    fn the_mark_of_a_language_is_no_word() {
        for (text, expected) in [
            ("In Dutch: “{nl:gemeente}”, {f.dagen}", "In Dutch: “gemeente”, {f.dagen}"),
            ("{nl:[griffie]} {nl:a", "[griffie] {nl:a"),
            ("", ""),
        ] {
            assert_eq!(without_languages(text), expected);
        }
    }
}
