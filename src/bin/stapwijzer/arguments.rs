//! What can be asked of the command, and with which words.

use super::Misuse;
use clap::{Args, Parser, Subcommand};
use stapwijzer::date::Date;
use std::path::{Path, PathBuf};

const STATUS: &str = "The exit status is 0 when all is well, 1 when something is wrong, 2 when the call is.";

/// Checks, draws and publishes the flows of a content folder
#[derive(Parser)]
#[command(name = "stapwijzer", arg_required_else_help = true, after_help = STATUS)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// What to mend, advice, and what expires within 60 days
    Check {
        #[command(flatten)]
        content: Content,
        #[command(flatten)]
        day: Day,
        /// For a machine
        #[arg(long)]
        json: bool,
    },
    /// Flows and languages with steps, words, readability and freshness
    Table {
        #[command(flatten)]
        content: Content,
        #[command(flatten)]
        day: Day,
        /// For a machine
        #[arg(long)]
        json: bool,
    },
    /// All figures with source, age, next change and where they are told
    Facts {
        #[command(flatten)]
        content: Content,
        #[command(flatten)]
        day: Day,
        /// For a spreadsheet
        #[arg(long)]
        csv: bool,
    },
    /// Starts a flow, as a draft
    New {
        /// The id of the flow: small letters, digits and dashes
        flow: String,
        #[command(flatten)]
        content: Content,
    },
    /// Puts a draft on offer: on the start, in the search, among the pages
    Publish {
        /// The id of the flow
        flow: String,
        #[command(flatten)]
        content: Content,
        /// Under which heading of the start it stands: the group of another flow in catalogue.json
        #[arg(long)]
        group: Option<String>,
        #[command(flatten)]
        day: Day,
    },
    /// The flow as a drawing: in Mermaid's text, or a picture
    Graph {
        /// The id of the flow
        flow: String,
        #[command(flatten)]
        content: Content,
        /// The language of its words
        #[arg(long, default_value = "nl")]
        lang: String,
        /// A picture that stands on its own
        #[arg(long)]
        svg: bool,
    },
    /// All ways through a flow, one a line
    Routes {
        /// The id of the flow
        flow: String,
        #[command(flatten)]
        content: Content,
    },
    /// Makes what the search looks in
    Index {
        #[command(flatten)]
        content: Content,
    },
    /// The flows that answer a question, the best first
    Find {
        /// In somebody's own words, between quotes
        question: String,
        #[command(flatten)]
        content: Content,
        /// The language of the question
        #[arg(long, default_value = "nl")]
        lang: String,
        /// For a machine
        #[arg(long)]
        json: bool,
    },
    /// The steps of every flow as pages that need no program
    Pages {
        #[command(flatten)]
        content: Content,
        /// The folder to write to
        #[arg(long)]
        out: PathBuf,
        /// The address where the site will be, with https://
        #[arg(long, value_parser = address)]
        base: Option<String>,
        #[command(flatten)]
        day: Day,
    },
    /// A page with every screen in every state, for developers: DIR/schermen.html
    Gallery {
        #[command(flatten)]
        content: Content,
        /// The folder of a built site
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
    /// The JSON Schemas of the content files, for editors
    Schema {
        /// The folder to write to
        #[arg(long, default_value = "schema")]
        out: PathBuf,
    },
}

#[derive(Args)]
pub struct Content {
    /// The content folder
    #[arg(value_name = "FOLDER", default_value = "public")]
    folder: PathBuf,
}

impl Content {
    /// The folder, when it is one of content: in a mistyped one nothing is read or made.
    pub fn folder(&self) -> Result<&Path, Misuse> {
        let folder = &self.folder;
        match folder.join("flows").is_dir() {
            true => Ok(folder),
            false => Err(Misuse(format!("“{}” is no content folder: it has no flows/ in it", folder.display()))),
        }
    }
}

#[derive(Args)]
pub struct Day {
    /// As seen on another day, YYYY-MM-DD
    #[arg(long, value_parser = day, default_value_t = today())]
    pub today: String,
}

fn day(text: &str) -> Result<String, &'static str> {
    Date::parse(text).map(|_| text.to_owned()).ok_or("write a day as YYYY-MM-DD")
}

/// An address to put paths after.
fn address(text: &str) -> Result<String, &'static str> {
    let whole = text.starts_with("https://") || text.starts_with("http://");
    whole.then(|| format!("{}/", text.trim_end_matches('/'))).ok_or("write an address that begins with https://")
}

/// Today in UTC, `YYYY-MM-DD`.
fn today() -> String {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    Date::from_days((seconds / 86_400) as i64).to_string()
}
