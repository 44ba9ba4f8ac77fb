//! Whether a touch came through. Drivers on a busy machine now and then say that they clicked or tapped, and the page never
//! hears of it. That is told apart here from a page that hears of it and does nothing: only the first may be done again.

use super::{BLINK, Page};
use crate::webdriver::{Answer, Refusal};
use serde_json::json;
use std::cell::Cell;
use std::thread;
use std::time::{Duration, Instant};

/// How long a touch may be under way.
const UNDER_WAY: Duration = Duration::from_secs(1);

thread_local! {
    /// Of the story that this thread tells: how many touches may still be done again, and how many were. Pictures and figures set no bound.
    static AGAIN: Cell<(u32, u32)> = const { Cell::new((u32::MAX, 0)) };
}

/// A try of a story begins on this thread; so many of its touches may be done again.
pub fn may_repeat(times: u32) {
    AGAIN.set((times, AGAIN.get().1));
}

/// How many touches were done again on this thread since this was last asked, because the page had noticed nothing of them.
pub fn repeated() -> u32 {
    let (left, done) = AGAIN.get();
    AGAIN.set((left, 0));
    done
}

/// A touch was lost: tells whether it may be done again, and counts it then.
pub(super) fn repeat() -> bool {
    let (left, done) = AGAIN.get();
    let Some(left) = left.checked_sub(1) else { return false };
    AGAIN.set((left, done + 1));
    true
}

/// Somebody in the page who notes the next touch. Only that there was one is noted.
pub struct Witness<'p>(&'p Page<'p>);

impl<'p> Witness<'p> {
    /// Puts a witness in the page; call it before the touch.
    pub fn call(page: &'p Page<'p>) -> Answer<Witness<'p>> {
        // In the document: scripts of Firefox's driver share nothing else. Stories bend `createElement`.
        let script = "document.getElementById('sw-e2e-touch')?.remove();
            const seen = Document.prototype.createElementNS.call(document, 'http://www.w3.org/1999/xhtml', 'data');
            seen.id = 'sw-e2e-touch';
            document.head.append(seen);
            for (const kind of ['pointerdown', 'mousedown', 'click']) {
                addEventListener(kind, () => {
                    seen.value = 'seen';
                    seen.dataset.frame = '';
                    requestAnimationFrame((at) => { seen.dataset.frame = at });
                }, { capture: true, passive: true, once: true });
            }";
        page.run(script, json!([]))?;
        Ok(Witness(page))
    }

    /// Refuses when the page noticed nothing. A page that went away did.
    pub fn ask(self) -> Answer<()> {
        let script = "const seen = document.getElementById('sw-e2e-touch'); return !seen || seen.value === 'seen'";
        let start = Instant::now();
        while self.0.run(script, json!([]))? == false {
            if start.elapsed() > UNDER_WAY {
                return Err(Refusal::lost("the page noticed nothing of a touch".into()));
            }
            thread::sleep(BLINK);
        }
        Ok(())
    }
}

/// How long what came of the last touch has been in sight: a busy machine shows it late.
pub fn in_sight(page: &Page) -> Answer<Duration> {
    let script = "const seen = document.getElementById('sw-e2e-touch');
        if (!seen?.dataset.frame) return seen?.dataset.frame === '' ? 0 : 9999;
        return Math.max(0, performance.now() - seen.dataset.frame)";
    Ok(Duration::from_millis(page.run(script, json!([]))?.as_f64().unwrap_or_default() as u64))
}
