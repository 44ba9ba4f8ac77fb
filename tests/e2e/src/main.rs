//! End-to-end tests: Stapwijzer in Chromium, Firefox and WebKit, driven as its users do. See `README.md` here.

#[macro_use]
mod failure;

mod bench;
mod browser;
mod checks;
mod guard;
mod options;
mod page;
mod runner;
mod server;
mod shots;
mod stories;
mod tries;
mod webdriver;

use options::Options;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1).peekable();
    match args.peek().map(String::as_str) {
        Some("guard") => guard::stand(args.skip(1)),
        Some("bench") => finish(bench::run(args.skip(1))),
        Some("shots") => finish(Options::read(args.skip(1)).and_then(|options| shots::take(&options))),
        _ => finish(Options::read(args).and_then(|options| runner::run(&options, stories::all(&options.dist)?))),
    }
}

/// Exit status 0 when all went well, 1 when a story failed, 2 when nothing could be run.
fn finish(result: failure::Outcome<bool>) -> ExitCode {
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("stapwijzer-e2e: {failure}");
            ExitCode::from(2)
        }
    }
}
