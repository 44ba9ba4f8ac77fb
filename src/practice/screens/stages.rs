//! How far one is on a screen, as stages: what lights up the parts of the task. Each screen says its own (`Rules::stages`), without the
//! last one, which is the right answer. Three stages suit a task of three parts best; a part more or less is shared out.

use super::rules::Scene;
use crate::practice::input::field::Field;

/// Each stage before the last, in the order of the task, with whether it is behind one. None for a screen that is only read.
pub type Stages = Option<Vec<bool>>;

/// One stage a field.
pub(super) fn each_field(scene: &Scene) -> Stages {
    Some(scene.fields.iter().map(Field::is_full).collect())
}

/// The first field, then all of them.
pub(super) fn first_and_all(scene: &Scene) -> Stages {
    Some(vec![scene.fields.first().is_none_or(Field::is_full), scene.fields.iter().all(Field::is_full)])
}

/// Where one reads before typing: `read`, or else the first character tells, and then a full field.
pub(super) fn read_and_typed(read: bool, scene: &Scene) -> Stages {
    Some(vec![read || begun(scene), is_typed(scene)])
}

/// Something was answered, and it was not right: to be chosen now.
pub(super) fn answered(scene: &Scene) -> Stages {
    Some(vec![scene.fields.iter().any(|field| field.picked.is_some())])
}

/// Something stands in a field, about which nothing was said yet.
pub(super) fn begun(scene: &Scene) -> bool {
    scene
        .fields
        .iter()
        .any(|field| field.mistake.is_none() && field.inputs.iter().any(|input| !input.text().is_empty()))
}

/// All fields are full.
pub(super) fn is_typed(scene: &Scene) -> bool {
    scene.fields.iter().all(Field::is_full)
}

/// The part of a task that is to be done now, of so many: 0 is the first.
pub fn part(stages: &[bool], parts: usize) -> usize {
    let behind = stages.iter().take_while(|stage| **stage).count();
    (behind * parts.saturating_sub(1)).checked_div(stages.len()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::part;

    /// The part that is lit with each number of stages behind one.
    #[track_caller]
    fn check(stages: usize, parts: usize, expected: &[usize]) {
        let lit: Vec<usize> = (0..=stages)
            .map(|behind| part(&(0..stages).map(|stage| stage < behind).collect::<Vec<_>>(), parts))
            .collect();
        assert_eq!(lit, expected, "{stages} stages before the last, {parts} parts");
    }

    #[test]
    fn as_many_parts_as_stages_go_one_to_one_and_the_last_part_is_the_sending() {
        check(2, 3, &[0, 1, 2]);
        check(1, 2, &[0, 1]);
        check(2, 2, &[0, 0, 1]);
        check(1, 3, &[0, 2]);
        check(4, 3, &[0, 0, 1, 1, 2]);
        check(7, 2, &[0, 0, 0, 0, 0, 0, 0, 1]);
        check(0, 3, &[0]);
        check(2, 1, &[0, 0, 0]);
        check(2, 0, &[0, 0, 0]);
    }

    /// A later stage alone lights nothing: the part before it is still to be done.
    #[test]
    fn what_is_done_out_of_order_waits_for_what_comes_before() {
        assert_eq!(part(&[false, true], 3), 0);
    }
}
