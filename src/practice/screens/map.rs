//! A place on a simple map: one out of a few.

use super::rules::{Label, Rules, Scene};
use super::stages::{self, Stages};
use crate::practice::input::field::Field;
use crate::practice::spec::{FieldKind, ScreenSpec};
use crate::practice::verdict::Mistake;

/// The id of the only field.
pub const PLACE: &str = "place";

/// The choice of a place; its options are the ids of the places, in their order.
pub fn field(spec: &ScreenSpec) -> Field {
    let ids = spec.places.iter().map(|place| place.id.clone()).collect();
    Field::pick(PLACE, FieldKind::Choice, ids, spec.place.as_deref(), Mistake::WrongPlace)
}

/// The right place is right.
#[derive(Debug)]
pub struct PlaceOnMap;

impl Rules for PlaceOnMap {
    fn stages(&self, scene: &Scene, _spec: &ScreenSpec) -> Stages {
        stages::each_field(scene)
    }

    fn label(&self, _field: &str) -> Option<Label> {
        Label::of("summary.place")
    }
}
