//! A map from names to things, as small in wasm as it is simple.
//!
//! Content has tens of names, not thousands. `BTreeMap` compiled to 98 kB of wasm here (a copy for each kind of value);
//! this sorted list does the same in a few.

/// Names in alphabetical order, each with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map<V>(Vec<(String, V)>);

impl<V> Default for Map<V> {
    fn default() -> Self {
        Map(Vec::new())
    }
}

/// Where a name stands, or where it would. Looked for from the end, where names go that come in order.
fn place(mut length: usize, names: &mut dyn DoubleEndedIterator<Item = &str>, name: &str) -> Result<usize, usize> {
    while let Some(other) = names.next_back() {
        match other.cmp(name) {
            std::cmp::Ordering::Less => return Err(length),
            std::cmp::Ordering::Equal => return Ok(length - 1),
            std::cmp::Ordering::Greater => length -= 1,
        }
    }
    Err(length)
}

impl<V> Map<V> {
    fn place(&self, name: &str) -> Result<usize, usize> {
        place(self.0.len(), &mut self.0.iter().map(|(name, _)| name.as_str()), name)
    }

    pub fn get(&self, name: &str) -> Option<&V> {
        self.place(name).ok().map(|index| &self.0[index].1)
    }

    pub fn get_mut(&mut self, name: &str) -> Option<&mut V> {
        self.place(name).ok().map(|index| &mut self.0[index].1)
    }

    /// The value of a name, which gets this one when it has none.
    pub fn get_or_add(&mut self, name: &str, value: V) -> Option<&mut V> {
        self.insert_new(name.to_owned(), value);
        self.get_mut(name)
    }

    pub fn contains_key(&self, name: &str) -> bool {
        self.place(name).is_ok()
    }

    /// Sets the value of a name.
    pub fn insert(&mut self, name: String, value: V) {
        match self.place(&name) {
            Ok(index) => self.0[index].1 = value,
            Err(index) => self.0.insert(index, (name, value)),
        }
    }

    /// Sets the value of a name that has none.
    pub fn insert_new(&mut self, name: String, value: V) {
        if let Err(index) = self.place(&name) {
            self.0.insert(index, (name, value));
        }
    }

    pub fn remove(&mut self, name: &str) -> Option<V> {
        self.place(name).ok().map(|index| self.0.remove(index).1)
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn retain(&mut self, mut keep: impl FnMut(&str, &V) -> bool) {
        self.0.retain(|(name, value)| keep(name, value));
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &V)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    pub fn keys(&self) -> impl ExactSizeIterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }

    pub fn values(&self) -> impl ExactSizeIterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }
}

#[cfg(feature = "check")]
impl<V> Map<V> {
    /// A map of names that come in any order, and of which there may be many.
    ///
    /// # Errors
    /// The name that stands twice.
    pub fn sorted(mut pairs: Vec<(String, V)>) -> Result<Map<V>, String> {
        pairs.sort_by(|(one, _), (other, _)| one.cmp(other));
        match pairs.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            Some(twice) => Err(twice[0].0.clone()),
            None => Ok(Map(pairs)),
        }
    }
}

impl<V> IntoIterator for Map<V> {
    type Item = (String, V);
    type IntoIter = std::vec::IntoIter<(String, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, V> IntoIterator for &'a Map<V> {
    type Item = (&'a str, &'a V);
    type IntoIter = std::iter::Map<std::slice::Iter<'a, (String, V)>, fn(&'a (String, V)) -> (&'a str, &'a V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter().map(|(name, value)| (name, value))
    }
}

impl<V> FromIterator<(String, V)> for Map<V> {
    fn from_iter<T: IntoIterator<Item = (String, V)>>(pairs: T) -> Self {
        let mut map = Map::default();
        for (name, value) in pairs {
            map.insert(name, value);
        }
        map
    }
}

impl<V> std::ops::Index<&str> for Map<V> {
    type Output = V;

    /// # Panics
    /// When the name is not there; for tests and for names that were just looked up.
    #[expect(clippy::expect_used, reason = "an index cannot say that there is nothing")]
    fn index(&self, name: &str) -> &V {
        self.get(name).expect("the name is there")
    }
}

#[cfg(test)]
mod tests {
    use super::Map;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    proptest! {
        /// It does what a `BTreeMap` does.
        #[test]
        fn a_map_is_a_map(acts in prop::collection::vec(("[a-d]{0,2}", any::<bool>(), any::<u8>()), 0..40)) {
            let (mut ours, mut theirs) = (Map::default(), BTreeMap::new());
            for (name, put, value) in acts {
                if put {
                    ours.insert(name.clone(), value);
                    theirs.insert(name, value);
                } else {
                    prop_assert_eq!(ours.remove(&name), theirs.remove(&name));
                }
                let pairs: Vec<_> = theirs.iter().map(|(name, value)| (name.as_str(), value)).collect();
                prop_assert_eq!(ours.iter().collect::<Vec<_>>(), pairs);
            }
        }
    }
}
