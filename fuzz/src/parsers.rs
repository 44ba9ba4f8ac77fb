//! Every parser of what comes from outside, as something to throw bytes at. `tests/native/fuzzed.rs` uses this file too.

use serde_json::from_slice;
use stapwijzer::app::saved::Saved;
use stapwijzer::content::catalogue::Catalogue;
use stapwijzer::content::file::FlowFile;
use stapwijzer::content::inline::{self, Lookup};
use stapwijzer::content::words::Words;
use stapwijzer::editing::find_file::FindFile;
use stapwijzer::editing::library::parse;
use stapwijzer::editing::texts::texts;
use stapwijzer::map::Map;
use stapwijzer::municipality::file::Municipality;
use stapwijzer::municipality::house::Room;
use stapwijzer::municipality::opening_hours::{Moment, state, week};
use stapwijzer::search::Finder;
use stapwijzer::search::index::IndexFile;
use stapwijzer::value::lazy::Lazy;
use stapwijzer::value::{FromValue, Value, read};

/// What takes in the bytes; nothing that it does may panic.
pub type Parser = fn(&[u8]);

/// All parsers by name. Another one is another line, a file in `targets/` and a `[[bin]]`.
pub const PARSERS: &[(&str, Parser)] = &[
    ("flow", flow),
    ("words", words),
    ("find", |bytes| drop(file::<FindFile>(bytes))),
    ("catalogue", |bytes| drop(file::<Catalogue>(bytes))),
    ("interface", |bytes| drop(file::<Map<String>>(bytes))),
    ("municipality", municipality),
    ("index", index),
    ("inline", marks),
    ("query", query),
    ("saved", saved),
];

fn file<T: FromValue>(bytes: &[u8]) -> Option<T> {
    parse("file.json", bytes, &mut Vec::new())
}

fn flow(bytes: &[u8]) {
    if let Some(flow) = file::<FlowFile>(bytes) {
        flow.screens.values().map(Lazy::get).for_each(drop);
    }
}

fn words(bytes: &[u8]) {
    if let Some(words) = file::<Words>(bytes) {
        drop(texts(&words));
    }
}

/// What does not fit costs only the part where it stands, so that the rest is used all the same.
fn municipality(bytes: &[u8]) {
    let Ok(value) = from_slice::<Value>(bytes) else { return };
    let (town, _) = read::<Municipality>(&value);
    for room in Room::NAMES.iter().map(|(_, room)| Some(*room)).chain([None]) {
        for moment in ["2026-11-23 12:00", "2026-12-31 23:59", "2028-02-29 00:00"].into_iter().filter_map(Moment::parse)
        {
            let _ = week(&town, room).map(|week| state(&town, room, week, moment));
        }
    }
}

/// An index is asked something too.
fn index(bytes: &[u8]) {
    if let Some(index) = file::<IndexFile>(bytes) {
        let mut finder = Finder::default();
        finder.add("nl", vec![index]);
        finder.find("ik wil verhuizen met digid", "nl").into_iter().for_each(drop);
    }
}

/// A question to our own index.
fn query(bytes: &[u8]) {
    // What a finder keeps between two questions is for one thread.
    thread_local! {
        static FINDER: Finder = {
            let mut finder = Finder::default();
            let index = file::<IndexFile>(include_bytes!("../../public/find/nl.json"));
            finder.add("nl", index.into_iter().collect());
            finder
        };
    }
    let hits = FINDER.with(|finder| finder.find(&String::from_utf8_lossy(bytes), "nl"));
    assert!(hits.iter().all(|hit| hit.score.is_finite()), "{hits:?}");
}

/// The first half of the lines explains words (`word=explanation`) and gives figures; the rest is the text.
fn marks(bytes: &[u8]) {
    struct Lines(Vec<(String, String)>);
    impl Lines {
        fn find(&self, name: &str) -> Option<String> {
            self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
        }
    }
    impl Lookup for Lines {
        fn term(&self, word: &str) -> Option<String> {
            self.find(word)
        }
        fn persona(&self, key: &str) -> Option<String> {
            self.find(key)
        }
        fn fact(&self, id: &str) -> Option<(String, bool)> {
            Some((self.find(id)?, !id.contains('x')))
        }
    }
    let text = String::from_utf8_lossy(bytes);
    let (known, text) = text.split_once("\n\n").unwrap_or(("", &text));
    let lines = known.lines().filter_map(|line| line.split_once('=')).take(64);
    let lines = Lines(lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect());
    let pieces = inline::parse(text, &lines);
    assert_eq!(inline::plain(&pieces), inline::fill(text, &lines));
}

/// What was kept of a visit is read, and what is kept of that is read again.
fn saved(bytes: &[u8]) {
    let read = |bytes: &[u8]| Saved::from_value(&from_slice::<Value>(bytes).ok()?);
    if let Some(saved) = read(bytes) {
        assert!(read(saved.to_json().as_bytes()).is_some(), "{saved:?}");
    }
}
