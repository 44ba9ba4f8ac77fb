//! Child processes that cannot outlive the tests.
//!
//! A driver starts browsers, and a browser starts helpers, some in process groups of their own. So each child gets a
//! session of its own (`setsid`) with this same program in front as a guard: it waits until its standard input closes,
//! which happens however the tests end, and then kills everything in its session.

use crate::failure::Outcome;
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, Stdio, exit};

/// A guarded program; dropping it ends the program and all that it started.
pub struct Guarded {
    child: Child,
}

impl Guarded {
    /// Starts `program` with its output in the file `log`.
    pub fn start(program: &Path, args: &[String], env: &[(String, String)], log: &Path) -> Outcome<Guarded> {
        let out = File::options().create(true).append(true).open(log)?;
        let child = Command::new("setsid")
            // Not by its name: somebody may build the tests anew while they run.
            .arg(format!("/proc/{}/exe", std::process::id()))
            .arg("guard")
            .arg(program)
            .args(args)
            .envs(env.iter().cloned())
            .stdin(Stdio::piped())
            .stdout(out.try_clone()?)
            .stderr(out)
            .spawn()
            .map_err(|error| format!("cannot start {} under setsid: {error}", program.display()))?;
        Ok(Guarded { child })
    }

    /// Whether the program still runs.
    pub fn runs(&mut self) -> bool {
        matches!(self.child.try_wait(), Ok(None))
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}

/// The guard's own work: `stapwijzer-e2e guard PROGRAM ARGS…`.
pub fn stand(mut args: impl Iterator<Item = String>) -> ! {
    let program = args.next().unwrap_or_default();
    let child = Command::new(&program).args(args).stdin(Stdio::null()).spawn();
    let Ok(mut child) = child else {
        eprintln!("cannot start {program}");
        exit(127)
    };
    std::thread::spawn(|| {
        let _ = std::io::stdin().read_to_end(&mut Vec::new());
        kill_session();
        exit(0)
    });
    let code = child.wait().ok().and_then(|status| status.code()).unwrap_or(1);
    kill_session();
    exit(code)
}

/// Kills every process of this session but this one, until none is left.
fn kill_session() {
    let me = std::process::id();
    let Some(session) = session_of(me) else { return };
    for _ in 0..20 {
        let others: Vec<String> =
            processes().filter(|&id| id != me && session_of(id) == Some(session)).map(|id| id.to_string()).collect();
        if others.is_empty() {
            return;
        }
        let _ = Command::new("sh").args(["-c", "kill -9 \"$@\" 2>/dev/null", "sh"]).args(others).status();
    }
}

fn processes() -> impl Iterator<Item = u32> {
    fs::read_dir("/proc").into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

/// The session of a live process: the fourth field after the name, which stands in brackets; none for a zombie.
fn session_of(process: u32) -> Option<u32> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    (fields.next()? != "Z").then_some(())?;
    fields.nth(2)?.parse().ok()
}
