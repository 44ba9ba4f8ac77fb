//! The command line.

use crate::browser::{self, Kind};
use crate::failure::Outcome;
use std::path::PathBuf;

const USAGE: &str = "usage: stapwijzer-e2e [shots | bench] [--dist DIR] [--out DIR] [--screens FILE] [--browser NAME]… [--only TEXT]… [--jobs N] [--list]";

/// What was asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// The built site.
    pub dist: PathBuf,
    /// Where pictures go.
    pub out: PathBuf,
    /// Which screens to take pictures of.
    pub screens: PathBuf,
    /// The browsers to use.
    pub browsers: Vec<Kind>,
    /// Parts of names; only what holds one of them is run. Empty: all.
    pub only: Vec<String>,
    /// How many browsers run at once.
    pub jobs: usize,
    /// Only name what would be run.
    pub list: bool,
}

impl Options {
    /// Reads the arguments after the subcommand.
    pub fn read(mut args: impl Iterator<Item = String>) -> Outcome<Options> {
        let mut options = Options {
            dist: "dist".into(),
            out: "target/e2e".into(),
            screens: concat!(env!("CARGO_MANIFEST_DIR"), "/shots.json").into(),
            browsers: vec![],
            only: vec![],
            jobs: 3,
            list: false,
        };
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value\n{USAGE}"));
            match arg.as_str() {
                "--dist" => options.dist = value()?.into(),
                "--out" => options.out = value()?.into(),
                "--screens" => options.screens = value()?.into(),
                "--browser" => options.browsers.push(kind(&value()?)?),
                "--only" => options.only.push(value()?),
                "--jobs" => options.jobs = value()?.parse().map_err(|_| format!("--jobs needs a number\n{USAGE}"))?,
                "--list" => options.list = true,
                _ => fail!("unknown argument {arg}\n{USAGE}"),
            }
        }
        if options.browsers.is_empty() {
            options.browsers = browser::ALL.to_vec();
        }
        Ok(options)
    }

    /// Whether something with this name was asked for.
    pub fn wants(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|part| name.contains(part.as_str()))
    }
}

fn kind(name: &str) -> Outcome<Kind> {
    let known = browser::ALL.iter().find(|kind| kind.name() == name);
    Ok(*known.ok_or_else(|| format!("no browser {name}: chromium, firefox, webkit"))?)
}
