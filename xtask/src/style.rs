//! The style out of `style/`, in the order of the cascade layers, without comments and needless space: what the first screen needs, and
//! what is only drawn by the later file of the program.

use anyhow::{Context, Result, bail, ensure};
use std::fs;
use std::path::{Path, PathBuf};

/// The order without an `index.txt`; the components stand between the two groups.
const BEFORE: &[&str] = &["layers.css", "tokens.css", "base.css", "layout.css"];
const AFTER: &[&str] = &["modes.css"];
/// The list of what comes later.
const LATER: &str = "later.txt";

/// The two parts of the style. The second means something only after the first: that has the order of the layers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    pub first: String,
    pub later: String,
}

/// The whole style. `index.txt` names all files in their order, one a line, when it is there; `later.txt` those of the later part.
pub fn bundle(folder: &Path) -> Result<Style> {
    let later = listed(folder, LATER).unwrap_or_default();
    let order = order(folder)?;
    for file in &later {
        ensure!(order.contains(file), "{LATER} names {}, which is not there", file.display());
    }
    let mut style = Style { first: String::new(), later: String::new() };
    for name in order {
        let file = folder.join(&name);
        let text = fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        let part = if later.contains(&name) { &mut style.later } else { &mut style.first };
        *part += &squeeze(&text).with_context(|| file.display().to_string())?;
    }
    Ok(style)
}

/// The files that a list names, when it is there.
fn listed(folder: &Path, list: &str) -> Option<Vec<PathBuf>> {
    let text = fs::read_to_string(folder.join(list)).ok()?;
    Some(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from).collect())
}

fn order(folder: &Path) -> Result<Vec<PathBuf>> {
    let found = files(folder, Path::new(""))?;
    let listed = listed(folder, "index.txt").unwrap_or_else(|| {
        let components = found.iter().filter(|file| file.starts_with("components")).cloned();
        BEFORE.iter().map(PathBuf::from).chain(components).chain(AFTER.iter().map(PathBuf::from)).collect()
    });
    // A file that nobody lists would be missing from the page without a word.
    for file in &found {
        ensure!(listed.contains(file), "{} has no place in the order of the style sheet", folder.join(file).display());
    }
    Ok(listed)
}

fn files(folder: &Path, below: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder.join(below)).with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(files(folder, &path)?);
        } else if path.extension().is_some_and(|ending| ending == "css") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Takes comments and needless space out. Strings and bare `url(…)` stay as they are.
fn squeeze(css: &str) -> Result<String> {
    let mut out = String::new();
    let mut rest = css;
    let mut depth = 0_usize;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("/*") => {
                let end = rest.find("*/").context("a comment is not closed")? + 2;
                // A comment may be all that keeps two words apart.
                if out.ends_with(is_word) && rest[end..].starts_with(is_word) {
                    out.push(' ');
                }
                rest = &rest[end..];
                continue;
            }
            '"' | '\'' => string(rest)?,
            'u' | 'U' if bare_url(&out, rest) => rest.find(')').context("a url( is not closed")? + 1,
            '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            _ if first.is_whitespace() => {
                rest = rest.trim_start();
                if !out.is_empty() && !out.ends_with([' ', '{', '}', ';', ',', ':']) {
                    out.push(' ');
                }
                continue;
            }
            '{' | '}' | ';' | ',' => {
                let space = usize::from(out.ends_with(' ') && !out.ends_with("\\ "));
                out.truncate(out.len() - space);
                if first == '}' && out.ends_with(';') {
                    out.pop();
                }
                depth = match first {
                    '{' => depth + 1,
                    '}' => depth.checked_sub(1).context("there is a } too many")?,
                    _ => depth,
                };
                1
            }
            '@' if rest.starts_with("@import") => bail!("@import is not followed: all files go into one"),
            _ => first.len_utf8(),
        };
        out += &rest[..length];
        rest = &rest[length..];
    }
    ensure!(depth == 0, "a {{ is not closed");
    out.truncate(out.trim_end().len());
    Ok(out)
}

fn is_word(one: char) -> bool {
    one.is_alphanumeric() || matches!(one, '-' | '_' | '%')
}

fn bare_url(before: &str, rest: &str) -> bool {
    let inside = rest.get(..4).filter(|start| start.eq_ignore_ascii_case("url(")).map(|_| rest[4..].trim_start());
    !before.ends_with(is_word) && inside.is_some_and(|inside| !inside.starts_with(['"', '\'']))
}

