//! `cargo xtask size`: what every file weighs on the way to the visitor.

use crate::{compress, layout};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;

/// Bytes of wasm and JavaScript, in brotli, that a first visit may cost; and what we aim for.
const BUDGET: u64 = 100_000;
const AIM: u64 = 80_000;
/// The same for the style sheet that the first screen waits for.
const SHEET: u64 = 8_500;

/// One file, in bytes: as it is, in gzip, in brotli.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    path: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Row {
    /// Whether it counts for the budget: the loader, and the code of the release that the first screen needs. A sample
    /// page's own script does not.
    fn is_first(&self) -> bool {
        let ours = self.path == "stapwijzer.js" || self.path.starts_with("r/");
        let code = self.path.ends_with(".js") || self.path.ends_with(".wasm");
        ours && code && !self.is_later()
    }

    /// Whether it is the style sheet that the first screen waits for.
    fn is_sheet(&self) -> bool {
        self.path.starts_with("r/") && self.path.ends_with(".css")
    }

    /// Whether it is the program's later file, which has the rest of the style in it.
    fn is_later(&self) -> bool {
        self.path.starts_with("r/") && self.path.contains("/stapwijzer-later-") && self.path.ends_with(".wasm")
    }
}

fn rows(dist: &Path) -> Result<Vec<Row>> {
    ensure!(dist.is_dir(), "{} is not there; make it with: cargo xtask build", dist.display());
    let mut rows = Vec::new();
    for path in layout::files(dist)?.into_iter().filter(|path| !compress::is_copy(path)) {
        let file = dist.join(&path);
        let raw = fs::metadata(&file)?.len();
        let small = |ending| fs::metadata(compress::beside(&file, ending)).map_or(raw, |data| data.len());
        rows.push(Row { path: path.to_string_lossy().replace('\\', "/"), raw, gzip: small("gz"), brotli: small("br") });
    }
    Ok(rows)
}

fn brotli(rows: &[Row], which: fn(&Row) -> bool) -> u64 {
    rows.iter().filter(|row| which(row)).map(|row| row.brotli).sum()
}

/// Prints the table; `false` when the code is over its budget.
pub fn report(dist: &Path) -> Result<bool> {
    let rows = rows(dist)?;
    println!("{:>9} {:>9} {:>9}  bytes", "raw", "gzip", "brotli");
    for row in &rows {
        println!(
            "{:>9} {:>9} {:>9}  {}{}",
            row.raw,
            row.gzip,
            row.brotli,
            row.path,
            if row.is_first() { " *" } else { "" }
        );
    }
    let sum = |what: fn(&Row) -> u64| rows.iter().map(what).sum::<u64>();
    println!("{:>9} {:>9} {:>9}  all files", sum(|row| row.raw), sum(|row| row.gzip), sum(|row| row.brotli));
    println!("{}", line(&rows));
    Ok(brotli(&rows, Row::is_first) <= BUDGET && brotli(&rows, Row::is_sheet) <= SHEET)
}

/// The sum that has a budget.
pub fn in_one_line(dist: &Path) -> Result<String> {
    Ok(line(&rows(dist)?))
}

fn line(rows: &[Row]) -> String {
    let [sheet, later] = [Row::is_sheet, Row::is_later].map(|which| brotli(rows, which));
    let over = if sheet > SHEET { ": OVER THE BUDGET" } else { "" };
    format!(
        "{}; its style {:.1} kB, budget {:.1}{over}; later {:.1} kB",
        verdict(brotli(rows, Row::is_first)),
        kilo(sheet),
        kilo(SHEET),
        kilo(later)
    )
}

fn kilo(bytes: u64) -> f64 {
    bytes as f64 / 1000.0
}

fn verdict(code: u64) -> String {
    let word = match code {
        0..=AIM => "within the aim",
        _ if code <= BUDGET => "within the budget, above the aim",
        _ => "OVER THE BUDGET",
    };
    format!(
        "* wasm and JavaScript of the first screen: {:.1} kB brotli; budget {:.0}, aim {:.0}: {word}",
        kilo(code),
        kilo(BUDGET),
        kilo(AIM)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;

    #[test]
    fn only_our_own_code_counts_and_by_its_brotli() {
        let site = tree(&[
            ("stapwijzer.js", "12345"),
            ("stapwijzer.js.br", "123"),
            ("stapwijzer.js.gz", "1234"),
            ("r/1-a/app.wasm", "123456789"),
            ("r/1-a/stapwijzer-later-b.wasm", "12"),
            ("r/1-a/style.css", "1"),
            ("voorbeeld/site.js", "1234567"),
        ]);
        let rows = rows(site.path()).unwrap();
        assert_eq!(rows.len(), 5, "{rows:?}");
        assert_eq!(rows[3], Row { path: "stapwijzer.js".into(), raw: 5, gzip: 4, brotli: 3 });
        assert_eq!(brotli(&rows, Row::is_first), 3 + 9);
        assert_eq!(brotli(&rows, Row::is_later), 2);
    }

    #[test]
    fn over_the_budget_is_a_failure() {
        let heavy = tree(&[("stapwijzer.js", &"x".repeat(100_001))]);
        assert!(!report(heavy.path()).unwrap());
        let light = tree(&[("stapwijzer.js", &"x".repeat(100_000))]);
        assert!(report(light.path()).unwrap());
        let heavy = tree(&[("r/1-a/style-b.css", &"x".repeat(SHEET as usize + 1))]);
        assert!(!report(heavy.path()).unwrap(), "the style counts by itself");
        assert!(in_one_line(heavy.path()).unwrap().contains("OVER THE BUDGET; later"));
        assert!(verdict(80_000).ends_with("within the aim") && verdict(80_001).contains("above the aim"));
    }

    #[test]
    fn no_dist_says_how_to_get_one() {
        assert!(report(Path::new("no-such-dist")).unwrap_err().to_string().contains("cargo xtask build"));
    }
}
