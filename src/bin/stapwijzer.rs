//! The native side: `stapwijzer check [folder] [--today YYYY-MM-DD]` reads the content and names everything that is wrong.

use stapwijzer::content::{check, read};
use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "usage: stapwijzer check [FOLDER] [--today YYYY-MM-DD]";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() != Some("check") {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    }
    let mut folder = PathBuf::from("public");
    let mut today = today();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--today" => match arguments.next() {
                Some(day) if stapwijzer::practice::date::Date::parse(&day).is_some() => today = day,
                _ => {
                    eprintln!("--today takes a day, YYYY-MM-DD\n{USAGE}");
                    return ExitCode::from(2);
                }
            },
            other if other.starts_with('-') => {
                eprintln!("unknown option {other}\n{USAGE}");
                return ExitCode::from(2);
            }
            other => folder = PathBuf::from(other),
        }
    }
    let mut problems = Vec::new();
    let library = read::library(&folder, &mut problems);
    problems.extend(check::check(&library, &today));
    for problem in &problems {
        println!("{problem}");
    }
    println!("{} flows, {} problems", library.files.len(), problems.len());
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Today in UTC, `YYYY-MM-DD`.
fn today() -> String {
    let seconds = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |time| time.as_secs());
    stapwijzer::practice::date::Date::from_days((seconds / 86_400) as i64).to_string()
}
