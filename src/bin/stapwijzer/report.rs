//! What the check found, for an editor and for a machine.

use serde_json::{Value, json};
use stapwijzer::editing::diagnostic::{Diagnostic, Severity};
use stapwijzer::editing::freshness::AHEAD;
use stapwijzer::editing::table::Row;

/// For an editor: file by file, advice first, so that what must be mended stands last, next to the count.
pub fn text(flows: usize, diagnostics: &[Diagnostic], soon: &[Diagnostic]) -> String {
    let mut text = String::new();
    let (errors, advice): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        diagnostics.iter().partition(|diagnostic| diagnostic.is_error());
    section(&mut text, "ADVICE", &advice);
    section(&mut text, "EXPIRES SOON", &soon.iter().collect::<Vec<_>>());
    section(&mut text, "TO MEND", &errors);
    text.push_str(&format!(
        "{flows} flows, {} errors, {} pieces of advice, {} figures that expire within {AHEAD} days\n",
        errors.len(),
        advice.len(),
        soon.len(),
    ));
    text
}

fn section(text: &mut String, heading: &str, diagnostics: &[&Diagnostic]) {
    if diagnostics.is_empty() {
        return;
    }
    text.push_str(&format!("== {heading}\n\n"));
    let mut files: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    for file in files {
        text.push_str(&format!("{file}\n"));
        for Diagnostic { path, found, expected, mend, .. } in
            diagnostics.iter().filter(|diagnostic| diagnostic.file == file)
        {
            let place = if path.is_empty() { "the file as a whole" } else { path };
            text.push_str(&format!("  {place}\n    found:     {found}\n    expected:  {expected}\n"));
            if !mend.is_empty() {
                text.push_str(&format!("    mend:      {mend}\n"));
            }
        }
        text.push('\n');
    }
}

/// For a machine.
pub fn json(diagnostics: &[Diagnostic], soon: &[Diagnostic]) -> Value {
    let list = |diagnostics: &[Diagnostic]| diagnostics.iter().map(one).collect::<Vec<Value>>();
    let count = |severity| diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count();
    json!({
        "problems": list(diagnostics),
        "expiring": list(soon),
        "errors": count(Severity::Error),
        "advice": count(Severity::Advice),
    })
}

fn one(diagnostic: &Diagnostic) -> Value {
    let Diagnostic { kind, severity, file, path, found, expected, mend } = diagnostic;
    json!({
        "kind": kind, "severity": severity.name(), "file": file, "path": path, "found": found, "expected": expected, "mend": mend,
    })
}

/// The table for a machine.
pub fn table(rows: &[Row]) -> Value {
    let one = |row: &Row| {
        let Row { flow, lang, steps, words, readability, hardest, fresh } = row;
        let hardest = hardest.as_ref().map(|(step, figure)| json!({ "step": step, "readability": figure }));
        json!({
            "flow": flow, "lang": lang, "steps": steps, "words": words, "readability": readability,
            "hardest": hardest, "fresh": fresh,
        })
    };
    rows.iter().map(one).collect()
}
