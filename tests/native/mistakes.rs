//! The check finds what is wrong with content: one flow is copied and broken, again and again.

use crate::support::{TODAY, public};
use stapwijzer::editing::diagnostic::Diagnostic;
use stapwijzer::editing::national::NATIONAL;
use stapwijzer::editing::{check, library};
use std::fs;
use std::path::{Path, PathBuf};

const FLOW: &str = "melding-openbare-ruimte/flow.json";
const NL: &str = "melding-openbare-ruimte/nl.json";
const EN: &str = "melding-openbare-ruimte/en.json";

pub const TOWN: &str = "municipalities/voorbeeldstad.json";

/// Copies a flow, breaks one file of it, and gives what is to be mended.
fn problems_after(file: &str, break_it: impl Fn(&str) -> String) -> Vec<String> {
    remarks_after(file, break_it).iter().filter(|diagnostic| diagnostic.is_error()).map(ToString::to_string).collect()
}

/// The same, with advice too, as diagnostics.
pub fn remarks_after(file: &str, break_it: impl Fn(&str) -> String) -> Vec<Diagnostic> {
    remarks_after_in(|folder| {
        let names = walk(folder);
        for name in names.iter().filter(|name| name.to_string_lossy().ends_with(file)) {
            fs::write(name, break_it(&fs::read_to_string(name).unwrap())).unwrap();
        }
    })
}

