//! The pages as they are written in `tests/e2e/hostile/`: HTML with notes between them, a group a file.

use crate::browser::Kind;
use crate::failure::{Failure, Outcome};

/// The groups: name and text.
const GROUPS: &[(&str, &str)] = &[
    ("containers", include_str!("../../../hostile/containers.html")),
    ("styles", include_str!("../../../hostile/styles.html")),
    ("scripts", include_str!("../../../hostile/scripts.html")),
    ("life", include_str!("../../../hostile/life.html")),
    ("policy", include_str!("../../../hostile/policy.html")),
    ("content", include_str!("../../../hostile/content.html")),
];

/// The script that looks for harm, before all others.
pub const PROBE: &str = include_str!("../../../hostile/probe.js");

const LOADER: &str = "<script nonce=sw type=module src=/stapwijzer.js></script>";
const WIDGET: &str =
    "<stap-wijzer flow=digid-inloggen-sms mode=oefenen seed=1><p>Lees de stappen op papier.</p></stap-wijzer>";

/// What must come of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// A real journey succeeds.
    Works,
    /// What can be read stands there, and the page heard one error, with one of these codes.
    Fallback(Vec<String>),
    /// No script of ours ran: what the page wrote in the element is there to read.
    Untouched,
}

/// When something happens to the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// As soon as the page has loaded.
    Early,
    /// The first screen is there.
    Ready,
    /// In the middle of the journey.
    Step,
}

/// One page.
#[derive(Debug, Clone)]
pub struct HostilePage {
    pub group: &'static str,
    pub name: String,
    pub verdict: Verdict,
    pub browsers: &'static [Kind],
    pub policy: String,
    /// The attributes of the frame that it is seen in.
    pub frame: Option<String>,
    pub html: String,
    pub acts: Vec<(Moment, String)>,
}

/// All pages of all groups.
pub fn all() -> Outcome<Vec<HostilePage>> {
    let mut pages = Vec::new();
    for (group, text) in GROUPS {
        for part in text.split("<!-- page: ").skip(1) {
            let page = read(group, part).map_err(|failure| format!("hostile/{group}.html: {failure}"))?;
            pages.push(page);
        }
    }
    Ok(pages)
}

/// A line that is a note: its key and its value.
fn note(line: &str) -> Option<(&str, &str)> {
    line.strip_prefix("<!-- ")?.strip_suffix(" -->")?.split_once(": ")
}

fn read(group: &'static str, part: &str) -> Outcome<HostilePage> {
    let (name, rest) = part.split_once(" -->\n").ok_or("a page without an end of its first line")?;
    let mut page = HostilePage {
        group,
        name: name.into(),
        verdict: Verdict::Works,
        browsers: &[Kind::Chromium],
        policy: String::new(),
        frame: None,
        html: String::new(),
        acts: Vec::new(),
    };
    let mut html = String::new();
    for line in rest.lines() {
        match note(line) {
            Some(("expect", value)) => page.verdict = verdict(value).ok_or_else(|| unknown(name, line))?,
            Some(("in", "all")) => page.browsers = crate::browser::ALL,
            Some(("in", "all but webkit")) => page.browsers = &[Kind::Chromium, Kind::Firefox],
            Some(("policy", value)) => page.policy = value.into(),
            Some(("frame", value)) => page.frame = Some(value.into()),
            Some(("at", value)) => page.acts.push((moment(value).ok_or_else(|| unknown(name, line))?, String::new())),
            Some(_) => return Err(unknown(name, line)),
            None => {
                let text = page.acts.last_mut().map_or(&mut html, |(_, act)| act);
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    for (_, act) in &mut page.acts {
        let script = act.trim().strip_prefix("<script>").and_then(|act| act.strip_suffix("</script>"));
        *act = script.ok_or_else(|| Failure::from(format!("“{name}”: what happens is no <script>")))?.into();
    }
    page.html = whole(&html);
    Ok(page)
}

fn unknown(name: &str, line: &str) -> Failure {
    format!("“{name}”: this note says nothing: {line}").into()
}

fn verdict(value: &str) -> Option<Verdict> {
    let (word, codes) = value.split_once(' ').unwrap_or((value, ""));
    match word {
        "works" => Some(Verdict::Works),
        "fallback" if !codes.is_empty() => Some(Verdict::Fallback(codes.split(' ').map(String::from).collect())),
        "untouched" => Some(Verdict::Untouched),
        _ => None,
    }
}

fn moment(value: &str) -> Option<Moment> {
    match value {
        "early" => Some(Moment::Early),
        "ready" => Some(Moment::Ready),
        "step" => Some(Moment::Step),
        _ => None,
    }
}

/// The whole document: what comes before `<body>` belongs in its head, and the loader at the end of that, unless it has a place.
fn whole(html: &str) -> String {
    let (head, body) = html.split_once("<body>").unwrap_or(("", html));
    let loader = if html.contains("<!-- loader -->") || html.contains("<!-- no loader -->") { "" } else { LOADER };
    let text = format!(
        "<!doctype html><html lang=nl><head><meta charset=utf-8><title>Gemeente</title><script nonce=probe src=/probe.js></script>\n\
         {head}{loader}</head><body><h1>Onze gemeente</h1>\n{body}<p><a href=#contact>Contact</a></p></body></html>"
    );
    text.replace("<!-- loader -->", LOADER).replace("<!-- widget -->", WIDGET)
}
