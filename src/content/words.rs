//! The words of a flow in one language, as `public/flows/<id>/<lang>.json` holds them. Never any routing.

use crate::map::Map;
use crate::record;
use crate::value::lazy::Lazy;

record! {
    /// One language of one flow.
    pub struct Words {
        pub format: u32 = "format",
        pub flow: String = "flow",
        /// BCP 47.
        pub lang: String = "lang",
        pub title: String = "title",
        pub summary: String = "summary",
        /// Difficult words with their explanation; `[word]` or `[shown|word]` in a text makes it tap-to-explain.
        pub terms: Map<String> = "terms",
        pub steps: Map<StepWords> = "steps",
        pub screens: Map<Lazy<ScreenWords>> = "screens",
    }
}

record! {
    /// The words of one step. Texts are paragraphs; see `content/inline.rs` for the marks they may hold.
    pub struct StepWords {
        pub title: String = "title",
        /// `practise`: each paragraph is a part of the task, one to three, some ten words each; they light up one by one.
        pub text: Vec<String> = "text",
        /// What is no task: what is other, or can be done too, at home or in real life. Shown small, without a number.
        pub home: Vec<String> = "home",
        /// The words on the one action that stands out, when "Volgende" does not say it.
        pub action: Option<String> = "action",
        /// What to do, when asked for a hint (shown at once in *samen*).
        pub hint: Option<String> = "hint",
        /// What often goes wrong here.
        pub mistakes: Vec<String> = "mistakes",
        /// What keeps you safe here.
        pub safety: Vec<String> = "safety",
        /// What to say or watch for, for the one who helps.
        pub helper: Vec<String> = "helper",
        pub options: Map<Labelled> = "options",
        pub items: Map<Labelled> = "items",
        /// `outcome`: what happens next and how long it takes.
        pub after: Vec<String> = "after",
        /// `outcome`: what to bring or have ready, for the take-home card.
        pub bring: Vec<String> = "bring",
        /// `outcome`: how to do it online, by phone, at the counter.
        pub ways: Map<String> = "ways",
    }
}

record! {
    /// A label with an optional line under it.
    pub struct Labelled {
        pub label: String = "label",
        pub text: Option<String> = "text",
    }
}

record! {
    /// The words on a practice screen.
    pub struct ScreenWords {
        /// The organisation whose site is drawn: "Gemeente Voorbeeldstad".
        pub site: String = "site",
        /// The heading on the drawn page.
        pub title: String = "title",
        pub text: Vec<String> = "text",
        /// The words on the screen's own button.
        pub button: Option<String> = "button",
        pub fields: Map<FieldWords> = "fields",
        /// `map`: the names of the places.
        pub places: Map<String> = "places",
        /// E-mails, phone messages and letters by id.
        pub messages: Map<Message> = "messages",
        /// What can be chosen, by the ids of the screen's `options`.
        pub choices: Map<Labelled> = "choices",
        /// `judge`: why, after the right answer and after the wrong one.
        pub right: Option<String> = "right",
        pub wrong: Option<String> = "wrong",
        /// Answers to mistakes on this screen, by mistake id, where the general words are not concrete enough.
        pub mistakes: Map<String> = "mistakes",
    }
}

record! {
    /// The words of one field.
    pub struct FieldWords {
        pub label: String = "label",
        pub help: Option<String> = "help",
        pub options: Map<String> = "options",
        /// The answer when this field is not as on the card.
        pub mistake: Option<String> = "mistake",
    }
}

record! {
    /// A message on a device: an e-mail, a text on the phone, a letter.
    pub struct Message {
        pub from: String = "from",
        pub subject: Option<String> = "subject",
        pub text: Vec<String> = "text",
        /// The name of a document that comes with it.
        pub attachment: Option<String> = "attachment",
    }
}
