//! Files that cannot be read: each kind of slip has its line and its mend, and nothing else is said because of it.

use crate::mistakes::remarks_after_in;
use crate::slips::input;
use std::fs;

const FLOW: &str = "flows/melding-openbare-ruimte";

/// Puts a file in the place of another, and expects this one fault: its line, and a part of the mend.
#[track_caller]
fn check_file(name: &str, bytes: &[u8], place: &str, mend: &str) {
    let said = remarks_after_in(|folder| fs::write(folder.join(name), bytes).unwrap());
    let errors: Vec<_> = said.iter().filter(|one| one.is_error()).collect();
    let [one] = &errors[..] else { panic!("{name}, {mend}: {errors:#?}") };
    assert!(one.file == name && one.path == place && one.mend.contains(mend), "{one:#?}");
}

#[track_caller]
fn check(bytes: &[u8], place: &str, mend: &str) {
    check_file(&format!("{FLOW}/nl.json"), bytes, place, mend);
}

/// All of these ended in “a comma, a quote or a bracket is often missing”; a name that stands twice was told at the line of the
/// bracket that closes its object.
#[test]
fn each_kind_of_slip_has_its_own_mend_and_the_right_line() {
    check(&input("words-utf16.json"), "", "Save the file as UTF-8");
    check(b"{\0\"\0", "", "Save the file as UTF-8");
    check(&input("words-cp1252.json"), "line 1", "Then look whether é is still é");
    check(b"\xef\xbb\xbf{}", "", "without BOM");
    check(b"", "", "Put an earlier version back");
    check(b" \n", "", "Put an earlier version back");
    check(b"<!doctype html><title>Inloggen op wifi</title>", "", "A page was saved");
    check(b"{\n\"title\": \"een\ttab\"\n}", "line 2", "Put a space in the place of the tab");
    check(b"{\n\"title\": \"een\nregel\"\n}", "line 2", "Close the text with a quote");
    check(b"{\n\"format\": NaN\n}", "line 2", "Write a number in the place of NaN");
    check(b"{\n\"format\": -Infinity\n}", "line 2", "in the place of -Infinity");
    check(b"{\n\"format\": True\n}", "line 2", "Write true, in small letters");
    check(b"{\n\"a\": 1, // nog doen\n\"b\": 2}", "line 2", "JSON has no comments");
    check("{\n“title”: \"x\"}".as_bytes(), "line 2", "Type straight double quotes");
    check(b"{\n'title': \"x\"}", "line 2", "Type straight double quotes");
    check(b"{\n\"a\": [1,\n2,\n]}", "line 3", "Take the comma out");
    check(b"{\n\"a\": 1,\n}", "line 2", "Take the comma out");
    check(b"{\n\"a\": [1", "line 2", "Its end is missing");
    check(b"{\n\"a\": 1\n\"b\": 2}", "line 3", "Look at that line and the one before it");
    check(&b"[".repeat(1000), "line 1", "a few of them deep");
    check(&input("words-duplicate-key.json"), "line 4", "Take one of the two out: lines 4 and 5.");
    check(br#"{"a": {"x": "\"y\": {", "y": 1}, "b": [{"y": 1}, {"y": 2, "y": 3}]}"#, "line 1", "out: line 1.");
}

/// “Write a whole number here” was said of 7.5.
#[test]
fn a_fraction_is_told_as_the_number_that_is_meant() {
    let name = format!("{FLOW}/flow.json");
    let broken = |folder: &std::path::Path| {
        let text = fs::read_to_string(folder.join(&name)).unwrap();
        fs::write(folder.join(&name), text.replacen("\"minutes\": 10", "\"minutes\": 7.5", 1)).unwrap();
    };
    let said = remarks_after_in(broken);
    let errors: Vec<_> = said.iter().filter(|one| one.is_error()).map(|one| one.mend.as_str()).collect();
    assert_eq!(errors, ["Write 8, not 7.5."]);
}

/// A typo in flow.json brought “Add the flow, mend the id, or take the entry out” of the catalogue, and one in nl.json “Write nl.json”.
#[test]
fn nothing_follows_from_a_file_that_cannot_be_read() {
    for name in ["flow.json", "nl.json", "en.json", "find.json"].map(|name| format!("{FLOW}/{name}")) {
        check_file(&name, b"{\"format\": 1", "line 1", "Its end is missing");
    }
    for name in ["flows/catalogue.json", "ui/nl.json", "ui/en.json", "municipalities/voorbeeldstad.json"] {
        check_file(name, b"{\"format\": 1", "line 1", "Its end is missing");
    }
}
