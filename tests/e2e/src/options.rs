//! The command line.

use crate::bench;
use crate::browser::Kind;
use crate::stories::Story;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use xtask::cli::Stories;

/// Drives Stapwijzer in Chromium, Firefox and WebKit, as its users do
#[derive(Debug, Parser)]
#[command(name = "stapwijzer-e2e", args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub run: Run,
}

/// What else it does than running stories.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Pictures of screens in Chromium, at several widths, light and dark
    Shots(Shots),
    /// Figures of two sites, one with few flows and one with many, as a line of JSON; `cargo xtask bench` makes the sites
    Bench(bench::Options),
}

/// Running stories; the last line is “N passed, N failed”.
#[derive(Debug, Clone, Args)]
pub struct Run {
    /// The built site
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub dist: PathBuf,
    /// Where pictures of failures go
    #[arg(long, value_name = "DIR", default_value = "target/e2e")]
    pub out: PathBuf,
    #[command(flatten)]
    pub stories: Stories,
    /// Only name what would be run
    #[arg(long)]
    pub list: bool,
}

/// Taking pictures.
#[derive(Debug, Clone, Args)]
pub struct Shots {
    /// The built site
    #[arg(long, value_name = "DIR", default_value = "dist")]
    pub dist: PathBuf,
    /// Where the pictures go
    #[arg(long, value_name = "DIR", default_value = "target/shots")]
    pub out: PathBuf,
    /// Which screens, and how to get there
    #[arg(long, value_name = "FILE", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/shots.json"))]
    pub screens: PathBuf,
    /// Only the screens with this in their name; may be repeated
    #[arg(long, value_name = "TEXT")]
    pub only: Vec<String>,
    /// Pictures of before, by the same names: both side by side come in a folder "beside"
    #[arg(long, value_name = "DIR")]
    pub before: Option<PathBuf>,
    /// Another size than the usual ones, as 1024x768; may be repeated
    #[arg(long, value_name = "SIZE", value_parser = size)]
    pub size: Vec<(u32, u32)>,
    /// Only name the screens
    #[arg(long)]
    pub list: bool,
}

fn size(text: &str) -> Result<(u32, u32), String> {
    let sides = text.split_once('x').and_then(|(wide, high)| Some((wide.parse().ok()?, high.parse().ok()?)));
    sides.ok_or_else(|| "a size is like 1024x768".to_owned())
}

impl Run {
    /// Whether stories are to be run in this browser.
    pub fn wants_browser(&self, kind: Kind) -> bool {
        let named = &self.stories.browser;
        named.is_empty() || named.iter().any(|name| name == kind.name())
    }

    /// Whether a story is to be run: by parts of its name, or else all that every run has.
    pub fn wants_story(&self, story: &Story) -> bool {
        let Stories { only, all, .. } = &self.stories;
        wants(only, &story.name) && (*all || !only.is_empty() || !story.again)
    }
}

/// Whether something with this name was asked for, by parts of names; by none, everything is.
pub fn wants(only: &[String], name: &str) -> bool {
    only.is_empty() || only.iter().any(|part| name.contains(part.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::browser;
    use clap::CommandFactory;

    fn read(line: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(["stapwijzer-e2e"].into_iter().chain(line.split_whitespace()))
    }

    #[test]
    fn a_slip_is_told_with_status_2_and_help_is_none() {
        Cli::command().debug_assert();
        for (line, word) in [
            ("--borwser firefox", "--borwser"),
            ("--browser opera", "chromium, firefox, webkit"),
            ("--jobs 0", "0"),
            ("desk", "'desk'"),
            ("shots desk", "'desk'"),
            ("shots --jobs 2", "--jobs"),
            ("bench --rounds many", "many"),
            ("bench --small a", "--large"),
        ] {
            let error = read(line).unwrap_err();
            assert_eq!(error.exit_code(), 2, "{line}");
            assert!(error.to_string().contains(word), "{line}: {error}");
        }
        for line in ["--help", "help", "shots --help", "bench --help"] {
            assert_eq!(read(line).unwrap_err().exit_code(), 0, "{line}");
        }
    }

    #[test]
    fn stories_are_chosen_by_browser_and_by_parts_of_names() {
        let run = read("--browser webkit --only desk --only codes").unwrap().run;
        let kinds: Vec<&str> =
            browser::ALL.iter().filter(|kind| run.wants_browser(**kind)).map(|kind| kind.name()).collect();
        assert_eq!(kinds, ["webkit"]);
        assert!(wants(&run.stories.only, "the desk: x") && !wants(&run.stories.only, "house"));
        let all = read("").unwrap().run;
        assert!(browser::ALL.iter().all(|kind| all.wants_browser(*kind)) && wants(&all.stories.only, "house"));
        let names: Vec<&str> = browser::ALL.iter().map(|kind| kind.name()).collect();
        assert_eq!(names, xtask::cli::BROWSERS, "both command lines know the same browsers");
    }
}
