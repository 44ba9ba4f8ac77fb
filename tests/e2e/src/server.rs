//! The server of one story: that of `cargo xtask serve`, with its policy, its log and its faults.

use crate::failure::Outcome;
use std::path::Path;
use xtask::server::{Fault, Options, Server as Inner};

pub use xtask::server::{Kind as Fails, POLICY};

/// A server on a port of its own; ends when dropped.
pub struct Server(Inner);

impl Server {
    /// Serves this folder.
    pub fn start(root: &Path) -> Outcome<Server> {
        Ok(Server(Inner::start(Options { root: root.into(), faults: false })?))
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
