//! Flows within flows: an include names a flow that is there, in every language, and never comes round to itself.

use crate::content::package::DEEPEST;
use crate::editing::diagnostic::Diagnostics;
use crate::editing::library::Library;
use crate::flow::model::StepKind;

pub(super) fn check(id: &str, library: &Library, say: &mut Diagnostics) {
    for (index, step) in library.files[id].steps.iter().enumerate() {
        if let Some(opens) = step.opens.as_ref().filter(|opens| !is_there(library, opens)) {
            let mend = "Mend the name of the flow that one goes on with, or take it out.";
            say.error(
                "include",
                &format!("steps.{index} ({})", step.id),
                opens,
                "the id of a flow that is there",
                mend,
            );
        }
    }
    for (index, step) in library.files[id].steps.iter().enumerate().filter(|(_, step)| step.kind == StepKind::Include) {
        let path = format!("steps.{index} ({})", step.id);
        let Some(name) = step.flow.as_deref() else { continue };
        let Some(inner) = library.files.get(name) else {
            if is_there(library, name) {
                continue;
            }
            let mend = "Mend the name of the flow, or add the flow.";
            say.error("include", &path, name, "the id of a flow that is there", mend);
            continue;
        };
        if let Some(from) = step.from.as_deref().filter(|from| !inner.steps.iter().any(|step| step.id == *from)) {
            let mend = &format!("Name a step of “{name}” at which to come in, or leave \"from\" out for its start.");
            say.error("include", &path, from, "a step of the included flow", mend);
        }
        let lacks = |lang: &&str| {
            !library.langs(name).contains(lang) && !library.is_spoilt(&format!("flows/{name}/{lang}.json"))
        };
        for lang in library.langs(id).into_iter().filter(lacks) {
            let mend =
                &format!("Write flows/{name}/{lang}.json, or take {lang}.json of this flow out until it is there.");
            say.error("include", &path, &format!("{name} without words in {lang}"), "the same languages", mend);
        }
    }
    if let Some(way) = circle(id, library, &mut vec![id]) {
        let mend = "Take one of these includes out: a flow cannot stand within itself.";
        say.error("include", "steps", &way.join(" → "), "includes that go in no circle", mend);
    } else if depth(id, library) > DEEPEST {
        let mend = "Include the innermost flow directly.";
        say.error(
            "include",
            "steps",
            &format!("includes {} deep", depth(id, library)),
            &format!("at most {DEEPEST} deep"),
            mend,
        );
    }
}

/// Whether there is such a flow, be it spoilt.
fn is_there(library: &Library, id: &str) -> bool {
    library.files.contains_key(id) || library.is_spoilt(&format!("flows/{id}/flow.json"))
}

fn inner<'a>(id: &str, library: &'a Library) -> impl Iterator<Item = &'a str> {
    library.files.get(id).into_iter().flat_map(crate::content::package::includes)
}

/// A way by includes from the first of `above` back to it.
fn circle<'a>(id: &str, library: &'a Library, above: &mut Vec<&'a str>) -> Option<Vec<&'a str>> {
    for name in inner(id, library) {
        if above.first() == Some(&name) {
            return Some([above.as_slice(), &[name]].concat());
        }
        if !above.contains(&name) {
            above.push(name);
            let found = circle(name, library, above);
            if found.is_some() {
                return found;
            }
            above.pop();
        }
    }
    None
}

/// How many flows deep this one goes, itself included; stops just beyond what is allowed.
fn depth(id: &str, library: &Library) -> usize {
    fn below(id: &str, library: &Library, left: usize) -> usize {
        if left == 0 { 0 } else { 1 + inner(id, library).map(|name| below(name, library, left - 1)).max().unwrap_or(0) }
    }
    below(id, library, DEEPEST + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::file::FlowFile;
    use crate::content::words::Words;
    use crate::flow::model::Step;

    /// Flows that include others: `("a", &["b"])`.
    #[track_caller]
    fn check(flows: &[(&str, &[&str])], expected: &[&str]) {
        let mut library = Library::default();
        for (id, inner) in flows {
            let step = |name: &&str| Step {
                id: format!("naar-{name}"),
                kind: StepKind::Include,
                flow: Some((*name).into()),
                ..Step::default()
            };
            let file = FlowFile { id: (*id).into(), steps: inner.iter().map(step).collect(), ..FlowFile::default() };
            library.files.insert((*id).into(), file);
            library.words.insert(((*id).into(), "nl".into()), Words::default());
        }
        let mut diagnostics = Vec::new();
        super::check(flows[0].0, &library, &mut Diagnostics::new("flow.json", &mut diagnostics));
        assert_eq!(diagnostics.iter().map(|diagnostic| diagnostic.found.as_str()).collect::<Vec<_>>(), expected);
        assert!(diagnostics.iter().all(|diagnostic| !diagnostic.mend.is_empty()));
    }

    #[test]
    fn flows_within_flows_are_there_and_come_to_an_end() {
        check(&[("a", &["b"]), ("b", &[])], &[]);
        check(&[("a", &["b", "c"]), ("b", &["c"]), ("c", &[])], &[]);
        check(&[("a", &["weg"])], &["weg"]);
        check(&[("a", &["a"])], &["a → a"]);
        check(&[("a", &["b"]), ("b", &["c"]), ("c", &["a"])], &["a → b → c → a"]);
        check(&[("a", &["b"]), ("b", &["b"])], &["includes 5 deep"]);
        check(&[("a", &["b"]), ("b", &["c"]), ("c", &["d"]), ("d", &[])], &[]);
        check(&[("a", &["b"]), ("b", &["c"]), ("c", &["d"]), ("d", &["e"]), ("e", &[])], &["includes 5 deep"]);
    }

    #[test]
    fn an_included_flow_speaks_the_same_languages() {
        let mut library = Library::default();
        for id in ["a", "b"] {
            let steps = vec![Step {
                kind: StepKind::Include,
                flow: Some("b".into()),
                from: Some("x".into()),
                ..Step::default()
            }];
            library.files.insert(id.into(), FlowFile { steps, ..FlowFile::default() });
            library.words.insert((id.into(), "nl".into()), Words::default());
        }
        library.files.get_mut("b").unwrap().steps.clear();
        library.words.insert(("a".into(), "en".into()), Words::default());
        let mut diagnostics = Vec::new();
        super::check("a", &library, &mut Diagnostics::new("flow.json", &mut diagnostics));
        let said: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.found.as_str()).collect();
        assert_eq!(said, ["x", "b without words in en"]);
    }
}
