//! What the build fills in: the names of the release in the loader, early requests and a readable start in the pages.

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

const RELEASE_BEGINS: &str = "/* sw:release */";
const RELEASE_ENDS: &str = "/* sw:end */";
const PRELOAD: &str = "<!-- sw:preload -->";
const START: &str = "<!-- sw:start -->";
const TRUNK: &str = "data-trunk";

/// What every page shows first, so what is worth asking for before anybody asks.
pub const EARLY: &[&str] = &["ui/nl.json", "flows/catalogue.json"];

/// The start shows so many flows, as in the loader; the search and the house have them all.
const FRONT: usize = 40;

/// The files of a release, as paths from the top of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub glue: String,
    pub wasm: String,
    pub style: String,
}

impl Release {
    /// The names that Trunk gives.
    pub fn plain() -> Release {
        Release { glue: "stapwijzer-app.js".into(), wasm: "stapwijzer-app_bg.wasm".into(), style: "style.css".into() }
    }

    fn statement(&self) -> String {
        let Release { glue, wasm, style } = self;
        format!("const RELEASE = {{\"glue\":\"./{glue}\",\"wasm\":\"./{wasm}\",\"style\":\"./{style}\"}};")
    }
}

/// The loader with the names of this release between its two marks.
pub fn loader(source: &str, release: &Release) -> Result<String> {
    let marks = |mark| source.matches(mark).count();
    ensure!(
        marks(RELEASE_BEGINS) == 1 && marks(RELEASE_ENDS) == 1,
        "the loader needs {RELEASE_BEGINS} and {RELEASE_ENDS}, each once: between them stand the names of the release"
    );
    let (before, rest) = source.split_once(RELEASE_BEGINS).context("counted above")?;
    let (between, after) = rest.split_once(RELEASE_ENDS).context("in the loader, sw:end stands before sw:release")?;
    let between = between.trim();
    ensure!(
        between.starts_with("const RELEASE = {") && between.ends_with("};") && between.lines().count() == 1,
        "in the loader, exactly one line `const RELEASE = {{…}};` may stand between the marks, not: {between}"
    );
    Ok(format!("{before}{RELEASE_BEGINS}\n{}\n{RELEASE_ENDS}{after}", release.statement()))
}

