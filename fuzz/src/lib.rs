//! What every target does: a limit to what comes in, and to the memory that a parser holds.

pub mod mutate;
pub mod parsers;

use parsers::PARSERS;
use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

/// No content file may be larger, so nothing larger reaches a parser.
pub const LARGEST: usize = 256 * 1024;

/// A parser may hold so much more than it found, at any moment.
pub const MOST_HEAP: usize = 64 * 1024 * 1024;

/// Counts what is held.
struct Counting;

static HELD: AtomicUsize = AtomicUsize::new(0);
static PEAK: AtomicUsize = AtomicUsize::new(0);
static RECORD: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: all calls go on to the system's allocator as they came; counting touches no memory of theirs.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        PEAK.fetch_max(HELD.fetch_add(layout.size(), Relaxed) + layout.size(), Relaxed);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, memory: *mut u8, layout: Layout) {
        HELD.fetch_sub(layout.size(), Relaxed);
        unsafe { System.dealloc(memory, layout) }
    }

    unsafe fn realloc(&self, memory: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both stand beside each other while it is copied.
        PEAK.fetch_max(HELD.fetch_add(size, Relaxed) + size, Relaxed);
        let moved = unsafe { System.realloc(memory, layout, size) };
        HELD.fetch_sub(layout.size(), Relaxed);
        moved
    }
}

/// Gives the bytes to the parser of that name.
///
/// # Panics
/// When the parser does, or holds too much.
pub fn run(name: &str, bytes: &[u8]) {
    let (_, parser) = PARSERS.iter().find(|(known, _)| *known == name).expect("a parser");
    let before = HELD.load(Relaxed);
    PEAK.store(before, Relaxed);
    parser(&bytes[..bytes.len().min(LARGEST)]);
    let held = PEAK.load(Relaxed) - before;
    assert!(held <= MOST_HEAP, "{} bytes of input held {held} bytes of memory", bytes.len());
    if held > RECORD.fetch_max(held, Relaxed) {
        // `cargo xtask fuzz` reads the last of these lines.
        eprintln!("most held: {held} bytes, for {} bytes of input", bytes.len());
    }
}

/// A change to an input, in place: half of the time one of ours, else one of libFuzzer's own. Gives the new size.
pub fn change(bytes: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    if seed.is_multiple_of(2) {
        let new = mutate::mutated(&bytes[..size], seed / 2);
        if new.len() <= most.min(bytes.len()) {
            bytes[..new.len()].copy_from_slice(&new);
            return new.len();
        }
    }
    libfuzzer_sys::fuzzer_mutate(bytes, size, most)
}

/// A target: a program that libFuzzer feeds.
#[macro_export]
macro_rules! target {
    ($name:literal) => {
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::run($name, bytes));
        libfuzzer_sys::fuzz_mutator!(|bytes: &mut [u8], size: usize, most: usize, seed: u32| {
            $crate::change(bytes, size, most, seed)
        });
    };
}
