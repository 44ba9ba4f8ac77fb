//! The exit status and the lines that somebody sees who types something else than we know.

#![expect(clippy::unwrap_used, reason = "a helper of tests is a test")]

use std::process::{Command, Output};

fn call(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask")).args(args).env_remove("TRUNK_STAGING_DIR").output().unwrap()
}

#[test]
fn asking_for_help_is_no_fault_and_a_slip_is() {
    for args in [&["help"][..], &["--help"], &["-h"], &["test", "--help"], &["help", "release"]] {
        let output = call(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(String::from_utf8_lossy(&output.stdout).contains("Usage: cargo xtask"), "{args:?}");
    }
    for (args, word) in [
        (&["biuld"][..], "'build'"),
        (&["build", "--relaese"], "--relaese"),
        (&["test", "--quick", "desk"], "'desk'"),
        (&["size", "dist"], "'dist'"),
        (&["assets"], "<DIR>"),
        (&[], "Commands:"),
    ] {
        let output = call(args);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(word) && said.contains("Usage: cargo xtask"), "{args:?}: {said}");
    }
}
