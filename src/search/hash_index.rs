//! A hash index of where texts stand in a list. A key press looks up some hundred of them, so the hashes lie side by side in place of the
//! texts, which are all over the memory.

use crate::hash::fnv1a;

/// The places of texts, in the order of their hashes.
pub struct HashIndex(Vec<(u32, u32)>);

impl HashIndex {
    /// Of a list of texts.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> HashIndex {
        let mut places: Vec<(u32, u32)> = texts.map(hash).zip(0..).collect();
        places.sort_unstable();
        HashIndex(places)
    }

    /// The places where this text stands; a collision of hashes adds another one.
    pub fn places(&self, text: &str) -> impl Iterator<Item = u32> + '_ {
        let hash = hash(text);
        let first = self.0.partition_point(|(other, _)| *other < hash);
        self.0.iter().skip(first).take_while(move |(other, _)| *other == hash).map(|(_, place)| *place)
    }
}

fn hash(text: &str) -> u32 {
    fnv1a(text.bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_wherever_it_stands() {
        let texts = ["b", "a", "", "b", "één"];
        let table = HashIndex::of(texts.into_iter());
        let places = |text: &str| table.places(text).collect::<Vec<_>>();
        assert_eq!((places("b"), places("a"), places("één"), places("")), (vec![0, 3], vec![1], vec![4], vec![2]));
        assert!(places("c").is_empty());
    }
}
