//! Walks a flow on the screen, step by step, with the flow's own files to say what to do.

use super::book::{Book, Step, fits, plain};
use super::desk;
use super::hand::Hand;
use crate::failure::Outcome;
use crate::page::Page;
use serde_json::json;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// What to choose at a step, where the first option is not the main road. When a step comes again, the next option is
/// chosen, so that a walk gets out of every loop.
const CHOICES: &[(&str, &str)] =
    &[("gevaar", "nee"), ("begin", "zelf"), ("mis", "nee"), ("waar-begin", "nieuwe"), ("app", "nee")];

/// A walk through one flow.
pub struct Walk<'w> {
    pub page: &'w Page<'w>,
    pub book: &'w Book,
    pub hand: Hand,
    /// How often a step was met.
    met: RefCell<BTreeMap<String, usize>>,
    /// Who only looks does nothing at the desk.
    only_looks: Cell<bool>,
    /// How often something was sent. Every second time by Enter in the field, as people do on a keyboard and a telephone;
    /// half of the flows begin with that.
    sent: Cell<usize>,
}

/// What the heading of a step says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    pub number: usize,
    pub total: usize,
    pub title: String,
    pub heading: String,
}

impl<'w> Walk<'w> {
    pub fn new(page: &'w Page<'w>, book: &'w Book, hand: Hand) -> Walk<'w> {
        let sent = Cell::new(book.flow.len());
        Walk { page, book, hand, met: RefCell::default(), only_looks: Cell::default(), sent }
    }

    /// From the start screen to the first step, in a mode: "mode.together".
    pub fn begin(&self, mode: &str) -> Outcome {
        self.page.heading(self.book.ui("start.title"))?;
        choose(self.page, self.book, self.hand)?;
        if self.book.is_guide() {
            // It begins at once: there is nothing to practise, and no mode to choose.
            return Ok(());
        }
        self.page.heading_has_focus(self.book.title())?;
        // What goes wrong unannounced goes wrong in the same way each time.
        self.page.run("document.querySelector('stap-wijzer').setAttribute('seed', '1')", json!([]))?;
        self.only_looks.set(mode == "mode.watch");
        self.hand.press(self.page, self.book.ui(mode))
    }

    /// The step that is on the screen.
    pub fn place(&self) -> Outcome<Option<Place>> {
        place_on(self.page, self.book)
    }

    /// Waits for another step than this one, with the keyboard at its heading.
    pub fn arrive(&self, before: Option<&Place>) -> Outcome<Place> {
        let what = before.map_or("a step".to_string(), |place| format!("a step after “{}”", place.heading));
        let place = self.page.wait_for(&what, || Ok(self.place()?.filter(|place| Some(place) != before)))?;
        self.page.heading_has_focus(&place.heading)?;
        Ok(place)
    }

    /// Walks on to an outcome. `see` is called on each step that is met, before anything is done there.
    pub fn to_outcome(&self, mut see: impl FnMut(&Place, &Step) -> Outcome) -> Outcome {
        self.to(|place, step| {
            see(place, step)?;
            Ok(step.kind == "outcome")
        })
        .map(drop)
    }

    /// Walks on to the first step for which this holds; it is asked on each step that is met.
    pub fn to(&self, mut wanted: impl FnMut(&Place, &Step) -> Outcome<bool>) -> Outcome<Place> {
        let mut place = self.arrive(None)?;
        for _ in 0..80 {
            let step = self.book.step(&place.title)?;
            if wanted(&place, &step)? {
                return Ok(place);
            }
            ensure!(step.kind != "outcome", "the outcome “{}” came first", place.heading);
            self.answer(&step).map_err(|failure| failure.at(format!("at “{}” ({})", place.heading, step.id)))?;
            place = self.arrive(Some(&place))?;
        }
        fail!("80 steps, and not there; now at “{}”", place.heading)
    }

    /// Walks on to the first practice screen of this type.
    pub fn to_screen(&self, kind: &str) -> Outcome<Place> {
        self.to(|_, step| Ok(step.screen().0["type"] == kind))
    }

    /// Walks on as long as the flow has a type of practice screen that is not among these. `look` is called on each that is new, and may
    /// answer it, or leave the step and come back.
    pub fn to_new_screens(
        &self,
        met: &mut BTreeSet<String>,
        mut look: impl FnMut(&Place, &Step, &str) -> Outcome,
    ) -> Outcome {
        let wanted = self.book.screens();
        self.to(|place, step| {
            let screen = step.screen().0["type"].as_str().unwrap_or_default();
            if !screen.is_empty() && met.insert(screen.to_owned()) {
                look(place, step, screen)?;
            }
            Ok(step.kind == "outcome" || wanted.iter().all(|screen| met.contains(*screen)))
        })
        .map(drop)
    }

    /// Lets something go wrong at the current step, as who sits beside can, and goes through it: back to the step.
    pub fn meet(&self, place: &Place, title: &str) -> Outcome {
        // What can go wrong on purpose lies in the drawer of who helps.
        self.hand.press(self.page, self.book.ui("helper.title"))?;
        self.hand.press(self.page, &self.shown(&["button"], title)?)?;
        let mut here = self.arrive(Some(place))?;
        for _ in 0..12 {
            if here.title == place.title {
                return Ok(());
            }
            let step = self.book.step(&here.title)?;
            ensure!(step.kind != "outcome", "the outcome “{}” came in the middle", here.heading);
            self.answer(&step).map_err(|failure| failure.at(format!("at “{}” ({})", here.heading, step.id)))?;
            here = self.arrive(Some(&here))?;
        }
        fail!("“{title}” does not lead back to “{}”", place.heading)
    }

    /// Does what a step asks.
    pub fn answer(&self, step: &Step) -> Outcome {
        match step.kind {
            "choose" => {
                // By place: two labels may differ only in what stands for `{p.…}`.
                let names = self.page.names(&["radio"])?;
                let chosen = self.choice(step);
                let place = step.options().iter().position(|option| *option == chosen).unwrap_or_default();
                let name = names.get(place).cloned().unwrap_or_default();
                ensure!(fits(step.label(chosen), &name), "the option “{}” is shown as “{name}”", step.label(chosen));
                self.hand.pick(self.page, &names.iter().map(String::as_str).collect::<Vec<_>>(), &name)?;
                self.go_on(step)
            }
            "checklist" => {
                let first = step.json["items"][0]["id"].as_str().unwrap_or_default();
                let label = step.words["items"][first]["label"].as_str().unwrap_or_default();
                self.hand.tick(self.page, &self.shown(&["checkbox"], label)?)?;
                self.go_on(step)
            }
            "practise" if self.only_looks.get() => self.go_on(step),
            "practise" => desk::practise(self, step),
            _ => self.go_on(step),
        }
    }

    /// Does what a practice screen asks, and stays there.
    pub fn solve(&self, step: &Step) -> Outcome {
        desk::solve(self, step)
    }

    /// Whether to send by Enter this time.
    pub fn sends_by_enter(&self) -> bool {
        self.sent.set(self.sent.get() + 1);
        self.hand != Hand::Mouse && self.sent.get().is_multiple_of(2)
    }

    /// The option to choose.
    pub fn choice<'b>(&self, step: &Step<'b>) -> &'b str {
        let mut met = self.met.borrow_mut();
        let count = met.entry(step.id.into()).or_default();
        *count += 1;
        let options = step.options();
        let told = options.iter().find(|option| CHOICES.contains(&(step.id, option)));
        told.or(options.get((*count - 1) % options.len().max(1))).copied().unwrap_or_default()
    }

    /// A name of the content as it is shown: what stands there for `{p.…}` and `{f.…}`.
    pub fn shown(&self, roles: &[&str], content: &str) -> Outcome<String> {
        if !content.contains('{') {
            return Ok(plain(content));
        }
        self.page.wait_for(content, || Ok(self.page.names(roles)?.into_iter().find(|name| fits(content, name))))
    }

    /// Presses the action that stands out.
    pub fn go_on(&self, step: &Step) -> Outcome {
        let action = step.words["action"].as_str().unwrap_or(self.book.ui("nav.next"));
        self.hand.press_in(self.page, self.book.ui("step.dock"), &self.shown(&["button"], action)?)
    }
}

/// From the start to a flow, by the list of all exercises.
pub fn choose(page: &Page, book: &Book, hand: Hand) -> Outcome {
    hand.press(page, book.ui("start.all"))?;
    page.heading_has_focus(book.ui("start.all"))?;
    hand.press(page, book.title())
}

/// The step that a page shows, if it shows one.
pub fn place_on(page: &Page, book: &Book) -> Outcome<Option<Place>> {
    Ok(page.headings()?.iter().find_map(|heading| parse(book.ui("step.heading"), heading)))
}

/// Reads "Stap 3 van 8: typ de code" by its template.
fn parse(template: &str, heading: &str) -> Option<Place> {
    if !fits(template, heading) {
        return None;
    }
    let (first, rest) = template.split_once("{n}")?;
    let (middle, end) = rest.split_once("{total}")?;
    let (colon, _) = end.split_once("{title}")?;
    let (number, rest) = heading.strip_prefix(first)?.split_once(middle)?;
    let (total, title) = rest.split_once(colon)?;
    Some(Place {
        number: number.parse().ok()?,
        total: total.parse().ok()?,
        title: title.into(),
        heading: heading.into(),
    })
}
