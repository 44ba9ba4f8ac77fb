//! axe-core and IBM's accessibility checker. Both look into open shadow roots by themselves. They are injected by WebDriver's
//! execute, which no content security policy stops, so the page keeps its own.

use crate::failure::{Failure, Outcome};
use crate::page::Page;
use serde_json::{Value, json};
use std::fs;
use std::sync::LazyLock;

const MODULES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/node_modules");
static AXE: LazyLock<Outcome<String>> = LazyLock::new(|| source("axe-core/axe.min.js"));
static IBM: LazyLock<Outcome<String>> = LazyLock::new(|| source("accessibility-checker-engine/ace.js"));

fn source(file: &str) -> Outcome<String> {
    fs::read_to_string(format!("{MODULES}/{file}"))
        .map_err(|error| Failure::new(format!("{file}: {error}; get it with: npm ci --prefix tests/e2e")))
}

/// What axe-core finds wrong, one line each: all its rules for WCAG 2.0 to 2.2 A and AA, its best practices, and one that it
/// calls experimental, on names that differ from what is written (see also [`super::mislabelled`]).
pub fn axe(page: &Page) -> Outcome<Vec<String>> {
    let source = AXE.clone()?;
    // What fades in has other colours for a moment.
    page.settle()?;
    let script = format!(
        "const module = undefined, define = undefined, exports = undefined;
         const axe = (function () {{ {source}; return this.axe ?? window.axe; }}).call(window);
         return axe.run(document, {{ resultTypes: ['violations'], rules: {{ 'label-content-name-mismatch': {{ enabled: true }} }} }}).then((result) => result.violations.flatMap((found) =>
             found.nodes.map((node) => `axe ${{found.id}}: ${{found.help}} at ${{node.target.flat(9).join(' > ')}} (${{node.failureSummary
                 .replace(/\\s+/g, ' ')}})`)));"
    );
    lines(page.run(&script, json!([]))?)
}

/// What IBM's engine finds wrong under WCAG 2.2, one line each: what it is sure of, not what it asks a person to look at.
pub fn ibm(page: &Page) -> Outcome<Vec<String>> {
    let source = IBM.clone()?;
    let script = format!(
        "{source};
         return new ace.Checker().check(document, ['WCAG_2_2']).then((report) => report.results
             .filter((found) => found.value[0] === 'VIOLATION' && found.value[1] === 'FAIL')
             .map((found) => `ibm ${{found.ruleId}}: ${{found.message}} at ${{found.path.dom}} ${{found.snippet ?? ''}}`));"
    );
    lines(page.run(&script, json!([]))?)
}

fn lines(value: Value) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(value)?)
}
