//! A QR on the computer and the phone in the hand: the phone is moved until it lies over the code.

use super::rules::{Rules, Scene};
use super::stages::Stages;
use crate::practice::event::{Announcement, Touch};
use crate::practice::spec::{ScreenSpec, Trouble};
use crate::practice::verdict::{Fault, Mistake, Verdict};
use std::ops::RangeInclusive;

/// Where the middle of the phone can be: in a grid of 12 columns and 8 rows it is five squares wide and high.
const COLUMNS: RangeInclusive<u8> = 2..=9;
const ROWS: RangeInclusive<u8> = 2..=5;
/// Where the phone begins.
const BEGIN: (u8, u8) = (2, 5);
/// The middle of the code.
pub const CODE: (u8, u8) = (8, 3);
/// So many squares beside it is near enough.
const NEAR: u8 = 1;

/// The phone over the screen.
#[derive(Debug)]
pub struct Scan {
    x: u8,
    y: u8,
    /// The first code turns out to be too old.
    stale: bool,
    expired: bool,
    /// How many codes there were before this one.
    fresh: u8,
}

impl Scan {
    pub fn new(trouble: Trouble) -> Scan {
        Scan { x: BEGIN.0, y: BEGIN.1, stale: trouble == Trouble::ExpiredCode, expired: false, fresh: 0 }
    }

    /// The column and the row of the middle of the phone.
    pub fn place(&self) -> (u8, u8) {
        (self.x, self.y)
    }

    /// How many codes there were before this one: the drawing differs.
    pub fn fresh(&self) -> u8 {
        self.fresh
    }

    /// Whether the phone lies over the code.
    pub fn over(&self) -> bool {
        self.x.abs_diff(CODE.0) <= NEAR && self.y.abs_diff(CODE.1) <= NEAR
    }

    fn put(&mut self, (x, y): (u8, u8)) {
        self.x = x.clamp(*COLUMNS.start(), *COLUMNS.end());
        self.y = y.clamp(*ROWS.start(), *ROWS.end());
    }

    /// What the app says of the code under it.
    fn scan(&mut self) -> Verdict {
        self.expired |= std::mem::take(&mut self.stale);
        if !self.expired {
            return Verdict::Right;
        }
        Verdict::Wrong(Fault { field: 0, mistake: Mistake::Expired, tries_left: None, on_purpose: true })
    }
}

impl Rules for Scan {
    /// The phone was moved; of a code that is too old: it was refused, and another one asked for.
    fn stages(&self, _scene: &Scene, spec: &ScreenSpec) -> Stages {
        if spec.trouble == Trouble::ExpiredCode {
            return Some(vec![!self.stale, !self.stale && !self.expired]);
        }
        Some(vec![self.place() != BEGIN])
    }

    fn submit(&mut self, _scene: &mut Scene) -> Verdict {
        if self.over() { self.scan() } else { Mistake::Empty.at(0) }
    }

    fn touch(&mut self, touch: Touch, _scene: &mut Scene) -> Option<Verdict> {
        match touch {
            Touch::Moved { right, down } => {
                self.put((self.x.saturating_add_signed(right), self.y.saturating_add_signed(down)));
            }
            Touch::PutAt { x, y } => self.put((x, y)),
            Touch::PutRight => self.put(CODE),
            _ => return None,
        }
        self.over().then(|| self.scan())
    }

    /// To just beside the code. Over it the app would scan, and find a code that is too old where that is rehearsed.
    fn touches(&self, _scene: &Scene) -> Vec<Touch> {
        let step = |from: u8, to: u8| if from < to { 1 } else { -1 };
        let (right, down) = (step(self.x, CODE.0), step(self.y, CODE.1));
        let beside = self.x.abs_diff(CODE.0).saturating_sub(NEAR + 1);
        let across = (0..beside).map(|_| Touch::Moved { right, down: 0 });
        across.chain((0..self.y.abs_diff(CODE.1)).map(|_| Touch::Moved { right: 0, down })).collect()
    }

    /// A new code, and the phone at the side again.
    fn send_code(&mut self, scene: &mut Scene) -> bool {
        let asked = std::mem::take(&mut self.expired);
        if asked {
            self.fresh = self.fresh.wrapping_add(1);
            self.put(BEGIN);
            scene.said.push(Announcement::FreshCode);
        }
        asked
    }

    fn fill_in(&mut self, _scene: &mut Scene) {
        self.put(CODE);
    }

    fn shown_is_done(&self) -> bool {
        true
    }

    fn can_ask_code(&self) -> bool {
        self.expired
    }

    fn expired(&self) -> bool {
        self.expired
    }

    fn on_mistake(&self, mistake: Mistake) -> Option<&'static str> {
        (mistake == Mistake::Expired).then_some("scan.expired")
    }
}
