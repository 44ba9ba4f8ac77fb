//! What a forge runs and shows. It is read as text: no parser of YAML for seven small files.

use crate::support::root;
use std::fs;

fn workflows() -> Vec<(String, String)> {
    let folder = root().join(".github/workflows");
    let files = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    let read = files.map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()));
    let workflows: Vec<_> = read.collect();
    assert!(workflows.len() >= 3, "{workflows:?}");
    workflows
}

/// An action that moves under its name, or a token that may write, is a way into what municipalities put on their pages.
#[test]
fn workflows_may_only_read_and_use_official_actions_of_one_version() {
    for (path, text) in workflows() {
        assert!(text.contains("\npermissions:\n  contents: read\n"), "{path}: permissions");
        assert!(!text.contains("write") && !text.contains("secrets."), "{path} may do more than read");
        assert!(text.contains("\nconcurrency:\n") && text.contains("timeout-minutes:"), "{path} may run for ever");
        let used = text.lines().filter_map(|line| line.split_once("uses: ").map(|(_, action)| action.trim()));
        let used: Vec<&str> = used.collect();
        assert!(used.iter().any(|action| action.starts_with("actions/checkout@")), "{path} checks nothing out");
        for action in used {
            let version = action.strip_prefix("actions/").and_then(|rest| rest.split_once("@v"));
            let numbers = version.map(|(_, version)| version.split('.').filter(|part| part.parse::<u32>().is_ok()));
            assert_eq!(numbers.map(Iterator::count), Some(3), "{path}: {action}");
        }
    }
}

/// The browsers' workflow runs Debian's browsers on the Rust that the project names.
#[test]
fn the_container_has_our_rust() {
    let toolchain = fs::read_to_string(root().join("rust-toolchain.toml")).unwrap();
    let ours = toolchain.split_once("channel = \"").and_then(|(_, rest)| rest.split_once('"')).unwrap().0;
    let browsers = fs::read_to_string(root().join(".github/workflows/browsers.yml")).unwrap();
    assert!(browsers.contains(&format!("container: rust:{ours}-bookworm\n")), "not Rust {ours}");
}
