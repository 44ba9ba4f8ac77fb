//! The native side, for editors: what is wrong with the content, how a flow runs, and its steps as pages to read.

mod arguments;
mod find;
mod flow;
mod gallery;
mod new;
mod pages;
mod publish;
mod report;
mod schema;

use arguments::{Cli, Command};
use clap::Parser;
use stapwijzer::editing::diagnostic::Diagnostic;
use stapwijzer::editing::library::Library;
use stapwijzer::editing::{check, figures_table, freshness, library, search_index, table};
use std::path::Path;
use std::process::ExitCode;

/// A call that cannot be carried out, in words.
struct Misuse(String);

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(Misuse(words)) => {
            eprintln!("{words}\n\nFor more information, try 'stapwijzer --help'.");
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<bool, Misuse> {
    match command {
        Command::Check { content, day, json } => {
            let (library, problems) = read(content.folder()?);
            Ok(checked(&library, problems, content.folder()?, &day.today, json))
        }
        Command::Table { content, day, json } => {
            let (library, diagnostics) = read(content.folder()?);
            let rows = table::rows(&library, &day.today);
            match json {
                true => println!("{:#}", report::table(&rows)),
                false => print!("{}", table::text(&rows)),
            }
            Ok(told(&diagnostics))
        }
        Command::Facts { content, day, csv } => {
            let (library, diagnostics) = read(content.folder()?);
            let rows = figures_table::rows(&library, &day.today);
            print!("{}", if csv { figures_table::csv(&rows) } else { figures_table::text(&rows) });
            Ok(told(&diagnostics))
        }
        Command::New { flow, content } => new::run(&flow, content.folder()?),
        Command::Publish { flow, content, group, day } => {
            publish::run(&flow, content.folder()?, group.as_deref(), &day.today)
        }
        Command::Graph { flow, content, lang, svg } => flow::graph(&flow, content.folder()?, &lang, svg),
        Command::Routes { flow, content } => flow::routes(&flow, content.folder()?),
        Command::Index { content } => {
            let (library, problems) = read(content.folder()?);
            let written = find::index(&library, content.folder()?);
            Ok(told(&problems) && written.map_err(|error| eprintln!("the index cannot be written: {error}")).is_ok())
        }
        Command::Find { question, content, lang, json } => find::find(content.folder()?, &question, &lang, json),
        Command::Pages { content, out, base, day } => pages::run(content.folder()?, &out, base.as_deref(), &day.today),
        Command::Gallery { content, out } => gallery::run(content.folder()?, &out),
        Command::Schema { out } => schema::run(&out),
    }
}

/// A content folder, and what is wrong with its files.
fn read(folder: &Path) -> (Library, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    (library::read(folder, &mut problems), problems)
}

/// Prints what is wrong; `true` when nothing is.
fn told(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().filter(|one| one.is_error()).for_each(|one| eprintln!("{one}"));
    !diagnostics.iter().any(Diagnostic::is_error)
}

/// Prints what is to be mended, and what could be better; `true` when nothing must be mended.
fn checked(library: &Library, mut diagnostics: Vec<Diagnostic>, folder: &Path, today: &str, json: bool) -> bool {
    diagnostics.extend(check::check(library, today));
    // An index of what cannot be read would be another one, and is none to make.
    if library.spoilt.is_empty() {
        let found = |path: &str| std::fs::read_to_string(folder.join(path)).ok();
        search_index::check::check(library, &found, &mut diagnostics);
    }
    let soon = freshness::expiring(library, today);
    match json {
        true => println!("{:#}", report::json(&diagnostics, &soon)),
        false => print!("{}", report::text(library.files.len(), &diagnostics, &soon)),
    }
    !diagnostics.iter().any(Diagnostic::is_error)
}
