//! The command line: `cargo xtask --help`.

use anyhow::Result;
use clap::Parser;
use std::process::ExitCode;
use xtask::cli::{Cli, Command};
use xtask::{assets, bench, build, fuzz, project, release, serve, shots, size, test};

/// Exit status 0 when all went well, 1 when something failed, 2 when the command line makes no sense.
fn main() -> ExitCode {
    let command = Cli::parse().command;
    // A figure that is missed is no failure, so that one that could not be measured needs a status of its own.
    let not_tried = if matches!(command, Command::Bench(_)) { ExitCode::from(2) } else { ExitCode::FAILURE };
    match run(&command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            not_tried
        }
    }
}

/// Whether all went well; an error is what could not even be tried.
fn run(command: &Command) -> Result<bool> {
    match command {
        Command::Serve(options) => serve::run(options).map(|()| true),
        Command::Build(options) => build::run(options).map(|()| true),
        Command::Test(options) => Ok(test::run(options)),
        Command::Fuzz(options) => fuzz::run(options).map(|()| true),
        Command::Shots(options) => shots::run(options).map(|()| true),
        Command::Bench(options) => bench::run(options).map(|()| true),
        Command::Size => size::report(&project::dist()),
        Command::Release(options) => release::run(options).map(|()| true),
        Command::Assets { dir } => assets::run(dir).map(|()| true),
    }
}
