//! Counting tests in what test programs print.

use crate::run;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

/// How many tests passed and failed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
    /// Of those that passed: how many needed a second try.
    pub second: u32,
    /// Touches that a driver lost, and that were done again.
    pub touches: u32,
}

impl Tally {
    /// Adds what a line says: “3 passed; 0 failed” of `cargo test`, or “3 passed, 0 failed” of the end-to-end tests, with
    /// “1 needed a second try, 2 touches were done again” before it.
    pub fn read(&mut self, line: &str) {
        let words: Vec<&str> = line.split_whitespace().collect();
        let count = |word: &str| word.parse::<u32>().unwrap_or_default();
        if let [tries, "needed", "a", "second", _, touches, "touches", ..] = words[..] {
            self.second += count(tries);
            self.touches += count(touches);
        }
        for four in words.windows(4) {
            let counts = (four[0].parse::<u32>(), four[2].parse::<u32>());
            if let ("passed;" | "passed,", "failed;" | "failed", (Ok(passed), Ok(failed))) = (four[1], four[3], counts)
            {
                self.passed += passed;
                self.failed += failed;
            }
        }
    }

    /// What was done a second time.
    pub fn again(&self) -> String {
        let Tally { second, touches, .. } = self;
        format!("{second} needed a second try, {touches} touches were done again")
    }

    /// Runs a command, shows what it prints, and counts the tests in that.
    pub fn watch(&mut self, command: &mut Command) -> Result<()> {
        let shown = run::shown(command);
        let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot run: {shown}"))?;
        for line in BufReader::new(child.stdout.take().context("no output")?).lines() {
            let line = line?;
            self.read(&line);
            println!("{line}");
        }
        let status = child.wait()?;
        if !status.success() {
            bail!("failed ({status}): {shown}");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, passed: u32, failed: u32) {
        let mut tally = Tally::default();
        tally.read(line);
        assert_eq!(tally, Tally { passed, failed, ..Tally::default() });
    }

    #[test]
    fn second_tries_are_counted() {
        let mut tally = Tally::default();
        tally.read("2 needed a second try, 0 touches were done again");
        tally.read("7 needed a second try, 3 touches were done again: more than 1 in 100, so this run is RED");
        tally.read("nobody needed a second try, no touches were done again");
        assert_eq!(tally, Tally { second: 9, touches: 3, ..Tally::default() });
        let mut same = Tally::default();
        same.read(&tally.again());
        assert_eq!(same, tally, "what is told is not what is read");
    }

    #[test]
    fn both_kinds_of_line_are_understood() {
        check("test result: ok. 12 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.04s", 12, 1);
        check("33 passed, 2 failed", 33, 2);
        check("every test passed, none failed", 0, 0);
    }

    #[test]
    fn what_a_command_prints_is_counted_also_when_it_fails() {
        let mut tally = Tally::default();
        tally.watch(run::command("echo").arg("1 passed, 0 failed")).unwrap();
        let error = tally.watch(run::command("sh").args(["-c", "echo 2 passed, 3 failed; exit 1"])).unwrap_err();
        assert!(error.to_string().contains("exit status: 1"), "{error}");
        assert_eq!(tally, Tally { passed: 3, failed: 3, ..Tally::default() });
    }
}
