//! The command line of `cargo xtask`.

use crate::{bench, build, fuzz, release, serve, shots, test};
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Builds, serves, tests and releases Stapwijzer
#[derive(Debug, Parser)]
#[command(name = "xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

/// The first line of each is its help.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Build, serve on 127.0.0.1, and build again after a change
    Serve(serve::Options),
    /// The release build, in dist/
    Build(build::Options),
    /// Every test, with its time; the last line is “N passed, N failed”
    Test(test::Options),
    /// libFuzzer against every parser (or these), with time and memory; needs a nightly Rust
    Fuzz(fuzz::Options),
    /// Pictures of the screens, in target/shots
    Shots(shots::Options),
    /// How the start and the search bear 1,000 flows, as figures; exit status 2 when it could not measure
    Bench(bench::Options),
    /// What dist/ weighs, against the budget
    Size,
    /// The files of a release, in target/release-files: see docs/releasing.md
    Release(release::Options),
    /// The site with plain names, as Trunk's hook wants it
    Assets {
        /// The folder to fill
        #[arg(env = "TRUNK_STAGING_DIR")]
        dir: PathBuf,
    },
}

/// Which stories to run, and where. Both command lines read it, so that a slip is told before the long build.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
pub struct Stories {
    /// Only in this browser; may be repeated
    #[arg(long, value_name = "NAME", value_parser = BROWSERS)]
    pub browser: Vec<String>,
    /// Only the stories with this in their name; may be repeated
    #[arg(long, value_name = "TEXT")]
    pub only: Vec<String>,
    /// Also the stories that tell again, on another flow or by another hand, what a story of every run tells
    #[arg(long)]
    pub all: bool,
    /// How many browsers run at once
    #[arg(long, value_name = "N", default_value_t = 3, value_parser = clap::value_parser!(u8).range(1..))]
    pub jobs: u8,
}

/// The browsers that the end-to-end tests drive.
pub const BROWSERS: [&str; 3] = ["chromium", "firefox", "webkit"];

impl Stories {
    /// The same as arguments.
    pub fn args(&self) -> Vec<String> {
        let pairs = |name: &str, values: &[String]| {
            values.iter().flat_map(|value| [name.to_owned(), value.clone()]).collect::<Vec<_>>()
        };
        let all = if self.all { vec!["--all".to_owned()] } else { vec![] };
        [pairs("--browser", &self.browser), pairs("--only", &self.only), all, pairs("--jobs", &[self.jobs.to_string()])]
            .concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    fn read(line: &str) -> Result<Command, clap::Error> {
        Cli::try_parse_from(["xtask"].into_iter().chain(line.split_whitespace())).map(|cli| cli.command)
    }

    #[track_caller]
    fn refused(line: &str, kind: ErrorKind, word: &str) {
        let error = read(line).unwrap_err();
        assert_eq!((error.kind(), error.exit_code()), (kind, 2), "{line}: {error}");
        assert!(error.to_string().contains(word), "{line}: {error}");
    }

    /// `build --relaese` built, `test --quick x` told what x was only after the build, and `size --help` was one argument too many.
    #[test]
    fn every_command_explains_itself_and_refuses_what_it_does_not_know() {
        Cli::command().debug_assert();
        for command in Cli::command().get_subcommands() {
            let name = command.get_name();
            assert!(command.get_about().is_some(), "{name} has no help");
            let help = read(&format!("{name} --help")).unwrap_err();
            assert_eq!((help.kind(), help.exit_code()), (ErrorKind::DisplayHelp, 0), "{name}");
            refused(&format!("{name} --no-such"), ErrorKind::UnknownArgument, "--no-such");
        }
        for line in ["build x", "size x", "serve x", "test x", "shots x", "bench 5", "assets a b", "release 1.0.0"] {
            refused(line, ErrorKind::UnknownArgument, "unexpected argument");
        }
        refused("no-such", ErrorKind::InvalidSubcommand, "no-such");
        refused("serve --port 99999", ErrorKind::ValueValidation, "99999");
        refused("test --browser opera", ErrorKind::InvalidValue, "chromium, firefox, webkit");
        refused("test --quick --only desk", ErrorKind::ArgumentConflict, "--only");
        refused("fuzz --inputs many", ErrorKind::ValueValidation, "many");
    }

    #[test]
    fn what_is_asked_for_arrives() {
        let Ok(Command::Test(test)) = read("test --browser firefox --only desk --only codes --install") else {
            panic!("no test")
        };
        assert_eq!(test.stories.args().join(" "), "--browser firefox --only desk --only codes --jobs 3");
        assert!(test.install && !test.quick);
        let Ok(Command::Serve(serve)) = read("serve") else { panic!("no serve") };
        assert_eq!((serve.port, serve.release, serve.once), (8080, false, false));
        let Ok(Command::Fuzz(fuzz)) = read("fuzz flow --inputs 5 words") else { panic!("no fuzz") };
        assert_eq!((fuzz.inputs, fuzz.only.join(" ")), (5, "flow words".to_owned()));
        assert!(matches!(read("build --dev"), Ok(Command::Build(build::Options { dev: true }))));
    }
}
