//! A browser under test: its driver, its session, and what it complains about.

mod chromium;
mod devtools;
mod firefox;
mod webkit;

use crate::failure::{Failure, Outcome};
use crate::guard::Guarded;
use crate::page::Page;
use crate::webdriver::{Session, command};
pub use devtools::Devtools;
use serde_json::Value;
use std::cell::Cell;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, process, thread};

/// The browsers that Stapwijzer is tested in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    Chromium,
    Firefox,
    WebKit,
}

/// All browsers.
pub const ALL: &[Kind] = &[Kind::Chromium, Kind::Firefox, Kind::WebKit];

impl Kind {
    /// The name on the command line and in reports.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Chromium => "chromium",
            Kind::Firefox => "firefox",
            Kind::WebKit => "webkit",
        }
    }
}

/// What the three browsers need to start; one file for each browser makes it.
struct Recipe {
    /// The driver's program.
    driver: PathBuf,
    /// The driver's arguments; `{port}` stands for the port.
    args: Vec<String>,
    env: Vec<(String, String)>,
    capabilities: Value,
    /// What must run before the driver: the screen of WebKit.
    before: Option<Guarded>,
}

/// A running browser. Everything that it started ends when it is dropped; the order of the fields is the order of ending.
pub struct Browser {
    pub kind: Kind,
    session: Session,
    _driver: Guarded,
    _before: Option<Guarded>,
    driver_log: PathBuf,
    scratch: Scratch,
    /// What pages are to run before their own scripts.
    scripts: Vec<String>,
    /// When a pointer last pressed something, and where in the window.
    pub pressed: Cell<Option<(Instant, [f64; 2])>>,
}

impl Browser {
    /// Starts a driver on a free port and a browser with a fresh profile.
    pub fn start(kind: Kind) -> Outcome<Browser> {
        let scratch = Scratch::new()?;
        let recipe = match kind {
            Kind::Chromium => chromium::recipe(&scratch.0)?,
            Kind::Firefox => firefox::recipe()?,
            Kind::WebKit => webkit::recipe(&scratch.0)?,
        };
        let port = free_port()?;
        let args: Vec<String> = recipe.args.iter().map(|arg| arg.replace("{port}", &port.to_string())).collect();
        let mut env = vec![("TMPDIR".to_string(), scratch.0.display().to_string())];
        env.extend(recipe.env);
        let driver_log = scratch.0.join("driver.log");
        let mut driver = Guarded::start(&recipe.driver, &args, &env, &driver_log)?;
        let url = format!("http://127.0.0.1:{port}");
        let explain = |failure: Failure| failure.at(kind.name()).and(format!("\n{}", tail(&driver_log)));
        wait_for_driver(&mut driver, &url).map_err(explain)?;
        let session = Session::new(&url, &recipe.capabilities).map_err(|refusal| explain(refusal.into()))?;
        Ok(Browser {
            kind,
            session,
            _driver: driver,
            _before: recipe.before,
            driver_log,
            scratch,
            scripts: vec![],
            pressed: Cell::default(),
        })
    }

    /// The session, for what [`Page`] does not offer.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// A line to the page's DevTools; Chromium only.
    pub fn devtools(&self) -> Outcome<Devtools> {
        Devtools::listen(self.session.debugger().ok_or("this browser has no DevTools")?)
    }

