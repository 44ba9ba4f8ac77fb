//! `cargo xtask serve`: build, serve, and build again after a change.

use crate::server::{self, Server};
use crate::wasm::Binder;
use crate::watch::Snapshot;
use crate::{build, project};
use anyhow::{Context, Result, bail};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::path::Path;
use std::thread;
use std::time::Instant;

/// What was asked for.
#[derive(Debug, Clone, PartialEq, Eq, clap::Args)]
pub struct Options {
    /// The port to listen on
    #[arg(long, default_value_t = 8080)]
    pub port: u16,
    /// Serve dist/ as `build` makes it, compressed
    #[arg(long)]
    pub release: bool,
    /// Do not watch the sources
    #[arg(long)]
    pub once: bool,
}

/// Serves until it is stopped; fails only when there is nothing to serve.
pub fn run(options: &Options) -> Result<()> {
    // Before the long work: a port that is taken should be said at once. A browser that comes early waits.
    let listener = listen(options.port)?;
    let root = project::root();
    let folder = if options.release { project::dist() } else { project::dev_site() };
    let mut binder = Binder::default();
    let mut seen = Snapshot::take(root);
    println!("Building; the first time this takes some minutes");
    build(&folder, &mut binder, options.release)?;
    let server = Server::on(listener, server::Options { root: folder.clone(), faults: false })?;
    println!("Stapwijzer is at {}/  (stop with Ctrl+C)", server.address());
    if options.once {
        loop {
            thread::park();
        }
    }
    loop {
        seen = seen.wait_for_change(root);
        if let Err(error) = build(&folder, &mut binder, options.release) {
            eprintln!("xtask: {error:#}\nStill serving the last build that worked");
        }
    }
}

fn build(folder: &Path, binder: &mut Binder, release: bool) -> Result<()> {
    let start = Instant::now();
    build::into(folder, binder, release)?;
    println!("Built in {:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}

fn listen(port: u16) -> Result<TcpListener> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => {
            bail!(
                "port {port} is in use; take another one: cargo xtask serve --port {}",
                port.checked_add(1).unwrap_or(8080)
            )
        }
        other => other.with_context(|| format!("cannot listen on port {port}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_gives_one_line_that_helps() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = taken.local_addr().unwrap().port();
        let error = format!("{:#}", listen(port).unwrap_err());
        assert!(error.starts_with(&format!("port {port} is in use")) && !error.contains('\n'), "{error}");
    }
}
