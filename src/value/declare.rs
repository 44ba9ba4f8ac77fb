//! Declaring types that are read: `record!` for an object, `names!` for one out of some texts.

/// Declares a struct that is read from an object. A field is `name: Type = "key"`; a `String` or a number must be there,
/// an `Option`, list, map or `bool` may be absent.
#[macro_export]
macro_rules! record {
    ($(#[doc = $about:literal])* pub struct $name:ident { $($(#[doc = $field_about:literal])* pub $field:ident: $type:ty = $key:literal,)* }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $($(#[doc = $field_about])* pub $field: $type,)* }

        impl $crate::value::FromValue for $name {
            #[inline(never)]
            fn from_value(value: &$crate::value::Value, reader: &mut $crate::value::Reader) -> Self {
                let fields = reader.fields(value, &[$($key),*]);
                $name { $($field: reader.field(fields, $key),)* }
            }
        }

        impl Default for $name {
            fn default() -> Self {
                $crate::value::empty()
            }
        }

        #[cfg(feature = "check")]
        impl $crate::value::schema::Described for $name {
            fn describe(shapes: &mut $crate::value::schema::Shapes) -> $crate::value::schema::Json {
                shapes.record::<$name>(concat!($($about),*), |shapes| {
                    vec![$(shapes.field::<$type>($key, concat!($($field_about),*)),)*]
                })
            }
        }
    };
}

/// Declares an enum that is read from a text. With `= default` after the name of the type, the first one stands for a
/// field that is absent.
#[macro_export]
macro_rules! names {
    ($(#[doc = $about:literal])* pub enum $name:ident $(= $default:ident)? { $($(#[doc = $one_about:literal])* $one:ident = $text:literal,)* }) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[doc = $one_about])* $one,)* }

        impl $name {
            /// All of them, with their names.
            pub const NAMES: &[(&'static str, $name)] = &[$(($text, $name::$one)),*];

            /// All of them.
            pub const ALL: [$name; Self::NAMES.len()] = [$($name::$one),*];

            /// The name in files.
            pub fn name(self) -> &'static str {
                Self::NAMES.iter().find(|(_, one)| *one == self).map_or("", |(name, _)| name)
            }
        }

        impl $crate::value::FromValue for $name {
            fn from_value(value: &$crate::value::Value, reader: &mut $crate::value::Reader) -> Self {
                if let $crate::value::Value::Text(text) = value
                    && let Some((_, one)) = Self::NAMES.iter().find(|(name, _)| name == text)
                {
                    return *one;
                }
                reader.misfit(value, concat!("one of", $(" ", $text),*));
                Self::NAMES[0].1
            }

            $(fn absent() -> Option<Self> {
                Some(<$name as std::default::Default>::$default())
            })?
        }

        #[cfg(feature = "check")]
        impl $crate::value::schema::Described for $name {
            fn describe(shapes: &mut $crate::value::schema::Shapes) -> $crate::value::schema::Json {
                shapes.names::<$name>(concat!($($about),*), &[$(($text, concat!($($one_about),*))),*])
            }
        }

        $(impl Default for $name {
            fn $default() -> Self {
                Self::NAMES[0].1
            }
        })?
    };
}
