//! Where texts stand in a list: asked some hundred times at each key, so it looks at figures that lie side by side instead of at texts
//! all over the memory.

/// The places of texts, in the order of their hashes.
pub struct Table(Vec<(u32, u32)>);

impl Table {
    /// Of a list of texts.
    pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Table {
        let mut places: Vec<(u32, u32)> = texts.map(hash).zip(0..).collect();
        places.sort_unstable();
        Table(places)
    }

    /// The places where this text stands, and once in a while another one.
    pub fn places(&self, text: &str) -> impl Iterator<Item = u32> + '_ {
        let hash = hash(text);
        let first = self.0.partition_point(|(other, _)| *other < hash);
        self.0.iter().skip(first).take_while(move |(other, _)| *other == hash).map(|(_, place)| *place)
    }
}

/// FNV-1a.
fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_wherever_it_stands() {
        let texts = ["b", "a", "", "b", "één"];
        let table = Table::of(texts.into_iter());
        let places = |text: &str| table.places(text).collect::<Vec<_>>();
        assert_eq!((places("b"), places("a"), places("één"), places("")), (vec![0, 3], vec![1], vec![4], vec![2]));
        assert!(places("c").is_empty());
    }
}
