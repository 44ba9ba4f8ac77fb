//! When an account was used: one line of the list is strange, or all is well.

use super::rules::{Rules, Scene};
use super::stages::{self, Stages};
use crate::date::Date;
use crate::practice::spec::ScreenSpec;

/// The option that says that all is well; the others are lines.
pub const FINE: &str = "klopt";

/// The list, with the days counted back from today.
#[derive(Debug)]
pub struct History {
    times: Vec<(Date, String)>,
}

impl History {
    pub fn new(spec: &ScreenSpec, today: Date) -> History {
        let day = |ago: u32| Date::from_days(today.to_days() - i64::from(ago));
        History { times: spec.times.iter().map(|when| (day(when.days_ago), when.time.clone())).collect() }
    }

    /// The day and the time of a line; nothing when the flow does not tell.
    pub fn when(&self, line: usize) -> Option<(Date, &str)> {
        self.times.get(line).map(|(day, time)| (*day, time.as_str()))
    }
}

/// Pressing a line is choosing it, as in `choice.rs`.
impl Rules for History {
    fn stages(&self, scene: &Scene, _spec: &ScreenSpec) -> Stages {
        stages::answered(scene)
    }

    fn shown_is_done(&self) -> bool {
        true
    }
}
