//! The command line: `cargo xtask serve | build | test | fuzz | shots | bench | size | assets`.

use anyhow::{Context, Result, bail};
use std::env;
use std::path::PathBuf;
use std::process::ExitCode;
use xtask::{assets, bench, build, fuzz, project, serve, shots, size, test};

const USAGE: &str = "\
usage: cargo xtask <command>

  serve [--port 8080] [--release] [--once]   build, serve on 127.0.0.1, build again after a change
        --release   serve dist/ as `build` makes it, compressed
        --once      do not watch the sources
  build                                      the release build, in dist/
  test [--quick] [-- ARGS]                   every test; --quick: those without a browser. ARGS go to the end-to-end tests
  fuzz [--inputs 1000000] [PARSER…]          libFuzzer against every parser (or these), with time and memory
  shots [ARGS]                               pictures of the screens, in target/shots; ARGS go to the picture taker,
                                             for instance: --only start --out docs
  bench [ARGS]                               how the start and the search bear 1,000 flows, as figures; ARGS go to the part in
                                             Chromium, for instance: --rounds 5. Exit status 2 when it could not measure
  size                                       what dist/ weighs, against the budget
  assets [DIR]                               the site with plain names; DIR is TRUNK_STAGING_DIR in Trunk's hook";

fn main() -> ExitCode {
    match run(env::args().skip(1)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            // A figure that is missed is no failure, so that one that could not be measured needs a status of its own.
            if env::args().nth(1).as_deref() == Some("bench") { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}

/// Whether all went well; an error is what could not even be tried.
fn run(mut args: impl Iterator<Item = String>) -> Result<bool> {
    let command = args.next().unwrap_or_default();
    match command.as_str() {
        "serve" => serve::run(&serve_options(args)?).map(|()| true),
        "build" => nothing_more(args).and_then(|()| build::release()).map(|()| true),
        "shots" => shots::run(&args.collect::<Vec<_>>()).map(|()| true),
        "fuzz" => fuzz::run(&fuzz_options(args)?).map(|()| true),
        "bench" => bench::run(&args.collect::<Vec<_>>()).map(|()| true),
        "size" => nothing_more(args).and_then(|()| size::report(&project::dist())),
        "test" => {
            let (quick, rest) = test_options(args)?;
            Ok(test::run(quick, &rest))
        }
        "assets" => {
            let folder = args.next().map(PathBuf::from).or_else(|| env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from));
            let folder = folder.with_context(|| format!("assets needs a folder\n{USAGE}"))?;
            nothing_more(args)?;
            assets::run(&folder).map(|()| true)
        }
        "" | "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(!command.is_empty())
        }
        other => bail!("there is no command {other}\n{USAGE}"),
    }
}

fn serve_options(mut args: impl Iterator<Item = String>) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--release" => options.release = true,
            "--once" => options.once = true,
            "--port" => {
                let port = args.next().unwrap_or_default();
                options.port =
                    port.parse().with_context(|| format!("--port needs a number up to 65535, not “{port}”"))?;
            }
            other => bail!("serve does not know {other}\n{USAGE}"),
        }
    }
    Ok(options)
}

fn test_options(mut args: impl Iterator<Item = String>) -> Result<(bool, Vec<String>)> {
    let mut quick = false;
    for arg in args.by_ref() {
        match arg.as_str() {
            "--quick" => quick = true,
            "--" => break,
            other => bail!("test does not know {other}\n{USAGE}"),
        }
    }
    Ok((quick, args.collect()))
}

fn fuzz_options(mut args: impl Iterator<Item = String>) -> Result<fuzz::Options> {
    let mut options = fuzz::Options::default();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--inputs" => {
                let inputs = args.next().unwrap_or_default();
                options.inputs = inputs.parse().with_context(|| format!("--inputs needs a number, not “{inputs}”"))?;
            }
            other if other.starts_with('-') => bail!("fuzz does not know {other}\n{USAGE}"),
            parser => options.only.push(parser.to_owned()),
        }
    }
    Ok(options)
}

fn nothing_more(mut args: impl Iterator<Item = String>) -> Result<()> {
    match args.next() {
        Some(arg) => bail!("{arg} is one argument too many\n{USAGE}"),
        None => Ok(()),
    }
}
