//! `cargo xtask fuzz`: libFuzzer against every parser, with what it took.

use crate::tools::{self, NIGHTLY};
use crate::{project, run};
use anyhow::{Context, Result, bail, ensure};
use std::collections::VecDeque;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// No content file is larger.
const LARGEST: usize = 256 * 1024;

/// Megabytes that a target may take, libFuzzer's own corpus included; what a parser itself may hold is in `fuzz/src/lib.rs`.
const MOST_MEMORY: usize = 1024;

/// So many lines of a target that failed are shown.
const LAST_LINES: usize = 40;

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// Inputs for each parser
    #[arg(long, value_name = "N", default_value_t = 1_000_000)]
    pub inputs: u64,
    /// Only these parsers
    #[arg(value_name = "PARSER")]
    pub only: Vec<String>,
}

/// What a target said of itself.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Figures {
    inputs: u64,
    seconds: u64,
    /// The most that the parser held at once, in bytes.
    held: u64,
    /// The most memory of the whole program, in megabytes.
    peak: u64,
}

/// Runs every target; fails at the first parser that panics, takes too much, or hangs.
pub fn run(options: &Options) -> Result<()> {
    let root = project::root();
    let manifest = fs::read_to_string(root.join("fuzz/Cargo.toml")).context("fuzz/Cargo.toml cannot be read")?;
    let all = targets(&manifest);
    for name in &options.only {
        ensure!(all.contains(name), "there is no parser {name}; there are {}", all.join(", "));
    }
    tools::need_cargo_fuzz()?;
    for name in all.iter().filter(|name| options.only.is_empty() || options.only.contains(name)) {
        println!("{}", line(name, &fuzz(root, name, options.inputs)?));
    }
    Ok(())
}

/// The names of the targets.
fn targets(manifest: &str) -> Vec<String> {
    let bins = manifest.split("[[bin]]").skip(1);
    bins.filter_map(|bin| bin.split_once("name = \"")?.1.split_once('"')).map(|(name, _)| name.to_owned()).collect()
}

fn fuzz(root: &Path, name: &str, inputs: u64) -> Result<Figures> {
    let work = root.join("target/fuzz");
    let corpus = work.join("corpus").join(name);
    let artifacts = work.join("artifacts").join(name);
    let seeds = seeds(root, name, &work.join("seeds").join(name))?;
    for folder in [&corpus, &artifacts] {
        fs::create_dir_all(folder)?;
    }
    let mut cargo = run::command("rustup");
    cargo.args(["run", NIGHTLY, "cargo", "fuzz", "run", "--sanitizer", "none", "--target-dir"]).arg(&work);
    // The Cargo that runs us is another one.
    cargo.env_remove("CARGO").env_remove("RUSTC").env_remove("RUSTUP_TOOLCHAIN").env_remove("CARGO_TARGET_DIR");
    cargo.env("PATH", tools::path_with_ours()?);
    cargo.arg(name).arg(&corpus).arg(&seeds).arg("--");
    cargo.args([format!("-runs={inputs}"), format!("-max_len={LARGEST}"), format!("-rss_limit_mb={MOST_MEMORY}")]);
    // Large inputs from the beginning, and not only after a while.
    cargo.args(["-len_control=0", "-timeout=30", "-print_final_stats=1"]);
    cargo.arg(format!("-artifact_prefix={}/", artifacts.display()));
    watch(&mut cargo)
}

/// The files that `fuzz/seeds.txt` names for this parser, in one folder.
fn seeds(root: &Path, name: &str, folder: &Path) -> Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let list = fs::read_to_string(root.join("fuzz/seeds.txt")).context("fuzz/seeds.txt cannot be read")?;
    let lines = list.lines().filter_map(|line| line.split_once(' ')).filter(|(parser, _)| *parser == name);
    for (index, file) in lines.flat_map(|(_, files)| matching(root, files.trim())).enumerate() {
        fs::copy(&file, folder.join(index.to_string()))
            .with_context(|| format!("{} cannot be copied", file.display()))?;
    }
    Ok(folder.to_owned())
}

