//! How the start and the search bear many flows, in Chromium. `cargo xtask bench` makes two sites that differ in nothing but how
//! many flows they have, and prints the table. Figures, and no test.

mod search;
mod start;

use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use serde_json::{Value, json};
use std::path::PathBuf;

const USAGE: &str = "usage: stapwijzer-e2e bench --small DIR --large DIR [--rounds N]";

/// What was asked for.
struct Options {
    /// The sites with few and with many flows.
    sites: [PathBuf; 2],
    /// How often each site is started.
    rounds: usize,
}

impl Options {
    fn read(mut args: impl Iterator<Item = String>) -> Outcome<Options> {
        let mut options = Options { sites: [PathBuf::new(), PathBuf::new()], rounds: 15 };
        while let Some(arg) = args.next() {
            let value = args.next().ok_or_else(|| format!("{arg} needs a value\n{USAGE}"))?;
            match arg.as_str() {
                "--small" => options.sites[0] = value.into(),
                "--large" => options.sites[1] = value.into(),
                "--rounds" => {
                    options.rounds = value.parse().map_err(|_| format!("--rounds needs a number\n{USAGE}"))?
                }
                _ => fail!("unknown argument {arg}\n{USAGE}"),
            }
        }
        for site in &options.sites {
            ensure!(site.join("index.html").is_file(), "“{}” is no site\n{USAGE}", site.display());
        }
        ensure!(options.rounds > 0, "--rounds needs a number from 1\n{USAGE}");
        Ok(options)
    }
}

/// Measures, and prints the figures as one line of JSON; times are in milliseconds.
pub fn run(args: impl Iterator<Item = String>) -> Outcome<bool> {
    let Options { sites, rounds } = Options::read(args)?;
    let mut browser = Browser::start(Kind::Chromium)?;
    browser.reset()?;
    let start = start::measure(&browser, &sites, rounds)?;
    let search = search::measure(&browser, &sites)?;
    println!("{}", json!({ "rounds": rounds, "start": start, "search": search }));
    Ok(true)
}

/// The value below which this share of all values lies.
fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len().saturating_sub(1) as f64 * share).round() as usize;
    sorted.get(place).copied().unwrap_or(f64::NAN)
}

/// What is told of both sites.
fn both([few, many]: [Value; 2]) -> Value {
    json!({ "few": few, "many": many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_values_that_were_there() {
        let values = [5.0, 1.0, 3.0, 2.0, 4.0];
        assert_eq!([0.0, 0.5, 0.95, 1.0].map(|share| quantile(&values, share)), [1.0, 3.0, 5.0, 5.0]);
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn a_call_that_cannot_be_carried_out_says_why() {
        let read = |args: &[&str]| Options::read(args.iter().map(|arg| (*arg).to_owned())).err().unwrap().text;
        assert!(read(&["--small"]).contains("needs a value"));
        assert!(read(&["--rounds", "many"]).contains("needs a number"));
        assert!(read(&["--small", "no-such-site"]).contains("“no-such-site” is no site"));
        assert!(read(&["--fast", "1"]).contains("unknown argument --fast"));
    }
}
