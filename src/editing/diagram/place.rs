//! How far to the right each place is: near those it is joined with, in its order, and with room for its neighbours.

use super::graph::WIDTH;
use super::order::{Layout, Place};

/// The space between two places.
const GAP: f64 = 28.0;
/// The room that a road takes on its way past.
const BEND: f64 = 12.0;
const SWEEPS: usize = 40;

/// The middle of each place. The leftmost edge of all is 0.
pub fn places(layout: &Layout) -> Vec<f64> {
    let mut at = vec![0.0; layout.places.len()];
    for row in &layout.rows {
        for (place, offset) in row.iter().zip(offsets(layout, row)) {
            at[*place] = offset;
        }
    }
    for sweep in 0..SWEEPS {
        let rows: Vec<&Vec<usize>> =
            if sweep % 2 == 0 { layout.rows.iter().collect() } else { layout.rows.iter().rev().collect() };
        for row in rows {
            // At the end both sides count, before that the side that one comes from.
            let both = sweep + 6 >= SWEEPS;
            let wish = |place: &usize| {
                let above = layout.above[*place].iter().filter(|_| both || sweep % 2 == 0);
                let below = layout.below[*place].iter().filter(|_| both || sweep % 2 == 1);
                let joined: Vec<f64> = above.chain(below).map(|other| at[*other]).collect();
                if joined.is_empty() { at[*place] } else { joined.iter().sum::<f64>() / joined.len() as f64 }
            };
            let wishes: Vec<f64> = row.iter().map(wish).collect();
            for (place, x) in row.iter().zip(fitted(&wishes, &offsets(layout, row))) {
                at[*place] = x;
            }
        }
    }
    let left = layout.places.iter().zip(&at).map(|(place, x)| x - half(*place)).fold(f64::INFINITY, f64::min);
    at.iter().map(|x| x - left).collect()
}

/// Half of the room that a place takes.
pub fn half(place: Place) -> f64 {
    match place {
        Place::Dot(_) => WIDTH / 2.0,
        Place::Bend => BEND / 2.0,
    }
}

/// How far each place of a row is at least from the first one.
fn offsets(layout: &Layout, row: &[usize]) -> Vec<f64> {
    let mut offsets = vec![0.0; row.len()];
    for index in 1..row.len() {
        let (left, right) = (layout.places[row[index - 1]], layout.places[row[index]]);
        let gap = if left == Place::Bend && right == Place::Bend { GAP / 2.0 } else { GAP };
        offsets[index] = offsets[index - 1] + half(left) + gap + half(right);
    }
    offsets
}

/// The places nearest to the wishes that keep their order and their distance: what lies too close moves as one block
/// (the pool of adjacent violators).
fn fitted(wishes: &[f64], offsets: &[f64]) -> Vec<f64> {
    // Sum of wishes, and how many.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (wish, offset) in wishes.iter().zip(offsets) {
        let mut block = (wish - offset, 1);
        while let Some((sum, count)) =
            blocks.last().copied().filter(|(sum, count)| sum / *count as f64 > block.0 / block.1 as f64)
        {
            block = (block.0 + sum, block.1 + count);
            blocks.pop();
        }
        blocks.push(block);
    }
    let middles = blocks.into_iter().flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count));
    middles.zip(offsets).map(|(middle, offset)| middle + offset).collect()
}

#[cfg(test)]
mod tests {
    use super::fitted;

    #[track_caller]
    fn check(wishes: &[f64], expected: &[f64]) {
        let offsets: Vec<f64> = (0..wishes.len()).map(|index| index as f64 * 10.0).collect();
        assert_eq!(fitted(wishes, &offsets), expected);
    }

    #[test]
    fn wishes_are_met_where_there_is_room() {
        check(&[], &[]);
        check(&[5.0], &[5.0]);
        check(&[0.0, 20.0], &[0.0, 20.0]);
        check(&[0.0, 0.0], &[-5.0, 5.0]);
        check(&[0.0, 0.0, 0.0], &[-10.0, 0.0, 10.0]);
        check(&[100.0, 0.0, 200.0], &[45.0, 55.0, 200.0]);
    }
}