/// A page with its places filled; `depth` is how many folders it is below the top, `start` what [`start`] made.
pub fn page(html: &str, depth: usize, release: &Release, start: &str) -> Result<String> {
    let mut out = String::new();
    for line in html.split_inclusive('\n') {
        if line.contains(TRUNK) {
            let tag = line.trim();
            ensure!(
                tag.starts_with("<link ") && tag.ends_with('>') && tag.matches('<').count() == 1,
                "the link for Trunk must be alone on its line: {tag}"
            );
            continue;
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        let fill = |text: &str| text.lines().collect::<Vec<_>>().join(&format!("\n{indent}"));
        out += &line.replace(PRELOAD, &fill(&preload(depth, release))).replace(START, &fill(start));
    }
    match out.find("<!-- sw:") {
        Some(place) => bail!(
            "this page has a mark that the build does not know: {}",
            out[place..].lines().next().unwrap_or_default()
        ),
        None => Ok(out),
    }
}

/// All that the first screen waits for, asked for at once. The loader fetches the style sheet too, so that is a `fetch` as well.
fn preload(depth: usize, release: &Release) -> String {
    let up = if depth == 0 { "./".into() } else { "../".repeat(depth) };
    let fetched = [release.wasm.as_str(), &release.style].into_iter().chain(EARLY.iter().copied());
    let links = fetched.map(|path| format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{up}{path}\">"));
    std::iter::once(format!("<link rel=\"modulepreload\" href=\"{up}{}\">", release.glue))
        .chain(links)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The start that can be read without any script: the first flows of the catalogue, in Dutch.
pub fn start(catalogue: &str) -> Result<String> {
    let catalogue: Value = serde_json::from_str(catalogue).context("flows/catalogue.json is not JSON")?;
    let flows = catalogue["flows"].as_array().context("flows/catalogue.json has no list `flows`")?;
    let mut list = String::from("<ul>\n");
    for (place, flow) in flows.iter().take(FRONT).enumerate() {
        let text = |key: &str| {
            let text = flow[key]["nl"].as_str();
            text.map(escape).with_context(|| format!("flows/catalogue.json: flows[{place}].{key}.nl is not a text"))
        };
        list += &format!("  <li><strong>{}</strong> {}</li>\n", text("title")?, text("summary")?);
    }
    Ok(list + "</ul>")
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str =
        "// a\n/* sw:release */\nconst RELEASE = {\"glue\":\"./x.js\"};\n/* sw:end */\nrest(RELEASE);\n";

    fn release() -> Release {
        Release { glue: "r/1-a/app-b.js".into(), wasm: "r/1-a/app-b.wasm".into(), style: "r/1-a/style-c.css".into() }
    }

    #[track_caller]
    fn refuse<T: std::fmt::Debug>(result: Result<T>, why: &str) {
        let error = format!("{:#}", result.unwrap_err());
        assert!(error.contains(why), "{error}");
    }

    #[test]
    fn the_loader_learns_the_names() {
        let expected = "// a\n/* sw:release */\nconst RELEASE = {\"glue\":\"./r/1-a/app-b.js\",\"wasm\":\"./r/1-a/app-b.wasm\",\
            \"style\":\"./r/1-a/style-c.css\"};\n/* sw:end */\nrest(RELEASE);\n";
        assert_eq!(loader(LOADER, &release()).unwrap(), expected);
    }

    #[test]
    fn a_loader_without_its_marks_is_an_error() {
        refuse(loader("const RELEASE = {};", &release()), "needs /* sw:release */ and /* sw:end */");
        refuse(loader(&LOADER.repeat(2), &release()), "each once");
        refuse(loader("/* sw:end */ /* sw:release */", &release()), "sw:end stands before sw:release");
        refuse(loader(&LOADER.replace("};", "}; more();"), &release()), "exactly one line");
    }

    #[test]
    fn a_page_asks_early_for_all_it_needs() {
        let html = page("<head>\n  <!-- sw:preload -->\n</head>\n", 0, &release(), "").unwrap();
        assert!(
            html.contains("\n  <link rel=\"modulepreload\" href=\"./r/1-a/app-b.js\">\n  <link rel=\"preload\""),
            "{html}"
        );
        for path in ["r/1-a/app-b.wasm", "r/1-a/style-c.css", "ui/nl.json", "flows/catalogue.json"] {
            assert!(
                html.contains(&format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"./{path}\">")),
                "{path}"
            );
        }
        let html = page("<!-- sw:preload -->", 1, &release(), "").unwrap();
        assert!(html.contains("href=\"../ui/nl.json\""), "{html}");
    }

    #[test]
    fn the_link_for_trunk_goes() {
        let link = "  <link data-trunk rel=\"rust\" data-bin=\"stapwijzer-app\">\n";
        assert_eq!(page(&format!("<head>\n{link}</head>"), 0, &release(), "").unwrap(), "<head>\n</head>");
        refuse(page("<title>x</title><link data-trunk>", 0, &release(), ""), "alone on its line");
    }

    #[test]
    fn an_unknown_mark_is_an_error() {
        refuse(page("<p>\n<!-- sw:prelaod --></p>", 0, &release(), ""), "does not know: <!-- sw:prelaod -->");
    }

    #[test]
    fn the_start_can_be_read_without_script() {
        let catalogue = r#"{"flows":[{"title":{"nl":"Melden & <zo>"},"summary":{"nl":"Kort."}},{"title":{"nl":"B"},"summary":{"nl":"C"}}]}"#;
        let list = start(catalogue).unwrap();
        let html = page("<main>\n<!-- sw:start -->\n</main>", 0, &release(), &list).unwrap();
        let expected = "<main>\n<ul>\n  <li><strong>Melden &amp; &lt;zo&gt;</strong> Kort.</li>\n  <li><strong>B</strong> C</li>\n</ul>\n</main>";
        assert_eq!(html, expected);
        let many = vec![r#"{"title":{"nl":"A"},"summary":{"nl":"B"}}"#; 1000].join(",");
        assert_eq!(start(&format!(r#"{{"flows":[{many}]}}"#)).unwrap().matches("<li>").count(), FRONT);
        let loader = include_str!("../../src/embed/element.js");
        assert!(loader.contains(&format!("FRONT = {FRONT};")), "the loader shows another number of flows");
        refuse(start("{}"), "no list `flows`");
        refuse(start("<html>"), "not JSON");
        refuse(start(r#"{"flows":[{"title":{"en":"A"}}]}"#), "flows[0].title.nl is not a text");
    }
}
