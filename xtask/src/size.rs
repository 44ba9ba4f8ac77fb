//! `cargo xtask size`: what every file weighs on the way to the visitor.

use crate::{compress, layout};
use anyhow::{Result, ensure};
use std::fs;
use std::path::Path;

/// Bytes of wasm and JavaScript, in brotli, that a first visit may cost; and what we aim for.
const BUDGET: u64 = 100_000;
const AIM: u64 = 80_000;

/// The budget is not met yet (README, "Size"). Until it is, no change may make the program larger than this; lower it
/// with every gain.
const CEILING: u64 = 134_000;

/// One file, in bytes: as it is, in gzip, in brotli.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Row {
    path: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl Row {
    /// Whether it counts for the budget: the loader, and all code of the release. A sample page's own script does not.
    fn is_code(&self) -> bool {
        let ours = self.path == "stapwijzer.js" || self.path.starts_with("r/");
        ours && (self.path.ends_with(".js") || self.path.ends_with(".wasm"))
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

fn code(rows: &[Row]) -> u64 {
    rows.iter().filter(|row| row.is_code()).map(|row| row.brotli).sum()
}

/// Prints the table; `false` when the code is over its ceiling.
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
            if row.is_code() { " *" } else { "" }
        );
    }
    let sum = |what: fn(&Row) -> u64| rows.iter().map(what).sum::<u64>();
    println!("{:>9} {:>9} {:>9}  all files", sum(|row| row.raw), sum(|row| row.gzip), sum(|row| row.brotli));
    println!("{}", verdict(code(&rows)));
    Ok(code(&rows) <= CEILING)
}

/// The sum that has a budget.
pub fn in_one_line(dist: &Path) -> Result<String> {
    Ok(verdict(code(&rows(dist)?)))
}

fn verdict(code: u64) -> String {
    let word = match code {
        0..=AIM => "within the aim",
        _ if code <= BUDGET => "within the budget, above the aim",
        _ if code <= CEILING => "over the budget, under the ceiling",
        _ => "OVER THE CEILING",
    };
    let kilo = |bytes: u64| bytes as f64 / 1000.0;
    format!(
        "* wasm and JavaScript: {:.1} kB brotli; budget {:.0}, aim {:.0}: {word}",
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
            ("r/1-a/style.css", "1"),
            ("voorbeeld/site.js", "1234567"),
        ]);
        let rows = rows(site.path()).unwrap();
        assert_eq!(rows.len(), 4, "{rows:?}");
        assert_eq!(rows[2], Row { path: "stapwijzer.js".into(), raw: 5, gzip: 4, brotli: 3 });
        assert_eq!(code(&rows), 3 + 9);
    }

    #[test]
    fn over_the_ceiling_is_a_failure() {
        let heavy = tree(&[("stapwijzer.js", &"x".repeat(134_001))]);
        assert!(!report(heavy.path()).unwrap());
        let light = tree(&[("stapwijzer.js", &"x".repeat(134_000))]);
        assert!(report(light.path()).unwrap());
        assert!(verdict(80_000).ends_with("within the aim") && verdict(80_001).contains("above the aim"));
    }

    #[test]
    fn no_dist_says_how_to_get_one() {
        assert!(report(Path::new("no-such-dist")).unwrap_err().to_string().contains("cargo xtask build"));
    }
}
