//! Runs stories in browsers, several browsers at once, and reports.

use crate::browser::{Browser, Kind};
use crate::failure::{Failure, Outcome};
use crate::options::Run;
use crate::page::{may_repeat, repeated};
use crate::server::Server;
use crate::stories::{FIXTURES, Site, Story};
use crate::tries::{Ending, Tally, spare_touches, tell};
use std::collections::{BTreeMap, VecDeque};
use std::panic::{self, AssertUnwindSafe};
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

/// Stories that take minutes are told first, so that the run does not end with one browser at work.
const LONG: [&str; 8] = [
    "rules:",
    "sight:",
    "residue: none",
    "gate: input",
    "keyboard: no button",
    "taps: twice on everything",
    "around: what answers",
    "screens:",
];

/// What is left to run, by browser.
type Queues<'s> = Mutex<BTreeMap<Kind, VecDeque<&'s Story>>>;

/// Runs the stories that were asked for; tells whether all passed.
pub fn run(options: &Run, stories: Vec<Story>) -> Outcome<bool> {
    let mut queues: BTreeMap<Kind, VecDeque<&Story>> = BTreeMap::new();
    let mut stories: Vec<&Story> = stories.iter().filter(|story| options.wants_story(story)).collect();
    stories.sort_by_key(|story| !LONG.iter().any(|theme| story.name.starts_with(theme)));
    for story in stories {
        for &kind in story.browsers.iter().filter(|kind| options.wants_browser(**kind)) {
            queues.entry(kind).or_default().push_back(story);
        }
    }
    if options.list {
        for (kind, queue) in &queues {
            queue.iter().for_each(|story| println!("{} [{}]", story.name, kind.name()));
        }
        return Ok(true);
    }
    let only = &options.stories.only;
    let whole = options.dist.is_dir() || only.iter().all(|part| part.starts_with("self")) && !only.is_empty();
    ensure!(whole, "{} is not there; make it with: cargo xtask build (or run --only self)", options.dist.display());
    ensure!(!queues.is_empty(), "no story has such a name; see --list");
    panic::set_hook(Box::new(|_| ()));
    let (queues, tally) = (Mutex::new(queues), Mutex::new(Tally::default()));
    thread::scope(|scope| {
        for _ in 0..options.stories.jobs {
            scope.spawn(|| work(options, &queues, &tally));
        }
    });
    let tally = tally.into_inner().unwrap_or_default();
    println!("{}", tally.report());
    Ok(tally.is_green())
}

/// Takes a browser that nobody drives yet, or else the one with most left, until nothing is left.
fn work(options: &Run, queues: &Queues, tally: &Mutex<Tally>) {
    let mut browser: Option<Browser> = None;
    while let Some((kind, story)) = next(queues, browser.as_ref().map(|browser| browser.kind)) {
        if browser.as_ref().is_some_and(|browser| browser.kind != kind) {
            browser = None;
        }
        let start = Instant::now();
        // A driver that failed may go on failing: the next try, or story, has a fresh browser.
        let ending = tell(&story.name, || {
            may_repeat(spare_touches(&story.name));
            let outcome = attempt(&mut browser, kind, story, options);
            if outcome.is_err() {
                browser = None;
            }
            outcome
        });
        let seconds = start.elapsed().as_secs_f32();
        let mut tally = tally.lock().unwrap_or_else(|poison| poison.into_inner());
        let again = repeated();
        tally.add(&ending, again);
        let (name, kind) = (&story.name, kind.name());
        match ending {
            Ending::Passed => println!("ok {name} [{kind}] {seconds:.1}"),
            Ending::Second(first) => {
                println!("ok {name} [{kind}] {seconds:.1}\n  at the second try; at the first: {first}");
            }
            Ending::Failed(failure) => println!("FAILED {name} [{kind}] {seconds:.1}\n  {failure}"),
        }
        if again > 0 {
            println!("  {again} touches of the driver reached nothing, and were done again");
        }
    }
}

fn next<'s>(queues: &Queues<'s>, mine: Option<Kind>) -> Option<(Kind, &'s Story)> {
    let mut queues = queues.lock().unwrap_or_else(|poison| poison.into_inner());
    let untouched = queues
        .iter()
        .filter(|(_, queue)| !queue.is_empty())
        .max_by_key(|(_, queue)| queue.len())
        .map(|(&kind, _)| kind);
    let kind = mine.filter(|kind| queues.get(kind).is_some_and(|queue| !queue.is_empty())).or(untouched)?;
    Some((kind, queues.get_mut(&kind)?.pop_front()?))
}

/// One story in one browser, on a server (and so an origin) of its own.
fn attempt(browser: &mut Option<Browser>, kind: Kind, story: &Story, options: &Run) -> Outcome {
    if browser.is_none() {
        *browser = Some(Browser::start(kind)?);
    }
    let browser = browser.as_mut().ok_or("no browser")?;
    let server = Server::start(if story.site == Site::Fixtures { Path::new(FIXTURES) } else { &options.dist })?;
    browser.reset()?;
    let result = panic::catch_unwind(AssertUnwindSafe(|| (story.run)(browser, &server)));
    let result = result.unwrap_or_else(|payload| Err(Failure::new(words_of(payload.as_ref()))));
    result.map_err(|failure| evidence(browser, story, options, failure))
}

fn words_of(payload: &(dyn std::any::Any + Send)) -> String {
    let words = payload.downcast_ref::<String>().cloned();
    words.or_else(|| payload.downcast_ref::<&str>().map(|words| words.to_string())).unwrap_or_else(|| "panicked".into())
}

/// Adds to a failure a picture and what the browser complained about.
fn evidence(browser: &Browser, story: &Story, options: &Run, failure: Failure) -> Failure {
    let name: String = story.name.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    let file = options.out.join(format!("{name}-{}.png", browser.kind.name()));
    let picture = match browser.page().screenshot(&file) {
        Ok(()) => format!("\n  picture: {}", file.display()),
        Err(refused) => format!("\n  no picture: {refused}"),
    };
    let complaints = browser.complaints().unwrap_or_default();
    let complaints: String = complaints.iter().map(|line| format!("\n  browser: {line}")).collect();
    failure.and(picture).and(complaints)
}
