//! How the start and the search bear many flows, in Chromium. `cargo xtask bench` makes two sites that differ in nothing but how
//! many flows they have, and prints the table. Figures, and no test.

mod search;
mod start;

use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use serde_json::{Value, json};
use std::path::PathBuf;

/// What was asked for.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// The site with few flows
    #[arg(long, value_name = "DIR")]
    small: PathBuf,
    /// The site with many flows
    #[arg(long, value_name = "DIR")]
    large: PathBuf,
    /// How often each site is started
    #[arg(long, value_name = "N", default_value_t = 15, value_parser = clap::value_parser!(u16).range(1..))]
    rounds: u16,
}

/// Measures, and prints the figures as one line of JSON; times are in milliseconds.
pub fn run(options: &Options) -> Outcome<bool> {
    let sites = [options.small.clone(), options.large.clone()];
    for site in &sites {
        ensure!(site.join("index.html").is_file(), "“{}” is no site", site.display());
    }
    let rounds = usize::from(options.rounds);
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
    fn a_folder_without_a_site_is_named() {
        let failure = run(&Options { small: "no-such-site".into(), large: ".".into(), rounds: 1 }).unwrap_err();
        assert_eq!(failure.text, "“no-such-site” is no site");
    }
}