/// The files below a folder that a path with stars means.
fn matching(folder: &Path, files: &str) -> Vec<PathBuf> {
    let (name, rest) = files.split_once('/').unwrap_or((files, ""));
    let fits = |known: &str| match name.split_once('*') {
        Some((begin, end)) => known.starts_with(begin) && known.ends_with(end),
        None => known == name,
    };
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let paths = entries.filter(|entry| fits(&entry.file_name().to_string_lossy())).map(|entry| entry.path());
    if rest.is_empty() {
        paths.filter(|path| path.is_file()).collect()
    } else {
        paths.flat_map(|path| matching(&path, rest)).collect()
    }
}

/// Waits for a target, and reads its figures in what it says.
fn watch(command: &mut Command) -> Result<Figures> {
    let shown = run::shown(command);
    let mut child = command.stderr(Stdio::piped()).spawn().with_context(|| format!("cannot run: {shown}"))?;
    let mut figures = Figures::default();
    let mut last = VecDeque::new();
    for said in BufReader::new(child.stderr.take().context("no output")?).split(b'\n') {
        let said = String::from_utf8_lossy(&said?).into_owned();
        figures.read(&said);
        last.push_back(said);
        if last.len() > LAST_LINES {
            last.pop_front();
        }
    }
    let status = child.wait()?;
    if !status.success() {
        last.iter().for_each(|said| eprintln!("{said}"));
        bail!("failed ({status}): {shown}");
    }
    Ok(figures)
}

impl Figures {
    /// Takes in a line of libFuzzer, or of `fuzz/src/lib.rs`.
    fn read(&mut self, said: &str) {
        let number = |word: Option<&str>| word.and_then(|word| word.parse().ok()).unwrap_or_default();
        let words: Vec<&str> = said.split_whitespace().collect();
        match words[..] {
            ["Done", inputs, "runs", "in", seconds, ..] => {
                self.inputs = number(Some(inputs));
                self.seconds = number(Some(seconds));
            }
            ["stat::peak_rss_mb:", peak] => self.peak = number(Some(peak)),
            ["most", "held:", held, ..] => self.held = self.held.max(number(Some(held))),
            _ => {}
        }
    }
}

fn line(name: &str, Figures { inputs, seconds, held, peak }: &Figures) -> String {
    let held = *held as f64 / (1024.0 * 1024.0);
    format!(
        "{name:<10} {inputs:>10} inputs in {seconds:>5} s; the parser held {held:.1} MiB at most, all of it {peak} MB"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_found() {
        let manifest = fs::read_to_string(project::root().join("fuzz/Cargo.toml")).unwrap();
        let names = targets(&manifest);
        assert!(names.len() >= 7 && names.contains(&"inline".to_owned()), "{names:?}");
        for name in names {
            assert!(project::root().join(format!("fuzz/targets/{name}.rs")).is_file(), "{name}");
        }
    }

    #[test]
    fn every_target_has_something_to_begin_with() {
        let root = project::root();
        for name in targets(&fs::read_to_string(root.join("fuzz/Cargo.toml")).unwrap()) {
            let folder = tempfile::tempdir().unwrap();
            seeds(root, &name, folder.path()).unwrap();
            assert!(fs::read_dir(folder.path()).unwrap().count() > 0, "{name}");
        }
    }

    #[test]
    fn figures_are_read_in_what_is_said() {
        let mut figures = Figures::default();
        let said = "#2 INITED cov: 5\nmost held: 900 bytes, for 7 bytes of input\nmost held: 3145728 bytes, for 70 bytes of input\n\
            Done 1000000 runs in 61 second(s)\nstat::number_of_executed_units: 1000000\nstat::peak_rss_mb:              48";
        said.lines().for_each(|said| figures.read(said));
        assert_eq!(figures, Figures { inputs: 1_000_000, seconds: 61, held: 3_145_728, peak: 48 });
        assert_eq!(
            line("flow", &figures),
            "flow          1000000 inputs in    61 s; the parser held 3.0 MiB at most, all of it 48 MB"
        );
    }
}
