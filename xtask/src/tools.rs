//! One line that says what is missing and how to get it; installing it where nobody can mind.

use crate::{project, run};
use anyhow::{Context, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of the browser program.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The Rust that libFuzzer needs.
pub const NIGHTLY: &str = "nightly";

const GECKODRIVER: &str = "0.37.1";
const CARGO_FUZZ: &str = "0.13.2";

const CHROMIUM: &[(&str, &str)] = &[("chromium", "chromium"), ("chromedriver", "chromium-driver")];

/// A program that the end-to-end tests use, and the Debian package that has it.
const PROGRAMS: &[(&str, &str)] = &[
    CHROMIUM[0],
    CHROMIUM[1],
    ("firefox-esr", "firefox-esr"),
    ("WebKitWebDriver", "webkit2gtk-driver"),
    ("Xvfb", "xvfb"),
    ("npm", "npm"),
];

/// A machine with one of these is used for more than our tests.
const ANY_BROWSER: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "firefox", "firefox-esr", "epiphany-browser", "WebKitWebDriver"];

/// Where Cargo keeps its registry.
pub fn cargo_home() -> Option<PathBuf> {
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    env::var_os("CARGO_HOME").map(PathBuf::from).or_else(home).filter(|home| home.is_absolute())
}

/// Installs the wasm target unless it is there.
pub fn need_wasm_target() -> Result<()> {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = run::command(rustc).args(["--print", "sysroot"]).output().context("cannot run rustc")?;
    let sysroot = PathBuf::from(String::from_utf8(output.stdout)?.trim());
    if sysroot.join("lib/rustlib").join(WASM).join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", WASM])
}

/// Installs rustfmt and Clippy unless they are there.
pub fn need_linters() -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let found = run::cargo().args([subcommand, "--version"]).output();
        if !found.is_ok_and(|output| output.status.success()) {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(args: &[&str]) -> Result<()> {
    let what = args.join(" ");
    if run::find("rustup").is_none() {
        bail!("this Rust is not complete, and rustup, which would do “{what}”, is missing: see https://rustup.rs");
    }
    println!("Installing what this Rust lacks: rustup {what}");
    run::check(run::command("rustup").args(args))
}

/// What to add to the words about a failed compilation, when the reason may be that nothing can link.
pub fn linker_advice() -> &'static str {
    match run::find("cc") {
        Some(_) => "",
        None => ": there is no C linker (cc), which Rust needs; on Debian: apt-get install gcc libc6-dev",
    }
}

/// Whether packages of the system may be installed without another word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Install {
    Asked,
    /// Then only on a machine that looks as if it is there for nothing else.
    Unasked,
}

impl Install {
    /// By `--install`, or on a machine of a forge, which says so with `CI=true`.
    pub fn asked(by_option: bool) -> Install {
        let by_forge = env::var("CI").is_ok_and(|ci| ci == "true");
        if by_option || by_forge { Install::Asked } else { Install::Unasked }
    }
}

/// What the machine is like, as far as installing goes.
#[derive(Debug, Clone, Copy)]
struct Machine {
    has_apt: bool,
    is_root: bool,
    /// It has no browser at all: a container, and nobody's desk.
    is_bare: bool,
}

impl Machine {
    fn this() -> Machine {
        Machine {
            has_apt: run::find("apt-get").is_some(),
            is_root: is_root(),
            is_bare: ANY_BROWSER.iter().all(|name| run::find(name).is_none()),
        }
    }
}

/// Browsers, drivers, rule engines and what checks the scripts, for the end-to-end tests. What goes into the project's own folder is simply fetched.
pub fn need_browsers(install: Install) -> Result<()> {
    need(PROGRAMS, install)?;
    need_geckodriver()?;
    need_packages(&project::root().join("tests/e2e"))
}

/// Chromium and its driver.
pub fn need_chromium(install: Install) -> Result<()> {
    need(CHROMIUM, install)
}

/// What [`need_browsers`] will refuse over: to be said before the long work, and not after it.
pub fn browsers_lacking(install: Install) -> Option<String> {
    lacking(&missing(PROGRAMS), install)
}