/// All files in a folder.
fn walk(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

/// What there is to say of a copy of one flow, after this was done to it.
pub fn remarks_after_in(act: impl Fn(&Path)) -> Vec<Diagnostic> {
    let folder = tempfile::tempdir().unwrap();
    let flow = "flows/melding-openbare-ruimte";
    fs::create_dir_all(folder.path().join(flow)).unwrap();
    fs::create_dir_all(folder.path().join("ui")).unwrap();
    let public = public();
    let mine = ["flow.json", "nl.json", "en.json", "find.json"].map(|name| format!("{flow}/{name}"));
    fs::create_dir_all(folder.path().join("municipalities")).unwrap();
    fs::create_dir_all(folder.path().join("facts")).unwrap();
    let others = ["ui/nl.json", "ui/en.json", "flows/catalogue.json", NATIONAL, TOWN];
    let names = mine.iter().map(String::as_str).chain(others);
    for name in names.filter(|name| public.join(name).exists()) {
        fs::copy(public.join(name), folder.path().join(name)).unwrap();
    }
    act(folder.path());
    let mut diagnostics = Vec::new();
    let library = library::read(Path::new(folder.path()), &mut diagnostics);
    diagnostics.extend(check::check(&library, TODAY));
    // The copy has one flow, the catalogue, the municipality and the national figures are of more: that is not what is tested here.
    diagnostics.retain(|diagnostic| {
        !["a folder with this flow", "the id of a flow", "a figure that a flow names"]
            .contains(&diagnostic.expected.as_str())
    });
    diagnostics
}

/// Breaks a file and expects a problem that names it and says this.
#[track_caller]
pub fn check_names(file: &str, find: &str, replace: &str, said: &str) {
    let problems = problems_after(file, |text| {
        assert!(text.contains(find), "{file} does not hold {find}");
        text.replacen(find, replace, 1)
    });
    let found = problems.iter().any(|problem| problem.contains(file) && problem.contains(said));
    assert!(found, "expected “{said}” about {file}, found {problems:#?}");
}

#[test]
fn an_unbroken_copy_has_no_problems() {
    assert_eq!(problems_after("flow.json", str::to_owned), Vec::<String>::new());
}

#[test]
fn a_file_that_does_not_fit_is_named() {
    check_names(FLOW, "\"format\": 1", "\"format\": 2", "format");
    check_names(NL, "\"format\": 1", "\"format\": 2", "format");
    check_names(FLOW, "\"persona\": \"", "\"persona\": \"niet-", "Choose one of: noor");
    check_names(FLOW, "{", "{ \"nieuw\": 1,", "found “nieuw”, expected a known field");
    check_names(FLOW, "\"kind\": \"explain\"", "\"kind\": \"dans\"", "found “dans”, expected one of explain");
    check_names(FLOW, "\"steps\"", "\"steps\": [], \"facts2\"", "found “facts2”, expected a known field");
    check_names(FLOW, "\"minutes\": 10", "\"minutes\": \"tien\"", "minutes: found “tien”, expected a whole number");
    check_names(FLOW, "\"minutes\": 10,", "", "minutes: found “nothing”, expected this field");
    // A flow named “index” wrote its page of steps over the list of all flows.
    let id = "\"id\": \"melding-openbare-ruimte\"";
    check_names(FLOW, id, "\"id\": \"huis\"", "Rename the flow and its folder: “huis”");
    check_names(FLOW, id, "\"id\": \"index\"", "Rename the flow and its folder: “index”");
    check_names(NL, "\"flow\": \"", "\"flow\": \"andere-", "melding-openbare-ruimte");
    check_names("ui/en.json", "\"start.title\"", "\"start.tittle\"", "start.title");
    check_names("ui/en.json", "\"start.title\": \"", "\"start.title\": \"\u{430}", "a Cyrillic letter");
    let summary = "\"Een lamp, afval of de stoep.";
    check_names("catalogue.json", summary, "\"Anders.", "Copy the summary from nl.json");
}

#[test]
fn a_figure_without_its_dates_is_named() {
    let checked = "\"checked\": \"2026-11-23\"";
    for file in [FLOW, NATIONAL] {
        check_names(file, checked, "\"checked\": \"gisteren\"", "a day, YYYY-MM-DD");
        check_names(file, checked, "\"checked\": \"2026-12-31\"", "not in the future");
        check_names(file, "\"validUntil\": \"20", "\"validUntil\": \"10", "a day that has not passed");
        check_names(file, "\"value\": \"", "\"value\": \"\", \"was\": \"", "a value and where it stands");
        check_names(
            file,
            "\"kind\": \"",
            "\"soort\": \"",
            "kind: found “nothing”, expected one of amount term phone emergency",
        );
        check_names(
            file,
            "\"seen\": \"",
            "\"gezien\": \"",
            "seen: found “nothing”, expected one of official elsewhere memory",
        );
    }
    let renamed = problems_after(NATIONAL, |text| text.replacen("\"alarm\": {", "\"alaarm\": {", 1));
    let said = "flow.json: facts.alarm: found “alarm”, expected a figure of the whole country";
    assert!(renamed.iter().any(|problem| problem.contains(said)), "{renamed:#?}");
}

#[test]
fn a_road_that_goes_wrong_is_named_with_its_step() {
    check_names(FLOW, "\"start\": \"", "\"start\": \"niet-", "the id of a step");
    check_names(
        FLOW,
        "\"id\": \"welkom\", \"kind\": \"explain\", \"next\": \"",
        "\"id\": \"welkom\", \"kind\": \"explain\", \"next\": \"x",
        "(welkom): found",
    );
    check_names(
        FLOW,
        "\"id\": \"welkom\", \"kind\": \"explain\", \"next\": \"",
        "\"id\": \"welkom\", \"kind\": \"explain\", \"next\": \"welkom\", \"x\": \"",
        "a step that leads to itself",
    );
}

#[test]
fn a_text_that_holds_more_than_words_is_named() {
    #[track_caller]
    fn check(text: &str, said: &str) {
        check_names(NL, "\"summary\": \"", &format!("\"summary\": \"{text} "), said);
    }
    check("<b>", "words only");
    check("javascript:alert", "words only");
    check("{p.niets}", "a persona key");
    check("{f.niets}", "Add a fact “niets” to flow.json");
    check("[niets]", "Add “niets” to terms");
    check("d\u{456}gid", "U+0456, a Cyrillic letter");
    check("d\u{456}gid", "Character 2 of the text, after “d”");
    check("ver\u{200b}huizen", "a space of no width");
    check("\u{202e}ver", "turns the reading direction");
    check("e\u{301}\u{e9}n", "one character");
    check("\u{ff44}igid", "full width");
    check("a b c d e f g h i j k l m n o p q r s t u", "at most 20 words");
}

#[test]
fn what_could_be_somebodys_is_named() {
    #[track_caller]
    fn check(text: &str, said: &str) {
        check_names(NL, "\"summary\": \"", &format!("\"summary\": \"{text}. "), said);
        check_names(NL, "\"from\": \"", &format!("\"from\": \"{text}. "), said);
    }
    check("111222333", "BSN");
    check("NL91 ABNA 0417 1643 00", "account number");
    check("Bel 06 12345678", "a phone number as a fact");
    check("Bel 112", "Write {f.alarm}: that fact holds this number");
    check("Mail jan@gmail.com", "example.org");
    check("3511 AB Utrecht", "1234 AB");
    check("Typ nep-digid.nl", "data/hosts.txt");
}

#[test]
fn a_figure_in_plain_words_is_named() {
    #[track_caller]
    fn check(text: &str, said: &str) {
        check_names(NL, "\"summary\": \"", &format!("\"summary\": \"{text}. "), said);
    }
    check("Dat kost € 12", "amounts and terms as facts");
    check("U hebt 3 weken", "found “3 weken”");
    check("Het duurt drie dagen", "found “drie dagen”");
}

/// “[{nl:Apparaat}|device]” stood on a page with its braces.
#[test]
fn a_mark_inside_a_word_with_an_explanation_is_named() {
    let marked = |mark: &str| {
        remarks_after(NL, |words| words.replacen("\"hint\": \"", &format!("\"hint\": \"{mark} "), 1))
            .into_iter()
            .filter(|one| one.kind == "mark")
            .map(|one| one.found)
            .collect::<Vec<_>>()
    };
    assert_eq!(marked("[{en:desk}|openbare ruimte]"), ["{en:desk}"]);
    assert!(marked("{en:[desk|openbare ruimte]}").is_empty());
}

/// Advice does not fail the check; it is given with the same care.
#[test]
fn hard_words_and_long_sentences_are_named() {
    #[track_caller]
    fn check(file: &str, text: &str, kind: &str, found: &str) {
        let diagnostics =
            remarks_after(file, |words| words.replacen("\"hint\": \"", &format!("\"hint\": \"{text} "), 1));
        let said = diagnostics.iter().any(|diagnostic| {
            diagnostic.kind == kind && diagnostic.found.contains(found) && !diagnostic.mend.is_empty()
        });
        assert!(said, "expected {kind} about “{found}”, found {diagnostics:#?}");
    }
    check(NL, "Indien het kan.", "officialese", "indien");
    check(EN, "In order to go on.", "officialese", "in order to");
    check(NL, "Uw melding wordt behandeld.", "passive", "wordt … behandeld");
    check(EN, "Your report is handled.", "passive", "is … handled");
    check(NL, "Kies de arbeidsongeschiktheidsverzekering.", "long-word", "arbeidsongeschiktheidsverzekering");
    check(NL, "Het is een panopticum.", "unknown-word", "panopticum");
    check(
        NL,
        "Een zin met zestien woorden is wat lang om in een keer goed te kunnen lezen.",
        "sentence-length",
        "zestien",
    );
    let hard = "Authenticatieproblematiek belemmert communicatiemogelijkheden. ".repeat(30);
    check(NL, &hard, "readability", "-");
}

/// 350 times “In Dutch: “…”” stood in the English words, and an English voice said them as English.
#[test]
fn words_of_another_language_are_marked() {
    #[track_caller]
    fn check(file: &str, text: &str, found: Option<&str>) {
        let diagnostics =
            remarks_after(file, |words| words.replacen("\"hint\": \"", &format!("\"hint\": \"{text} "), 1));
        let mut all = diagnostics.iter().filter(|diagnostic| diagnostic.kind == "language-mark");
        assert_eq!(all.next().map(|diagnostic| diagnostic.found.as_str()), found, "{text}: {diagnostics:#?}");
        let errors: Vec<_> = diagnostics.iter().filter(|other| other.kind == "placeholders").collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
    check(EN, "In Dutch: “{nl:gemeente}”, {nl:[counter]}.", None);
    check(EN, "In Dutch: “gemeente”.", Some("gemeente"));
    check(EN, "Choose “Dit klopt niet” (this is not right).", Some("Dit klopt niet"));
    check(EN, "Type **De lamp is uit**.", Some("De lamp is uit"));
    check(EN, "Choose “Next”. Which plan is “on”? **Never** at Dienst Toeslagen.", None);
    check(EN, "“{nl:Tuin}” is Dutch for garden, and “{nl:melding}” too.", None);
    check(EN, "{nl:} is nothing.", Some("{nl:}"));
    check(EN, "{en:report}", Some("{en:report}"));
    check(EN, "{nl:gemeente is not closed.", Some("{nl:"));
    check(NL, "“Zurück” is {de:Zurück}.", None);
    check(NL, "“Dit klopt niet” is Nederlands.", None);
    let told = |file, find: &str, replace: &str, said: &str| check_names(file, find, replace, said);
    // Titles and buttons of steps were shown plain, and could not be marked.
    let titled = remarks_after(EN, |words| words.replacen("\"title\": \"Welcome", "\"title\": \"{nl:Welkom}", 1));
    assert!(!titled.iter().any(|diagnostic| diagnostic.kind == "language-mark"), "{titled:#?}");
    told(EN, "\"title\": \"Report", "\"title\": \"{nl:Melding} Report", "what stands here is shown without");
    told(EN, "\"summary\": \"", "\"summary\": \"{nl:Melding} ", "Take the mark off: what stands here is shown without");
    told(EN, "\"hint\": \"", "\"hint\": \"{nl:Ik ben {p.firstName}} ", "Close the mark before");
    told(EN, "\"hint\": \"", "\"hint\": \"{nl:[niets]} ", "Add “niets” to terms");
    told(EN, "\"hint\": \"", "\"hint\": \"**[niets]** ", "Add “niets” to terms");
}

/// “Indienen” was a word to tap and the button under it: the screen reader said the same name twice.
#[test]
fn two_buttons_of_one_name_on_a_step_are_named() {
    #[track_caller]
    fn check(shown: &str, named: bool) {
        let broken = |words: &str| {
            let (head, step) = words.split_once("\"beschrijf-lamp\": {").unwrap();
            let step = step.replacen("\"text\": [", &format!("\"text\": [\"Dit is [{shown}|DigiD].\","), 1);
            format!("{head}\"beschrijf-lamp\": {{{step}")
        };
        let diagnostics = remarks_after(NL, broken);
        let said = diagnostics.iter().any(|diagnostic| {
            diagnostic.kind == "one-name"
                && diagnostic.path == "steps.beschrijf-lamp.text.0"
                && diagnostic.found == shown
        });
        assert_eq!(said, named, "{shown}: {diagnostics:#?}");
    }
    check("Verder", true);
    check("verder", true);
    check("Foto", true);
    check("Gisteren", true);
    check("Wat ziet u?", true);
    check("Versturen", false);
    check("Lamp bij de school", false);
}

#[test]
fn a_flow_on_offer_without_a_drawing_is_advised_to_get_one() {
    let drawn = |name: &str| {
        let remarks = remarks_after_in(|root| {
            fs::create_dir(root.join("drawings")).unwrap();
            fs::write(root.join("drawings").join(name), "<svg/>").unwrap();
        });
        remarks.into_iter().filter(|remark| remark.kind == "drawing").collect::<Vec<_>>()
    };
    let lacks = drawn("street.svg");
    assert!(lacks.len() == 1 && lacks[0].path == "melding-openbare-ruimte" && !lacks[0].is_error(), "{lacks:#?}");
    assert_eq!(drawn("flow-melding-openbare-ruimte.svg").len(), 0);
}

#[test]
fn advice_does_not_fail_the_check() {
    let passive = |words: &str| words.replacen("\"hint\": \"", "\"hint\": \"De lamp wordt gemaakt. ", 1);
    assert!(remarks_after(NL, passive).iter().any(|diagnostic| diagnostic.kind == "passive" && !diagnostic.is_error()));
}

/// An invented address belongs where it is judged, and a real one in no false message.
#[test]
fn addresses_stand_where_they_belong() {
    check_names(NL, "\"summary\": \"", "\"summary\": \"Typ site.example. ", "only where a message is judged");
    check_names(NL, "Klik hier om te betalen", "Ga naar digid.nl", "no real address in a false message");
}

#[test]
fn a_translation_that_lost_something_is_named() {
    check_names(EN, "{f.fotoMb}", "8", "the same {…} marks");
    check_names(EN, "\"wrong-place\":", "\"wrong-plaice\":", "the same keys as in nl.json");
    check_names(NL, "\"terugvraag-2\": {", "\"terugvraag-3\": {", "the id of a step in flow.json");
    check_names(NL, "\"nummer\": { \"label\"", "\"numer\": { \"label\"", "the label of this option");
    check_names(NL, "\"nummer\": { \"label\"", "\"numer\": { \"label\"", "an option of this step");
}

#[test]
fn a_screen_that_cannot_be_done_is_named() {
    #[track_caller]
    fn check(screen: &str, said: &str) {
        let broken = |text: &str| text.replacen("\"type\": \"summary\"", screen, 1);
        let problems = problems_after("melding-openbare-ruimte/flow.json", broken);
        assert!(problems.iter().any(|problem| problem.contains(said)), "expected “{said}”, found {problems:#?}");
    }
    check(r#""type": "inbox""#, "something to do");
    check(r#""type": "inbox", "tasks": ["zwem:a"]"#, "or notices");
    check(r#""type": "judge", "right": "waar""#, "“real” or “fake”");
    check(r#""type": "judge""#, "shows and item");
    check(r#""type": "pages", "options": ["a", "b"], "right": "a""#, "one of the options after the first");
    check(r#""type": "history", "options": ["a", "klopt"], "right": "b""#, "“klopt” is the last");
    check(r#""type": "history", "options": ["a", "klopt"]"#, "a time for each line");
    check(r#""type": "tap""#, "places to tap");
}

#[test]
fn what_is_not_json_is_named_too() {
    let flow = "melding-openbare-ruimte/flow.json";
    #[track_caller]
    fn check(text: &str) {
        let problems = problems_after("melding-openbare-ruimte/flow.json", |_| text.to_owned());
        assert!(problems.iter().any(|problem| problem.contains("flow.json")), "{text:.40}: {problems:?}");
    }
    check("");
    check("null");
    check("[]");
    check("<!doctype html><title>Inloggen op wifi</title>");
    check("{\"format\": 1");
    check("\u{feff}{}");
    check("{\"format\": 1, \"format\": 1}");
    check("{\"format\": 1.5}");
    check(&"[".repeat(100_000));
    check(&format!("{{\"format\": 1, \"id\": \"{}\"}}", "x".repeat(300_000)));
    let truncated = fs::read_to_string(public().join("flows").join(flow)).unwrap();
    check(&truncated[..truncated.len() / 2]);
}

/// “Make two flows of it” was said of the catalogue too, and that it may be 256 kB at most.
#[test]
fn a_file_that_is_too_large_is_named_with_its_own_limit() {
    #[track_caller]
    fn check(file: &str, kilobytes: usize, said: &[&str]) {
        let problems = problems_after(file, |text| format!("{text}{}", " ".repeat(kilobytes * 1024)));
        let named = problems.iter().find(|problem| problem.contains(file) && problem.contains("bytes”"));
        let holds = |named: &String| said.iter().all(|part| named.contains(part));
        assert!(if said.is_empty() { named.is_none() } else { named.is_some_and(holds) }, "{file}: {named:?}");
    }
    check(NL, 256, &["at most 256 kB", "Make two flows of it"]);
    check(FLOW, 256, &["at most 256 kB", "Make two flows of it"]);
    check("melding-openbare-ruimte/find.json", 256, &["at most 256 kB", "ways to say it"]);
    check("flows/catalogue.json", 256, &[]);
    check("flows/catalogue.json", 2048, &["at most 2048 kB", "shorter summaries"]);
    check(TOWN, 256, &["at most 256 kB", "what differs"]);
    check("ui/nl.json", 256, &["at most 256 kB", "Take out"]);
}