    /// The page as it is.
    pub fn page(&self) -> Page<'_> {
        Page::new(self)
    }

    /// Goes to an address, and waits until the page has loaded.
    pub fn open(&self, url: &str) -> Outcome<Page<'_>> {
        self.session.post("url", &serde_json::json!({ "url": url }))?;
        if self.kind == Kind::WebKit {
            webkit::watch(&self.session)?;
        }
        Ok(self.page())
    }

    /// Back to how a story expects to find the browser. (Storage is fresh because each story has an origin of its own.)
    pub fn reset(&mut self) -> Outcome {
        for id in std::mem::take(&mut self.scripts) {
            chromium::calm(&self.session, &id)?;
        }
        let page = self.open("about:blank")?;
        self.session.delete("cookie")?;
        self.session.delete("actions")?;
        page.set_viewport(1280, 900)?;
        page.set_dark(false)?;
        self.complaints()?;
        self.requests()?;
        Ok(())
    }

    /// What the browser complained about since the last time: errors of scripts, refusals by the content security
    /// policy, failed loads (Chromium only), and what the page itself wrote as an error. WebKit: only since the page has loaded.
    pub fn complaints(&self) -> Outcome<Vec<String>> {
        match self.kind {
            Kind::Chromium => chromium::complaints(&self.session),
            Kind::Firefox => firefox::complaints(&self.session, &self.driver_log),
            Kind::WebKit => webkit::complaints(&self.session),
        }
    }

    /// The addresses that the browser asked for since the last time: in Chromium all that the network saw, elsewhere what
    /// the page's own performance timeline tells.
    pub fn requests(&self) -> Outcome<Vec<String>> {
        match self.kind {
            Kind::Chromium => chromium::requests(&self.session),
            _ => self.page().timeline(),
        }
    }

    /// Gives the pages that are opened from now on a clock of their own, for [`Page::jump`]; Chromium only.
    pub fn own_clock(&mut self) -> Outcome {
        self.scripts.push(chromium::own_clock(&self.session)?);
        Ok(())
    }

    /// Lets the pages that are opened from now on run a script before their own; Chromium only.
    pub fn before(&mut self, script: &str) -> Outcome {
        self.scripts.push(chromium::before_pages(&self.session, script)?);
        Ok(())
    }

    /// Lets the pages that are opened from now on note their WebAssembly memories, for [`Page::in_wasm`]; Chromium only.
    pub fn note_memories(&mut self) -> Outcome {
        self.scripts.push(chromium::note_memories(&self.session)?);
        Ok(())
    }

    /// A folder that lives as long as this browser.
    pub fn scratch(&self) -> &Path {
        &self.scratch.0
    }

    pub(crate) fn set_size(&self, width: u32, height: u32) -> Outcome {
        match self.kind {
            Kind::Chromium => chromium::set_size(&self.session, width, height),
            Kind::Firefox => firefox::set_size(&self.session, width, height),
            Kind::WebKit => webkit::set_size(&self.session, width, height),
        }
    }

    pub(crate) fn set_dark(&self, dark: bool) -> Outcome<bool> {
        match self.kind {
            Kind::Chromium => chromium::set_dark(&self.session, dark),
            Kind::Firefox => firefox::set_dark(&self.session, dark),
            Kind::WebKit => Ok(!dark),
        }
    }
}

fn wait_for_driver(driver: &mut Guarded, url: &str) -> Outcome {
    let start = Instant::now();
    while let Err(refusal) = command("GET", &format!("{url}/status"), None) {
        if !driver.runs() || start.elapsed() > Duration::from_secs(30) {
            return Err(refusal.into());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// Asks the system for a port that nobody uses.
fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn tail(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(8)..].join("\n")
}

/// The first of these programs that is there: a path, or a name to look up in PATH.
fn program(candidates: &[&str], package: &str) -> Outcome<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    for candidate in candidates {
        let direct = PathBuf::from(candidate);
        if direct.components().count() > 1 && direct.is_file() {
            return Ok(direct);
        }
        if let Some(found) = env::split_paths(&path).map(|folder| folder.join(candidate)).find(|file| file.is_file()) {
            return Ok(found);
        }
    }
    Err(Failure::new(format!("{} is not here; get it with: {package}", candidates.last().unwrap_or(&"the program"))))
}

/// A folder for profiles and logs, gone when dropped.
struct Scratch(PathBuf);

impl Scratch {
    const NAME: &str = "sw-e2e-";

    fn new() -> Outcome<Scratch> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        sweep();
        let name = format!("{}{}-{}", Self::NAME, process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder)?;
        Ok(Scratch(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes what runs left behind that were killed.
fn sweep() {
    for entry in fs::read_dir(env::temp_dir()).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let owner = name
            .strip_prefix(Scratch::NAME)
            .and_then(|rest| rest.split('-').next())
            .and_then(|id| id.parse::<u32>().ok());
        if owner.is_some_and(|owner| !Path::new(&format!("/proc/{owner}")).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
