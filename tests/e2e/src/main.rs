//! End-to-end tests: Stapwijzer in Chromium, Firefox and WebKit, driven as its users do. See `README.md` here.

#[macro_use]
mod failure;

mod bench;
mod beside;
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

use clap::Parser;
use options::{Cli, Command};
use std::process::ExitCode;

fn main() -> ExitCode {
    // Not for people: this program, once more, in front of a driver.
    let mut args = std::env::args().skip(1).peekable();
    if args.next_if(|arg| arg == "guard").is_some() {
        guard::stand(args);
    }
    let Cli { command, run } = Cli::parse();
    finish(match &command {
        Some(Command::Bench(options)) => bench::run(options),
        Some(Command::Shots(options)) => shots::take(options),
        None => stories::all(&run.dist).and_then(|stories| runner::run(&run, stories)),
    })
}

/// Exit status 0 when all went well, 1 when a story failed, 2 when nothing could be run (or the command line makes no sense).
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
