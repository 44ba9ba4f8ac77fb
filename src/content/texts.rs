//! All the texts of a words file, each with its place: what a check reads.

use super::words::{ScreenWords, StepWords, Words};

/// Every text, with its place in the file.
pub fn texts(words: &Words) -> Vec<(String, String)> {
    let mut all = vec![("title".into(), words.title.clone()), ("summary".into(), words.summary.clone())];
    all.extend(words.terms.iter().map(|(term, text)| (format!("terms.{term}"), text.clone())));
    for (id, step) in &words.steps {
        all.extend(of_step(step).into_iter().map(|(part, text)| (format!("steps.{id}.{part}"), text.to_owned())));
    }
    for (id, screen) in &words.screens {
        let screen = screen.get();
        all.extend(
            of_screen(&screen).into_iter().map(|(part, text)| (format!("screens.{id}.{part}"), text.to_owned())),
        );
    }
    all
}

fn of_step(step: &StepWords) -> Vec<(&'static str, &str)> {
    let mut all = vec![("title", step.title.as_str())];
    let lists = [
        ("text", &step.text),
        ("mistakes", &step.mistakes),
        ("safety", &step.safety),
        ("helper", &step.helper),
        ("after", &step.after),
        ("bring", &step.bring),
    ];
    for (part, list) in lists {
        all.extend(list.iter().map(|text| (part, text.as_str())));
    }
    all.extend(step.action.iter().map(|text| ("action", text.as_str())));
    all.extend(step.hint.iter().map(|text| ("hint", text.as_str())));
    all.extend(step.ways.values().map(|text| ("ways", text.as_str())));
    for labelled in step.options.values().chain(step.items.values()) {
        all.push(("label", &labelled.label));
        all.extend(labelled.text.iter().map(|text| ("label", text.as_str())));
    }
    all
}

fn of_screen(screen: &ScreenWords) -> Vec<(&'static str, &str)> {
    let mut all = vec![("site", screen.site.as_str()), ("title", screen.title.as_str())];
    all.extend(screen.text.iter().map(|text| ("text", text.as_str())));
    all.extend(screen.button.iter().map(|text| ("button", text.as_str())));
    all.extend(screen.places.values().map(|text| ("places", text.as_str())));
    all.extend(screen.mistakes.values().map(|text| ("mistakes", text.as_str())));
    all.extend(screen.right.iter().chain(&screen.wrong).map(|text| ("explained", text.as_str())));
    for choice in screen.choices.values() {
        all.push(("choices", &choice.label));
        all.extend(choice.text.iter().map(|text| ("choices", text.as_str())));
    }
    for field in screen.fields.values() {
        all.push(("fields", &field.label));
        let more = field.help.iter().chain(field.options.values()).chain(&field.mistake);
        all.extend(more.map(|text| ("fields", text.as_str())));
    }
    for message in screen.messages.values() {
        let texts =
            std::iter::once(&message.from).chain(&message.subject).chain(&message.text).chain(&message.attachment);
        all.extend(texts.map(|text| ("messages", text.as_str())));
    }
    all
}
