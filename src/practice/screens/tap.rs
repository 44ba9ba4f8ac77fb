//! Places to tap, all of them, in any order: for who never touched a screen.

use super::rules::{Rules, Scene};
use super::stages::Stages;
use crate::practice::event::Touch;
use crate::practice::spec::ScreenSpec;
use crate::practice::verdict::{Mistake, Verdict};

/// Which places were tapped. Tapping one again changes nothing.
#[derive(Debug)]
pub struct Tap {
    tapped: Vec<bool>,
}

impl Tap {
    pub fn new(spec: &ScreenSpec) -> Tap {
        Tap { tapped: vec![false; spec.places.len()] }
    }

    pub fn is_tapped(&self, place: usize) -> bool {
        self.tapped.get(place).is_some_and(|tapped| *tapped)
    }

    /// How many are left.
    pub fn left(&self) -> usize {
        self.tapped.iter().filter(|tapped| !**tapped).count()
    }
}

impl Rules for Tap {
    fn stages(&self, _scene: &Scene, _spec: &ScreenSpec) -> Stages {
        // In any order; with the last one it is all done.
        Some((1..self.tapped.len()).map(|count| count <= self.tapped.len() - self.left()).collect())
    }

    fn submit(&mut self, _scene: &mut Scene) -> Verdict {
        if self.left() == 0 { Verdict::Right } else { Mistake::Empty.at(0) }
    }

    fn touch(&mut self, touch: Touch, _scene: &mut Scene) -> Option<Verdict> {
        if let Touch::Tapped(place) = touch
            && let Some(tapped) = self.tapped.get_mut(place)
        {
            *tapped = true;
        }
        (self.left() == 0).then_some(Verdict::Right)
    }

    fn touches(&self, _scene: &Scene) -> Vec<Touch> {
        (0..self.tapped.len()).map(Touch::Tapped).collect()
    }

    fn fill_in(&mut self, _scene: &mut Scene) {
        self.tapped.fill(true);
    }

    fn shown_is_done(&self) -> bool {
        true
    }
}
