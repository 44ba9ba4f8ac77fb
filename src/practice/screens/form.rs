//! A service form: the fields that the flow declares.

use super::rules::{Rules, Scene};
use super::stages::{self, Stages};
use crate::date::Date;
use crate::practice::input::field::Field;
use crate::practice::input::gate::Forgiving;
use crate::practice::persona::Persona;
use crate::practice::spec::{FieldKind, FieldSpec, ScreenSpec};
use crate::practice::verdict::Mistake;

/// The fields of a form, for this person on this day.
pub fn fields(spec: &ScreenSpec, persona: &Persona, today: Date) -> Vec<Field> {
    spec.fields.iter().map(|field| self::field(field, persona, today)).collect()
}

fn field(spec: &FieldSpec, persona: &Persona, today: Date) -> Field {
    let kind = Forgiving { case: true, spaces: true };
    let value = spec.value.as_deref().map(|value| persona.fill(value));
    let pick = |wrong| Field::pick(&spec.id, spec.kind, spec.options.clone(), value.as_deref(), wrong);
    let field = match spec.kind {
        FieldKind::Text => Field::typed(&spec.id, spec.kind, &[value.as_deref().unwrap_or_default()], kind),
        FieldKind::Bsn => {
            let own = persona.get("bsn").unwrap_or_default();
            Field::typed(&spec.id, spec.kind, &[value.as_deref().unwrap_or(own)], kind)
        }
        FieldKind::Choice => pick(Mistake::WrongChoice),
        FieldKind::Upload => pick(Mistake::WrongDocument),
        FieldKind::Date => Field::date(&spec.id, day(spec, value.as_deref(), today)),
        FieldKind::Confirm => Field::tick(&spec.id),
    };
    field.optional_if(spec.optional)
}

/// The day that is expected: a written one, or so many days after today. Nothing readable: today.
fn day(spec: &FieldSpec, value: Option<&str>, today: Date) -> Date {
    let written = value.and_then(|value| Date::parse(value).or(Date::parse_dutch(value)));
    written.unwrap_or(today.plus_days(spec.in_days.unwrap_or(0)))
}

/// All fields right is right; the flow has their words.
#[derive(Debug)]
pub struct Form;

impl Rules for Form {
    fn stages(&self, scene: &Scene, _spec: &ScreenSpec) -> Stages {
        stages::each_field(scene)
    }
}
