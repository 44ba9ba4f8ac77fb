//! Why a file is no JSON, told with the line and a mend for each kind of slip: a parser knows only where it stopped.

use std::collections::HashMap;
use std::str;

/// Why a file cannot be read.
#[derive(Debug)]
pub struct JsonFault {
    /// Of the fault, from 1; 0 for the file as a whole.
    pub line: usize,
    pub found: String,
    pub expected: &'static str,
    pub mend: String,
}

const JSON: &str = "JSON as CONTRIBUTING.md shows it";
const UTF8: &str = "UTF-8, the encoding of all content";
const SAVE: &str = "Save the file as UTF-8, without BOM: most editors ask for the encoding under “Save as”.";

/// What is wrong with the bytes, as far as that can be told without parsing them.
pub fn of_bytes(bytes: &[u8]) -> Option<JsonFault> {
    let whole = |found: &str, expected, mend: &str| {
        Some(JsonFault { line: 0, found: found.to_owned(), expected, mend: mend.to_owned() })
    };
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return whole("a byte order mark", "UTF-8 without one", SAVE),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, _, ..] | [_, 0, ..] => return whole("a file in UTF-16", UTF8, SAVE),
        _ => {}
    }
    let text = match str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let before = &bytes[..error.valid_up_to()];
            let tail = String::from_utf8_lossy(&before[before.len().saturating_sub(12)..]).into_owned();
            let odd = windows_1252(bytes[error.valid_up_to()]);
            return Some(JsonFault {
                line: line(before),
                found: format!("“{odd}” after “{}”, in Windows-1252 or another old encoding", last_line(&tail)),
                expected: UTF8,
                mend: format!("{SAVE} Then look whether {odd} is still {odd}."),
            });
        }
    };
    match text.trim_start().chars().next() {
        None => whole("an empty file", JSON, "Put an earlier version back, or take the file out."),
        Some('<') => {
            whole("a page (HTML)", JSON, "A page was saved in the place of the file: put an earlier version back.")
        }
        _ => None,
    }
}

/// What the parser stumbled over, in words.
pub fn of_error(text: &str, error: &serde_json::Error) -> JsonFault {
    let said = error.to_string();
    let fault = |line, found: &str, mend: &str| JsonFault {
        line,
        found: found.to_owned(),
        expected: JSON,
        mend: mend.to_owned(),
    };
    let (at, column) = (error.line(), error.column());
    if let Some(fault) = twice(text).filter(|_| said.contains("twice")) {
        return fault;
    }
    let here = text.lines().nth(at.saturating_sub(1)).unwrap_or_default();
    if said.starts_with("control character") {
        // The parser counts a break in a text to the line after it.
        let is_tab = here.as_bytes().get(column.saturating_sub(1)) == Some(&b'\t') || here.contains('\t') && column > 0;
        return if is_tab && column > 0 {
            fault(at, "a tab in a text", "Put a space in the place of the tab, or write \\t.")
        } else {
            let mend =
                "Close the text with a quote at the end of its line; another paragraph is another text in the list.";
            fault(at.saturating_sub(usize::from(column == 0)).max(1), "a text that goes on on the next line", mend)
        };
    }
    if said.starts_with("trailing comma") {
        let before = last_comma(text, at, column).unwrap_or(at);
        return fault(before, "a comma with nothing after it", "Take the comma out: nothing follows it.");
    }
    if said.starts_with("recursion limit") {
        return fault(at, "lists and objects nested too deep", "Content is a few of them deep: see CONTRIBUTING.md.");
    }
    match word(here, column) {
        Some((word @ ("NaN" | "Infinity" | "-Infinity" | "undefined"), start)) => {
            let found = &here[start..start + word.len()];
            return fault(at, found, &format!("Write a number in the place of {word}, or take the field out."));
        }
        Some((word @ ("True" | "False" | "None" | "TRUE" | "FALSE"), _)) => {
            let right = if word == "None" { "null".to_owned() } else { word.to_lowercase() };
            return fault(at, word, &format!("Write {right}, in small letters."));
        }
        Some(("//" | "/*", _)) => {
            return fault(at, "a comment", "Take it out: JSON has no comments.");
        }
        Some((quote @ ("“" | "”" | "„" | "'" | "‘" | "’"), _)) => {
            return fault(at, quote, "Type straight double quotes, \", around names and texts.");
        }
        _ => {}
    }
    if said.starts_with("EOF") {
        return fault(at, "the file ends too early", "Its end is missing: close what is open with ], } or a quote.");
    }
    let mend = "Look at that line and the one before it: a comma, a quote or a bracket is often missing.";
    fault(at, said.split(" at line ").next().unwrap_or(&said), mend)
}

/// Two names of one object that are the same, with their lines.
fn twice(text: &str) -> Option<JsonFault> {
    let mut open: Vec<HashMap<&str, usize>> = Vec::new();
    let (mut line, mut rest) = (1, text);
    while let Some(c) = rest.chars().next() {
        let mut length = c.len_utf8();
        match c {
            '\n' => line += 1,
            '{' | '[' => open.push(HashMap::new()),
            '}' | ']' => drop(open.pop()),
            '"' => {
                let inner = quoted(rest)?;
                length = inner.len() + 2;
                let is_name = rest.get(length..)?.trim_start().starts_with(':');
                if is_name && let Some(first) = open.last_mut()?.insert(inner, line) {
                    let lines =
                        if first == line { format!("line {line}") } else { format!("lines {first} and {line}") };
                    return Some(JsonFault {
                        line: first,
                        found: format!("“{inner}” twice in one object"),
                        expected: "each name once",
                        mend: format!("Take one of the two out: {lines}."),
                    });
                }
            }
            _ => {}
        }
        rest = rest.get(length..)?;
    }
    None
}

/// What stands between the quote that a text begins with and the one that closes it.
fn quoted(text: &str) -> Option<&str> {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, c)| {
        let closes = *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        closes
    });
    text.get(1..end?.0)
}

/// What stands at a column of a line, or just before it: the parser points at the end of what it read.
fn word(line: &str, column: usize) -> Option<(&str, usize)> {
    const WORDS: [&str; 18] = [
        "-Infinity",
        "Infinity",
        "undefined",
        "NaN",
        "True",
        "False",
        "None",
        "TRUE",
        "FALSE",
        "//",
        "/*",
        "“",
        "”",
        "„",
        "'",
        "‘",
        "’",
        "\u{201b}",
    ];
    (column.saturating_sub(2)..=column).filter(|start| line.is_char_boundary(*start)).find_map(|start| {
        let word = WORDS.iter().find(|word| line[start..].starts_with(**word))?;
        Some((*word, start))
    })
}

/// The line of the last comma before a place.
fn last_comma(text: &str, at: usize, column: usize) -> Option<usize> {
    let mut lines = text.lines().take(at).collect::<Vec<_>>();
    let last = lines.pop()?;
    lines.push(last.get(..column.saturating_sub(1)).unwrap_or(last));
    lines.iter().rposition(|line| line.contains(',')).map(|index| index + 1)
}

fn line(before: &[u8]) -> usize {
    before.iter().filter(|byte| **byte == b'\n').count() + 1
}

fn last_line(text: &str) -> &str {
    text.lines().last().unwrap_or_default().trim_start_matches('\u{fffd}')
}

/// A byte as Windows-1252 means it. (Of 0x80 to 0x9f only what people type.)
fn windows_1252(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x96 => '–',
        0x97 => '—',
        _ => char::from(byte),
    }
}
