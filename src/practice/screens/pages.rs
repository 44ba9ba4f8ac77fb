//! A site with a wrong page: back with the browser's own button, and then the right link.

use super::rules::{Rules, Scene};
use super::stages::Stages;
use crate::practice::event::{Announcement, Touch};
use crate::practice::spec::ScreenSpec;
use crate::practice::verdict::{Mistake, Verdict};

/// Where one is on the site.
#[derive(Debug)]
pub struct Pages {
    /// How many pages there are besides the start page; the first is the wrong one where one begins.
    count: usize,
    /// The page to find; without one each link is right.
    right: Option<usize>,
    /// The page that is open, by its option; `None` is the start page.
    at: Option<usize>,
    found: bool,
}

impl Pages {
    pub fn new(spec: &ScreenSpec) -> Pages {
        let count = spec.options.len();
        // The page where one begins has no link, so it cannot be the one to find.
        let right = spec.options.iter().skip(1).position(|id| Some(id) == spec.right.as_ref()).map(|place| place + 1);
        Pages { count, right, at: (count > 0).then_some(0), found: false }
    }

    /// The page that is open, by its option; `None` is the start page.
    pub fn at(&self) -> Option<usize> {
        self.at
    }

    /// The options that have a link on the start page.
    pub fn links(&self) -> std::ops::Range<usize> {
        1..self.count.max(1)
    }

    fn is_right(&self, page: usize) -> bool {
        self.right.is_none_or(|right| right == page)
    }
}

impl Rules for Pages {
    /// One is back on the start page.
    fn stages(&self, _scene: &Scene, _spec: &ScreenSpec) -> Stages {
        Some(vec![self.at.is_none() || self.found])
    }

    fn submit(&mut self, _scene: &mut Scene) -> Verdict {
        if self.found { Verdict::Right } else { Mistake::Empty.at(0) }
    }

    fn touch(&mut self, touch: Touch, scene: &mut Scene) -> Option<Verdict> {
        match touch {
            Touch::WentBack => {
                self.at = None;
                // A site without links: there is nothing more to find.
                self.found |= self.links().is_empty();
            }
            Touch::Followed(page) if self.at.is_none() && self.links().contains(&page) => {
                self.at = Some(page);
                self.found |= self.is_right(page);
            }
            _ => return None,
        }
        if self.found {
            return Some(Verdict::Right);
        }
        // A wrong link is no error: one sees where one is, and how to get back.
        scene.said.push(if self.at.is_none() { Announcement::StartPage } else { Announcement::WrongPage });
        None
    }

    fn touches(&self, _scene: &Scene) -> Vec<Touch> {
        let back = self.at.map(|_| Touch::WentBack);
        back.into_iter().chain(self.right.or(self.links().next()).map(Touch::Followed)).collect()
    }

    fn fill_in(&mut self, _scene: &mut Scene) {
        self.at = self.right.or(self.links().next());
        self.found = true;
    }

    fn shown_is_done(&self) -> bool {
        true
    }

    fn stays_open(&self) -> bool {
        true
    }
}
