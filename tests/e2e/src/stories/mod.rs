//! The stories: what users do, one file for each theme.

mod aloud;
mod app;
mod around;
mod bent;
mod book;
mod codes;
mod desk;
mod enter;
mod eyes;
mod faults;
mod find;
mod forced;
mod gate;
mod guest;
mod hand;
mod help;
mod host;
mod hostile;
mod house;
mod journeys;
mod keyboard;
mod kiosk;
mod large;
mod motion;
mod narrow;
mod paper;
mod parts;
mod play;
mod privacy;
mod residue;
mod rules;
mod screens;
mod selftest;
mod sight;
mod sites;
mod sounds;
mod start;
mod style;
mod taps;
mod themes;
mod tour;
mod typing;
mod walk;

pub use book::Book;
pub use hand::Hand;
pub use screens::{all_there, gallery};
pub use walk::Walk;

use crate::browser::{Browser, Kind};
use crate::failure::Outcome;
use crate::server::Server;
use std::path::Path;

/// The folder of the harness's own pages.
pub const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");

/// What a story is told on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// The built Stapwijzer.
    Dist,
    /// The harness's own pages, by which it tests itself.
    Fixtures,
}

/// A story's own work.
pub type Run = Box<dyn Fn(&mut Browser, &Server) -> Outcome + Send + Sync>;

/// Something that a user does, with what must come of it.
pub struct Story {
    pub name: String,
    pub site: Site,
    pub browsers: &'static [Kind],
    /// It tells on another flow what a story of every run tells too: for `--all`, or when it is asked for by its name.
    pub again: bool,
    pub run: Run,
}

impl Story {
    /// The same, for `--all` only.
    fn again(self, again: bool) -> Story {
        Story { again, ..self }
    }
}

/// A story on the harness's own pages.
fn own(name: &str, browsers: &'static [Kind], run: fn(&mut Browser, &Server) -> Outcome) -> Story {
    Story { name: format!("self: {name}"), site: Site::Fixtures, browsers, again: false, run: Box::new(run) }
}

/// A story on the built Stapwijzer.
fn dist(
    name: String,
    browsers: &'static [Kind],
    run: impl Fn(&mut Browser, &Server) -> Outcome + Send + Sync + 'static,
) -> Story {
    Story { name, site: Site::Dist, browsers, again: false, run: Box::new(run) }
}

/// What is told with a flow at hand.
type Told = fn(&mut Browser, &Server, &Book) -> Outcome;

/// Stories that all have the same flow at hand, in Dutch.
fn with_flow(folder: &Path, flow: &str, list: &[(&str, &'static [Kind], Told)]) -> Vec<Story> {
    let one = |&(name, browsers, run): &(&str, &'static [Kind], Told)| {
        let (folder, flow) = (folder.to_path_buf(), flow.to_owned());
        dist(name.into(), browsers, move |browser, server| run(browser, server, &Book::read(&folder, &flow, "nl")?))
    };
    list.iter().map(one).collect()
}

/// All stories; those of the flows are made from the flows in `folder`. Without that folder only the self test is left.
pub fn all(folder: &Path) -> Outcome<Vec<Story>> {
    let mut stories = selftest::stories();
    if folder.is_dir() {
        stories.extend(journeys::stories(folder)?);
        stories.extend(rules::stories(folder));
        stories.extend(screens::stories(folder));
        stories.extend(enter::stories(folder));
        stories.extend(themes::stories(folder));
        stories.extend(faults::stories(folder)?);
        stories.extend(find::stories(folder));
        stories.extend(start::stories(folder));
        stories.extend(style::stories(folder));
        stories.extend(house::stories(folder));
        stories.extend(host::stories(folder));
        stories.extend(guest::stories(folder));
        stories.extend(bent::stories(folder));
        stories.extend(aloud::stories(folder));
        stories.extend(hostile::stories(folder)?);
        stories.extend(play::stories(folder));
        stories.extend(motion::stories(folder));
        stories.extend(sounds::stories(folder));
        stories.extend(privacy::stories(folder));
        stories.extend(residue::stories(folder));
        stories.extend(narrow::stories(folder));
        stories.extend(forced::stories(folder));
        stories.extend(gate::stories(folder));
        stories.extend(around::stories(folder));
        stories.extend(paper::stories(folder));
        stories.extend(parts::stories(folder));
        stories.extend(help::stories(folder));
        stories.extend(kiosk::stories(folder)?);
        stories.extend(typing::stories(folder));
        stories.extend(keyboard::stories(folder));
        stories.extend(taps::stories(folder));
        stories.extend(eyes::stories(folder));
        stories.extend(sight::stories(folder));
    }
    Ok(stories)
}
