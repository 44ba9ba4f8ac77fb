//! What is read aloud of a screen: its heading and its paragraphs, in order, each part in its own language. It comes with the later
//! file: nobody is read to before the first screen is there.

use super::model::{Local, Model};
use super::screen::{Screen, StepScreen};
use super::spelled::spelled;
use super::voices::{self, Voice};
use crate::content::inline::Inline;
use crate::value::Value;

/// Words of one language, to be said in one breath.
#[derive(Debug, Clone, PartialEq)]
pub struct Spoken {
    /// A BCP 47 code.
    pub lang: String,
    pub text: String,
}

/// What is to be said, and by which voices.
#[derive(Debug, Clone, PartialEq)]
pub struct Speech {
    /// The language of the interface, without whose voice nothing is said.
    pub lang: String,
    pub parts: Vec<Spoken>,
    /// The municipality lets voices of others have the text.
    pub remote: bool,
}

impl Speech {
    /// Each part with the place of its voice; `None` when the device cannot speak the language of the interface. Words of a language
    /// that it cannot speak are said by the voice of the others.
    pub fn voiced(&self, voices: &[Voice]) -> Option<Vec<(&Spoken, usize)>> {
        let main = voices::choose(voices, &self.lang, self.remote)?;
        let voice = |part: &Spoken| voices::choose(voices, &part.lang, self.remote).unwrap_or(main);
        Some(self.parts.iter().map(|part| (part, voice(part))).collect())
    }
}

/// What the platform needs to know while it looks for a voice.
pub struct Asked {
    /// Nothing else was asked for meanwhile.
    pub still: Box<dyn Fn() -> bool>,
    /// There is no voice.
    pub no_voice: Box<dyn Fn()>,
}

/// Reading aloud, as the later file brings it.
#[derive(Clone, Copy)]
pub struct Aloud {
    pub read: fn(&Model) -> Speech,
    pub speak: fn(Speech, Asked),
    pub hush: fn(),
}

impl std::fmt::Debug for Aloud {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Aloud")
    }
}

impl PartialEq for Aloud {
    fn eq(&self, _: &Aloud) -> bool {
        true
    }
}

/// What is said of the current screen; of the help that lies over it, when that is open.
pub fn read(model: &Model) -> Speech {
    let lang = model.settings.lang.clone();
    let remote = match &model.local {
        Local::Here(municipality) => municipality.at("remoteVoices") == Some(&Value::Bool(true)),
        _ => false,
    };
    let mut reading = Reading { lang: &lang, parts: vec![] };
    if model.help_open {
        let lines = ["help.title", "help.pause", "help.lost", "help.secret", "help.ask", "help.phone"];
        // Who is in the house need not call it.
        lines[..if model.policy.done_wipes { 5 } else { 6 }].iter().for_each(|key| reading.say(&model.ui.t(key)));
    } else {
        reading.screen(model);
    }
    Speech { parts: reading.parts, lang, remote }
}

struct Reading<'a> {
    lang: &'a str,
    parts: Vec<Spoken>,
}

impl Reading<'_> {
    fn screen(&mut self, model: &Model) {
        let ui = &model.ui;
        match model.screen() {
            Screen::Loading => {}
            Screen::Failed(failure) => self.say(&ui.t(&["load.failed.", failure.code()].concat())),
            Screen::Start => {
                self.say(&ui.t("start.title"));
                self.say(&ui.t("start.lead"));
                ["find.title", "find.letter", "start.group.digid", "find.house", "start.often"]
                    .iter()
                    .for_each(|key| self.say(&ui.t(key)));
                model.start_screen().often.iter().for_each(|(_, words)| self.say(words));
            }
            Screen::Exercises(group) => {
                self.say(&ui.t(exercises_title(group)));
                model.exercises(group).iter().for_each(|card| self.say(&card.title));
            }
            Screen::House(room) => self.say(&match room {
                Some(room) => ui.t(&["room.", room.name()].concat()),
                None => ui.t("house.title"),
            }),
            Screen::Welcome(welcome) => {
                let lang = model.package.as_ref().map_or(self.lang, |package| &package.words.lang);
                self.in_lang(lang, &welcome.title);
                self.in_lang(lang, &welcome.summary);
                self.say(&ui.t("mode.title"));
            }
            Screen::Step(step) => self.step(&step),
        }
    }

    fn step(&mut self, step: &StepScreen) {
        let lang = step.package.words.lang.as_str();
        self.pieces(lang, &[&[Inline::Text([&step.count, " "].concat())], &step.name[..]].concat());
        let hint = step.hint.iter().filter(|_| step.mode.hint_at_once());
        let labels = step.options.iter().chain(&step.items).map(|pick| &pick.label);
        let (home, after) = (step.home(), step.after());
        step.text
            .iter()
            .chain(hint)
            .chain(&home)
            .chain(&after)
            .chain(labels)
            .for_each(|pieces| self.pieces(lang, pieces));
    }

    /// A paragraph: what stands in another language is a part of its own.
    fn pieces(&mut self, lang: &str, pieces: &[Inline]) {
        let mut own = String::new();
        self.add(lang, pieces, &mut own);
        self.in_lang(lang, &own);
    }

    fn add(&mut self, lang: &str, pieces: &[Inline], own: &mut String) {
        for piece in pieces {
            match piece {
                Inline::Foreign { lang: other, words } => {
                    self.in_lang(lang, &std::mem::take(own));
                    self.pieces(other, words);
                }
                Inline::Strong(words) => self.add(lang, words, own),
                Inline::Text(words) | Inline::Unknown(words) => own.push_str(words),
                Inline::Term { shown, .. } => own.push_str(shown),
                Inline::Fact { value, .. } => own.push_str(value),
            }
        }
    }

    fn say(&mut self, text: &str) {
        self.in_lang(self.lang, text);
    }

    fn in_lang(&mut self, lang: &str, text: &str) {
        // Between two languages there is often a quotation mark only, of which a voice makes a word.
        if text.chars().any(char::is_alphanumeric) {
            self.parts.push(Spoken { lang: lang.to_owned(), text: spelled(text) });
        }
    }
}

/// The name of the list of exercises.
pub fn exercises_title(group: Option<&str>) -> &'static str {
    if group.is_some() { "start.group.digid" } else { "start.all" }
}
