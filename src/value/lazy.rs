//! A part of a file that is read when it is needed.
//!
//! The practice desk is code that comes later (`view/lazy.rs`). What only the desk reads stays a tree of values until then, so
//! that the code which reads it can come later too: 3 kB of the first screen.

use super::{FromValue, Reader, Value, read};
use std::marker::PhantomData;

/// A `T` as it stands in a file.
pub struct Lazy<T> {
    value: Value,
    kind: PhantomData<fn() -> T>,
}

impl<T: FromValue> Lazy<T> {
    /// Reads it; what does not fit reads as something empty.
    pub fn get(&self) -> T {
        read(&self.value).0
    }
}

impl<T: FromValue> FromValue for Lazy<T> {
    fn from_value(value: &Value, reader: &mut Reader) -> Lazy<T> {
        // The checker wants to know at once what does not fit, and where.
        if cfg!(feature = "check") {
            T::from_value(value, reader);
        } else {
            reader.fields(value, &[]);
            reader.misfits.retain(|misfit| !misfit.unknown);
        }
        Lazy { value: value.clone(), kind: PhantomData }
    }
}

impl<T> Clone for Lazy<T> {
    fn clone(&self) -> Lazy<T> {
        Lazy { value: self.value.clone(), kind: PhantomData }
    }
}

impl<T> PartialEq for Lazy<T> {
    fn eq(&self, other: &Lazy<T>) -> bool {
        self.value == other.value
    }
}

impl<T> std::fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.value.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::Lazy;
    use crate::record;
    use crate::value::{Value, read};

    record! {
        pub struct Thing {
            pub name: String = "name",
            pub more: Option<String> = "more",
        }
    }

    #[test]
    fn what_does_not_fit_is_told_at_once_and_the_rest_is_read_later() {
        let map = |pairs: &[(&str, Value)]| {
            Value::Map(pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect())
        };
        let (raw, misfits) =
            read::<Lazy<Thing>>(&map(&[("name", Value::Text("x".into())), ("more", Value::Bool(true))]));
        assert_eq!(misfits.iter().map(|misfit| misfit.path.as_str()).collect::<Vec<_>>(), ["more"]);
        assert_eq!(raw.get().name, "x");
        assert_eq!(read::<Lazy<Thing>>(&Value::Null).1.len(), 1);
    }
}
