//! A small static server: what `cargo xtask serve` shows, and what the end-to-end tests drive, with faults on demand.

mod answer;
mod connection;
mod control;
mod faults;
mod files;
mod head;

pub use faults::{Fault, Kind};

use faults::Faults;
use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

/// What every page is sent with: a municipality's strict policy, so that whatever breaks under it breaks here first.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/// How to serve.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The folder to serve.
    pub root: PathBuf,
    /// Whether `/__faults` sets faults: `?path=SUFFIX&kind=KIND[&times=N]`, or `?clear=1`. See [`Kind`] for the kinds.
    pub faults: bool,
}

/// A request that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// As sent, with its query.
    pub path: String,
    /// The `Host` header.
    pub host: String,
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: Option<JoinHandle<()>>,
}

/// What the connections share.
#[derive(Debug)]
struct Shared {
    options: Options,
    faults: Mutex<Faults>,
    log: Mutex<Vec<Request>>,
    stopped: AtomicBool,
}

impl Server {
    /// Starts on a free port of 127.0.0.1.
    pub fn start(options: Options) -> io::Result<Server> {
        Server::on(TcpListener::bind(("127.0.0.1", 0))?, options)
    }

    /// Starts on a listener that is there already.
    pub fn on(listener: TcpListener, options: Options) -> io::Result<Server> {
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared {
            options,
            faults: Mutex::default(),
            log: Mutex::default(),
            stopped: AtomicBool::new(false),
        });
        let ours = shared.clone();
        let accepting = thread::Builder::new().name("server".into()).spawn(move || ours.accept(&listener))?;
        Ok(Server { address, shared, accepting: Some(accepting) })
    }

    /// `http://127.0.0.1:<port>`, without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Makes requests go wrong from now on. The newest fault that fits a path counts.
    pub fn fail(&self, fault: Fault) {
        lock(&self.shared.faults).add(fault);
    }

    /// Ends all faults.
    pub fn heal(&self) {
        lock(&self.shared.faults).clear();
    }

    /// All requests so far, but for those to `/__faults`.
    pub fn log(&self) -> Vec<Request> {
        lock(&self.shared.log).clone()
    }

    /// Forgets the requests so far.
    pub fn clear_log(&self) {
        lock(&self.shared.log).clear();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        // The thread that accepts is asleep until somebody comes.
        let woken = TcpStream::connect(self.address).is_ok();
        if let Some(accepting) = self.accepting.take().filter(|_| woken) {
            let _ = accepting.join();
        }
    }
}

impl Shared {
    fn accept(self: &Arc<Shared>, listener: &TcpListener) {
        for stream in listener.incoming() {
            if self.stopped() {
                return;
            }
            let shared = self.clone();
            if let Ok(stream) = stream {
                thread::spawn(move || connection::serve(&stream, &shared));
            }
        }
    }

    fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}

/// A connection that panicked leaves nothing half done in a list.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
