//! The JSON Schemas in `schema/`: up to date, and saying what the program's own reader says.

use crate::support::{call, public, root};
use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use stapwijzer::content::catalogue::Catalogue;
use stapwijzer::content::file::{FlowFile, NationalFile};
use stapwijzer::content::words::Words;
use stapwijzer::editing::find_file::FindFile;
use stapwijzer::editing::library;
use stapwijzer::editing::national::NATIONAL;
use stapwijzer::editing::schemas;
use stapwijzer::map::Map;
use stapwijzer::municipality::file::Municipality;
use stapwijzer::value::FromValue;
use std::fs;
use std::path::PathBuf;

#[test]
fn they_are_up_to_date() {
    let again = "run: cargo stapwijzer schema";
    for (name, text) in schemas::files() {
        let there = fs::read_to_string(root().join("schema").join(&name)).unwrap_or_default();
        assert!(there == text, "schema/{name} is not what the types say; {again}");
    }
    let there = fs::read_dir(root().join("schema")).unwrap().count();
    assert_eq!(there, schemas::KINDS.len(), "schema/ holds a file that no kind of content has");
}

#[test]
fn the_command_writes_them() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("new");
    assert!(call(&["schema", "--out", out.to_str().unwrap()]).status.success());
    assert_eq!(fs::read_dir(&out).unwrap().count(), schemas::KINDS.len());
    assert_eq!(call(&["schema", "--out"]).status.code(), Some(2));
}

/// What editors are told: which schema a file has.
#[test]
fn editors_find_the_schema_of_every_file() {
    let settings = fs::read_to_string(root().join(".vscode/settings.json")).unwrap();
    for (name, _) in schemas::files() {
        assert!(settings.contains(&format!("\"./schema/{name}\"")), "{name} is in no line of .vscode/settings.json");
    }
}

/// The content files, each with the name of its schema.
fn files() -> Vec<(&'static str, PathBuf)> {
    let public = public();
    let list = |folder: &str| -> Vec<PathBuf> {
        fs::read_dir(public.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let mut found = vec![("catalogue", public.join("flows/catalogue.json")), ("national", public.join(NATIONAL))];
    found.extend(list("ui").into_iter().map(|path| ("interface", path)));
    found.extend(list("municipalities").into_iter().map(|path| ("municipality", path)));
    for flow in list("flows").into_iter().filter(|path| path.is_dir()) {
        let name = |path: &PathBuf| match path.file_stem().and_then(|stem| stem.to_str()) {
            Some("flow") => "flow",
            Some("find") => "find",
            _ => "words",
        };
        found.extend(list(flow.to_str().unwrap()).into_iter().map(|path| (name(&path), path)));
    }
    found
}

fn schema(kind: &str) -> Value {
    let (_, make) = schemas::KINDS.iter().find(|(name, _)| *name == kind).expect("a kind of content");
    make(kind)
}

#[test]
fn every_file_fits_its_schema() {
    let files = files();
    assert!(files.len() > 40, "only {} files", files.len());
    for (kind, path) in files {
        let value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(Validator::of(kind).refuses(&value), None, "{}", path.display());
    }
}

/// A schema, ready to look at files.
struct Validator {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Validator {
    fn of(kind: &str) -> Validator {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let name = format!("https://stapwijzer.example/{kind}.schema.json");
        compiler.add_resource(&name, schema(kind)).unwrap();
        let index = compiler.compile(&name, &mut schemas).unwrap();
        Validator { schemas, index }
    }

    /// What does not fit, in words.
    fn refuses(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|error| error.to_string())
    }
}

/// All the places in a value, as JSON pointers.
fn places(value: &Value, path: String, found: &mut Vec<String>) {
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(at, item)| places(item, format!("{path}/{at}"), found));
        }
        Value::Object(map) => map.iter().for_each(|(name, item)| {
            places(item, format!("{path}/{}", name.replace('~', "~0").replace('/', "~1")), found);
        }),
        _ => {}
    }
    found.push(path);
}

/// Breaks a file in a thousand ways; each time the schema and our own reader must agree on whether it fits.
#[track_caller]
fn agrees<T: FromValue>(kind: &str, file: &str) {
    let whole: Value = serde_json::from_str(&fs::read_to_string(public().join(file)).unwrap()).unwrap();
    let schema = Validator::of(kind);
    let mut found = Vec::new();
    places(&whole, String::new(), &mut found);
    let others = [json!(true), json!(7), json!(-1), json!("x"), json!([]), json!({}), json!(70_000_000_000i64)];
    let mut refused = 0;
    for (index, place) in found.iter().enumerate() {
        let mut broken = whole.clone();
        let at = broken.pointer_mut(place).unwrap();
        match (index % 3, at) {
            (0, Value::Object(map)) => {
                map.insert("nieuw".into(), json!("x"));
            }
            (1, Value::Object(map)) => map.retain(|name, _| name.len() % 2 == 0),
            (_, at) => *at = others[index % others.len()].clone(),
        }
        let wrong = schema.refuses(&broken);
        let mut problems = Vec::new();
        library::parse::<T>(file, broken.to_string().as_bytes(), &mut problems);
        assert_eq!(wrong.is_none(), problems.is_empty(), "{place}: the schema says {wrong:?}, the reader {problems:?}");
        refused += usize::from(wrong.is_some());
    }
    assert!(refused * 3 > found.len(), "only {refused} of {} were refused", found.len());
}

#[test]
fn a_schema_refuses_what_the_reader_refuses() {
    agrees::<FlowFile>("flow", "flows/melding-openbare-ruimte/flow.json");
    agrees::<FlowFile>("flow", "flows/mijnoverheid-berichtenbox/flow.json");
    agrees::<NationalFile>("national", NATIONAL);
    agrees::<Words>("words", "flows/eerste-keer/nl.json");
    agrees::<Catalogue>("catalogue", "flows/catalogue.json");
    agrees::<Map<String>>("interface", "ui/en.json");
    agrees::<Municipality>("municipality", "municipalities/voorbeeldstad.json");
}

/// Story: the words of a step got `home`. A municipality that corrected it had its words shown, and the check and its editor called the
/// field unknown.
#[test]
fn a_municipality_corrects_every_field_of_a_step() {
    let fields = |kind: &str, name: &str| {
        let mut fields = schema(kind)["$defs"][name]["properties"].as_object().unwrap().clone();
        // What is told of a field is another thing.
        fields.values_mut().for_each(|field| _ = field.as_object_mut().unwrap().remove("description"));
        fields
    };
    assert_eq!(fields("municipality", "municipality.file.LocalStep"), fields("words", "content.words.StepWords"));
}

#[test]
fn how_a_flow_is_found_has_a_schema_too() {
    #[track_caller]
    fn check(text: &str, fit: bool) {
        let wrong = Validator::of("find").refuses(&serde_json::from_str(text).unwrap());
        assert_eq!(wrong.is_none(), fit, "{wrong:?}");
        let mut problems = Vec::new();
        library::parse::<FindFile>("find.json", text.as_bytes(), &mut problems);
        assert_eq!(problems.is_empty(), fit, "{problems:?}");
    }
    check(r#"{"format": 1, "flow": "x", "rooms": ["raadzaal"], "needs": {"nl": ["stemmen"]}}"#, true);
    check(r#"{"format": 1, "flow": "x", "rooms": ["kelder"]}"#, false);
    check(r#"{"format": 1, "rooms": []}"#, false);
}
