//! `public/flows/<id>/flow.json`: one service as a municipality or we wrote it down, before its includes are expanded.

use super::figure::Figure;
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
        /// Amounts, terms and phone numbers that the words refer to as `{f.<id>}`. A name alone stands for a figure of
        /// `facts/national.json`; the site that is built has the figure itself.
        pub facts: Map<Figure> = "facts",
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
    /// `public/facts/national.json`: the figures that more than one flow uses, each once.
    pub struct NationalFile {
        pub format: u32 = "format",
        pub facts: Map<Figure> = "facts",
    }
}