fn missing(programs: &[(&str, &'static str)]) -> Vec<&'static str> {
    programs.iter().filter(|(name, _)| run::find(name).is_none()).map(|(_, package)| *package).collect()
}

fn lacking(missing: &[&str], install: Install) -> Option<String> {
    if missing.is_empty() { None } else { cannot_install(&missing.join(" "), Machine::this(), install) }
}

fn need(programs: &[(&str, &'static str)], install: Install) -> Result<()> {
    let missing = missing(programs);
    if let Some(reason) = lacking(&missing, install) {
        bail!(reason);
    }
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    println!("Installing {list} (apt-get)");
    let apt = |args: &[&str]| run::check(run::command("apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"));
    apt(&["update", "-qq"])?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"], &missing[..]].concat())
}

/// Why we do not install these packages ourselves, with what to do.
fn cannot_install(list: &str, machine: Machine, install: Install) -> Option<String> {
    let line = |sudo: &str| format!("{sudo}apt-get update && {sudo}apt-get install --no-install-recommends {list}");
    match machine {
        Machine { has_apt: false, .. } => {
            Some(format!("the end-to-end tests need what Debian calls {list}; install them as your system does"))
        }
        Machine { is_root: false, .. } => Some(format!("the end-to-end tests need {list}: {}", line("sudo "))),
        Machine { is_bare, .. } if is_bare || install == Install::Asked => None,
        _ => Some(format!("the end-to-end tests need {list}: {} (with --install this command does it)", line(""))),
    }
}

fn is_root() -> bool {
    Command::new("id").arg("-u").output().is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

/// Debian has no geckodriver of its own.
fn need_geckodriver() -> Result<()> {
    need_crate("geckodriver", GECKODRIVER)
}

/// Installs cargo-fuzz unless it is there; a nightly Rust is asked for, since it is a whole toolchain.
pub fn need_cargo_fuzz() -> Result<()> {
    let listed = run::command("rustup").args(["toolchain", "list"]).output().context("cannot run rustup")?;
    if !String::from_utf8_lossy(&listed.stdout).lines().any(|name| name.starts_with(NIGHTLY)) {
        bail!("fuzzing needs a nightly Rust: rustup toolchain install {NIGHTLY} --profile minimal");
    }
    need_crate("cargo-fuzz", CARGO_FUZZ)
}

/// PATH, with what we installed ourselves in it.
pub fn path_with_ours() -> Result<std::ffi::OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let ours = project::tools().join("bin");
    Ok(env::join_paths(env::split_paths(&path).chain([ours]))?)
}

/// Installs a program from the registry unless it is there. It is compiled quickly rather than well: it only passes messages on.
fn need_crate(name: &str, version: &str) -> Result<()> {
    if run::find(name).is_some() || project::tools().join("bin").join(name).is_file() {
        return Ok(());
    }
    println!("Compiling {name} {version} (cargo install), which takes some minutes");
    let mut cargo = run::cargo();
    cargo.args(["install", "--quiet", name, "--version", version, "--locked", "--root"]).arg(project::tools());
    cargo.env("CARGO_TARGET_DIR", project::tools().join("build"));
    for (key, value) in [("OPT_LEVEL", "0"), ("LTO", "off"), ("DEBUG", "0"), ("CODEGEN_UNITS", "256")] {
        cargo.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    run::check(&mut cargo)
}

fn need_packages(folder: &Path) -> Result<()> {
    if is_current(folder) {
        return Ok(());
    }
    println!("Installing the accessibility rule engines and TypeScript (npm ci)");
    run::check(run::command("npm").args(["ci", "--no-audit", "--no-fund"]).current_dir(folder))
}

/// Whether `node_modules` was made after the lock file was last changed.
fn is_current(folder: &Path) -> bool {
    let changed = |path: &str| fs::metadata(folder.join(path)).and_then(|data| data.modified()).ok();
    let made = changed("node_modules/.package-lock.json");
    made.is_some() && made >= changed("package-lock.json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;
    use std::time::{Duration, SystemTime};

    #[test]
    fn a_package_that_is_missing_is_told_with_the_line_that_installs_it() {
        for install in [Install::Asked, Install::Unasked] {
            for is_bare in [true, false] {
                let user = Machine { has_apt: true, is_root: false, is_bare };
                let line = cannot_install("xvfb npm", user, install).unwrap();
                let typed =
                    "need xvfb npm: sudo apt-get update && sudo apt-get install --no-install-recommends xvfb npm";
                assert!(line.ends_with(typed) && !line.contains('\n'), "{line}");
                let other = Machine { has_apt: false, is_root: true, is_bare };
                assert!(cannot_install("xvfb npm", other, install).unwrap().contains("what Debian calls xvfb npm"));
            }
        }
    }

    /// `cargo xtask test`, typed by root on a machine in use, ran `apt-get install` on it without a word.
    #[test]
    fn a_machine_in_use_is_left_alone_until_it_is_asked_for() {
        let root = |is_bare| Machine { has_apt: true, is_root: true, is_bare };
        let line = cannot_install("xvfb", root(false), Install::Unasked).unwrap();
        assert!(line.contains(": apt-get update && apt-get install") && line.contains("--install this"), "{line}");
        assert_eq!(cannot_install("xvfb", root(false), Install::Asked), None, "CI=true or --install");
        assert_eq!(
            cannot_install("xvfb", root(true), Install::Unasked),
            None,
            "an empty machine: two commands do it all"
        );
        assert_eq!(Install::asked(true), Install::Asked);
    }

    #[test]
    fn packages_are_current_until_the_lock_changes() {
        let folder = tree(&[("package-lock.json", "")]);
        assert!(!is_current(folder.path()), "nothing is installed");
        let folder = tree(&[("package-lock.json", ""), ("node_modules/.package-lock.json", "")]);
        assert!(is_current(folder.path()));
        let lock = fs::File::options().write(true).open(folder.path().join("package-lock.json")).unwrap();
        lock.set_modified(SystemTime::now() + Duration::from_secs(60)).unwrap();
        assert!(!is_current(folder.path()), "the lock is newer");
    }
}
