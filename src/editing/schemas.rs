//! The JSON Schemas of all content files, as `schema/` keeps them for editors.

use super::find_file::FindFile;
use crate::content::catalogue::Catalogue;
use crate::content::file::{FlowFile, NationalFile};
use crate::content::words::Words;
use crate::map::Map;
use crate::municipality::file::Municipality;
use crate::value::schema::{Json, schema};

/// A kind of file: the name of its schema, and what makes that from the type.
type Kind = (&'static str, fn(&str) -> Json);

/// The kinds of files. Another kind is another line.
pub const KINDS: &[Kind] = &[
    ("flow", schema::<FlowFile>),
    ("national", schema::<NationalFile>),
    ("words", schema::<Words>),
    ("find", schema::<FindFile>),
    ("catalogue", schema::<Catalogue>),
    ("municipality", schema::<Municipality>),
    ("interface", schema::<Map<String>>),
];

/// All schemas: the name of the file, and its text.
pub fn files() -> Vec<(String, String)> {
    KINDS.iter().map(|(name, make)| (format!("{name}.schema.json"), format!("{:#}\n", make(name)))).collect()
}
