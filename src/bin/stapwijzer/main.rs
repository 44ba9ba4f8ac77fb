//! The native side, for editors: what is wrong with the content, how a flow runs, and its steps as pages to read.

mod find;
mod new;
mod pages;
mod report;
mod schema;

use stapwijzer::date::Date;
use stapwijzer::editing::diagnostic::Diagnostic;
use stapwijzer::editing::diagram::svg::svg;
use stapwijzer::editing::library::Library;
use stapwijzer::editing::{check, freshness, library, mermaid, routes, table};
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
usage: stapwijzer check  [FOLDER] [--today YYYY-MM-DD] [--json]   what to mend, advice, what expires within 60 days
       stapwijzer table  [FOLDER] [--today YYYY-MM-DD] [--json]   flows, languages, steps, words, readability, freshness
       stapwijzer new    FLOW [FOLDER]                            starts a flow: its files, and its place in the catalogue
       stapwijzer graph  FLOW [FOLDER] [--lang nl] [--svg]        the flow as a drawing: in Mermaid's text, or a picture
       stapwijzer routes FLOW [FOLDER]                            all ways through, one a line
       stapwijzer index  [FOLDER]                                 makes what the search looks in: FOLDER/find/
       stapwijzer find   QUESTION [FOLDER] [--lang nl] [--json]   the flows that answer, the best first
       stapwijzer pages  [FOLDER] --out DIR [--base ADDRESS]      the steps of every flow as pages without a program
       stapwijzer schema [--out schema]                           the JSON Schemas of the content files, for editors
FOLDER is public/ when it is not given. The exit status is 0 when all is well, 1 when something is wrong, 2 when the call is.";

/// A call that cannot be carried out, in words.
struct Misuse(String);

fn main() -> ExitCode {
    match run(std::env::args().skip(1)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(Misuse(words)) => {
            eprintln!("{words}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// What was asked for, after the command.
struct Asked {
    /// What is no option, in order.
    words: Vec<String>,
    today: String,
    lang: String,
    json: bool,
    /// A picture that stands on its own.
    svg: bool,
    /// The folder to write to.
    out: Option<PathBuf>,
    /// The address where the site will be.
    base: Option<String>,
}

fn run(mut arguments: impl Iterator<Item = String>) -> Result<bool, Misuse> {
    let command = arguments.next().unwrap_or_default();
    let asked = asked(arguments)?;
    match command.as_str() {
        "check" => {
            let (library, problems) = library(asked.words.first());
            Ok(checked(&library, problems, &asked))
        }
        "graph" if asked.svg => with_flow(&asked, |package| print!("{}", svg(package))),
        "table" => {
            let (library, diagnostics) = library(asked.words.first());
            let rows = table::rows(&library, &asked.today);
            match asked.json {
                true => println!("{:#}", report::table(&rows)),
                false => print!("{}", table::text(&rows)),
            }
            diagnostics
                .iter()
                .filter(|diagnostic| diagnostic.is_error())
                .for_each(|diagnostic| eprintln!("{diagnostic}"));
            Ok(!diagnostics.iter().any(Diagnostic::is_error))
        }
        "graph" => with_flow(&asked, |package| print!("{}", mermaid::mermaid(package))),
        "routes" => with_flow(&asked, |package| {
            routes::routes(&package.flow).iter().for_each(|way| println!("{}", way.join(" ")));
        }),
        "new" => new::run(&asked),
        "pages" => pages::run(&asked),
        "schema" => schema::run(&asked),
        "index" => {
            let (library, problems) = library(asked.words.first());
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            let written = find::index(&library, &folder(asked.words.first()));
            Ok(written.map_err(|error| eprintln!("the index cannot be written: {error}")).is_ok()
                && problems.is_empty())
        }
        "find" => {
            let question = asked.words.first().ok_or_else(|| Misuse("what is to be found?".into()))?;
            Ok(find::find(&folder(asked.words.get(1)), question, &asked.lang, asked.json))
        }
        "" => Err(Misuse("what is to be done?".into())),
        other => Err(Misuse(format!("there is no command {other}"))),
    }
}

fn asked(mut arguments: impl Iterator<Item = String>) -> Result<Asked, Misuse> {
    let mut asked =
        Asked { words: vec![], today: today(), lang: "nl".into(), json: false, svg: false, out: None, base: None };
    while let Some(argument) = arguments.next() {
        let mut value = |expected: &str| arguments.next().ok_or_else(|| Misuse(expected.into()));
        match argument.as_str() {
            "--today" => match arguments.next() {
                Some(day) if Date::parse(&day).is_some() => asked.today = day,
                _ => return Err(Misuse("--today takes a day, YYYY-MM-DD".into())),
            },
            "--lang" => asked.lang = value("--lang takes a language")?,
            "--out" => asked.out = Some(value("--out takes a folder")?.into()),
            "--base" => asked.base = Some(value("--base takes an address")?),
            "--svg" => asked.svg = true,
            "--json" => asked.json = true,
            other if other.starts_with('-') => return Err(Misuse(format!("unknown option {other}"))),
            other => asked.words.push(other.into()),
        }
    }
    Ok(asked)
}

fn folder(given: Option<&String>) -> PathBuf {
    given.map_or_else(|| PathBuf::from("public"), PathBuf::from)
}

fn library(given: Option<&String>) -> (Library, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    (library::read(&folder(given), &mut problems), problems)
}

/// Prints what is to be mended, and what could be better; `true` when nothing must be mended.
fn checked(library: &Library, mut diagnostics: Vec<Diagnostic>, asked: &Asked) -> bool {
    diagnostics.extend(check::check(library, &asked.today));
    let folder = folder(asked.words.first());
    // An index of what cannot be read would be another one, and is none to make.
    if library.spoilt.is_empty() {
        stapwijzer::editing::search_index::check::check(
            library,
            &|path| std::fs::read_to_string(folder.join(path)).ok(),
            &mut diagnostics,
        );
    }
    let soon = freshness::expiring(library, &asked.today);
    if asked.json {
        println!("{:#}", report::json(&diagnostics, &soon));
    } else {
        print!("{}", report::text(library.files.len(), &diagnostics, &soon));
    }
    !diagnostics.iter().any(Diagnostic::is_error)
}

fn with_flow(asked: &Asked, act: impl FnOnce(&stapwijzer::content::package::Package)) -> Result<bool, Misuse> {
    let flow = asked.words.first().ok_or_else(|| Misuse("which flow?".into()))?;
    let (library, _) = library(asked.words.get(1));
    match library.package(flow, &asked.lang) {
        Ok(package) => {
            act(&package);
            Ok(true)
        }
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            Ok(false)
        }
    }
}

/// Today in UTC, `YYYY-MM-DD`.
fn today() -> String {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    Date::from_days((seconds / 86_400) as i64).to_string()
}
