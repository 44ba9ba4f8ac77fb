//! What a type reads, as JSON Schema (2020-12): for editors that complete and check while one types.

use super::FromValue;
use crate::map::Map;
use crate::value::lazy::Lazy;
pub use serde_json::Value as Json;
use serde_json::json;
use std::any::type_name;
use std::collections::BTreeMap;

/// A type that can say what it reads. `record!` and `names!` write this from the declaration and its comments.
pub trait Described {
    /// The schema of the type; what has a name is put into `shapes`, and referred to.
    fn describe(shapes: &mut Shapes) -> Json;
}

/// The schemas that have a name.
#[derive(Debug, Default)]
pub struct Shapes(BTreeMap<String, Json>);

/// A field: its name, whether it must be there, and its schema.
pub type Field = (&'static str, bool, Json);

impl Shapes {
    /// A record with its fields.
    pub fn record<T>(&mut self, about: &str, fields: impl FnOnce(&mut Shapes) -> Vec<Field>) -> Json {
        self.named::<T>(|shapes| {
            let fields = fields(shapes);
            let required: Vec<&str> = fields.iter().filter(|(_, required, _)| *required).map(|(name, ..)| *name).collect();
            let properties: serde_json::Map<String, Json> =
                fields.into_iter().map(|(name, _, schema)| (name.to_owned(), schema)).collect();
            let record = json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false });
            told(record, about)
        })
    }

    /// A field of a record.
    pub fn field<T: FromValue + Described>(&mut self, name: &'static str, about: &str) -> Field {
        let schema = T::describe(self);
        (name, T::absent().is_none(), told(schema, about))
    }

    /// One out of some texts, each with what it means.
    pub fn names<T>(&mut self, about: &str, names: &[(&str, &str)]) -> Json {
        self.named::<T>(|_| {
            let texts: Vec<&str> = names.iter().map(|(text, _)| *text).collect();
            let meanings: Vec<String> = names.iter().map(|(_, about)| clean(about)).collect();
            // `enumDescriptions` is what editors know; to a validator it means nothing.
            told(json!({ "type": "string", "enum": texts, "enumDescriptions": meanings }), about)
        })
    }

    fn named<T>(&mut self, make: impl FnOnce(&mut Shapes) -> Json) -> Json {
        let name = type_name::<T>().split("::").skip(1).collect::<Vec<_>>().join(".");
        let link = json!({ "$ref": format!("#/$defs/{name}") });
        if !self.0.contains_key(&name) {
            // A type may hold itself.
            self.0.insert(name.clone(), Json::Null);
            let shape = make(self);
            self.0.insert(name, shape);
        }
        link
    }
}

/// The schema of a whole file.
pub fn schema<T: Described>(title: &str) -> Json {
    let mut shapes = Shapes::default();
    let mut file = T::describe(&mut shapes);
    file["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    file["title"] = json!(title);
    if !shapes.0.is_empty() {
        file["$defs"] = json!(shapes.0);
    }
    file
}

/// One of several shapes.
pub fn any_of(shapes: Vec<Json>) -> Json {
    json!({ "anyOf": shapes })
}

/// A text that names something.
pub fn named_text(about: &str) -> Json {
    told(json!({ "type": "string" }), about)
}

fn told(mut schema: Json, about: &str) -> Json {
    if !about.is_empty() {
        schema["description"] = json!(clean(about));
    }
    schema
}

/// A doc comment as one line, without links that only rustdoc follows.
fn clean(about: &str) -> String {
    about.split_whitespace().collect::<Vec<_>>().join(" ").replace("[`", "`").replace("`]", "`")
}

macro_rules! plain {
    ($($type:ty => $schema:tt),* $(,)?) => {$(
        impl Described for $type {
            fn describe(_: &mut Shapes) -> Json {
                json!($schema)
            }
        }
    )*};
}
plain! {
    String => { "type": "string" },
    bool => { "type": "boolean" },
    u8 => { "type": "integer", "minimum": 0, "maximum": 255 },
    u32 => { "type": "integer", "minimum": 0, "maximum": 4_294_967_295_u32 },
    usize => { "type": "integer", "minimum": 0 },
    i32 => { "type": "integer", "minimum": (-2_147_483_648), "maximum": 2_147_483_647 },
}

impl<T: Described> Described for Option<T> {
    fn describe(shapes: &mut Shapes) -> Json {
        T::describe(shapes)
    }
}

impl<T: Described> Described for Vec<T> {
    fn describe(shapes: &mut Shapes) -> Json {
        json!({ "type": "array", "items": T::describe(shapes) })
    }
}

impl<T: Described> Described for Map<T> {
    fn describe(shapes: &mut Shapes) -> Json {
        json!({ "type": "object", "additionalProperties": T::describe(shapes) })
    }
}

impl<T: Described> Described for Lazy<T> {
    fn describe(shapes: &mut Shapes) -> Json {
        T::describe(shapes)
    }
}
