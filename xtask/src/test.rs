//! `cargo xtask test`: every part with its time, and one line at the end.

use crate::cli::Stories;
use crate::tally::Tally;
use crate::tools::Install;
use crate::wasm::{SPLIT, TARGET};
use crate::{build, machine, project, run, size, tools};
use anyhow::{Result, bail};
use std::time::Instant;

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// Only what needs no browser and no release build: minutes
    #[arg(long, conflicts_with_all = ["install", "browser", "only", "jobs"])]
    pub quick: bool,
    /// Install the browsers that are missing
    #[arg(long)]
    pub install: bool,
    #[command(flatten)]
    pub stories: Stories,
}

/// Runs all tests. `false` when something failed.
pub fn run(options: &Options) -> bool {
    let start = Instant::now();
    let mut parts = Parts::default();
    if let Some(lacking) = (!options.quick).then(|| tools::browsers_lacking(Install::asked(options.install))).flatten()
    {
        println!("Later {lacking}\nWhat needs no browser is tested first.");
    }
    let product: &[&str] = &["-p", "stapwijzer", "--no-default-features", "--features", "check"];
    let helpers: &[&str] = &["-p", "xtask", "-p", "stapwijzer-e2e"];
    let lint: &[&str] = &["clippy", "--quiet"];
    let deny: &[&str] = &["--all-targets", "--", "-D", "warnings"];
    let test: &[&str] = &["test", "--quiet"];
    if !parts.run("rustfmt and Clippy", |_| tools::need_linters()) {
        return parts.report(start);
    }
    parts.cargo("format", &[&["fmt", "--all", "--check"]]);
    parts.cargo("lints", &[lint, product, deny]);
    parts.cargo("lints of the tools", &[lint, helpers, deny]);
    parts.cargo("native tests", &[test, product]);
    parts.cargo("tests of the tools", &[test, helpers]);
    parts.run("content table", |_| {
        let table: &[&str] = &["--bin", "stapwijzer", "--", "table"];
        run::check(run::cargo().args([&["run", "--quiet"], product, table].concat()))
    });
    if !options.quick {
        parts.run("lints of the browser program", |tally| {
            tools::need_wasm_target()?;
            // In one file, as `serve` builds it, and split, as it ships.
            [TARGET, SPLIT].into_iter().try_for_each(|target| {
                let args = [lint, &["-p", "stapwijzer"], target, &["--", "-D", "warnings"]].concat();
                tally.watch(run::cargo().args(args))
            })
        });
        parts.run("documentation of the code", |tally| {
            let doc: &[&str] = &["doc", "--quiet", "--no-deps", "--document-private-items"];
            [[doc, product].concat(), [doc, helpers].concat(), [doc, &["-p", "stapwijzer"], TARGET].concat()]
                .iter()
                .try_for_each(|args| tally.watch(run::cargo().args(args).env("RUSTDOCFLAGS", "-D warnings")))
        });
        parts.browser(options);
    }
    parts.report(start)
}

/// What was run so far.
#[derive(Default)]
struct Parts {
    done: Vec<Part>,
}

struct Part {
    name: &'static str,
    seconds: f32,
    tally: Tally,
    failed: bool,
}

impl Parts {
    fn browser(&mut self, options: &Options) {
        let built = self.run("release build", |_| build::release());
        if built {
            self.run("size", |_| match size::report(&project::dist())? {
                true => Ok(()),
                false => bail!("the program is too large"),
            });
            self.run("no trace of this machine", |_| machine::leaves_no_trace(&project::dist()));
        }
        let ready = self.run("browsers", |_| tools::need_browsers(Install::asked(options.install)));
        if ready {
            self.run("types of the scripts", |_| {
                run::check(run::command("tests/e2e/node_modules/.bin/tsc").args(["--project", "jsconfig.json"]))
            });
        }
        if built && ready {
            let args = options.stories.args();
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            self.cargo("end to end", &[&["run", "--quiet", "-p", "stapwijzer-e2e", "--", "--dist", "dist"], &args]);
        }
    }

    fn cargo(&mut self, name: &'static str, args: &[&[&str]]) -> bool {
        self.run(name, |tally| tally.watch(run::cargo().args(args.concat())))
    }

    fn run(&mut self, name: &'static str, part: impl FnOnce(&mut Tally) -> Result<()>) -> bool {
        println!("\n== {name}");
        let (start, mut tally) = (Instant::now(), Tally::default());
        let result = part(&mut tally);
        if let Err(error) = &result {
            eprintln!("xtask: {error:#}");
        }
        self.done.push(Part { name, seconds: start.elapsed().as_secs_f32(), tally, failed: result.is_err() });
        result.is_ok()
    }

    /// Each part, then the sum of all tests. A part that fails without a test that fails counts as one failure.
    fn report(&self, start: Instant) -> bool {
        println!("\n== parts");
        for Part { name, seconds, tally, failed } in &self.done {
            let word = if *failed { "FAILED" } else { "ok" };
            let tests = if *tally == Tally::default() {
                String::new()
            } else {
                format!(" ({} passed, {} failed)", tally.passed, tally.failed)
            };
            println!("{seconds:>7.1} s  {word:<6}  {name}{tests}");
        }
        println!("{:>7.1} s  in all", start.elapsed().as_secs_f32());
        let sum = self.sum();
        println!("{}", sum.again());
        println!("{} passed, {} failed", sum.passed, sum.failed);
        sum.failed == 0
    }

    fn sum(&self) -> Tally {
        self.done.iter().fold(Tally::default(), |sum, Part { tally, failed, .. }| Tally {
            passed: sum.passed + tally.passed,
            failed: sum.failed + tally.failed.max(u32::from(*failed)),
            second: sum.second + tally.second,
            touches: sum.touches + tally.touches,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_fails_without_a_test_counts_as_a_failure() {
        let mut parts = Parts::default();
        assert!(parts.run("good", |tally| {
            tally.read("5 passed, 0 failed");
            Ok(())
        }));
        assert!(!parts.run("does not compile", |_| bail!("no")));
        assert!(!parts.run("two tests fail", |tally| {
            tally.read("1 passed, 2 failed");
            bail!("no")
        }));
        assert_eq!(parts.sum(), Tally { passed: 6, failed: 3, ..Tally::default() });
        assert!(!parts.report(Instant::now()));
    }

    /// Every story passed, some only at the second try: too many, says the exit status, and so does the last line.
    #[test]
    fn a_part_that_is_red_for_its_second_tries_counts_as_a_failure() {
        let mut parts = Parts::default();
        assert!(!parts.run("end to end", |tally| {
            let lines = "echo 9 needed a second try, 4 touches were done again; echo 600 passed, 0 failed; exit 1";
            tally.watch(run::command("sh").args(["-c", lines]))
        }));
        assert_eq!(parts.sum(), Tally { passed: 600, failed: 1, second: 9, touches: 4 });
        assert!(!parts.report(Instant::now()));
    }
}
