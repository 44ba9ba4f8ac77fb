//! `public/flows/<id>/flow.json`: one service as a municipality or we wrote it down, before its includes are expanded.

use crate::flow::model::Step;
use crate::map::Map;
use crate::practice::spec::ScreenSpec;
use crate::record;
use crate::value::lazy::Lazy;

/// The newest `format` number that this program reads; a file with a higher one is refused with a clear message.
pub const FORMAT: u32 = 1;

/// Where one logs in when a flow does not say.
pub const SITE: &str = "Gemeente Voorbeeldstad";

record! {
    /// One service. Ids and routing only; the words are in [`crate::content::words::Words`].
    pub struct FlowFile {
        pub format: u32 = "format",
        pub id: String = "id",
        /// A pictogram's name, see `view/ui/icon.rs`.
        pub icon: String = "icon",
        /// Who is practised with, see `practice/persona.rs`.
        pub persona: String = "persona",
        /// Where one logs in, as `{p.site}` also in a log-in that this flow includes. Absent: [`SITE`].
        pub site: Option<String> = "site",
        /// On offer: on the start, in the search, among the pages. Absent: a draft, which only who writes it opens, by `flow="…"`.
        pub published: bool = "published",
        /// How long a first visit takes, in minutes.
        pub minutes: u32 = "minutes",
        /// The id of the first step.
        pub start: String = "start",
        /// Amounts, terms and phone numbers that the words refer to as `{f.<id>}`.
        pub facts: Map<Fact> = "facts",
        /// Figures that each municipality sets itself, as `{f.<id>}` too: "verschilt per gemeente" until its own file has them.
        pub local: Vec<String> = "local",
        /// Something to ask one's way with, and not to practise: it has no modes.
        pub guide: bool = "guide",
        pub steps: Vec<Step> = "steps",
        /// The screens of the practice desk that the steps name.
        pub screens: Map<Lazy<ScreenSpec>> = "screens",
    }
}

record! {
    /// A figure that can go out of date: what it is, who says so, and for how long it may be shown.
    pub struct Fact {
        /// The figure without words, so that it reads in every language: `5`, `088 123 65 55`.
        pub value: String = "value",
        /// By language, where the figure needs words: "24 hours". Other languages read `value`.
        pub by_lang: Map<String> = "byLang",
        /// Where the figure stands (a host or a publication).
        pub source: String = "source",
        /// The day it was last compared with the source, `YYYY-MM-DD`.
        pub checked: String = "checked",
        /// The last day on which it is shown without a warning, `YYYY-MM-DD`.
        pub valid_until: String = "validUntil",
    }
}
