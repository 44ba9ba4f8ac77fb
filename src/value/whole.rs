//! Lists of which every element counts.

use super::{FromValue, Reader, Value};
use std::ops::Deref;

/// A list that says something as a whole: without one of its elements, or when it is no list, it would say something else.
/// Absent, it is empty. What does fit in it can be looked at, for who wants to name the faults.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole<T> {
    list: Vec<T>,
    doubtful: bool,
}

impl<T> Whole<T> {
    /// The list; `None` when something in it does not fit.
    pub fn sure(&self) -> Option<&[T]> {
        (!self.doubtful).then_some(&self.list)
    }

    /// Something beside it does not fit, so that it is not sure.
    pub fn doubt(&mut self) {
        self.doubtful = true;
    }
}

impl<T> Deref for Whole<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.list
    }
}

impl<T: FromValue> FromValue for Whole<T> {
    fn from_value(value: &Value, reader: &mut Reader) -> Whole<T> {
        let list = Vec::from_value(value, reader);
        let doubtful = !matches!(value, Value::List(all) if all.len() == list.len());
        reader.spare();
        Whole { list, doubtful }
    }

    fn absent() -> Option<Whole<T>> {
        Some(Whole { list: Vec::new(), doubtful: false })
    }
}

#[cfg(feature = "check")]
impl<T: super::schema::Described> super::schema::Described for Whole<T> {
    fn describe(shapes: &mut super::schema::Shapes) -> super::schema::Json {
        Vec::<T>::describe(shapes)
    }
}

#[cfg(all(test, feature = "check"))]
mod tests {
    use super::*;
    use crate::record;
    use crate::value::read;

    record! {
        pub struct Thing {
            pub list: Whole<u8> = "list",
        }
    }

    /// A list with a fault in it was an empty list: hours that were written as a text were no hours, which is closed.
    #[test]
    fn a_list_with_a_fault_is_not_an_empty_list() {
        #[track_caller]
        fn check(json: &str, sure: Option<&[u8]>, fit: &[u8], faults: usize) {
            let (thing, misfits) = read::<Thing>(&serde_json::from_str(json).unwrap());
            assert_eq!((thing.list.sure(), &*thing.list, misfits.len()), (sure, fit, faults), "{json}");
        }
        check("{}", Some(&[]), &[], 0);
        check(r#"{"list":[]}"#, Some(&[]), &[], 0);
        check(r#"{"list":[1,2]}"#, Some(&[1, 2]), &[1, 2], 0);
        check(r#"{"list":[1,"2"]}"#, None, &[1], 1);
        check(r#"{"list":"1"}"#, None, &[], 1);
        check(r#"{"list":null}"#, None, &[], 1);
    }
}