/// How long the string at the start is, with its quotes.
fn string(text: &str) -> Result<usize> {
    let quote = text.as_bytes()[0];
    let mut escaped = false;
    for (place, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'\n' => break,
            _ if byte == quote => return Ok(place + 1),
            _ => {}
        }
    }
    bail!("a string is not closed: {}", text.lines().next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::tests::tree;

    #[track_caller]
    fn check(css: &str, expected: &str) {
        assert_eq!(squeeze(css).unwrap(), expected);
    }

    #[track_caller]
    fn refuse(css: &str, why: &str) {
        let error = format!("{:#}", squeeze(css).unwrap_err());
        assert!(error.contains(why), "{error}");
    }

    #[test]
    fn comments_and_needless_space_go() {
        check(
            "/* a */\n.x {\n  color : red; /* b */\n  margin: 0  auto ;\n}\n\n.y , .z { }\n",
            ".x{color :red;margin:0 auto}.y,.z{}",
        );
        check("@layer a, b;\n@media (width > 40em) { .x { top: 0 } }", "@layer a,b;@media (width > 40em){.x{top:0}}");
    }

    #[test]
    fn space_that_means_something_stays() {
        check(
            ".a :hover, .b > .c { width: calc(1em + 2px - (3px)) }",
            ".a :hover,.b > .c{width:calc(1em + 2px - (3px))}",
        );
        check("margin:0/**/auto", "margin:0 auto");
        check(".a/* x */.b", ".a.b");
        check(".a /* x */ .b", ".a .b");
        check(r".a\ {}", r".a\ {}");
    }

    #[test]
    fn strings_and_addresses_stay_as_they_are() {
        check("a{content:\"/* no; \\\" */  }\"}", "a{content:\"/* no; \\\" */  }\"}");
        check("a{content: '  ; '; }", "a{content:'  ; '}");
        check("a{background:url(//x/*.png)}", "a{background:url(//x/*.png)}");
        check("a{background:url( \"x  y\" )}", "a{background:url( \"x  y\" )}");
    }

    #[test]
    fn broken_files_are_named() {
        refuse("a { /* b }", "a comment is not closed");
        refuse("a { color: red", "a { is not closed");
        refuse("a { } }", "a } too many");
        refuse("a { content: \"x\n }", "a string is not closed");
        refuse("@import \"b.css\";", "@import");
        let site = tree(&[("layers.css", "a {")]);
        let error = format!("{:#}", bundle(site.path()).unwrap_err());
        assert!(error.contains("layers.css: a { is not closed"), "{error}");
    }

    const FILES: &[(&str, &str)] = &[
        ("modes.css", "m{}"),
        ("components/step.css", "s{}"),
        ("components/button.css", "b{}"),
        ("tokens.css", "t{}"),
        ("layout.css", "l{}"),
        ("base.css", "e{}"),
        ("layers.css", "@layer x;"),
    ];

    #[test]
    fn the_files_come_in_the_order_of_the_layers() {
        assert_eq!(bundle(tree(FILES).path()).unwrap().first, "@layer x;t{}e{}l{}b{}s{}m{}");
    }

    #[test]
    fn a_list_says_what_comes_later() {
        let site = tree(&[FILES, &[("later.txt", "components/step.css\n\n")]].concat());
        let style = bundle(site.path()).unwrap();
        assert_eq!(style, Style { first: "@layer x;t{}e{}l{}b{}m{}".into(), later: "s{}".into() });
        let site = tree(&[FILES, &[("later.txt", "components/gone.css")]].concat());
        let error = bundle(site.path()).unwrap_err().to_string();
        assert!(error.contains("later.txt names components/gone.css"), "{error}");
    }

    #[test]
    fn an_index_gives_another_order() {
        let site = tree(&[("index.txt", "b.css\n\na.css\n"), ("a.css", "a{}"), ("b.css", "b{}")]);
        assert_eq!(bundle(site.path()).unwrap().first, "b{}a{}");
    }

    #[test]
    fn a_file_without_a_place_is_an_error() {
        let site = tree(&[("index.txt", "a.css"), ("a.css", ""), ("lost.css", "")]);
        let error = bundle(site.path()).unwrap_err().to_string();
        assert!(error.contains("lost.css has no place"), "{error}");
        let site = tree(&[("index.txt", "gone.css")]);
        assert!(bundle(site.path()).unwrap_err().to_string().contains("gone.css cannot be read"));
    }
}
