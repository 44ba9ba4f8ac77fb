//! The server of one story: that of `cargo xtask serve`, with its policy, its log and its faults.

use crate::failure::Outcome;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use xtask::server::{Fault, Options, Server as Inner};

pub use xtask::server::{Kind as Fails, POLICY};

/// The addresses that stories of this run have had.
static ADDRESSES: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

/// A server on a port of its own; ends when dropped.
pub struct Server(Inner);

impl Server {
    /// Serves this folder, at an address that no story of this run has had: a browser keeps what was stored for an origin. Ports that the
    /// system gives come again: a story once found the large letters of another one.
    pub fn start(root: &Path) -> Outcome<Server> {
        // Kept open until there is another, or the system gives the same one again.
        let mut had = Vec::new();
        loop {
            let inner = Inner::start(Options { root: root.into(), faults: false })?;
            if ADDRESSES.lock().unwrap_or_else(PoisonError::into_inner).insert(inner.address()) {
                return Ok(Server(inner));
            }
            had.push(inner);
        }
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        self.0.address()
    }

    /// The whole address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{}", self.origin(), path.trim_start_matches('/'))
    }

    /// From now on lets requests fail whose path ends like this.
    pub fn fail(&self, path: &str, how: Fails) {
        self.0.fail(Fault::new(path, how));
    }

    /// Lets all go well again.
    pub fn heal(&self) {
        self.0.heal();
    }

    /// The requests so far: `GET /flows/catalogue.json`.
    pub fn requests(&self) -> Vec<String> {
        self.0.log().into_iter().map(|request| format!("{} {}", request.method, request.path)).collect()
    }
}
